/**
 * Contradictions as they are told to people and machines: both sides with their words, quotes and days.
 * Over 300 lines because each kind is told by the same few helpers.
 */
import { Writer } from '../briefing/author.js';
import type { Briefing } from '../briefing/briefing.js';
import {
  type Dismissal,
  type Figure,
  type Position,
  positionStatuses,
  Stance
} from '../briefing/entries.js';
import { gradeOf, type Source, titleOfSource } from '../briefing/source.js';
import { firstDayOf, Id, mayBeOneDay, PartialDate } from '../base/values.js';
import { z } from '../base/zod.js';
import { isFork } from '../ledger/held-stances.js';
import { dateOfPosition, dayOfPosition } from '../ledger/ledger.js';
import { amountInWords } from '../terms/terms.js';
import type { CorrectedWords } from './corrected-words.js';
import {
  type Contradiction,
  type ContradictionKind,
  contradictionKinds,
  sortContradictions,
  type SortedContradictions
} from './find-contradictions.js';

/** What contradicts, before whose it is and what it is about. */
export const contradictionWords: Readonly<Record<ContradictionKind, string>> = {
  stances: 'Two stances in force',
  denied: 'Said, and denied',
  figures: 'Two figures for one measure',
  quotes: 'One statement in different words',
  corrected: 'Evidence changed in a newer version of its source'
};

const Quoted = z
  .strictObject({
    /** `null`: nothing is noted on these words. */
    annotation: Id.nullable(),
    quote: z.string(),
    /** The source that it stands in; `null` for words of a card, or of a source that was taken out. */
    source: z
      .strictObject({
        id: Id,
        title: z.string(),
        published: PartialDate.nullable(),
        /** On the Admiralty scale, such as "B2". */
        grade: z.string()
      })
      .nullable()
  })
  .readonly();
type Quoted = z.infer<typeof Quoted>;

const ContradictingSide = z
  .strictObject({
    /** Of the position, figure, annotation or newer version of a source; of a card, or for the bottom line the briefing, whose lines are corrected. */
    id: Id,
    /** What it says: a statement, the wording of a figure, what was said; empty for words that are gone. */
    words: z.string(),
    /** Of a position; else `null`, as is `status`. */
    stance: Stance.nullable(),
    status: z.enum(positionStatuses).nullable(),
    /** Of a position, on what it depends; else empty. */
    condition: z.string(),
    /** From when it counts, of when the figure is, when the source was published; `null` where undated. */
    date: PartialDate.nullable(),
    /** Of a position who recorded it, and when; `null` where that is not known, and of all else. */
    by: Writer.nullable(),
    quotes: z.array(Quoted).readonly()
  })
  .readonly();
export type ContradictingSide = z.infer<typeof ContradictingSide>;

export const OpenPoint = z
  .strictObject({
    kind: z.enum(contradictionKinds),
    /** Whose positions or words they are; `null` for figures. */
    actor: z.strictObject({ id: Id, name: z.string() }).nullable(),
    /** On which issue; `null` for figures and quotes. */
    issue: z.strictObject({ id: Id, wording: z.string() }).nullable(),
    /** What both figures measure, or corrected words that nobody said are about; empty for the others. */
    measures: z.string(),
    /** What both figures count; empty for the others. */
    unit: z.string(),
    /** Whether `one` is the earlier. `unknown`: of what has no day. Of the last two neither is later. */
    order: z.enum(['earlier-first', 'same-day', 'unknown']),
    /** Whether two people superseded the same entry with these, each without knowing of the other. */
    isFork: z.boolean(),
    one: ContradictingSide,
    other: ContradictingSide
  })
  .readonly();
export type OpenPoint = z.infer<typeof OpenPoint>;

export interface SettledPoint {
  readonly point: OpenPoint;
  /** With its reason; `null`: it is contested, so both stay in force. */
  readonly dismissal: Dismissal | null;
}

/** What of a briefing is read for them. */
export type PointsOf = Pick<
  Briefing,
  | 'positions'
  | 'statements'
  | 'figures'
  | 'annotations'
  | 'dismissals'
  | 'actors'
  | 'issues'
  | 'sources'
>;

export function reportOpenPoints(
  briefing: PointsOf,
  corrected: readonly CorrectedWords[]
): readonly OpenPoint[] {
  return reportPoints(briefing, corrected).open;
}

/** Those that are open and those that are settled; `sorted` are those of the briefing. */
export function reportPoints(
  briefing: PointsOf,
  corrected: readonly CorrectedWords[],
  { open, settled }: SortedContradictions = sortContradictions(briefing, corrected)
): { readonly open: readonly OpenPoint[]; readonly settled: readonly SettledPoint[] } {
  if (open.length + settled.length === 0) return { open: [], settled: [] };
  const told = pointTeller(briefing, corrected);
  return {
    open: open.flatMap((each) => told(each) ?? []),
    settled: settled.flatMap(({ contradiction, dismissal }) => {
      const point = told(contradiction);
      return point ? [{ point, dismissal }] : [];
    })
  };
}

/** The contradiction that a point tells of. */
export function contradictionOf({ kind, one, other }: OpenPoint): Contradiction {
  return { kind, one: one.id, other: other.id, words: [one.words, other.words] };
}

/** What a side says; of a figure with its unit. */
export function wordsOfSide({ kind, unit }: OpenPoint, { words }: ContradictingSide): string {
  return kind === 'figures' ? amountInWords({ wording: words, unit }) : words;
}

/** Whose it is and what it is about, such as “The minister: Should it be built?”; empty for neither. */
export function aboutPoint({ actor, issue, measures }: OpenPoint): string {
  return [actor?.name, issue?.wording, measures].filter(Boolean).join(': ');
}

/** Tells one contradiction of the briefing; `null` where an entry or a name of it is missing. */
function pointTeller(
  briefing: PointsOf,
  corrected: readonly CorrectedWords[]
): (contradiction: Contradiction) => OpenPoint | null {
  const find = byId(briefing);
  const nothing = { actor: null, issue: null, measures: '', unit: '', isFork: false };
  const bare = { stance: null, status: null, condition: '', by: null };
  const figureSide = ({ id, date, evidence }: Figure, words: string): ContradictingSide => ({
    ...{ ...bare, id, words, date },
    quotes: find.quotes(evidence)
  });
  const quoteSide = (id: Id, words: string): ContradictingSide => {
    const quotes = find.quotes([id]);
    return { ...bare, id, words, date: quotes[0]?.source?.published ?? null, quotes };
  };
  const lineSide = ({ quoting, quote, source }: CorrectedWords): ContradictingSide => {
    const earlier = find.sources.get(source);
    const quoted = { annotation: null, quote, source: earlier ? quotedFrom(earlier) : null };
    const date = earlier?.published ?? null;
    return { ...bare, id: quoting, words: quote, date, quotes: [quoted] };
  };
  const positionSide = (position: Position): ContradictingSide => ({
    id: position.id,
    words: position.statement,
    stance: position.stance,
    status: position.status,
    condition: position.condition,
    date: dateOfPosition(position),
    by: position.by?.name ? { name: position.by.name, at: position.recordedAt } : null,
    quotes: find.quotes(position.evidence)
  });
  const byPair = new Map(corrected.map((each) => [`${each.quoting} ${each.update}`, each]));
  return ({ kind, one, other, words, isCorrection }) => {
    if (kind === 'corrected') {
      const update = find.sources.get(other);
      const found = byPair.get(`${one} ${other}`);
      if (!update || !found) return null;
      const newer: Quoted = {
        annotation: found.noted,
        quote: words[1],
        source: quotedFrom(update)
      };
      return {
        ...{ kind, ...nothing, ...find.aboutClaims(found.claims, update) },
        ...(found.part && { measures: found.part }),
        order: 'earlier-first',
        one: found.part === null ? quoteSide(one, words[0]) : lineSide(found),
        other: { ...bare, id: other, words: words[1], date: update.published, quotes: [newer] }
      };
    }
    if (kind === 'quotes') {
      const sides = inOrderOfDays(quoteSide(one, words[0]), quoteSide(other, words[1]));
      return { kind, ...nothing, actor: find.speakerOf(one, other), ...sides };
    }
    if (kind === 'figures') {
      const [first, second] = [find.figures.get(one), find.figures.get(other)];
      if (!first || !second) return null;
      const [left, right] = [figureSide(first, words[0]), figureSide(second, words[1])];
      const sides = isCorrection
        ? { order: 'earlier-first' as const, one: left, other: right }
        : inOrderOfDays(left, right);
      return { kind, ...nothing, measures: first.measures, unit: first.unit, ...sides };
    }
    const [first, second] = [find.positions.get(one), find.positions.get(other)];
    const issue = first && find.issues.get(first.issue);
    if (!first || !second || !issue) return null;
    return {
      kind,
      actor: find.actor(first.actor),
      issue: { id: issue.id, wording: issue.wording },
      measures: '',
      unit: '',
      order: orderOf(dayOfPosition(first), dayOfPosition(second), true),
      isFork: isFork(first, second),
      one: positionSide(first),
      other: positionSide(second)
    };
  };
}

/** The earlier one first, by its own day, else by when the source was published; where neither is known as they are. */
function inOrderOfDays(
  one: ContradictingSide,
  other: ContradictingSide
): Pick<OpenPoint, 'order' | 'one' | 'other'> {
  const [first = null, second = null] = [one, other].map(({ date, quotes }) => {
    return date ?? quotes[0]?.source?.published ?? null;
  });
  // Of one day in April, and of April without a day, nobody knows which is the later.
  const isDay = first === second && first?.length === 10;
  const isOpen = first && second && !isDay && mayBeOneDay(first, second);
  const order = isOpen ? 'unknown' : orderOf(first, second, false);
  const isTurned = first && second && firstDayOf(second) < firstDayOf(first);
  return isTurned ? { order, one: other, other: one } : { order, one, other };
}

/** @param isUndatedEarlier as in the ledger, where what is undated was always known. */
function orderOf(
  one: string | null,
  other: string | null,
  isUndatedEarlier: boolean
): OpenPoint['order'] {
  if (one === other) return one === null ? 'unknown' : 'same-day';
  return isUndatedEarlier || (one && other) ? 'earlier-first' : 'unknown';
}

/** What the two sides of a point are called, where positions or versions contradict each other. */
export function sidesInWords({ kind, order }: OpenPoint): readonly [string, string] {
  if (kind === 'corrected') return ['Earlier version', 'Newer version'];
  if (order === 'earlier-first') return ['Earlier', 'Later'];
  return order === 'same-day' ? ['A, same day', 'B, same day'] : ['A', 'B'];
}

function byId(briefing: PointsOf) {
  const map = <T extends { readonly id: Id }>(entries: readonly T[]) =>
    new Map(entries.map((each) => [each.id, each]));
  const [annotations, sources, actors] = [
    map(briefing.annotations),
    map(briefing.sources),
    map(briefing.actors)
  ];
  const speakers = new Map<Id, Set<Id>>();
  for (const { actor, evidence } of [...briefing.positions, ...briefing.statements]) {
    for (const id of evidence) speakers.set(id, (speakers.get(id) ?? new Set()).add(actor));
  }
  const actor = (id: Id) => {
    const found = actors.get(id);
    return found ? { id, name: found.name } : null;
  };
  return {
    positions: map(briefing.positions),
    figures: map(briefing.figures),
    issues: map(briefing.issues),
    sources,
    actor,
    /** Whose words they are and what they are about; where no claim says so, where they stand. */
    aboutClaims(
      claims: readonly Id[],
      update: Source
    ): Pick<OpenPoint, 'actor' | 'issue' | 'measures'> {
      const position = briefing.positions.find(({ id }) => claims.includes(id));
      const statement = briefing.statements.find(({ id }) => claims.includes(id));
      const figure = briefing.figures.find(({ id }) => claims.includes(id));
      const said = position ?? statement;
      const issue = briefing.issues.find(({ id }) => id === position?.issue);
      return {
        actor: said ? actor(said.actor) : null,
        issue: issue ? { id: issue.id, wording: issue.wording } : null,
        measures: said ? '' : figure?.measures || titleOfSource(update)
      };
    },
    /** Who said both. */
    speakerOf(one: Id, other: Id) {
      const others = speakers.get(other);
      const both = [...(speakers.get(one) ?? [])].find((id) => others?.has(id));
      return both === undefined ? null : actor(both);
    },
    quotes: (evidence: readonly Id[]): readonly Quoted[] =>
      evidence.flatMap((id) => {
        const annotation = annotations.get(id);
        if (!annotation) return [];
        const { target } = annotation;
        const source = target.type === 'source' ? sources.get(target.id) : undefined;
        return [
          {
            annotation: id,
            quote: target.selectors.quote.exact,
            source: source ? quotedFrom(source) : null
          }
        ];
      })
  };
}

function quotedFrom(source: Source): NonNullable<Quoted['source']> {
  const { id, published } = source;
  return { id, title: titleOfSource(source), published, grade: gradeOf(source) };
}
