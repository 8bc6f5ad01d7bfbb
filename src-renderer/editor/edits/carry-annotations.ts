/**
 * Takes the annotations of a card along when its text changes. Pure; drops none.
 *
 * While a person types, every change is one stretch of the text: places outside of it follow
 * exactly. Where it took words of a quote away, `carry` judges what is left, since which of two like
 * letters went cannot be told from the texts. What it is not sure of becomes an orphan, which finds
 * its place again when its words come back. An open editor knows better where its annotations are:
 * `settleCard` takes that from it, once for many keys.
 */
import { carry } from '../../../src-main/domain/anchoring/carry.js';
import { describe, locate } from '../../../src-main/domain/anchoring/locate.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import { findEdit, followEdit, type Edit } from '../../../src-main/domain/anchoring/splice.js';
import { isSameJson } from '../../../src-main/domain/base/same-json.js';
import type {
  Annotation,
  TextQuoteSelector
} from '../../../src-main/domain/briefing/annotation.js';
import type { Card } from '../../../src-main/domain/briefing/entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { trimSpan } from '../../annotations/text/text-nodes.js';
import { mapOf } from '../../markdown/map-markdown.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { SourcePlaces } from '../../cards/card-marks.js';

/** The same array when the card has no annotation or its rendered text stays. */
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
  const own = annotations.filter(({ target }) => target.id === card.id);
  const places = findPlaces(own, before, after, edit);
  return annotations.map((a) => (a.target.id === card.id ? placed(a, after, places.get(a.id)) : a));
}

/** Where the words of an annotation stand now, and whether that wants a look. */
interface Place {
  /** `null` without a certain one. */
  readonly range: Range | null;
  readonly isDoubtful: boolean;
}

function findPlaces(own: readonly Annotation[], before: string, after: string, edit: Edit) {
  const places = new Map<Id, Place>();
  const torn: { readonly id: Id; readonly position: Range }[] = [];
  for (const { id, target } of own) {
    const { position } = target.selectors;
    if (!position) places.set(id, { range: locate(after, target.selectors), isDoubtful: false });
    else if (isTorn(position, edit)) torn.push({ id, position });
    else places.set(id, { range: followEdit(position, edit), isDoubtful: false });
  }
  const anchors = torn.map(({ position }) => position);
  const carried = torn.length > 0 ? carry(before, after, anchors) : [];
  for (const [i, { status, range }] of carried.entries()) {
    const id = torn[i]?.id;
    if (id) places.set(id, { range, isDoubtful: status === 'replaced' });
  }
  return places;
}

/** Whether the edit took away characters of the range. */
function isTorn({ start, end }: Range, { at, removed }: Edit): boolean {
  return removed > 0 && at < end && at + removed > start;
}

function placed(annotation: Annotation, text: string, place: Place | undefined): Annotation {
  const { selectors } = annotation.target;
  if (place?.range) {
    const { start, end } = place.range;
    const flag = place.isDoubtful ? 'replaced' : annotation.flag;
    return { ...withSelectors(annotation, describe(text, start, end)), flag };
  }
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
  return escapeMarkdownSigns(words).replace(/^[^\S\n]*/gm, '> ');
}

/** Words that read the same once they are rendered, whatever signs are in them. */
export function escapeMarkdownSigns(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^[^\S\n]*([-+=])/gm, '\\$1')
    .replace(/^[^\S\n]*(\d+)([.)])/gm, '$1\\$2');
}

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
  if (target.id === card && isSameJson(target.selectors, selectors)) return annotation;
  return { ...annotation, target: { ...target, type: 'card', id: card, selectors, base: null } };
}

/** Where in the card's Markdown an annotation stands; `null` for an orphan, and for what is not written there. */
export function sourceOf({ target }: Annotation, body: string): Range | null {
  const { position } = target.selectors;
  return position && mapOf(body).map.toSource(position);
}

/**
 * Brings the annotations of a card up to date after typing.
 *
 * @param before the briefing when its annotations were last up to date.
 * @param places where the editor has them in the card's text, also those that came with pasted words
 * from another card.
 */
export function settleCard(
  now: Briefing,
  before: Briefing,
  id: Id,
  places: SourcePlaces
): Briefing {
  const card = now.cards.find((c) => c.id === id);
  const old = before.cards.find((c) => c.id === id);
  if (!card || !old) return now;
  const settled = new Map<Id, Annotation>();
  const rest: Annotation[] = [];
  for (const annotation of now.annotations) {
    const { target } = annotation;
    const source = places.get(annotation.id);
    const isOwn = target.id === id;
    const isOrphan = target.selectors.position === null;
    const placed =
      source && (isOwn || isOrphan) && placedInSource(annotation, id, card.body, source);
    if (placed) settled.set(annotation.id, placed);
    else if (isOwn) rest.push(annotation);
  }
  for (const annotation of carryAnnotations(rest, old, card.body)) {
    settled.set(annotation.id, annotation);
  }
  const annotations = now.annotations.map((annotation) => settled.get(annotation.id) ?? annotation);
  const same = annotations.every((annotation, i) => annotation === now.annotations[i]);
  return same ? now : { ...now, annotations };
}
