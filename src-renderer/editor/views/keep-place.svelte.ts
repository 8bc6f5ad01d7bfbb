/** Where the person reads stays as it was while it is out of sight, and when the briefing is opened again. */
import { untrack } from 'svelte';
import type { ReadingPlace, TextPlace } from '../../../src-main/domain/program/settings.js';
import type { Paper } from '../../annotations/text/paper.js';
import type { Surfaces } from '../../annotations/text/surfaces.js';
import type { DeskState } from '../desk/desk.svelte.js';
import { type Id, momentNow } from '../../../src-main/domain/base/values.js';
import type { View } from '../open/view.js';
import { offsetIn } from '../../annotations/text/text-nodes.js';

/** Milliseconds without a change after which the place is told. */
const pause = 400;

type Reading = 'brief' | 'read';

/**
 * Remembers where the person is in a briefing, and leads back there when it is opened again. What is
 * remembered is told once the person rests; `tell` tells it at once.
 */
export class PlaceKeeper {
  readonly #areas: Partial<Record<Reading, HTMLElement>> = {};
  readonly #tops: Record<Reading, TextPlace | null>;
  /** Where a view is still to be scrolled to. */
  readonly #wanted: Record<Reading, TextPlace | null>;
  /** The view that is on the screen. */
  #seen: View;
  /** From what is new, beside which the source showed other places, to the source as it was left. */
  #returns = false;
  /** The source as it was left, with the pixels that were scrolled: lists stand above its text. */
  #leftSource: { readonly source: Id | null; readonly scrollTop: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: DeskState,
    private readonly paper: Paper,
    place: ReadingPlace | null,
    private readonly onplace: (place: ReadingPlace) => void
  ) {
    this.#tops = { brief: place?.briefingTop ?? null, read: place?.sourceTop ?? null };
    this.#wanted = { ...this.#tops };
    this.#seen = desk.view;
    $effect.pre(() => {
      const { view } = desk;
      untrack(() => {
        // Before the page is drawn anew.
        this.#look();
        if (this.#seen === 'read' && view !== 'read') this.#leaveSource();
        this.#returns = this.#seen === 'new' && view === 'read' && !desk.isLed;
        this.#seen = view;
      });
    });
    let isFirst = true;
    $effect(() => {
      this.#place();
      if (!isFirst) untrack(() => this.#soon());
      isFirst = false;
    });
    $effect(() => {
      void desk.rendered;
      void desk.view;
      void desk.beside;
      untrack(() => {
        if (this.#returns) this.#returnToSource();
        this.#goBack();
      });
    });
    $effect(() => () => this.tell());
  }

  /** For the element that scrolls. */
  area(name: Reading): (element: HTMLElement) => () => void {
    return (element) => {
      this.#areas[name] = element;
      const ended = new AbortController();
      const options = { signal: ended.signal, passive: true };
      element.addEventListener('scroll', () => this.#soon(), options);
      // Who moves by hand is not to be moved any more.
      for (const act of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
        element.addEventListener(act, () => (this.#wanted[name] = null), options);
      }
      return () => ended.abort();
    };
  }

  /** Also where nothing moved: it says until when the person was here. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#look();
    this.onplace(this.#place());
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.tell(), pause);
  }

  #look(): void {
    for (const name of ['brief', 'read'] as const) {
      const area = this.#areas[name];
      if (name === 'read' && this.#seen === 'new') continue;
      if (area?.checkVisibility() && !this.#wanted[name]) {
        this.#tops[name] = textAtTop(area, this.paper.surfaces);
      }
    }
  }

  #leaveSource(): void {
    const { scrollTop = 0 } = this.#areas.read ?? {};
    this.#leftSource = { source: this.desk.source, scrollTop };
  }

  #returnToSource(): void {
    this.#returns = false;
    const left = this.#leftSource;
    const isSame = left?.source === this.desk.source;
    if (this.#areas.read) this.#areas.read.scrollTop = isSame ? (left?.scrollTop ?? 0) : 0;
  }

  #goBack(): void {
    for (const name of ['brief', 'read'] as const) {
      const area = this.#areas[name];
      const wanted = this.#wanted[name];
      if (area && wanted && scrollToText(area, this.paper.surfaces, wanted)) {
        this.#wanted[name] = null;
      }
    }
  }

  #place(): ReadingPlace {
    const { view, beside, share, source, cards, others } = this.desk;
    return {
      view,
      beside,
      share,
      source,
      card: cards.current,
      folded: cards.folded.slice(0, 1_000),
      briefingTop: this.#tops.brief,
      sourceTop: this.#tops.read,
      seenAt: momentNow(),
      seenChanges: others.known,
      ...(others.people && { seenPeople: others.people })
    };
  }
}

/** Pixels below the edge at which a line counts as the first that can be read. */
const inset = 6;

/** `null` at the beginning, and where no text is on the screen. */
function textAtTop(area: HTMLElement, surfaces: Surfaces): TextPlace | null {
  if (area.scrollTop < inset) return null;
  const top = area.getBoundingClientRect().top + inset;
  for (const element of area.querySelectorAll<HTMLElement>('[data-card], [data-text]')) {
    if (element.getBoundingClientRect().bottom <= top) continue;
    const text = (element.dataset['card'] ?? element.dataset['text']) as Id;
    const root = surfaces.get(text)?.root;
    return { text, offset: root ? offsetAt(root, top) : 0 };
  }
  return null;
}

function offsetAt(root: HTMLElement, y: number): number {
  const box = root.getBoundingClientRect();
  if (box.top >= y) return 0;
  const place = document.caretPositionFromPoint(box.left + 1, y);
  return place && root.contains(place.offsetNode)
    ? offsetIn(root, place.offsetNode, place.offset)
    : 0;
}

/** Whether the text is there to be scrolled to; it then stands where it stood. */
function scrollToText(area: HTMLElement, surfaces: Surfaces, { text, offset }: TextPlace): boolean {
  const element = area.querySelector(`[data-card="${text}"], [data-text="${text}"]`);
  const surface = surfaces.get(text);
  if (!element?.checkVisibility() || !surface) return false;
  const start = Math.min(offset, surface.text.length - 1);
  const range = offset > 0 ? surface.nodes.rangeOf({ start, end: start + 1 }) : null;
  const { top } = (range ?? element).getBoundingClientRect();
  area.scrollTop += top - area.getBoundingClientRect().top - inset;
  return true;
}
