/** Brings into sight what the desk leads to, and gives it the focus. */
import { tick } from 'svelte';
import type { Paper } from '../../annotations/text/paper.js';
import { selectSpan } from '../../annotations/text/watch-selection.js';
import { reveal, revealText, unfold } from './desk-focus.js';
import type { DeskState } from '../desk/desk.svelte.js';
import { findEdit } from '../../../src-main/domain/anchoring/splice.js';

/** Milliseconds for which words are marked where an undone annotation was; as long as what lights up. */
const markTime = 1_600;

/** To be called while the component is made whose element `root` gives once that is there. */
export function followLeads(desk: DeskState, { surfaces }: Paper, root: () => HTMLElement): void {
  $effect(() => {
    const { found } = desk.foundWords;
    // The words are brought into sight once they are rendered; the text they are in at once.
    if (found) revealText(root(), found.target);
  });
  $effect(() => {
    const request = desk.annotations.reveal;
    if (!request) return;
    reveal(root(), request);
    const surface = request.span ? surfaces.get(request.id) : null;
    if (surface && request.span) selectSpan(surface, request.span);
  });
  $effect(() => {
    void desk.open.briefing;
    desk.steps.follow();
  });
  $effect(() => {
    const { led } = desk.steps;
    if (!led) return;
    const { found } = desk.foundWords;
    void tick().then(() => pointOut(root(), led));
    const timer = setTimeout(() => {
      if (desk.foundWords.found === found) desk.foundWords.clear();
    }, markTime);
    return () => clearTimeout(timer);
  });
}

/** The first of these that is seen gets the focus and lights up. */
function pointOut(root: HTMLElement, selectors: readonly string[]): void {
  const element = selectors
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .find((each) => each && isSeen(each));
  if (!element) return;
  unfold(element);
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block: 'nearest' });
  element.focus({ preventScroll: true });
  // A whole text or view that lights up points nothing out.
  if (element.matches('[data-text], [role=tabpanel]')) return;
  element.dataset['led'] = '';
  element.addEventListener('animationend', () => delete element.dataset['led'], { once: true });
}

/** What the details of the briefing hold counts as seen, though they are folded. */
function isSeen(element: HTMLElement): boolean {
  const details = element.closest('[data-details]');
  return element.checkVisibility() || details?.checkVisibility() === true;
}

/** In the field that has the focus. Resolves once the change is drawn. */
export async function keepingCaret(change: () => void): Promise<void> {
  const follow = followCaret(document.activeElement);
  change();
  await tick();
  follow();
}

/** The selection of the field that has the focus stays with its words, where others change some before it is drawn anew. */
export function keepSelection(): void {
  const field = document.activeElement;
  const isPlain = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!isPlain || field.selectionStart === null || field.selectionEnd === null) return;
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  void tick().then(() => {
    const edit = findEdit(value, field.value);
    if (!edit || document.activeElement !== field) return;
    const { at, removed, inserted } = edit;
    const follow = (place: number) =>
      place <= at ? place : Math.max(place, at + removed) - removed + inserted;
    const [start, end] = [follow(selectionStart), follow(selectionEnd)];
    field.setSelectionRange(start, end, selectionDirection ?? 'none');
  });
}

function followCaret(field: Element | null): () => void {
  const isPlain = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!isPlain) return () => undefined;
  const before = field.value;
  return () => {
    const edit = findEdit(before, field.value);
    if (!edit || document.activeElement !== field) return;
    const at = edit.at + edit.inserted;
    field.setSelectionRange(at, at);
  };
}
