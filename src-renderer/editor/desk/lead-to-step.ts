/** Leads to where a step that was taken back, or brought again, is seen. Knows no DOM but its selectors. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { DeskState } from './desk.svelte.js';
import type { Moved } from '../open/open-briefing.svelte.js';
import type { View } from '../open/view.js';

/** Shows its view. Returns what may show it there as selectors, the best first. */
export function leadToStep(desk: DeskState, { step: { place }, from }: Moved): readonly string[] {
  desk.foundWords.clear();
  switch (place.what) {
    case 'head':
      return inView(desk, 'briefing', '[data-head]');
    case 'card':
      return toCard(desk, place.id, from);
    case 'annotation':
      return toAnnotation(desk, place.id, from);
    case 'source':
      desk.showSource(place.id);
      return ['[data-source-facts] > summary', '#view-source'];
    case 'position':
      return toPosition(desk, place.id, from);
    case 'outcome':
      return inView(desk, 'judgement', entry(place.id), '[data-outcomes]');
    case 'figure':
      return inView(desk, 'judgement', entry(place.id), '[data-figures]');
    case 'event':
      return inView(desk, 'timeline', entry(place.id), '[data-events]');
    case 'name':
      return inView(desk, 'positions', entry(place.id), '[data-names]');
    case 'view':
      if (place.view !== 'suggestions') return inView(desk, place.view);
      desk.suggestions.leadToReopened(from);
      return inView(desk, place.view, '[data-suggestions]');
  }
}

function inView(desk: DeskState, view: View, ...selectors: readonly string[]): readonly string[] {
  desk.show(view);
  return [...selectors, `#view-${view}`];
}

/** Of a card that is gone the one that took its place. */
function toCard(desk: DeskState, id: Id, from: Briefing): readonly string[] {
  const { cards } = desk.open.briefing;
  const index = from.cards.findIndex((card) => card.id === id);
  const card = cards.find((each) => each.id === id) ?? cards[index] ?? cards[index - 1];
  if (card) desk.cards.unfold(card.id);
  // The focus goes to the card as a whole: in its text the next undo would be the card's own.
  if (card && desk.cards.editing === card.id) desk.cards.stopEditing();
  return inView(desk, 'briefing', ...(card ? [textOf(card.id)] : []));
}

/** Of an annotation that is gone the words that it stood on. */
function toAnnotation(desk: DeskState, id: Id, from: Briefing): readonly string[] {
  if (desk.open.briefing.annotations.some((each) => each.id === id)) {
    desk.showAnnotation(id);
    return [`[data-annotation="${id}"]`];
  }
  const target = from.annotations.find((each) => each.id === id)?.target;
  if (!target) return inView(desk, 'briefing');
  const { position } = target.selectors;
  if (position) desk.foundWords.markRanges(target.id, [position], 0);
  if (target.type === 'card') return [textOf(target.id), ...toCard(desk, target.id, from)];
  desk.showSource(target.id);
  return [textOf(target.id)];
}

function toPosition(desk: DeskState, id: Id, from: Briefing): readonly string[] {
  const { actors, issues, positions } = desk.open.briefing;
  const position = [...positions, ...from.positions].find((each) => each.id === id);
  const isThere =
    actors.some((each) => each.id === position?.actor) &&
    issues.some((each) => each.id === position?.issue);
  desk.show('positions');
  desk.cell = position && isThere ? { actor: position.actor, issue: position.issue } : null;
  return ['[data-cell-history]', '#view-positions'];
}

function textOf(id: Id): string {
  return `[data-card="${id}"], [data-text="${id}"]`;
}

function entry(id: Id): string {
  return `[data-entry="${id}"]`;
}
