/** Undo and redo at the desk: inside of a field and outside, what is said of it and where it leads. Knows no DOM. */
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Messages } from './messages.svelte.js';
import { namesInWords } from '../open/change-in-words.js';
import type { Moved, MovedInField } from '../open/moved-step.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { StepName } from '../open/step-names.js';

export type Way = 'undo' | 'redo';

export class StepDesk {
  #led = $state.raw<readonly string[] | null>(null);
  /** The message that is shown, and the step that its button would bring again or take back. */
  #told: { readonly id: number; readonly step: StepName | null; readonly way: Way } | null = null;

  constructor(
    private readonly open: OpenBriefing,
    private readonly messages: Messages,
    /** Such as "Ctrl+Z". */
    private readonly keyOf: (way: Way) => string,
    /** Shows where it is; returns selectors of what is to be pointed out there, the best first. */
    private readonly lead: (moved: Moved) => readonly string[],
    /** Goes on writing in a card, at this place of its text. */
    private readonly writeIn: (card: Id, cursor: number | undefined) => void
  ) {
    open.closed.addEventListener('abort', () => this.#take());
  }

  /** What is to be pointed out; a new list for every time. */
  get led(): readonly string[] | null {
    return this.#led;
  }

  /** Points out what somebody was led to by another way. */
  pointAt(selectors: readonly string[]): void {
    this.#led = selectors;
  }

  /** The latest step of the briefing, wherever it was made. */
  move(way: Way): void {
    const result = this.open[way]();
    if (result.kind === 'nothing') return this.#tell(`There is nothing to ${way}.`);
    if (result.kind === 'tangled') return this.#tell(this.#refusal(result, way));
    this.#led = this.lead(result.moved);
    this.#tellMoved(result.moved, way);
  }

  /**
   * The latest step of a field, and nothing else, or of the briefing where the field has none, neither to undo nor to
   * redo. `null` for a field that the browser undoes, to no effect.
   */
  moveIn(field: FieldKey | null, way: Way): void {
    if (!field) return this.#tell(this.#refusal({ kind: 'nothing' }, way));
    if (!this.open.hasStepsIn(field)) return this.move(way);
    const result = way === 'undo' ? this.open.undoIn(field) : this.open.redoIn(field);
    if (result.kind !== 'moved') return this.#tell(this.#refusal(result, way));
    this.#take();
    const { step, from } = result.moved;
    if (step.isTyping) return;
    const { place } = step;
    const isGone = !this.open.briefing.cards.some(({ id }) => field.split('/')[1] === id);
    if (place.what === 'card' && isGone) {
      this.writeIn(place.id, from.cards.find(({ id }) => id === place.id)?.body.length);
    }
    this.#tellMoved(result.moved, way);
  }

  /** Says what a step did, with a button that takes it back, or brings it again, as long as it is the next to be. */
  offer(text: string, step: StepName, way: Way = 'undo'): void {
    this.#tell(text, { label: way === 'undo' ? 'Undo' : 'Redo', run: () => this.move(way) });
    this.#told &&= { ...this.#told, step, way };
  }

  /** To be called when the briefing has changed: what a message offers may be possible no longer. */
  follow(): void {
    const told = this.#told;
    if (!told?.step) return;
    const holds = told.way === 'undo' ? this.open.isLatest(told.step) : this.open.isNext(told.step);
    if (!holds) this.#take();
  }

  #refusal(result: Exclude<MovedInField, { kind: 'moved' }>, way: Way): string {
    const label = way === 'undo' ? this.open.undoLabel : this.open.redoLabel;
    if (result.kind === 'tangled') {
      const { authors, words } = result.tangled;
      const left = way === 'undo' ? 'is not undone' : 'stays undone';
      const go = label ? ` ${this.keyOf(way)} goes on to: ${label}.` : '';
      return `${namesInWords(authors)} changed this since, so it ${left}: ${words}.${go}`;
    }
    const next = label ? ` Press Escape, then ${this.keyOf(way)}, to ${way}: ${label}.` : '';
    if (result.kind === 'nothing') return `Nothing more to ${way} here.${next}`;
    return `Later work rests on the last step here (${result.words}).${next}`;
  }

  #tellMoved({ step, words }: Moved, way: Way): void {
    if (way === 'undo') this.offer(`Undid: ${words}.`, step, 'redo');
    else this.offer(`Redid: ${words}.`, step);
  }

  #tell(text: string, ...actions: Parameters<Messages['show']>[1][]): void {
    this.#take();
    const id = this.messages.show(text, ...actions);
    this.#told = { id, step: null, way: 'undo' };
  }

  #take(): void {
    if (this.#told) this.messages.dismiss(this.#told.id);
    this.#told = null;
  }
}
