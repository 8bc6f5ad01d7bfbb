/** Where the focus is on the desk and where it goes: between texts and their margins. Thin DOM shell. */
import { selectByKey, selectNextSentence } from '../../annotations/text/watch-selection.js';
import type { TextSurface, Surfaces } from '../../annotations/text/surfaces.js';
import { isTextField } from '../../ui/is-text-field.js';
import { rove } from '../../ui/lists/rows.js';
import type { RevealRequest } from '../desk/annotation-desk.svelte.js';
import type { DeskState } from '../desk/desk.svelte.js';
import type { Id } from '../../../src-main/domain/base/values.js';

const note = '[data-annotation]';
const text = '[data-card], [data-text]';

/** The text that commands mean: the focused one, else the current card or the source that is seen. */
function textInFocus(desk: DeskState, surfaces: Surfaces): TextSurface | null {
  const focused = document.activeElement?.closest<HTMLElement>(text);
  if (focused) return surfaces.get(idOf(focused));
  const seen = desk.view === 'read' ? desk.source : desk.cards.current;
  return surfaces.get(seen ?? desk.open.briefing.cards[0]?.id ?? null);
}

/** The entries that somebody writes in, or that have the focus. */
export function entriesInHand(desk: DeskState): ReadonlySet<Id> {
  const focused = document.activeElement;
  const field = focused?.closest<HTMLElement>('[data-field]')?.dataset['field']?.split('/')[1];
  const entries = [...(focused ? parentsOf(focused) : [])].flatMap(({ dataset }) => [
    dataset['card'],
    dataset['annotation']
  ]);
  const held = [desk.cards.editing, field, ...entries] as readonly (Id | null | undefined)[];
  return new Set(held.filter((id) => id != null));
}

function* parentsOf(element: Element): Iterable<HTMLElement> {
  for (let at = element.closest<HTMLElement>('[data-card], [data-annotation]'); at;) {
    yield at;
    at = at.parentElement?.closest<HTMLElement>('[data-card], [data-annotation]') ?? null;
  }
}

/** Puts the list of annotations away, and goes back to the text. */
export function leaveList(desk: DeskState, surfaces: Surfaces): void {
  desk.list.shown = false;
  textInFocus(desk, surfaces)?.root.closest<HTMLElement>(text)?.focus();
}

export function selectSentence(desk: DeskState, surfaces: Surfaces): void {
  const surface = textInFocus(desk, surfaces);
  if (surface) selectNextSentence(surface);
}

/**
 * From a note to its text, from a text to its active or first note, else to the next note of the view. `false`
 * where there is none.
 */
export function goBetweenTextAndMargin(root: HTMLElement, desk: DeskState): boolean {
  const focused = document.activeElement;
  const from = focused?.closest<HTMLElement>(note);
  if (from) {
    focusTextOf(root, desk, from.dataset['annotation'] as Id);
    return true;
  }
  const notes = notesInSight(root);
  const own = focused?.closest<HTMLElement>(text)?.querySelectorAll<HTMLElement>(note) ?? [];
  const active = notes.find(({ dataset }) => dataset['annotation'] === desk.annotations.active);
  const after = notes.find((n) => focused && isBefore(focused, n));
  const to = active ?? own[0] ?? after ?? notes[0];
  to?.focus();
  return to !== undefined;
}

/** Keys of a focused text or note that select words or move between notes. Returns whether one was used. */
export function handleKey(event: KeyboardEvent, root: HTMLElement, surfaces: Surfaces): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target as HTMLElement;
  if (target.matches(text)) {
    const surface = surfaces.get(idOf(target));
    return surface !== null && selectByKey(event, surface);
  }
  if (!target.matches(note)) return false;
  const notes = notesInSight(root);
  const next = rove(event.key, notes.indexOf(target), notes.length);
  if (next !== null) notes[next]?.focus();
  return next !== null;
}

/** Lets go of what is selected, leaves a note for its words, else lets go of words that somebody was led to and of the field that is typed into. */
export function handleEscape(event: KeyboardEvent, root: HTMLElement, desk: DeskState): void {
  if (desk.annotations.selection) {
    getSelection()?.empty();
    // Also where the words had lost their selection already, and nobody is told that it is empty.
    return desk.annotations.select(null);
  }
  if (desk.positions.isBeside) return desk.positions.cancel();
  desk.foundWords.clear();
  if ((event.target as HTMLElement).matches(note)) return void goBetweenTextAndMargin(root, desk);
  // One that a click on its words opened; an Escape out of an editor or a bar is for that alone.
  if ((event.target as HTMLElement).matches(text)) desk.annotations.activate(null);
  // Cards and notes have left theirs by themselves.
  const field = document.activeElement?.closest<HTMLElement>('[data-field]');
  if (field && !event.defaultPrevented && !event.isComposing) field.blur();
}

/** Answers a request for a note or a text; the text itself answers for words, once it is rendered. */
export function reveal(root: HTMLElement, { id, what, text }: RevealRequest): void {
  if (text) findText(root, text)?.focus({ preventScroll: true });
  if (what === 'note') {
    root.querySelector(`[data-annotation="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  }
  if (what === 'text') findText(root, id)?.focus({ preventScroll: true });
}

/** Brings a card or source into sight and gives it the focus. */
export function revealText(root: HTMLElement, id: Id): void {
  const element = findText(root, id);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
}

function focusTextOf(root: HTMLElement, desk: DeskState, annotation: Id): void {
  const found = desk.open.briefing.annotations.find(({ id }) => id === annotation);
  if (found) findText(root, found.target.id)?.focus();
}

function findText(root: HTMLElement, id: Id): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-card="${id}"], [data-text="${id}"]`);
}

function notesInSight(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(note)].filter((n) => n.checkVisibility());
}

function isBefore(one: Element, other: Element): boolean {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function idOf({ dataset }: HTMLElement): Id | null {
  return (dataset['card'] ?? dataset['text'] ?? null) as Id | null;
}

/** Gives the focus to what the first selector names that names anything, and opens what it is folded into. */
export function focusOn(root: HTMLElement, selectors: readonly string[]): void {
  const found = selectors
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .find((each) => each !== null);
  if (found) unfold(found);
  found?.focus();
}

/** Opens all that an element is folded into. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold;) {
    fold.open = true;
    fold = fold.parentElement?.closest('details') ?? null;
  }
}

/** As `focusOn`, but calls nobody away from a field. */
export function focusUnlessWriting(root: HTMLElement, selectors: readonly string[]): void {
  if (!isTextField(document.activeElement)) focusOn(root, selectors);
}
