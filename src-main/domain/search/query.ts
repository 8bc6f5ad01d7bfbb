/** The language of searches: `words "a phrase" begin* actor:name issue: stance: tag: date: kind:`, or “who opposes …”. Pure. */
import { stances, type Stance, cardKinds } from '../briefing/entries.js';
import { maxLengths } from '../base/limits.js';
import { everyPosition, type AcrossQuery } from '../ledger/across-briefings.js';
import { filtersOfQuestion } from './question.js';
import { searchWords } from './words.js';
import { firstDayOf, PartialDate } from '../base/values.js';

/** One word, or several that must stand in a row. */
export interface Term {
  /** Folded; never empty. */
  readonly words: readonly string[];
  /** The last word need only begin so. */
  readonly prefix: boolean;
}

/** All must hold; of several values of one name each must, but of stances and kinds any. */
export interface Filters {
  /** Folded words, which a name or an alias must hold in a row, the last as a beginning. */
  readonly actor: readonly (readonly string[])[];
  readonly issue: readonly (readonly string[])[];
  readonly tag: readonly (readonly string[])[];
  readonly stance: readonly Stance[];
  readonly kind: readonly RowKind[];
  readonly date: readonly DaysAsked[];
}

export interface Query {
  /** Each must occur somewhere in a briefing. */
  readonly terms: readonly Term[];
  readonly filters: Filters;
  /** A sentence for each part that means nothing, which is then left out. */
  readonly complaints: readonly string[];
}

export const filterNames = ['actor', 'issue', 'stance', 'tag', 'date', 'kind'] as const;
export type FilterName = (typeof filterNames)[number];

/** Whether the query asks for nothing at all. */
export function isEmptyQuery({ terms, filters }: Query): boolean {
  const values = Object.values(filters) as readonly (readonly unknown[])[];
  return terms.length === 0 && values.every((each) => each.length === 0);
}

const filter = `(?:(${filterNames.join('|')}):\\s*)?`;
const queryParts = new RegExp(`${filter}(?:"([^"]*)(?:"(\\*)?|$)|([^\\s"]+))`, 'giu');

/** Every text has a meaning. With `typing`, a last word that is not ended yet need only begin so. */
export function parseQuery(text: string, { typing = false } = {}): Query {
  const terms: Term[] = [];
  const complaints: string[] = [];
  const filters = {
    actor: [] as string[][],
    issue: [] as string[][],
    tag: [] as string[][],
    stance: [] as Stance[],
    kind: [] as RowKind[],
    date: [] as DaysAsked[]
  };
  for (const { name, value, isBegun, isLast } of partsOf(text)) {
    if (name) addFilter(name, value);
    else if (!isUnfinishedFilter(value)) addTerm(value, isBegun || (typing && isLast));
  }
  return { terms, filters, complaints };

  function addTerm(value: string, prefix: boolean): void {
    const words = searchWords(value);
    if (words.length > 0) terms.push({ words, prefix });
  }

  function addFilter(name: FilterName, value: string): void {
    const words = searchWords(value);
    const folded = value.trim().toLowerCase();
    switch (name) {
      case 'actor':
      case 'issue':
      case 'tag':
        if (words.length > 0) filters[name].push(words);
        break;
      case 'stance': {
        const found = stances.filter((stance) => stance.startsWith(folded));
        filters.stance.push(...found);
        if (found.length === 0) complaints.push(`stance: is ${listed(stances)}, not “${value}”.`);
        break;
      }
      case 'kind': {
        const found = searchKinds.filter((kind) => kind.startsWith(folded)).flatMap(kindsNamed);
        filters.kind.push(...new Set(found));
        if (found.length === 0) complaints.push(`kind: is ${listed(searchKinds)}, not “${value}”.`);
        break;
      }
      case 'date': {
        const days = readDays(folded);
        if (days) filters.date.push(days);
        else {
          complaints.push(
            `date: is a year, a month or a day such as 2025-08-15, or two of them with “..” between, not “${value}”.`
          );
        }
      }
    }
  }
}

/** `isBegun`: its last word need only begin so. `isLast`: no space and no mark ends it. */
function partsOf(text: string) {
  const straight = filtersOfQuestion(text.replace(/[“”„«»]/g, '"'));
  return [...straight.matchAll(queryParts)].map(
    ({ 0: whole, 1: name, 2: phrase, 3: star, 4: bare, index }) => ({
      whole,
      name: name?.toLowerCase() as FilterName | undefined,
      value: phrase ?? bare ?? '',
      isBegun: star !== undefined || (phrase ?? bare ?? '').endsWith('*'),
      isLast: phrase === undefined && index + whole.length === straight.length
    })
  );
}

/** Which positions a search asks about; `null` where it asks for no stance. */
export function positionsAsked(text: string): AcrossQuery | null {
  const { stance: stances } = parseQuery(text).filters;
  if (stances.length === 0) return null;
  const parts = partsOf(text);
  const valuesOf = (name: 'actor' | 'issue') =>
    parts
      .flatMap((part) => (part.name === name ? [part.value] : []))
      .join(' ')
      .trim()
      .slice(0, maxLengths[name]) || null;
  const others = parts.filter(({ name }) => !name || !/^(?:actor|issue|stance)$/u.test(name));
  return {
    ...everyPosition,
    stance: (stances.length === 1 && stances[0]) || null,
    actor: valuesOf('actor'),
    issue: valuesOf('issue'),
    search: others
      .map(({ whole }) => whole)
      .join(' ')
      .slice(0, 1_000)
  };
}

/** `actor:` before its value is typed. */
function isUnfinishedFilter(value: string): boolean {
  return filterNames.some((name) => value.toLowerCase() === `${name}:`);
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Stretches of days, as `date:` asks for them: a day, a month, a year, or from one to another. Pure. */

/** `YYYY-MM-DD`, both included; compared as text. */
export interface DaysAsked {
  readonly first: string;
  readonly last: string;
}

/** The days that a date can mean. Every month may end on a 31st, since they are only compared. */
export function daysOf(date: PartialDate): DaysAsked {
  const last = { 4: `${date}-12-31`, 7: `${date}-31` }[date.length] ?? date;
  return { first: firstDayOf(date), last };
}

/** `2025-08`, `2025..2026-03`, `2025-08..` or `..2025-08`; `null` for anything else. */
function readDays(text: string): DaysAsked | null {
  const [from = '', to = from, ...more] = text.split('..').map((part) => part.trim());
  if (more.length > 0 || (from === '' && to === '')) return null;
  const first = from === '' ? '0000-01-01' : dayIn(from, 'first');
  const last = to === '' ? '9999-12-31' : dayIn(to, 'last');
  return first && last ? { first, last } : null;
}

function dayIn(text: string, end: keyof DaysAsked): string | null {
  const date = PartialDate.safeParse(text);
  return date.success ? daysOf(date.data)[end] : null;
}

/** What a search can find a thing in: one row of the index a card, note and source, and one for each smaller part. */
const parts = [
  'title',
  'bottom line',
  'tag',
  'actor',
  'issue',
  'position',
  'statement',
  'event',
  'figure',
  'outcome',
  'annotation',
  'source'
] as const;

/** Their order is part of the index: a change needs a new `indexVersion`. */
export const rowKinds = [...parts, ...cardKinds.map((kind) => `card: ${kind}` as const)] as const;
export type RowKind = (typeof rowKinds)[number];

/** What `kind:` can ask for. */
export const searchKinds: readonly string[] = [
  ...new Set(['card', 'note', ...cardKinds, ...parts])
];

/** The kinds of row that a name of `searchKinds` means: a note is a card of that kind, and what was written on words. */
function kindsNamed(name: string): readonly RowKind[] {
  return rowKinds.filter(
    (kind) =>
      kind === name ||
      kind === `card: ${name}` ||
      (name === 'card' && kind.startsWith('card: ')) ||
      (kind === 'annotation' && (name === 'note' || name === 'quote'))
  );
}
