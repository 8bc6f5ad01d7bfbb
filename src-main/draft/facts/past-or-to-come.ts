/** Whether a weekday in a sentence is the one before the article's day or the one behind it. */

/** UTF-16 units that are looked at before the day and behind it, and next before it. */
const before = 90;
const behind = 60;
const next = 40;

const toCome =
  /\b(?:will|shall|is to|are to|to be|is set|are set|due|scheduled|expected|plans? to|planned|upcoming|next|would|going to|is slated|meets|begins|convenes|resumes|expires|opens|closes|starts|decides|publishes|go(?:es)? (?:ahead|to the polls)|takes? (?:place|effect))\b|\bby $/i;
const irregular =
  'was|were|had|did|said|told|met|held|came|took|went|gave|made|won|lost|began|wrote|spoke|left|fell|rose|shot|hit|struck|cut|led|sent|found|fought|sold|paid|heard|saw|brought|bought|caught|sought|broke|drew|threw|stood|sat|ran';
const past = new RegExp(`\\b(?:${irregular}|\\p{L}+ed|ago|last)\\b`, 'iu');
/** Not “the disputed law”, “retired officers”. */
const pastVerb = new RegExp(
  `\\b(?:${irregular}|(?<!\\b(?:an?|the|its?|his|her|their|this|that) )\\p{Ll}+ed(?= (?:an?|the|that|its?|his|her|their|he|she|they|him|them|both|all|two|on|in|at|to|by|for|with|up|down|out|off|against|over|after|\\d|\\p{Lu})\\b))\\b`,
  'u'
);
const pastVerbNext = new RegExp(`^ (?:${irregular}|\\p{Ll}+ed)\\b(?! to be\\b)`, 'u');
/** “she said on”, “told reporters in Varn on” */
const saying =
  /\b(?:said|told|added|wrote|announced|warned|tweeted|posted|insisted|confirmed|testified)\b[^,;:]*$/;
/** They say what others are to do, or put off. */
const arranging =
  'call|invit|summon|conven|urg|order|agre|announc|propos|demand|request|threaten|offer|promis|vow|pledg|plann?|arrang|schedul|confirm|set|postpon|mov|delay|cancell?|adjourn|deferr?|suspend';
const occasion =
  '(?:meetings?|summits?|talks|elections?|referendum|votes?|conference|debate|hearings?|trial|protests?|rally|rallies|strikes?|ceasefire|negotiations|ballot|ceremony|session|primary|match|march|deadline|appearance|briefing|visit|launch|runoff|run-off|walkout)';
const ofOccasion = new RegExp(
  // “called both sides to talks in Varn on”, but not “announced after talks on”
  `(?:\\b(?:${arranging})(?:e?d|es?|s|ing)?\\b[^,;:“”]*|\\b(?:to|(?<!\\bmet )for|ahead of|before|until|about) (?:[\\p{L}’'-]+ ){0,3})(?<!\\b(?:at|in|during|after|following|since) (?:[\\p{L}’'-]+ ){0,3})\\b${occasion}(?: (?:in|at|with|between|on|of) [^,;:“”]{2,40})? (?:on|for|until|till|to|from) $`,
  'u'
);
/** Also “, due to report on Thursday,”. */
const relative =
  /, (?:who|which|whose|whom|where|when|due|expected|scheduled|set|planned|called) [^,;]*(?:[,;]|$)/g;
const quoted = /“[^”]*”?/g;

/** `null` where it may be either. `start` and `end` are those of the day in its sentence. */
export function pastOrToCome(
  sentence: string,
  start: number,
  end: number
): 'past' | 'to come' | null {
  const [from, words, to] = ownClause(sentence, start, end);
  const far = words.slice(Math.max(from, start - before), start);
  const near = words.slice(Math.max(from, start - next), start);
  const after = words.slice(end, Math.min(to, end + behind));
  if (pastVerbNext.test(after)) return 'past';
  const said = saying.exec(near);
  if (said && !toCome.test(said[0])) {
    return ofOccasion.test(far) ? null : 'past';
  }
  if (toCome.test(near)) return 'to come';
  if (ofOccasion.test(far)) return toCome.test(far) || comesBehind(after) ? 'to come' : null;
  return !past.test(near) && (toCome.test(far) || comesBehind(after)) ? 'to come' : 'past';
}

/** Whether the sentence tells of what was: “asked for it in a letter in May”. Without a verb it does not. */
export function isToldAsPast(sentence: string, start: number, end: number): boolean {
  const [from, words, to] = ownClause(sentence, start, end);
  const far = words.slice(Math.max(from, start - before), start);
  const after = words.slice(end, Math.min(to, end + behind));
  return pastVerb.test(far) && !toCome.test(far) && !toCome.test(after);
}

/** “On Monday the court will hear”, but not “On Monday the court said that it would”. */
function comesBehind(after: string): boolean {
  const at = after.search(toCome);
  return at >= 0 && !pastVerb.test(after.slice(0, at));
}

/**
 * Without the relative clauses and quotations that the day is not in, where it is in one, without the rest:
 * from, words and to, with all words in their places.
 */
function ownClause(
  sentence: string,
  start: number,
  end: number
): readonly [from: number, words: string, to: number] {
  let [from, words, to] = [0, sentence, sentence.length];
  for (const pattern of [quoted, relative]) {
    for (const { index, 0: clause } of words.matchAll(pattern)) {
      const close = index + clause.length;
      if (index <= start && end <= close) [from, to] = [index, close];
      else words = words.slice(0, index) + ' '.repeat(clause.length) + words.slice(close);
    }
  }
  return [from, words, to];
}
