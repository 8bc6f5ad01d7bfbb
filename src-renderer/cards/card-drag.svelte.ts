/** Dragging a card by its handle to another place: follows the pointer, scrolls at the edges, Escape cancels. */
import type { Id } from '../../src-main/domain/base/values.js';

/** Pixels from the edge of the scrolled area in which it scrolls, and how far for each move of the pointer. */
const edge = 56;
const scrollStep = 18;

export class CardDrag {
  #dragged = $state.raw<Id | null>(null);
  #gap = $state.raw<number | null>(null);

  get dragged(): Id | null {
    return this.#dragged;
  }

  /** Before which card it would land, by index; `null` while nothing is dragged. */
  get gap(): number | null {
    return this.#gap;
  }

  /** @param list the element whose children are the cards. */
  start(event: PointerEvent, id: Id, list: HTMLElement, ondrop: (gap: number) => void): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const end = () => {
      ended.abort();
      this.#dragged = null;
      this.#gap = null;
    };
    this.#dragged = id;
    addEventListener('pointermove', (e) => this.#follow(e, list), options);
    addEventListener('pointercancel', end, options);
    addEventListener(
      'pointerup',
      () => {
        const gap = this.#gap;
        end();
        if (gap !== null) ondrop(gap);
      },
      options
    );
    addEventListener(
      'keydown',
      (e) => {
        if (e.key !== 'Escape') return;
        e.preventDefault();
        end();
      },
      { ...options, capture: true }
    );
  }

  #follow({ clientY }: PointerEvent, list: HTMLElement): void {
    scrollAtEdge(list, clientY);
    this.#gap = gapAt(
      clientY,
      [...list.children].map((card) => card.getBoundingClientRect())
    );
  }
}

function scrollAtEdge(list: HTMLElement, y: number): void {
  const area = list.closest('[data-scrolls]');
  if (!area) return;
  const { top, bottom } = area.getBoundingClientRect();
  if (y < top + edge) area.scrollBy(0, -scrollStep);
  if (y > bottom - edge) area.scrollBy(0, scrollStep);
}

/** Where a dragged card would land. Knows no DOM: boxes in, place out. */

export interface CardBox {
  readonly top: number;
  readonly bottom: number;
}

/** Before which of the boxes, from 0 to their number, something dropped at height `y` goes. */
export function gapAt(y: number, boxes: readonly CardBox[]): number {
  const below = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
  return below < 0 ? boxes.length : below;
}

/**
 * The index, counted among the other cards, at which the card that was at `from` lies once it is
 * dropped into `gap`.
 */
export function indexAfterDrop(gap: number, from: number): number {
  return gap > from ? gap - 1 : gap;
}
