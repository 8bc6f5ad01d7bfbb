/**
 * Who denies, rejects or doubts something does not say it: the words of denial stay with what they deny, so that
 * nothing stands in somebody's name that he said was not so. Pure.
 */
import type { Range } from '../text/range.js';
import { type Draft, toSpan } from './draft.js';

type Quote = Draft['attributions'][number];

/** Say that what follows them is not so. */
const denials = [
  'den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing|ation)',
  'rebut(?:s|ted|ting|tal)?|doubt(?:s|ed|ing|ful)?|refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing)',
  'repudiat(?:es?|ed|ing)|disavow(?:s|ed|ing|al)?|disbeliev(?:es?|ed|ing)|rul(?:es?|ed|ing)\\s+out'
];
/** As a cue they take what follows them back as well; elsewhere they may be about something else. */
const asCue = [
  'contest(?:s|ed|ing)?|dismiss(?:es|ed|ing|ive|al)?|contradict(?:s|ed|ing)?|oppos(?:es?|ed|ing|ition)',
  'object(?:s|ed|ing|ions?)?|renounc(?:es?|ed|ing)|denounc(?:es?|ed|ing)|condemn(?:s|ed|ing)?',
  'retract(?:s|ed|ing)?|disown(?:s|ed|ing)?|disagree(?:s|d|ing|ment)?|rubbish(?:es|ed|ing)',
  'question(?:s|ed|ing)?|s[kc]eptic(?:al|ism)|unconvinced|unaware|(?:brush|shrug)\\w*\\s+off',
  'against|not|never|nor|neither|nobody|none|no|cannot|hardly|rarely|seldom|scarcely|barely'
];
const denyingCue = new RegExp(`\\b(?:${[...denials, ...asCue].join('|')})\\b|n['’]t\\b`, 'iu');
const notSaid =
  "(?:(?:never|not|nor|neither)|\\w+n['’]t)\\s+(?:\\w+ly\\s+)?(?:s(?:ay|aid|tated?)|claim(?:ed)?|th(?:ink|ought)|believed?)";
const denyingWords = new RegExp(`\\b(?:${[...denials, notSaid].join('|')})\\b`, 'iu');
/** Before a cue, of which they are no part: “never said”, “neither Orsted nor Haldane said”. */
const denyingBefore = /\b(?:never|not|nor|neither|hardly|no longer)\s+(?:\p{L}+ly\s+)?$/iu;
const nobody = /^(?:neither|nobody|none|no)\b/iu;
/** Before the verb in “it was denied by her that”. */
const emptySubject = /\bit\s+$/iu;
/** Of a sentence or a paragraph, with what may close a quotation. */
const sentenceEnd = /[.!?]["”’')\]]*\s|\n\s*\n/u;

/** Whether words that report something report that it is not so, or was not said. */
export function isDenial(cue: string): boolean {
  return denyingCue.test(cue);
}

/** Whether a text denies anything, be it all that it tells or a part of it. */
export function tellsDenial(text: string): boolean {
  return denyingWords.test(text);
}

/**
 * With the words of its cue, as the text has them, where that denies what is said or governs it; else as it
 * is. Words with their cue are not said word for word.
 */
export function withCue(quote: Quote, text: string): Quote {
  const denial = denialOf(quote, text) ?? (quote.governed ? quote.cue : null);
  if (!denial) return quote;
  const at = nearestTo(denial, quote.content, text);
  if (at === null) return quote;
  const content = quote.content.map((part, i) => {
    if (i !== at) return part;
    const { source } = quote;
    const start = Math.min(part.start, denial.start);
    const end = Math.max(part.end, denial.end);
    // “…, denied the mayor”: who denies stands behind the verb.
    const isBehind = source !== null && denial.start >= part.end && source.start >= denial.end;
    return toSpan(text, { start, end: isBehind ? Math.max(end, source.end) : end });
  });
  return { ...quote, content, kind: quote.kind === 'direct' ? 'mixed' : quote.kind };
}

/** Where the words of denial stand; `null` where nothing is denied. */
function denialOf({ cue, source }: Quote, text: string): Range | null {
  if (!cue) return null;
  if (source && source.start < cue.start) {
    const before = text.slice(Math.max(0, source.start - around), source.start);
    const neither = denyingBefore.exec(before);
    if (nobody.test(source.text)) return { start: source.start, end: cue.end };
    if (neither) return { start: source.start - neither[0].length, end: cue.end };
  }
  const before = text.slice(Math.max(0, cue.start - around), cue.start);
  const first =
    denyingBefore.exec(before) ?? (isDenial(cue.text) ? emptySubject.exec(before) : null);
  if (first) return { start: cue.start - first[0].length, end: cue.end };
  return isDenial(cue.text) ? cue : null;
}

/** UTF-16 units in which words before a cue are looked for. */
const around = 40;

/** Which part of what is said stands in one sentence with the denial, the first of them. */
function nearestTo(denial: Range, parts: readonly Range[], text: string): number | null {
  const at = parts.findIndex(({ start, end }) => {
    const between =
      start >= denial.end ? text.slice(denial.end, start) : text.slice(end, denial.start);
    return !sentenceEnd.test(between);
  });
  return at < 0 ? null : at;
}
