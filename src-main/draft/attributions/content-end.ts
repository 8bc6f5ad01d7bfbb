/** Where what is said ends: at the sentence's end, unless the writer takes over before. */
import { isNominal, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueLemmaOf, strengthOf } from './cues.js';
import { endBefore, type CueLink, type Scene, type CueSubject } from './finding.js';
import { isAdjunct, isMainVerb, setsOffFromPhrase } from './writers-turn.js';

/** A comma and one of these hand the word back to the writer. */
const writersWords =
  /^(?:according|adding|saying|citing|noting|telling|calling|arguing|insisting|claiming|suggesting|warning|referring|pointing|writing|describing|speaking|quoting|echoing|stressing|emphasizing|emphasising|stating|explaining|accusing|promising|vowing|urging|alluding|prompting|drawing|sparking|contradicting|repeating|setting|raising|fueling|fuelling|triggering|underscoring|highlighting|reversing|marking|joining|capping|signaling|signalling|dealing|reviving|renewing)$/;
const takesOver = /^(?:and|but|while|although|though|whereas)$/;
/** The occasion of the words at the end of the sentence belongs to the writer. */
const occasionAtEnd =
  /,? (?:in|during|at|on|via|after|following) (?:an?|the|his|her|their|its) (?:[\p{L}'-]+ ){0,3}(?:interview|statement|speech|tweet|post|letter|e-?mail|memo|(?:press|news) conference|briefing|hearing|rally|debate|testimony|op-ed|editorial|video|podcast|broadcast|filing)(?: (?:on|in|with|to|at|for|published|posted|released|aired) [^,;:]{1,80})?$/u;
const asideAtEnd =
  /, (?:amid|ahead of|an? (?:\p{L}+ )?(?:move|step|blow|setback|reversal|shift|rise|drop|increase|decrease|decline|jump) (?:that|which|from|in|of|to)) [^]{1,200}$|, (?:a (?:reference|nod|remark|claim|charge|comment|statement|view|day|week|month)|in (?:a|an apparent|what|remarks|comments)|which (?:drew|prompted|was seen)) [^]{1,200}$/u;
const timeApartAtEnd =
  /, (?:(?:an?|one|two|three|four|five|six|seven|several|some|\d+) )?(?:hours?|days?|weeks?|months?|years?|moments|minutes) (?:after|before) [^]{0,200}$/u;

/** The offset behind the last character. `at` is the first token of what is said. */
export function findContentEnd(
  scene: Scene,
  verb: number,
  at: number,
  link: CueLink,
  subject: CueSubject
): number {
  const { tokens, quotationAt } = scene;
  const first = tokens[at];
  if (!first) throw new Error('Content starts beyond its sentence');
  if (link === 'quote' || first.text === '“') {
    const quotation = quotationAt(first.start);
    if (quotation) return quotation.end;
  }
  const cut = findCut(scene, verb, at, link, subject);
  const end = endBefore(tokens, cut);
  return withoutOccasion(scene, first.start, end);
}

/** The last token that may belong to what is said. */
function findCut(
  scene: Scene,
  verb: number,
  at: number,
  link: CueLink,
  subject: CueSubject
): number {
  const { tokens } = scene;
  const fronted = isFronted(tokens, subject);
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token || token.quoted) continue;
    if (
      /^[—–]$/.test(token.text) &&
      next &&
      (strengthOf(tokens[i + 2]?.lemma ?? '') === 'always' || isNewThought(tokens, i + 1))
    )
      return i - 1;
    if (
      token.text === ';' &&
      next &&
      (link === 'phrase' || cueWithin(tokens, i + 1, 8) || isNewThought(tokens, i + 1))
    )
      return i - 1;
    if (token.text === ',') {
      if (!next) break;
      if (writersWords.test(next.lower) || /^(?:while|whereas)$/.test(next.lower)) return i - 1;
      if (isOutcome(tokens, verb, i + 1)) return i - 1;
      if (
        takesOver.test(next.lower) &&
        (cueWithin(tokens, i + 2, 9) ||
          isNewWriter(tokens, i + 2) ||
          isNewThought(tokens, i + 2) ||
          isIntroduced(tokens, at, i + 2))
      )
        return i - 1;
      // "denied that it was so, as Smith claimed"
      if (next.lower === 'as' && cueWithin(tokens, i + 2, 5)) return i - 1;
      const isVerb = /^(?:VERB|AUX)$/.test(next.pos) && !/ing$/.test(next.lower);
      if (isVerb && (subject.how === 'relative' || link === 'phrase')) return i - 1;
      if (link === 'phrase' && setsOffFromPhrase(tokens, i + 1)) return i - 1;
      // "urged the council to act, and the council did nothing"
      if (
        /^(?:phrase|infinitive)$/.test(link) &&
        /^(?:and|but)$/.test(next.lower) &&
        startsMainClause(tokens, i + 2)
      )
        return i - 1;
      if (fronted && startsMainClause(tokens, i + 1)) return i - 1;
    }
    if (subject.how === 'relative' && link === 'phrase' && isMainVerb(scene, at, i)) return i - 1;
    if (link === 'phrase' && isAdjunct(scene, verb, i)) return i - 1;
    // "backed the project in 2014 but now opposes it"
    if (link === 'phrase' && /^(?:and|but)$/.test(token.lower) && takesUpAgain(tokens, i + 1))
      return i - 1;
    // "said he would come and told reporters": the second verb is the speaker's again.
    if (
      /^(?:and|but)$/.test(token.lower) &&
      next?.pos === 'VERB' &&
      /(?:ed|said|told|wrote)$/.test(next.lower) &&
      strengthOf(next.lemma) === 'always'
    ) {
      const isSame =
        link !== 'that' ||
        /^(?:said|told|added|warned|called|accused|urged|vowed)$/.test(next.lower);
      if (isSame && tokens[verb]?.lower !== next.lower) return i - 1;
    }
    if (token.lower === 'while' && cueWithin(tokens, i + 1, 4)) return i - 1;
    // "said he would stay and the union said"
    if (/^(?:and|but)$/.test(token.lower) && next && sayWithin(tokens, i + 1)) return i - 1;
  }
  return tokens.length - 1;
}

/** A finite verb that reports, next or behind an adverb. */
function takesUpAgain(tokens: readonly Token[], from: number): boolean {
  const i = tokens[from]?.pos === 'ADV' ? from + 1 : from;
  const verb = tokens[i];
  return (
    verb?.pos === 'VERB' &&
    strengthOf(cueLemmaOf(verb.lower) ?? verb.lemma) !== null &&
    !/ing$/.test(verb.lower)
  );
}

/** Somebody of up to four words, and "said". */
function sayWithin(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 5; i++) {
    const token = tokens[i];
    if (!token || token.quoted) return false;
    if (/^(?:said|says|told)$/.test(token.lower)) return i > from && isNominal(tokens[i - 1]);
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(token.pos)) return false;
  }
  return false;
}

/** A verb that always reports, in a form that reports, within the next tokens. */
function cueWithin(tokens: readonly Token[], from: number, reach: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + reach); i++) {
    const token = tokens[i];
    if (!token || /^[,.;]$/.test(token.text)) return false;
    if (
      token.pos === 'VERB' &&
      !token.quoted &&
      strengthOf(token.lemma) === 'always' &&
      tokens[i - 1]?.lower !== 'to' &&
      tokens[i - 1]?.pos !== 'AUX'
    )
      return true;
  }
  return false;
}

/** ", but Smith did not": names somebody new who acts; too often still part of what is said to cut elsewhere. */
function isNewWriter(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from];
  return (
    token?.pos === 'PROPN' &&
    /^(?:has|did|was|declined|refused)$/.test(tokens[from + 1]?.lower ?? '') &&
    /^(?:not|n't|to)$/.test(tokens[from + 2]?.lower ?? '')
  );
}

/** ", but its leader, Jo Lee, has never": whom the writer introduces; what has, did or declined is no reported tense. */
function isIntroduced(tokens: readonly Token[], at: number, from: number): boolean {
  const phrase = phraseStartingAt(tokens, from, tokens.length - 1);
  const open = phrase ? phrase[1] + 1 : -1;
  const aside = tokens.slice(open + 1, open + longestAside);
  const length = tokens[open]?.text === ',' ? aside.findIndex(({ text }) => text === ',') : -1;
  const isNamed = aside.slice(0, length).some(({ pos }) => pos === 'PROPN');
  if (length < 1 || !isNamed) return false;
  const verb = open + length + 2;
  if (cueWithin(tokens, verb, 3)) return true;
  return (
    /^(?:has|have|did|declined|refused)$/.test(tokens[verb]?.lower ?? '') &&
    tokens.slice(at, from).some(({ lower }) => /^(?:would|could|might|had)$/.test(lower))
  );
}

const longestAside = 12;

/** "announced that the mine would close, making her the first": what comes of saying so; not "ending in May". */
function isOutcome(tokens: readonly Token[], verb: number, at: number): boolean {
  const [word = '', next] = [tokens[at]?.lower, tokens[at + 1]];
  if (word === 'ending') return next?.pos !== 'ADP';
  const isDeed = /^(?:announce|declare|decide|rule|vote|agree)$/.test(tokens[verb]?.lemma ?? '');
  return isDeed && outcomes.test(word);
}

const outcomes =
  /^(?:bringing|making|becoming|paving|dashing|breaking|deepening|escalating|defying|ignoring|overturning|fulfilling|abandoning)$/;

/** ", but I think", "; she did not know": somebody's thought again, and no part of what was said before. */
function isNewThought(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:i|he|she|we|they)$/.test(tokens[from]?.lower ?? '')) return false;
  for (let i = from + 1; i < from + 4; i++) {
    const token = tokens[i];
    if (token?.pos === 'VERB' && thought.test(token.lower)) return true;
    if (!token || !/^(?:AUX|ADV|PART)$/.test(token.pos)) return false;
  }
  return false;
}

const thought =
  /^(?:think|thinks|thought|believe|believes|believed|hope|hopes|hoped|know|knows|knew|feel|feels|felt|doubt|doubts|doubted|see|sees|saw|heard|mean|guess|suspect|suspects|suspected)$/;

/** "When Smith said the plan was dead, markets fell." */
function isFronted(tokens: readonly Token[], subject: CueSubject): boolean {
  return (
    subject.phrase[0] <= 2 &&
    /^(?:when|after|while|although|though|since|because|as|before|if|once|whereas)$/.test(
      tokens[0]?.lower ?? ''
    )
  );
}

function startsMainClause(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 7; i++) {
    const token = tokens[i];
    if (!token || token.text === ',') return false;
    if (i > from && /^(?:VERB|AUX)$/.test(token.pos))
      return isNominal(tokens[i - 1]) || tokens[i - 1]?.pos === 'ADV';
  }
  return false;
}

function withoutOccasion(scene: Scene, start: number, end: number): number {
  const said = scene.reading.clean.slice(start, end);
  // “, two days after insisting that …”: of what tells of other words only the number is left here.
  const [cutOff = ''] = /^ (?:after|before) /.exec(scene.reading.clean.slice(end, end + 8)) ?? [];
  const tail =
    occasionAtEnd.exec(said) ?? asideAtEnd.exec(said) ?? timeApartAtEnd.exec(said + cutOff);
  if (!tail || tail.index < 12 || /[“”]/.test(tail[0])) return end;
  return start + tail.index;
}
