/**
 * What happened, or will, with its day: a clause that tells an act (“The Senate passed the bill on Tuesday”),
 * or a named occasion (“Sunday's election in Varn”). No background, nothing said to have happened, no if.
 */
import { isNominal } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import { datelineLength } from '../outline/outline.js';
import type { FoundDate } from './find-dates.js';
import type { Range } from '../../domain/text/range.js';

export interface FoundEvent extends Range {
  readonly date: Range | null;
  readonly future: boolean;
  readonly sentence: number;
}

const occasions = wordSet(`
  meeting summit talks election elections referendum vote attack attacks invasion visit conference debate
  hearing trial protest protests rally strike strikes ceasefire discussions negotiations convention
  inauguration poll shooting explosion crash earthquake flood floods fire ruling launch ceremony session
  offensive siege primary caucus match final concert march riot riots coup assassination funeral wedding
  inquest raid storm hurricane merger takeover resignation arrest verdict sentencing appeal festival
  closure blast bombing evacuation deadline
`);
/** Tell what is said, thought or the case; such a clause is no event. */
const noActs = wordSet(`
  be have say tell add note explain think believe know argue claim insist suggest describe mean need lie live
  hope expect want like feel seem appear remain stay own contain include consist represent show belong depend
  cite quote report estimate predict doubt fear regret see look hear understand consider regard remember
  plan intend aim schedule ask write speak talk comment respond reply recall state stress stand sit wear
  love hate concern involve reflect indicate reveal expose work serve study grow prefer use become do get
`);
/** Tell all without an object. */
const wholeActs = wordSet(`
  die resign collapse begin start meet open close end fall rise resume win lose arrive fail crash explode
  concede return leave retire vanish surrender erupt surge drop strike vote escape flee drown land depart
  expire testify appeal step walk march rally protest gather break
`);
const samePast = wordSet(
  'cut hit put set shut hurt cost quit cast let bet burst beat split spread'
);
const intoClause = wordSet(`
  who which whose whom that when while because although though if unless after before as until where whether
  than since so how why what
`);
const scheduled = wordSet('due set expected scheduled slated likely planned');
const opensWith = wordSet('but and or however meanwhile then also so yet still');
const ofOther = wordSet('since until till before after by from to than between of following for');
const longestClause = 45;
const longestPhrase = 14;

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
    if (sentence.headline || (dates[d]?.start ?? Infinity) >= sentence.end) continue;
    const words = reading.clean.slice(sentence.start, sentence.end);
    if (/\?["”]?$|\b(?:[Ii]f|[Uu]nless)\b/.test(words)) continue;
    // The day of a dateline is the article's, and of no event.
    const bodyStart = sentence.start + datelineLength(words);
    const here: FoundDate[] = [];
    for (let i = d; (dates[i]?.start ?? Infinity) < sentence.end; i++) {
      const date = dates[i];
      if (
        date &&
        date.start >= bodyStart &&
        isOfEvents(date, today, reading.clean.slice(date.start, date.end))
      )
        here.push(date);
    }
    if (here.length === 0) continue;
    const clauses = clausesIn(sentence, bodyStart, here, today);
    const occasionsHere = occasionsIn(sentence, bodyStart, here).filter(
      (event) => !clauses.some((each) => each.start < event.end && event.start < each.end)
    );
    found.push(...[...clauses, ...occasionsHere].toSorted((a, b) => a.start - b.start));
  }
  return found;
}

/** A day, week or month, not more than a year before the article. */
function isOfEvents({ value, anchor }: FoundDate, today: Date | null, words: string): boolean {
  // Without the article's day “Monday” still is one, and “the 1990s” never.
  if (value === null)
    return today === null && anchor === 'none' && /day|night|tomorrow|week|month$/i.test(words);
  if (value.length === 4) return false;
  if (!today) return true;
  const [year = 0, month = 12] = value.split('-').map((part) => Number(part.replace('W', '')));
  const isWeek = value.includes('W');
  const day =
    value.length === 10 ? new Date(value) : new Date(Date.UTC(year, isWeek ? 11 : month, 0));
  return today.getTime() - day.getTime() <= 366 * 86_400_000;
}

type Dated = FoundEvent & { readonly date: FoundDate };

function clausesIn(
  sentence: Sentence,
  bodyStart: number,
  dates: readonly FoundDate[],
  today: Date | null
): Dated[] {
  const groups = verbGroups(sentence.tokens);
  const found: Dated[] = [];
  for (const group of groups) {
    const event = clauseOf(sentence, group, groups, bodyStart, dates, today);
    if (event && event.start >= (found.at(-1)?.end ?? 0)) found.push(event);
  }
  return found;
}

function clauseOf(
  sentence: Sentence,
  group: VerbGroup,
  groups: readonly VerbGroup[],
  bodyStart: number,
  dates: readonly FoundDate[],
  today: Date | null
): Dated | null {
  const { tokens, index } = sentence;
  const tense = tenseOf(tokens, group);
  const verb = tokens[group.main];
  if (!tense || !verb || verb.quoted || group.negated || group.form !== 'finite') return null;
  const main = actOf(tokens, group, groups);
  const act = tokens[main ?? -1];
  if (main === null || !act) return null;
  const isPlanned = scheduled.has(act.lower) || (tense === 'future' && act.lemma === 'hear');
  if (noActs.has(act.lemma) && !isPlanned) return null;
  const first = subjectStart(tokens, group, groups, bodyStart, dates);
  if (first === null) return null;
  const last = clauseEnd(tokens, main, groups);
  // “The ceasefire signed in August was broken”: the first is no verb of a clause.
  const isReduced = groups.some(
    (other) =>
      other.form === 'finite' &&
      other.first > main &&
      other.first <= last + 1 &&
      !isJoin(tokens[other.first - 1])
  );
  if (isReduced && !group.auxiliary) return null;
  const opener = leadingDate(tokens, first, dates) ?? first;
  const start = tokens[opener]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  const date = dates.find(
    (each) => each.start >= start && each.end <= end && isDayOf(tokens, each, main)
  );
  if (!date || !isInTime(date, tense, today)) return null;
  if (!isWhole(tokens, main, last, group, date)) return null;
  return { start, end, date, future: tense === 'future', sentence: index };
}

/** `null` where it tells neither what was nor what is planned outright. */
function tenseOf(tokens: readonly Token[], { first, main, modal, auxiliary }: VerbGroup) {
  const opener = tokens[first]?.lower ?? '';
  if (/^(?:will|shall|'ll)$/.test(opener)) return 'future';
  const next = tokens[main + 1]?.lower ?? '';
  const own = tokens[main]?.lower ?? '';
  if (/^(?:is|are)$/.test(opener)) {
    const isPlanned = scheduled.has(own) || scheduled.has(next) || next === 'to';
    return isPlanned ? 'future' : null;
  }
  if (modal) return null;
  if (auxiliary) return /^(?:was|were|had|has|have)$/.test(opener) ? 'past' : null;
  if (/^plans?$/.test(own) && next === 'to') return 'future';
  const lemma = tokens[main]?.lemma ?? own;
  const isPast = samePast.has(own) || (own !== lemma && !/(?:s|ing)$/.test(own)) || /ed$/.test(own);
  return isPast ? 'past' : null;
}

/** Of “is due to publish” the last word; `null` where a plan names no act. */
function actOf(
  tokens: readonly Token[],
  group: VerbGroup,
  groups: readonly VerbGroup[]
): number | null {
  const own = tokens[group.main]?.lower ?? '';
  const isPlan = scheduled.has(own) || /^(?:is|are|plans?)$/.test(own);
  if (!isPlan) return group.main;
  const act = groups.find(
    ({ first, form }) => form === 'infinitive' && first > group.main && first <= group.main + 2
  );
  if (act) return act.main;
  return scheduled.has(own) && /^(?:for|on|in)$/.test(tokens[group.main + 1]?.lower ?? '')
    ? group.main
    : null;
}

function isPunctuation(token: Token | undefined): boolean {
  return token !== undefined && /^[,;:.!?“”()—–-]$/.test(token.text);
}

function isJoin(token: Token | undefined): boolean {
  return token !== undefined && (isPunctuation(token) || /^(?:and|but|or)$/.test(token.lower));
}

/** Where a subject begins that can be read by itself; `null` where there is none, or in a clause within another. */
function subjectStart(
  tokens: readonly Token[],
  group: VerbGroup,
  groups: readonly VerbGroup[],
  bodyStart: number,
  dates: readonly FoundDate[]
): number | null {
  let first = group.first;
  // “Irena Petrova, a lawyer, won”
  if (tokens[first - 1]?.text === ',') {
    let comma = first - 2;
    while (comma > 0 && tokens[comma]?.text !== ',') comma--;
    if (comma <= 0 || first - comma > longestPhrase) return null;
    first = comma;
  }
  const isVerb = (i: number) => groups.some(({ main }) => main === i);
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || before.start < bodyStart || before.quoted) break;
    if (isPunctuation(before) && before.text !== '-') break;
    if (intoClause.has(before.lower) && before.lower !== 'since') return null;
    if (isVerb(first - 1)) return null;
    if (/^(?:but|and|or)$/.test(before.lower) && first === group.first) return null;
    first--;
  }
  while (opensWith.has(tokens[first]?.lower ?? '') || tokens[first]?.text === ',') first++;
  const subject = tokens.slice(first, group.first);
  const isOfDate = (token: Token) =>
    dates.some(({ start, end }) => start <= token.start && token.end <= end);
  const isSubject = (token: Token) =>
    (isNominal(token) && !isOfDate(token)) || /^(?:he|she|they)$/.test(token.lower);
  if (!subject.some(isSubject)) return null;
  const isVague = /^(?:i|we|you|it|there|this|that|these|those|what|my|our|your|one)$/;
  if (isVague.test(subject[0]?.lower ?? '') && subject.length < 2) return null;
  if (subject.some(({ lower }) => /^(?:i|we|you|my|our|your)$/.test(lower))) return null;
  return first;
}

/** “On Monday, police arrested”: from the preposition on. */
function leadingDate(
  tokens: readonly Token[],
  first: number,
  dates: readonly FoundDate[]
): number | null {
  if (tokens[first - 1]?.text !== ',' || first > 7) return null;
  const before = tokens.slice(0, first - 1);
  const start = before[0]?.start ?? 0;
  const end = before.at(-1)?.end ?? 0;
  const date = dates.find((each) => each.start >= start && each.end <= end);
  return date && end - date.end < 3 && date.start - start < 12 ? 0 : null;
}

function clauseEnd(tokens: readonly Token[], main: number, groups: readonly VerbGroup[]): number {
  let last = main;
  for (let i = main + 1; i < tokens.length && i - main < longestClause; i++) {
    const token = tokens[i];
    if (!token) break;
    const isComma =
      token.text === ',' &&
      /\d/.test(tokens[i + 1]?.text ?? '') &&
      /\d$/.test(tokens[i - 1]?.text ?? '');
    if (
      isPunctuation(token) &&
      !(token.text === '-' && token.start === tokens[i - 1]?.end) &&
      !isComma
    )
      break;
    if (intoClause.has(token.lower) && token.lower !== 'since') break;
    if (/^(?:and|but|or)$/.test(token.lower) && groups.some(({ first }) => first === i + 1)) break;
    last = i;
  }
  while (
    last > main &&
    /^(?:ADP|SCONJ|CCONJ|DET|ADV|PUNCT)$/.test(tokens[last]?.pos ?? '') &&
    !isNominal(tokens[last]) &&
    !/day$|^(?:yesterday|today|tomorrow|tonight)$/.test(tokens[last]?.lower ?? '')
  )
    last--;
  return last;
}

/** Not of another verb or thing: “a strike planned for Wednesday”, “since Monday”. */
function isDayOf(tokens: readonly Token[], date: FoundDate, main: number): boolean {
  const at = tokens.findIndex(({ start, end }) => start >= date.start || end > date.start);
  let before = at - 1;
  while (before > 0 && /^(?:early|late|the|next|last)$/.test(tokens[before]?.lower ?? '')) before--;
  const preposition = tokens[before]?.lower ?? '';
  const isScheduled = scheduled.has(tokens[main]?.lower ?? '');
  if (ofOther.has(preposition) && !(preposition === 'for' && isScheduled)) return false;
  for (let i = main + 1; i < at; i++) {
    const token = tokens[i];
    if (token?.pos === 'VERB' && /(?:ed|en|ing)$/.test(token.lower)) return false;
  }
  return true;
}

function isInTime({ value }: FoundDate, tense: 'past' | 'future', today: Date | null): boolean {
  if (!today || value === null || value.includes('W')) return true;
  const now = today.toISOString().slice(0, value.length);
  return tense === 'past' ? value <= now : value >= now;
}

/** Tells what was done: with an object or a place, in the passive, or by a verb that needs none. */
function isWhole(
  tokens: readonly Token[],
  main: number,
  last: number,
  { passive }: VerbGroup,
  date: FoundDate
): boolean {
  const verb = tokens[main];
  if (passive || wholeActs.has(verb?.lemma ?? '') || scheduled.has(verb?.lower ?? '')) return true;
  return tokens
    .slice(main + 1, last + 1)
    .some((token) => isNominal(token) && (token.end <= date.start || token.start >= date.end));
}

/** A named occasion with its day in the same phrase or beside it. */
function occasionsIn(
  { tokens, index }: Sentence,
  bodyStart: number,
  dates: readonly FoundDate[]
): Dated[] {
  const found: Dated[] = [];
  tokens.forEach((token, i) => {
    if (!/^(?:NOUN|PROPN)$/.test(token.pos) || !occasions.has(token.lower) || token.quoted) return;
    if (token.start < bodyStart || token.start < (found.at(-1)?.end ?? 0)) return;
    const next = tokens[i + 1];
    if (next && /^(?:NOUN|PROPN)$/.test(next.pos)) return;
    // "31 March" is no march.
    if (dates.some((date) => date.start <= token.start && token.end <= date.end)) return;
    const first = firstOf(tokens, i);
    const last = lastOf(tokens, i);
    const opener = tokens[first];
    const closer = tokens[last];
    if (!opener || !closer || opener.start < bodyStart) return;
    const date = dates.find(
      ({ start, end }) =>
        (start >= opener.start && end <= closer.end) ||
        (start >= closer.end && start - closer.end < 5)
    );
    if (!date) return;
    const near = tokens.slice(Math.max(0, first - 4), last + 6).map(({ lower }) => lower);
    const future = near.some((word) =>
      /^(?:will|shall|upcoming|scheduled|planned|next)$/.test(word)
    );
    const end = Math.max(closer.end, date.end);
    found.push({ start: opener.start, end, date, future, sentence: index });
  });
  return found;
}

function firstOf(tokens: readonly Token[], i: number): number {
  let first = i;
  while (first > 0 && i - first < longestPhrase) {
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
  if (!/^(?:between|with|of|in|over|against)$/.test(tokens[i + 1]?.lower ?? '')) return i;
  let last = i + 1;
  while (last - i < longestPhrase) {
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
