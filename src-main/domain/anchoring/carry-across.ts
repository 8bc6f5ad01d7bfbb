/**
 * Leads the annotations of cards to their words after the cards were changed elsewhere, as by a merge:
 * each rests on the text of the state that it comes from. As many come out as go in.
 */
import { orphaned, type Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { carry, type CarryResult } from './carry.js';
import { describe, locate } from './locate.js';

/** `sides`: the states that `briefing` was made of, in one of which each annotation stood on its words. */
export function carryAcross(briefing: Briefing, sides: readonly Briefing[]): Briefing {
  const texts = new RenderedCards();
  const cards = new Map(briefing.cards.map((card) => [card.id, card]));
  const annotations = briefing.annotations.map((annotation) => {
    const { target } = annotation;
    if (target.type !== 'card' || target.selectors.position === null) return annotation;
    const card = cards.get(target.id);
    if (!card) return orphaned(annotation);
    const after = texts.of(card);
    if (stands(annotation, after)) return annotation;
    const before = textBefore(annotation, sides, texts);
    return before === null ? foundAgain(annotation, after) : carried(annotation, before, after);
  });
  const isSame = annotations.every((annotation, i) => annotation === briefing.annotations[i]);
  return isSame ? briefing : { ...briefing, annotations };
}

class RenderedCards {
  readonly #texts = new Map<string, string>();

  of({ body }: Card): string {
    const text = this.#texts.get(body) ?? renderMarkdown(body).text;
    this.#texts.set(body, text);
    return text;
  }
}

function textBefore(
  annotation: Annotation,
  sides: readonly Briefing[],
  texts: RenderedCards
): string | null {
  for (const { cards } of sides) {
    const card = cards.find(({ id }) => id === annotation.target.id);
    if (card && stands(annotation, texts.of(card))) return texts.of(card);
  }
  return null;
}

function carried(annotation: Annotation, before: string, after: string): Annotation {
  const { position } = annotation.target.selectors;
  const [result] = position ? carry(before, after, [position]) : [];
  if (!result?.range) return orphaned(annotation);
  return { ...placed(annotation, after, result.range), flag: flagOf(result) ?? annotation.flag };
}

function flagOf({ status }: CarryResult): Annotation['flag'] {
  return status === 'changed' || status === 'replaced' ? status : null;
}

/** No state tells on which text it stood. */
function foundAgain(annotation: Annotation, text: string): Annotation {
  const range = locate(text, annotation.target.selectors);
  return range ? { ...placed(annotation, text, range), flag: 'changed' } : orphaned(annotation);
}

function placed(
  annotation: Annotation,
  text: string,
  { start, end }: { readonly start: number; readonly end: number }
): Annotation {
  const selectors = describe(text, start, end);
  return { ...annotation, target: { ...annotation.target, selectors, base: null } };
}

/** Whether the quote and what stood around it are where the selectors say. */
function stands({ target }: Annotation, text: string): boolean {
  const { quote, position } = target.selectors;
  return (
    position !== null &&
    text.slice(position.start, position.end) === quote.exact &&
    text.slice(0, position.start).endsWith(quote.prefix) &&
    text.startsWith(quote.suffix, position.end)
  );
}
