/**
 * Keeps the notes of one column beside their words: measures, lets `layOutMargin` decide, and hands
 * out the tops. Measures once a frame, when something asked for it.
 */
import type { Attachment } from 'svelte/attachments';
import type { Id } from '../../../src-main/domain/base/id.js';
import { layOutMargin } from './lay-out-margin.js';

/** Pixels between two notes. */
const gap = 8;

/** The top of an annotation's words on the screen; `null` when they are not shown. */
export type FindTop = (annotation: Id) => number | null;

export class MarginLayout {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Nothing draws by it; measuring is asked for.
  readonly #notes = new Map<Id, HTMLElement>();
  readonly #resized = new ResizeObserver(() => this.request());
  #column: HTMLElement | null = null;
  #frame = 0;
  #tops = $state.raw<Readonly<Record<Id, number>>>({});
  #bottom = $state(0);
  #pinned: Id | null = null;

  constructor(private readonly findTop: FindTop) {}

  /** In pixels below the top of the column. */
  topOf(id: Id): number | undefined {
    return this.#tops[id];
  }

  /** Where the last note ends: the column must be at least as high. */
  get bottom(): number {
    return this.#bottom;
  }

  /** The note that stands exactly at its words. */
  pin(id: Id | null): void {
    if (id === this.#pinned) return;
    this.#pinned = id;
    this.request();
  }

  readonly column: Attachment<HTMLElement> = (element) => {
    this.#column = element;
    this.#resized.observe(element);
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
    const pinned = boxes.findIndex(({ id }) => id === this.#pinned);
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
