/** Annotations by the Markdown that their words come from: what an editor, a split and a merge go by. Pure. */
import { describe } from '../../../src-main/domain/anchoring/locate.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import { trimSpan } from '../../annotations/text/text-nodes.js';
import { mapOf } from '../../markdown/map-markdown.js';

/**
 * The annotation on the words that a stretch of a card's Markdown renders to; `null` when that is
 * nothing but white space. The same annotation when it stands there already.
 */
export function placedInSource(
  annotation: Annotation,
  card: Id,
  body: string,
  source: Range
): Annotation | null {
  const { text, map } = mapOf(body);
  const rendered = map.toRendered(source);
  const words = rendered && trimSpan(text, rendered);
  if (!words) return null;
  const { target } = annotation;
  const selectors = describe(text, words.start, words.end);
  if (target.id === card && isSame(target.selectors, selectors)) return annotation;
  return { ...annotation, target: { ...target, type: 'card', id: card, selectors, base: null } };
}

/** Where in the card's Markdown an annotation stands; `null` for an orphan, and for what is not written there. */
export function sourceOf({ target }: Annotation, body: string): Range | null {
  const { position } = target.selectors;
  return position && mapOf(body).map.toSource(position);
}

function isSame(a: Annotation['target']['selectors'], b: typeof a): boolean {
  return (
    a.position?.start === b.position?.start &&
    a.position?.end === b.position?.end &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix
  );
}
