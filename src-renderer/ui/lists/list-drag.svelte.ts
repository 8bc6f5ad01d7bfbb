/**
 * Dragging an entry of a list by its handle to another place: follows the pointer, scrolls for as long as
 * that is at an edge, Escape cancels.
 */

/** Pixels from the edge of the scrolled area in which it scrolls, and how far for each frame. */
const edge = 56;
const scrollStep = 9;

/** `Key` tells the entries apart. */
export class ListDrag<Key> {
  #dragged = $state.raw<Key | null>(null);
  #gap = $state.raw<number | null>(null);

  get dragged(): Key | null {
    return this.#dragged;
  }

  /** Before which entry it would land, by index; `null` while nothing is dragged. */
  get gap(): number | null {
    return this.#gap;
  }

  /** @param list the element whose children are the entries. */
  start(event: PointerEvent, key: Key, list: HTMLElement, ondrop: (gap: number) => void): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const ended = new AbortController();
    const { signal } = ended;
    const end = () => {
      ended.abort();
      this.#dragged = null;
      this.#gap = null;
    };
    let y = event.clientY;
    const follow = () => {
      const boxes = [...list.children].map((entry) => entry.getBoundingClientRect());
      this.#gap = gapAt(y, boxes);
    };
    /** At an edge the list moves under a pointer that rests. */
    const scroll = () => {
      if (signal.aborted) return;
      if (this.#gap !== null && scrollAtEdge(list, y)) follow();
      requestAnimationFrame(scroll);
    };
    this.#dragged = key;
    requestAnimationFrame(scroll);
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        y = clientY;
        follow();
      },
      { signal }
    );
    addEventListener('pointercancel', end, { signal });
    addEventListener('blur', end, { signal });
    addEventListener(
      'pointerup',
      () => {
        const gap = this.#gap;
        end();
        if (gap !== null) ondrop(gap);
      },
      { signal }
    );
    addEventListener(
      'keydown',
      (e) => {
        if (e.key !== 'Escape') return;
        e.preventDefault();
        e.stopPropagation();
        end();
      },
      { signal, capture: true }
    );
  }
}

/** Whether it did. */
function scrollAtEdge(list: HTMLElement, y: number): boolean {
  const area = list.closest('[data-scrolls]');
  if (!area) return false;
  const { top, bottom } = area.getBoundingClientRect();
  const by = y < top + edge ? -scrollStep : y > bottom - edge ? scrollStep : 0;
  const before = area.scrollTop;
  area.scrollTop += by;
  return area.scrollTop !== before;
}

/** Where a dragged entry would land. Knows no DOM: boxes in, place out. */

export interface EntryBox {
  readonly top: number;
  readonly bottom: number;
}

/** Before which of the boxes, from 0 to their number, something dropped at height `y` goes. */
export function gapAt(y: number, boxes: readonly EntryBox[]): number {
  const below = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
  return below < 0 ? boxes.length : below;
}

/**
 * The index, counted among the other entries, at which the one that was at `from` lies once it is
 * dropped into `gap`.
 */
export function indexAfterDrop(gap: number, from: number): number {
  return gap > from ? gap - 1 : gap;
}
