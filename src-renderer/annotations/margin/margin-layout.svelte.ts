/**
 * Keeps the notes of one column beside their words: measures, lets `layOutMargin` decide, and hands
 * out the tops. Measures once a frame, when something asked for it.
 */
import type { Attachment } from 'svelte/attachments';
import type { Id } from '../../../src-main/domain/base/values.js';

/** Pixels between two notes. */
const gap = 8;

/** The top of an annotation's words on the screen; `null` when they are not shown. */
type FindTop = (annotation: Id) => number | null;

export class MarginLayout {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Nothing draws by it; measuring is asked for.
  readonly #notes = new Map<Id, HTMLElement>();
  readonly #resized = new ResizeObserver(() => this.request());
  #column: HTMLElement | null = null;
  #frame = 0;
  #tops = $state.raw<Readonly<Record<Id, number>>>({});
  #bottom = $state(0);

  constructor(
    private readonly findTop: FindTop,
    /** The note that stands exactly at its words. */
    private readonly pinned: () => Id | null
  ) {}

  /** In pixels below the top of the column. */
  topOf(id: Id): number | undefined {
    return this.#tops[id];
  }

  /** Of what holds the texts and their notes: it becomes as high as the last note needs. */
  readonly column: Attachment<HTMLElement> = (element) => {
    this.#column = element;
    this.#resized.observe(element);
    $effect(() => {
      element.style.minBlockSize = `calc(${this.#bottom}px + var(--space-6))`;
    });
    $effect(() => {
      this.pinned();
      this.request();
    });
    return () => {
      this.#resized.disconnect();
      cancelAnimationFrame(this.#frame);
      this.#column = null;
    };
  };

  note(id: Id): Attachment<HTMLElement> {
    return (element) => {
      this.#notes.set(id, element);
      this.#resized.observe(element);
      this.request();
      return () => {
        this.#notes.delete(id);
        this.#resized.unobserve(element);
        this.request();
      };
    };
  }

  /** Something moved: measure before the next frame is drawn. */
  request(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#measure());
  }

  #measure(): void {
    this.#frame = 0;
    if (!this.#column?.checkVisibility()) return;
    const above = this.#column.getBoundingClientRect().top;
    const boxes = [...this.#notes].map(([id, element]) => ({
      id,
      element,
      // Without words on the screen, as while the card is edited, a note stands where its list begins.
      desired: (this.findTop(id) ?? listTop(element)) - above,
      height: element.offsetHeight
    }));
    boxes.sort((a, b) => a.desired - b.desired || inDocument(a.element, b.element));
    const pinned = boxes.findIndex(({ id }) => id === this.pinned());
    const tops = layOutMargin(boxes, gap, pinned < 0 ? null : pinned);
    this.#tops = Object.fromEntries(boxes.map(({ id }, i) => [id, tops[i] ?? 0]));
    this.#bottom = (tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0);
  }
}

function inDocument(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function listTop(note: HTMLElement): number {
  return note.parentElement?.getBoundingClientRect().top ?? 0;
}

/** Where the notes of a margin stand, so that each is beside its words and none covers another. Knows no DOM. */

export interface MarginBox {
  /** Where its words are, in pixels. */
  readonly desired: number;
  readonly height: number;
}

/**
 * The tops of the boxes, in their order, at least `gap` pixels apart.
 *
 * Without `pinned` each stands at its words or right below the one before. The pinned box stands
 * exactly at its words: those before it give way upwards, those after it downwards. Nothing goes
 * above zero, which wins over the pin.
 */
export function layOutMargin(
  boxes: readonly MarginBox[],
  gap: number,
  pinned: number | null = null
): number[] {
  const tops = boxes.map((box) => box.desired);
  const pin = pinned !== null && pinned >= 0 && pinned < boxes.length ? pinned : null;
  if (pin !== null) pushUp(boxes, tops, gap, pin);
  let lowest = 0;
  for (const [i, box] of boxes.entries()) {
    const top = Math.max(tops[i] ?? 0, lowest);
    tops[i] = top;
    lowest = top + box.height + gap;
  }
  return tops;
}

/** Moves the boxes before the pinned one up, as far as they would reach into it. */
function pushUp(boxes: readonly MarginBox[], tops: number[], gap: number, pin: number): void {
  const laid = layOutMargin(boxes.slice(0, pin), gap);
  let ceiling = tops[pin] ?? 0;
  for (let i = pin - 1; i >= 0; i -= 1) {
    const top = Math.min(laid[i] ?? 0, ceiling - gap - (boxes[i]?.height ?? 0));
    tops[i] = top;
    ceiling = top;
  }
}
