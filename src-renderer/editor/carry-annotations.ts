/**
 * Takes the annotations of a card along when its text changes. Pure; drops none.
 *
 * While a person types, every change is one stretch of the text, so places follow exactly. Words
 * that are deleted leave an orphan, which finds its place again when they come back.
 */
import { describe } from '../../src-main/domain/anchoring/describe.js';
import { locate } from '../../src-main/domain/anchoring/locate.js';
import { findEdit, followEdit, type Edit } from '../../src-main/domain/anchoring/splice.js';
import type { Annotation, TextQuoteSelector } from '../../src-main/domain/annotation.js';
import type { Card } from '../../src-main/domain/card.js';
import type { Id } from '../../src-main/domain/id.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';

/** The same array when the card has no annotation or none moved. */
export function carryAnnotations(
  annotations: readonly Annotation[],
  card: Card,
  body: string
): readonly Annotation[] {
  if (!annotations.some(({ target }) => target.id === card.id)) return annotations;
  const before = renderMarkdown(card.body).text;
  const after = renderMarkdown(body).text;
  const edit = findEdit(before, after);
  if (!edit) return annotations;
  return annotations.map((a) => (a.target.id === card.id ? carried(a, edit, after) : a));
}

function carried(annotation: Annotation, edit: Edit, after: string): Annotation {
  const { selectors } = annotation.target;
  const place = selectors.position
    ? followEdit(selectors.position, edit)
    : locate(after, selectors);
  if (place) return withSelectors(annotation, describe(after, place.start, place.end));
  if (!selectors.position) return annotation;
  return withSelectors(annotation, { quote: lastWords(annotation), position: null });
}

/**
 * What an orphan says that it stood on. Deleted letter by letter, its quote has shrunk to the last
 * one: then the words as first marked say more.
 */
function lastWords({ target }: Annotation): TextQuoteSelector {
  const { selectors, original } = target;
  const shrunk = selectors.quote.exact.length < original.quote.exact.length;
  return shrunk ? original.quote : selectors.quote;
}

function withSelectors(annotation: Annotation, selectors: Annotation['target']['selectors']) {
  return { ...annotation, target: { ...annotation.target, selectors } };
}

/** The target of an annotation that moves to a card whose text is its quote. */
export function placedOnCard(
  { target }: Annotation,
  card: Id,
  body: string
): Pick<Annotation, 'target'> {
  const { text } = renderMarkdown(body);
  const { exact } = target.selectors.quote;
  const start = text.indexOf(exact);
  const selectors =
    start < 0
      ? { ...target.selectors, position: null }
      : describe(text, start, start + exact.length);
  return { target: { ...target, type: 'card', id: card, selectors } };
}

/** Signs of Markdown in the words are only words. */
export function quoteAsMarkdown(words: string): string {
  const plain = words.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
  return plain.replace(/^/gm, '> ');
}
