/** Clauses that tell an act, past or planned outright, with its own day: “The Senate passed the bill on Tuesday”. */
import { isNominal } from '../reading/noun-phrases.js';
import type { Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { type VerbGroup, verbGroups } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundDate } from './find-dates.js';

export interface DatedEvent extends Range {
  readonly date: FoundDate;
  readonly future: boolean;
  readonly sentence: number;
}

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

/** A sentence with what all rules need of it. */
interface Scene {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  /** Where its words begin behind a dateline. */
  readonly bodyStart: number;
  /** Those that an event may have. */
  readonly dates: readonly FoundDate[];
}

/** `dates` are those of the sentence that an event may have. In order, without overlap. */
export function clausesIn(
  { tokens, index }: Sentence,
  bodyStart: number,
  dates: readonly FoundDate[],
  today: Date | null
): DatedEvent[] {
  const scene = { tokens, groups: verbGroups(tokens), bodyStart, dates };
  const found: DatedEvent[] = [];
  for (const group of scene.groups) {
    const clause = clauseOf(scene, group, today);
    const event = clause && { ...clause, sentence: index };
    if (event && event.start >= (found.at(-1)?.end ?? 0)) found.push(event);
  }
  return found;
}

function clauseOf(
  scene: Scene,
  group: VerbGroup,
  today: Date | null
): Omit<DatedEvent, 'sentence'> | null {
  const { tokens, groups, dates } = scene;
  const tense = tenseOf(tokens, group);
  const verb = tokens[group.main];
  if (!tense || !verb || verb.quoted || group.negated || group.form !== 'finite') return null;
  const main = actOf(scene, group);
  const act = tokens[main ?? -1];
  if (main === null || !act) return null;
  const isPlanned = scheduled.has(act.lower) || (tense === 'future' && act.lemma === 'hear');
  if (noActs.has(act.lemma) && !isPlanned) return null;
  const first = subjectStart(scene, group);
  if (first === null) return null;
  const last = clauseEnd(scene, main);
  // “The ceasefire signed in August was broken”: the first is no verb of a clause.
  const isReduced = groups.some(
    (other) =>
      other.form === 'finite' &&
      other.first > main &&
      other.first <= last + 1 &&
      // “voted to let United build”
      !groups.some(
        ({ form, main: between }) =>
          form === 'infinitive' && between > main && between < other.first
      )
  );
  if (isReduced && !group.auxiliary) return null;
  const opener = leadingDate(scene, first) ?? first;
  const start = tokens[opener]?.start ?? 0;
  const told = tokens[last]?.end ?? 0;
  const within = dates.find(
    (each) => each.start >= start && each.end <= told && isDayOf(tokens, each, main)
  );
  const date = within ?? dateOfWhen(scene, last);
  const end = Math.max(told, date?.end ?? 0);
  if (!date || !isInTime(date, tense, today)) return null;
  if (!isWhole(tokens, main, last, group, date)) return null;
  return { start, end, date, future: tense === 'future' };
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
function actOf({ tokens, groups }: Scene, group: VerbGroup): number | null {
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

/** Where a subject begins that can be read by itself; `null` where there is none, or in a clause within another. */
function subjectStart(
  { tokens, groups, bodyStart, dates }: Scene,
  group: VerbGroup
): number | null {
  let first = group.first;
  // “Irena Petrova, a lawyer, won”
  if (tokens[first - 1]?.text === ',') {
    let comma = first - 2;
    while (comma > 0 && tokens[comma]?.text !== ',') comma--;
    if (comma <= 0 || first - comma > longestPhrase) return null;
    first = comma;
  }
  // “the disputed valley”
  const isVerb = (i: number) =>
    groups.some(
      ({ main, auxiliary }) =>
        main === i && (auxiliary || !/^(?:DET|ADJ)$/.test(tokens[i - 1]?.pos ?? ''))
    );
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
function leadingDate({ tokens, dates }: Scene, first: number): number | null {
  if (tokens[first - 1]?.text !== ',' || first > 7) return null;
  const before = tokens.slice(0, first - 1);
  const start = before[0]?.start ?? 0;
  const end = before.at(-1)?.end ?? 0;
  const date = dates.find((each) => each.start >= start && each.end <= end);
  return date && end - date.end < 3 && date.start - start < 12 ? 0 : null;
}

function clauseEnd({ tokens, groups }: Scene, main: number): number {
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

/** “were killed when a bus left the road on Friday”: one event, with the day at its end. */
function dateOfWhen({ tokens, dates }: Scene, last: number): FoundDate | undefined {
  if (!/^(?:when|as)$/.test(tokens[last + 1]?.lower ?? '')) return undefined;
  const rest = tokens.slice(last + 2, last + 2 + longestPhrase);
  const stop = rest.findIndex((token) => isPunctuation(token) || intoClause.has(token.lower));
  const end = (stop < 0 ? rest.at(-1) : rest[stop - 1])?.end ?? 0;
  const from = tokens[last]?.end ?? 0;
  return dates.find((each) => each.start > from && each.end <= end);
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
