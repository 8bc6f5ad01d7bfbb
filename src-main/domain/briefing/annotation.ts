/**
 * Annotations after the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/).
 *
 * Selectors refer to the rendered text of a card or source, in UTF-16 units, end-exclusive.
 * (W3C counts code points: the difference is made up at export and import.)
 */
import { z } from '../base/zod.js';
import { Id, newId, Moment } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { Author } from './author.js';
import { TextHash } from './source.js';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export const TextQuoteSelector = z
  .strictObject({
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string()
  })
  .readonly();
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** https://www.w3.org/TR/annotation-model/#text-position-selector */
export const TextPositionSelector = z
  .strictObject({
    start: z.int().nonnegative(),
    end: z.int().nonnegative()
  })
  .readonly();
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

export const Selectors = z
  .strictObject({
    quote: TextQuoteSelector,
    /** `null`: the quote has no certain place now. The annotation is an orphan, shown and kept. */
    position: TextPositionSelector.nullable()
  })
  .readonly();
export type Selectors = z.infer<typeof Selectors>;

export const Target = z
  .strictObject({
    /** What was annotated: a card or a source of the same briefing. */
    type: z.enum(['card', 'source']),
    id: Id,
    selectors: Selectors,
    /** The selectors as first made; they never change, so a wrong move can be traced and mended. */
    original: Selectors,
    /**
     * The rendered text that the selectors were last verified on, by hash, and the version of the
     * renderer that made it (a W3C `State`); `null` while that is the text that stands there now.
     */
    base: z.strictObject({ text: TextHash, renderer: z.int().positive() }).readonly().nullable()
  })
  .readonly();
export type Target = z.infer<typeof Target>;

/**
 * What a highlight says about its words. Each kind has a colour and an underline of its own. A
 * `note` says nothing of them by itself: it is what somebody's own words or tags are put on.
 */
export const annotationKinds = ['key', 'claim', 'figure', 'change', 'doubt', 'note'] as const;
export const AnnotationKind = z.enum(annotationKinds);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

export const annotationKindWords: Readonly<Record<AnnotationKind, string>> = {
  key: 'Key point',
  claim: 'Claim',
  figure: 'Figure',
  change: 'Change',
  doubt: 'Doubt',
  note: 'Note'
};

/** A comment on a comment, in the order of writing. */
export const Reply = z
  .strictObject({
    id: Id,
    /** Markdown. */
    note: z.string().min(1).max(maxLengths.note),
    createdAt: Moment,
    modifiedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Reply = z.infer<typeof Reply>;

/** An actor, an issue or a position of the same briefing that the annotated words are about. */
export const AnnotationLink = z
  .strictObject({ type: z.enum(['actor', 'issue', 'position']), id: Id })
  .readonly();
export type AnnotationLink = z.infer<typeof AnnotationLink>;

export const Annotation = z
  .strictObject({
    id: Id,
    kind: AnnotationKind,
    /** Markdown; empty for a bare highlight (motivation `highlighting`, else `commenting`). */
    note: z.string().max(maxLengths.note),
    tags: z.array(z.string().min(1).max(maxLengths.tag)).readonly(),
    replies: z.array(Reply).readonly(),
    links: z.array(AnnotationLink).readonly(),
    target: Target,
    /**
     * What is uncertain of the place: its words were changed, or others stand where they stood.
     * `null`: nothing, or its author has looked at it.
     */
    flag: z.enum(['changed', 'replaced']).nullable(),
    createdAt: Moment,
    modifiedAt: Moment,
    by: Author.nullable()
  })
  .readonly();
export type Annotation = z.infer<typeof Annotation>;

/** Its words are nowhere for now; what they were stays. */
export function orphaned(annotation: Annotation): Annotation {
  const { target } = annotation;
  const selectors = { ...target.selectors, position: null };
  return { ...annotation, target: { ...target, selectors } };
}

/** A bare highlight of these words, where they were first marked. */
export function newAnnotation(
  { type, id, selectors }: Pick<Target, 'type' | 'id' | 'selectors'>,
  moment: string,
  more: Partial<Annotation> = {}
): Annotation {
  return {
    id: newId(),
    kind: 'key',
    note: '',
    tags: [],
    replies: [],
    links: [],
    flag: null,
    target: { type, id, selectors, original: selectors, base: null },
    createdAt: moment,
    modifiedAt: moment,
    by: null,
    ...more
  };
}
