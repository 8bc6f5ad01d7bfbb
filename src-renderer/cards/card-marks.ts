/** The annotations of a card as its editor shows them: over the Markdown that their words come from. */
import type { Range } from '../../src-main/domain/text/range.js';
import type {
  Annotation,
  AnnotationKind,
  Selectors
} from '../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../src-main/domain/base/values.js';
import { mapOf } from '../markdown/map-markdown.js';

export interface CardMark {
  readonly id: Id;
  readonly kind: AnnotationKind;
  /** In the card's Markdown, UTF-16 units, end-exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Where annotations stand in the card's Markdown. */
export type SourcePlaces = ReadonlyMap<Id, Range>;

/** Of the annotations with a place in `body`, those whose words come from its Markdown. */
export function cardMarks(annotations: readonly Annotation[], body: string): CardMark[] {
  const placed = annotations.filter(({ target }) => target.selectors.position !== null);
  if (placed.length === 0) return [];
  const { map } = mapOf(body);
  return placed.flatMap(({ id, kind, target }) => {
    const place = target.selectors.position && map.toSource(target.selectors.position);
    return place ? [{ id, kind, from: place.start, to: place.end }] : [];
  });
}

/**
 * The marks of an editor brought in line with annotations that changed elsewhere. A mark that still
 * leads to its annotation's place stays as the editor has it: while Markdown is half typed, an editor
 * knows places that are not rendered.
 */
export function mergeMarks(
  marks: readonly CardMark[],
  annotations: readonly Annotation[],
  body: string
): readonly CardMark[] {
  const fresh = new Map(cardMarks(annotations, body).map((mark) => [mark.id, mark]));
  const old = new Map(marks.map((mark) => [mark.id, mark]));
  const { text } = mapOf(body);
  const merged = annotations.flatMap(({ id, kind, target }): readonly CardMark[] => {
    const mark = old.get(id);
    const { position } = target.selectors;
    const stays = !position || leadsTo(mark, position, body) || !stands(target.selectors, text);
    if (mark && stays) return [{ ...mark, kind }];
    const now = fresh.get(id);
    return now ? [now] : [];
  });
  return sameMarks(marks, merged) ? marks : merged;
}

/** Whether the quote is where the selectors say: not while they are still those of an earlier text. */
function stands({ quote, position }: Selectors, text: string): boolean {
  if (!position) return false;
  const { start, end } = position;
  return (
    text.slice(start, end) === quote.exact &&
    text.slice(0, start).endsWith(quote.prefix) &&
    text.startsWith(quote.suffix, end)
  );
}

function leadsTo(mark: CardMark | undefined, { start, end }: Range, body: string): boolean {
  const place = mark && mapOf(body).map.toRendered({ start: mark.from, end: mark.to });
  return place?.start === start && place.end === end;
}

function sameMarks(a: readonly CardMark[], b: readonly CardMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, i) => {
      const other = b[i];
      return (
        mark.id === other?.id &&
        mark.kind === other.kind &&
        mark.from === other.from &&
        mark.to === other.to
      );
    })
  );
}
