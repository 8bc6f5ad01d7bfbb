/** Sentences that say what comes next, such as votes, rulings and deadlines, and what stands in the way. */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundDate } from './find-dates.js';

const still = '(?:also |now |then |still |soon |formally |first |eventually |not )?';
/** Told outright as to come. */
const toCome = new RegExp(
  `\\b(?:will|shall) ${still}(?!have |often |always |never )\\p{L}+|(?:won't) \\p{L}+|` +
    `\\b(?:is|are) ${still}(?:due|set|expected|scheduled|slated|poised|about|planned|going|likely|unlikely|bound) (?:to|for|on|in|by)\\b|` +
    `\\b(?:is|are) to (?!do\\b|blame\\b)\\p{L}{3,}|(?<!\\b(?:an?|the|any|his|her|its|their|of|under|no) )\\b(?:plans?|intends?|aims?|prepares?|vows?|pledges) to \\p{L}+`,
  'u'
);
/** Said to be to come: “said it would appeal”. */
const saidToCome =
  /\b(?:said|says|announced|promised|vowed|pledged|confirmed|threatened|added|told \p{L}+)\b[^.;:“”]{0,90}\bwould (?!have |like |be (?:able|good|better|wrong|a |an |the ))\p{L}+/u;
/** Told of a day to come without a word that says so: where its day is past, it tells what was. */
export function isArranged(words: string): boolean {
  if (/\b(?:if|unless|until)\b/i.test(words)) return false;
  return thenSaid.test(words) || arranged.test(words) || saidToCome.test(words);
}

/** “An inquiry would open on 8 September, she added.” */
const thenSaid =
  /\bwould (?!have |like |be (?:able|good|better|wrong|a |an |the ))\p{L}+[^.;:“”]{0,120}, (?:\p{L}[\p{L}.’'-]* ){1,5}?(?:said|says|added|announced|confirmed)\b/u;
/** “The council meets on 3 June”, “The march goes ahead on Thursday”: on a day that is known. */
const arranged =
  /(?:^|[\p{L},] )(?:meets?|opens?|closes?|begins?|starts?|ends?|resumes?|convenes?|goes ahead|go ahead|takes? (?:place|effect|office)|comes? into force|decides?|expires?|publishes) (?:\p{L}+ ){0,5}?(?:on|at|from|until|this|next|tomorrow|tonight)\b(?! \p{L}+days\b)/u;
const deadline =
  /\b(?:deadline|expires?|ha(?:s|ve) until|must [^.;]{3,80} by|ha(?:s|ve) to [^.;]{3,80} by|no later than)\b/;
/** Something is decided, done or had by these, so that who follows the matter waits for it. */
const deciding =
  /\b(?:vot(?:e|ing)|votes|rul(?:e|ing)|decid(?:e|ing)|decision|elections?|elect|verdict|hearings?|hear|meet|meeting|summit|talks|negotiations?|publish|appeal|sign|ratify|approve|reject|resume|review|report back|open|close|clos(?:ure|ing)|begin|start|launch|end|take (?:effect|office|place)|come into force|enter into force|announce|present|unveil|introduce|deliver|deploy|send|withdraw|resign|step down|leave|return|visit|brief|investigat(?:e|ion)|inquiry|trial|sentenced?|extradit\p{L}+|ballot|strikes?|ban|lift|impose|cut|raise|lower|pay|build|replace|choose|appoint|nominate|consider|debate|discuss|implement|release|freed|sue|challenge|veto|expand|extend|halt|stop|determine|shape|cover|ceasefire|sanctions|tariffs?)\b/u;
const condition =
  /(?:^|[,;] |\b(?:and|but) )(?:[Ii]f|[Uu]nless)\b[^]{5,200}\b(?:will|would|could|may|might)\b|\b(?:will|could|would|may|might)\b[^]{3,200}\b(?:if|unless)\b/;
const mayFollow = new RegExp(
  `\\b(?:could|may|might) ${still}(?:lead|result|force|trigger|mean|delay|pave|end|face|cost|spark|prompt|push|derail|collapse|impose|rise|fall|lose|be (?:forced|needed|delayed|extended|cut|fined))\\b`,
  'u'
);
/** Of one thing, and not of things as they are. */
const definite = /^(?:But |And )?(?:The|This|That|Its|His|Her|Their|\p{Lu}\S* \p{Lu})/u;
/** Whoever speaks of himself, or of anybody, tells no news. */
const noNews = /\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b|\?\s*$/u;
const opinion =
  /\b(?:analysts?|critics|opponents|supporters|experts|economists|observers|some|many|others|teachers|residents|lawyers)\b[^.;]{0,60}\b(?:say|said|says|warn|warned|warns|believe|argue|argued|fear|think|hope|hoped)\b/iu;
/** “If this were a film, it would end here”; not “If members were to reject it”. */
const unreal =
  /\b[Ii]f\b[^.,;]{1,60}\b(?:were(?! to\b)|had)\b[^.;]{3,200}\bwould\b|\bwould\b[^.;]{3,200}\bif\b[^.,;]{1,60}\b(?:were(?! to\b)|had)\b/u;
const isPast =
  /\b(?:would later|would go on|would become|had (?:planned|hoped|intended|promised) to|had (?:\p{L}+ )?(?:warned|said|promised|announced|threatened|vowed))\b/u;

const constraint =
  /\b(?:constraints?|constrained|requires?|required|requirements?|must|cannot|can't|can not|unable to|prohibit\w*|forbid\w*|forbidden|barred|obstacles?|hurdles?|deadlines?|depends? on|subject to|bound by|limited to|not allowed|ruled out|needs? (?:the )?approval|without (?:\w+ ){0,2}(?:approval|consent|mandate|majority)|two-thirds majority|ratif\w+)\b/i;

/** `today` is the article's own day: without it only what has a day is known to come. */
export function findOutcomes(
  reading: Reading,
  dates: readonly FoundDate[],
  today: Date | null
): Range[] {
  const isNews = today !== null || dates.some((date) => isOfThisWeek(reading.clean, date));
  let d = 0;
  return reading.sentences.flatMap((sentence) => {
    while (d < dates.length && (dates[d]?.end ?? 0) <= sentence.start) d++;
    const here: FoundDate[] = [];
    for (let i = d; (dates[i]?.start ?? Infinity) < sentence.end; i++) {
      const date = dates[i];
      if (date) here.push(date);
    }
    const text = ownWords(reading, sentence);
    return isOwn(sentence) && isOutcome(text, here, today, isNews)
      ? [{ start: sentence.start, end: sentence.end }]
      : [];
  });
}

/** “Friday”, “next week”: the text tells what is new, though not on which day. */
function isOfThisWeek(clean: string, { start, end, value }: FoundDate): boolean {
  return (
    value === null &&
    /day$|yesterday|tomorrow|^(?:last|next|this) (?:week|month)/i.test(clean.slice(start, end))
  );
}

function isOutcome(
  text: string,
  dates: readonly FoundDate[],
  today: Date | null,
  isNews: boolean
): boolean {
  if (noNews.test(text) || isPast.test(text) || unreal.test(text)) return false;
  const now = today?.toISOString().slice(0, 10) ?? null;
  const values = dates.flatMap(({ value }) => value ?? []);
  const isAhead = (value: string) => now !== null && value >= now.slice(0, value.length);
  const hasDay = values.some(
    (value) =>
      isAhead(value) || (now !== null && /W/.test(value) && value.slice(0, 4) >= now.slice(0, 4))
  );
  const hasOpenDay =
    now === null && dates.some(({ value, anchor }) => value === null && anchor === 'none');
  const isOver = values.length > 0 && !hasDay && now !== null;
  if (!isNews)
    return dates.length > 0 && !dates.every(isYear) && toCome.test(text) && deciding.test(text);
  if (toCome.test(text)) return hasDay || hasOpenDay || (!isOver && deciding.test(text));
  if (saidToCome.test(text)) return hasDay || deciding.test(text);
  if (isArranged(text) && values.some((value) => value.length === 10 && isAhead(value)))
    return true;
  if (deadline.test(text)) return hasDay || hasOpenDay;
  if (opinion.test(text)) return false;
  return condition.test(text) || (definite.test(text) && mayFollow.test(text));
}

function isYear({ value }: FoundDate): boolean {
  return value === null || value.length === 4;
}

export function findConstraints(reading: Reading): Range[] {
  return reading.sentences
    .filter(
      (sentence) =>
        isOwn(sentence) && constraint.test(reading.clean.slice(sentence.start, sentence.end))
    )
    .map(({ start, end }) => ({ start, end }));
}

/** Without what is quoted. */
function ownWords({ clean }: Reading, { start, end }: Range): string {
  return clean
    .slice(start, end)
    .replace(/“[^”]*(?:”|$)/g, '“”')
    .replace(/\s+/g, ' ');
}

/** Not what is only quoted, and no headline. */
function isOwn({ headline, tokens }: Sentence): boolean {
  return (
    !headline &&
    tokens.length > 4 &&
    tokens.filter(({ quoted }) => quoted).length < tokens.length / 2
  );
}
