/** Events that are named ("Monday's White House meeting"), and sentences that say what may come of it or stands in the way. */
import { isNominal } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { datelineLength } from '../outline/outline.js';
import type { FoundDate } from './find-dates.js';
import type { Range } from '../../domain/text/range.js';

export interface FoundEvent extends Range {
  readonly date: Range | null;
  readonly future: boolean;
  readonly sentence: number;
}

const happenings = wordSet(`
  meeting summit talks election elections referendum vote attack attacks war conflict invasion visit
  conference speech debate hearing trial protest protests rally strike strikes ceasefire discussions
  negotiations convention inauguration poll polling shooting explosion crash earthquake flood floods
  fire ruling launch ceremony session call interview remarks offensive siege primary caucus match
  final concert march riot riots coup assassination funeral wedding inquest inquiry raid outbreak
  storm hurricane merger takeover resignation arrest verdict sentencing appeal festival tour closure
  blast bombing crossing evacuation encounter engagement round
`);
const longest = 14;

/** `today` is the article's own day, `null` when it states none: what is long past is background. */
export function findEvents(
  reading: Reading,
  dates: readonly FoundDate[],
  today: Date | null = null
): FoundEvent[] {
  const found: FoundEvent[] = [];
  let d = 0;
  for (const sentence of reading.sentences) {
    while (d < dates.length && (dates[d]?.end ?? 0) <= sentence.start) d++;
    // The day of a dateline is the article's, and of no event.
    const bodyStart =
      sentence.start + datelineLength(reading.clean.slice(sentence.start, sentence.end));
    const here: FoundDate[] = [];
    for (let i = d; i < dates.length && (dates[i]?.start ?? 0) < sentence.end; i++) {
      const date = dates[i];
      if (date && date.start >= bodyStart) here.push(date);
    }
    sentence.tokens.forEach((token, i) => {
      const event = token.start >= bodyStart ? eventAt(sentence, token, i, here) : null;
      if (event && !isBackground(event.date, today) && event.start >= (found.at(-1)?.end ?? 0))
        found.push(event);
    });
  }
  return found;
}

function eventAt(
  { tokens, index }: Sentence,
  token: Token,
  i: number,
  dates: readonly FoundDate[]
): (FoundEvent & { readonly date: FoundDate | null }) | null {
  if (!/^(?:NOUN|PROPN)$/.test(token.pos) || !happenings.has(token.lower)) return null;
  const next = tokens[i + 1];
  if (next && /^(?:NOUN|PROPN)$/.test(next.pos)) return null;
  // "31 March" is no march.
  if (dates.some((date) => date.start <= token.start && token.end <= date.end)) return null;
  const first = firstOf(tokens, i);
  const last = lastOf(tokens, i);
  const opener = tokens[first];
  const closer = tokens[last];
  if (!opener || !closer) return null;
  // "war", with nothing to tell which
  if (first === i && last === i && !/[^s]s$/.test(token.lower)) return null;
  const isNamed = tokens.slice(first, i).some(({ pos }) => pos === 'PROPN');
  const isDefinite = /^(?:the|his|her|their|its|this|that)$/.test(opener.lower);
  const date = nearest(dates, opener.start - 60, closer.end + 60);
  if (!date && !isNamed && !(isDefinite && last > i)) return null;
  const near = tokens.slice(Math.max(0, first - 4), last + 6).map(({ lower }) => lower);
  const future = near.some(
    (word, k) =>
      /^(?:will|shall|upcoming|scheduled|planned|next)$/.test(word) ||
      (/^(?:is|are)$/.test(word) && /^(?:to|expected|due|set)$/.test(near[k + 1] ?? ''))
  );
  return { start: opener.start, end: closer.end, date, future, sentence: index };
}

function firstOf(tokens: readonly Token[], i: number): number {
  let first = i;
  while (first > 0 && i - first < longest) {
    const before = tokens[first - 1];
    if (
      !before ||
      !(
        /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(before.pos) ||
        /^(?:his|her|their|its|'s)$/.test(before.lower)
      )
    )
      break;
    first--;
  }
  while (first < i && tokens[first]?.lower === "'s") first++;
  return first;
}

/** With whom or about what: "between Trump and Putin". */
function lastOf(tokens: readonly Token[], i: number): number {
  if (!/^(?:between|with|of|in|on|over|against)$/.test(tokens[i + 1]?.lower ?? '')) return i;
  let last = i + 1;
  while (last - i < longest) {
    const token = tokens[last + 1];
    if (!token) break;
    const joins =
      /^(?:and|,|'s)$/.test(token.lower) &&
      isNominal(tokens[last]) &&
      (/^(?:PROPN|CCONJ)$/.test(tokens[last + 2]?.pos ?? '') || token.lower === "'s");
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/.test(token.pos) && !joins) break;
    last++;
  }
  while (last > i && !isNominal(tokens[last])) last--;
  return last > i + 1 ? last : i;
}

/** More than a year before the article. */
function isBackground(date: FoundDate | null, today: Date | null): boolean {
  const year = Number(date?.value?.slice(0, 4) ?? NaN);
  if (!today || !Number.isFinite(year)) return false;
  const day = date?.value?.length === 10 ? new Date(date.value) : new Date(Date.UTC(year, 11, 31));
  return today.getTime() - day.getTime() > 366 * 86_400_000;
}

function nearest(dates: readonly FoundDate[], from: number, to: number): FoundDate | null {
  return dates.find(({ start, end }) => start >= from && end <= to) ?? null;
}

const outcome =
  /\b(?:(?:potential|possible|likely|future|next) (?:outcomes?|scenarios?|steps?|directions?|results?)|outcomes are|(?:is|are) (?:likely|expected|set|poised|due) to|(?:could|might|may|would)(?: \p{L}+){0,2}? (?:be|emerge|lead|result|influence|follow|trigger|mean|force|prompt|cause|pave|open|end|become|happen|see|determine|affect|collapse|fail|succeed|cost|face|push|take|rise|fall|continue)|will(?: \p{L}+)? (?:determine|decide|shape|depend|begin|lead|result|mean|end|become))\b/iu;
const condition =
  /\bif\b[^]{1,200}\b(?:would|could|might|will)\b|\b(?:would|could|might|will)\b[^]{1,200}\b(?:if|unless)\b/i;
const constraint =
  /\b(?:constraints?|constrained|requires?|required|requirements?|must|cannot|can't|can not|unable to|prohibit\w*|forbid\w*|forbidden|barred|obstacles?|hurdles?|deadlines?|depends? on|subject to|bound by|limited to|not allowed|ruled out|needs? (?:the )?approval|without (?:\w+ ){0,2}(?:approval|consent|mandate|majority)|two-thirds majority|ratif\w+)\b/i;

export function findOutcomes(reading: Reading): Range[] {
  return sentencesLike(reading, (text) => outcome.test(text) || condition.test(text));
}

export function findConstraints(reading: Reading): Range[] {
  return sentencesLike(reading, (text) => constraint.test(text));
}

/** Not what is only quoted, and no headline. */
function sentencesLike(reading: Reading, isLike: (text: string) => boolean): Range[] {
  return reading.sentences
    .filter(
      (sentence) => isOwn(sentence) && isLike(reading.clean.slice(sentence.start, sentence.end))
    )
    .map(({ start, end }) => ({ start, end }));
}

function isOwn({ headline, tokens }: Sentence): boolean {
  return (
    !headline &&
    tokens.length > 4 &&
    tokens.filter(({ quoted }) => quoted).length < tokens.length / 2
  );
}
