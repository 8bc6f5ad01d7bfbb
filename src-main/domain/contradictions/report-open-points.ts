/** Contradictions as they are told to people and machines: both sides with their words, quotes and days. */
import type { Briefing } from '../briefing/briefing.js';
import { Stance, type Position } from '../briefing/entries.js';
import { titleOfSource } from '../briefing/source.js';
import { Id, PartialDate } from '../base/values.js';
import { z } from '../base/zod.js';
import { dateOfPosition } from '../ledger/ledger.js';
import {
  type Contradiction,
  contradictionKinds,
  openContradictions
} from './find-contradictions.js';

const Quoted = z
  .strictObject({
    annotation: Id,
    quote: z.string(),
    /** The source that it stands in; `null` for words of a card, or of a source that was taken out. */
    source: z
      .strictObject({ id: Id, title: z.string(), published: PartialDate.nullable() })
      .nullable()
  })
  .readonly();
type Quoted = z.infer<typeof Quoted>;

const ContradictingSide = z
  .strictObject({
    /** Of the position, figure or annotation. */
    id: Id,
    /** What it says: a statement, the wording of a figure, what was said. */
    words: z.string(),
    /** Of a position; else `null`. */
    stance: Stance.nullable(),
    /** From when it counts, of when the figure is, when the source was published; `null` where undated. */
    date: PartialDate.nullable(),
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
    /** What both figures measure; empty for the others. */
    measures: z.string(),
    one: ContradictingSide,
    other: ContradictingSide
  })
  .readonly();
export type OpenPoint = z.infer<typeof OpenPoint>;

export function reportOpenPoints(briefing: Briefing): readonly OpenPoint[] {
  const find = byId(briefing);
  return openContradictions(briefing).flatMap((contradiction): readonly OpenPoint[] => {
    const { kind, one, other, words } = contradiction;
    if (kind === 'figures') {
      const [first, second] = [find.figures.get(one), find.figures.get(other)];
      if (!first || !second) return [];
      const side = (figure: typeof first, said: string): ContradictingSide => ({
        ...{ id: figure.id, words: said, stance: null, date: figure.date },
        quotes: find.quotes(figure.evidence)
      });
      const { measures } = first;
      const sides = { one: side(first, words[0]), other: side(second, words[1]) };
      return [{ kind, actor: null, issue: null, measures, ...sides }];
    }
    if (kind === 'quotes') {
      const side = (id: Id, said: string): ContradictingSide => {
        const quotes = find.quotes([id]);
        return {
          id,
          words: said,
          stance: null,
          date: quotes[0]?.source?.published ?? null,
          quotes
        };
      };
      const actor = find.speaker(contradiction);
      return [
        {
          kind,
          actor,
          issue: null,
          measures: '',
          one: side(one, words[0]),
          other: side(other, words[1])
        }
      ];
    }
    const [first, second] = [find.positions.get(one), find.positions.get(other)];
    const issue = first && find.issues.get(first.issue);
    if (!first || !second || !issue) return [];
    const side = (position: Position): ContradictingSide => ({
      id: position.id,
      words: position.statement,
      stance: position.stance,
      date: dateOfPosition(position),
      quotes: find.quotes(position.evidence)
    });
    return [
      {
        kind,
        actor: find.actor(first.actor),
        issue: { id: issue.id, wording: issue.wording },
        measures: '',
        one: side(first),
        other: side(second)
      }
    ];
  });
}

function byId(briefing: Briefing) {
  const map = <T extends { readonly id: Id }>(entries: readonly T[]) =>
    new Map(entries.map((each) => [each.id, each]));
  const [annotations, sources, actors] = [
    map(briefing.annotations),
    map(briefing.sources),
    map(briefing.actors)
  ];
  const actor = (id: Id) => {
    const found = actors.get(id);
    return found ? { id, name: found.name } : null;
  };
  const speakers = (annotation: Id) =>
    [...briefing.positions, ...briefing.statements]
      .filter(({ evidence }) => evidence.includes(annotation))
      .map((each) => each.actor);
  return {
    positions: map(briefing.positions),
    figures: map(briefing.figures),
    issues: map(briefing.issues),
    actor,
    /** Who said both. */
    speaker({ one, other }: Contradiction) {
      const others = new Set(speakers(other));
      const both = speakers(one).find((id) => others.has(id));
      return both === undefined ? null : actor(both);
    },
    quotes: (evidence: readonly Id[]): readonly Quoted[] =>
      evidence.flatMap((id) => {
        const annotation = annotations.get(id);
        if (!annotation) return [];
        const source =
          annotation.target.type === 'source' ? sources.get(annotation.target.id) : undefined;
        return [
          {
            annotation: id,
            quote: annotation.target.selectors.quote.exact,
            source: source
              ? { id: source.id, title: titleOfSource(source), published: source.published }
              : null
          }
        ];
      })
  };
}
