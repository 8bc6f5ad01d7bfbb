/**
 * What the window does about what happens in it: which keys it leaves to a field, what was typed and
 * not handed out yet, and where a link leads. Thin DOM shell.
 */
import { factsOf, type CommandId } from '../../../src-main/domain/commands.js';
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import type { Way } from '../../editor/desk/step-desk.svelte.js';
import { isTextField } from '../../ui/is-text-field.js';
import { isEditingKey } from '../../../src-main/domain/keys.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';

const browserMoves: Readonly<Partial<Record<string, CommandId>>> = {
  historyUndo: 'edit.undo',
  historyRedo: 'edit.redo'
};

/**
 * Whether the element with the focus keeps the key for its own typing. The browser undoes in a field
 * what is typed there, but not in those whose edits are the briefing's; where it finds nothing to undo
 * in a field of the desk, `move` is told.
 *
 * @param key that of the command, as an accelerator.
 */
export function leaveToField(
  target: EventTarget | null,
  id: CommandId,
  key: string,
  move: MoveInField
): boolean {
  if (!isTextField(target) || !isEditingKey(key)) return false;
  const way = factsOf(id).step;
  if (!way) return true;
  if (fieldAt(target)) return false;
  watchBrowserUndo(target as HTMLElement, way, move);
  return true;
}

/** Undo or redo in a field of the briefing; `null` for one that the browser undoes, to no effect. */
export type MoveInField = (field: FieldKey | null, way: Way) => void;

/** Whether it was undo or redo in a field of the briefing. */
export function moveInField(target: EventTarget | null, id: CommandId, move: MoveInField): boolean {
  const field = fieldAt(target);
  const way = factsOf(id).step;
  if (!field || !way) return false;
  move(field, way);
  return true;
}

/**
 * The browser is about to undo or redo, by a key that a field keeps or by the field's own menu. Not so
 * in a field of the briefing, whose edits are the briefing's, and in no other than has the focus: the
 * browser goes on to those when there is nothing left of that. Whether it was kept from it.
 *
 * @param event a `beforeinput` event.
 */
export function keepUndoInField(event: InputEvent, move: MoveInField): boolean {
  const id = browserMoves[event.inputType];
  if (id === undefined) return false;
  const isElsewhere = event.target !== document.activeElement;
  if (!isElsewhere && !moveInField(event.target, id, move)) return false;
  event.preventDefault();
  return true;
}

function watchBrowserUndo(field: HTMLElement, way: Way, move: MoveInField): void {
  if (!field.closest('main') || field.closest('dialog')) return;
  const heard = new AbortController();
  field.addEventListener('input', () => heard.abort(), { signal: heard.signal });
  // By then the browser has done what the key means to it.
  setTimeout(() => {
    if (!heard.signal.aborted) move(null, way);
    heard.abort();
  });
}

/**
 * The field of the briefing that is typed into, by its `data-field`. `null` elsewhere, and for as
 * long as what stands there is not in the briefing yet, which it says by `data-own-undo`.
 */
function fieldAt(target: EventTarget | null): FieldKey | null {
  if (!isTextField(target)) return null;
  const field = (target as HTMLElement).closest<HTMLElement>('[data-field]');
  if (!field || field.dataset['ownUndo'] !== undefined) return null;
  return (field.dataset['field'] as FieldKey | undefined) ?? null;
}

/**
 * Whether something typed is not part of the briefing yet and would be lost with the window, such as
 * a form that was begun. Such an element has the attribute `data-unfinished`.
 */
export function holdsUnfinished(): boolean {
  return document.querySelector('[data-unfinished]') !== null;
}

/** A field takes no more than its `maxlength`, and browsers do not say so. */
export class FullField {
  #told: number | null = null;

  constructor(private readonly toasts: Toasts) {}

  /** @param event a `beforeinput` event. One message, however often the key is pressed. */
  tell(event: InputEvent): void {
    const most = cutByLimit(event);
    if (most === null) return;
    if (this.#told !== null) this.toasts.dismiss(this.#told);
    this.#told = this.toasts.show(
      `This field holds at most ${most.toLocaleString('en')} characters. What went beyond was not added.`
    );
  }
}

/**
 * The `maxlength` that keeps out a part of what is typed or pasted; `null` when all of it fits.
 *
 * @param event a `beforeinput` event.
 */
function cutByLimit(event: InputEvent): number | null {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  if (field.maxLength < 0 || event.data === null) return null;
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const length = field.value.length - selected + event.data.length;
  return length > field.maxLength ? field.maxLength : null;
}

/** The address of the link that a press went to; `null` for anything else, and for places in the page. */
export function linkOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  const address = link?.getAttribute('href') ?? null;
  return address === null || address.startsWith('#') ? null : address;
}

/** Escape, where nothing else wants it, cancels the work that goes on. */
export function cancelByEscape(event: KeyboardEvent, toasts: Toasts): void {
  if (isTextField(event.target) || document.querySelector('dialog[open]')) return;
  if (toasts.cancelLatest()) event.preventDefault();
}
