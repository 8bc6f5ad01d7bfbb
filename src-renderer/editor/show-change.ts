/** Leads to where a change is seen in the open briefing. */
import type { ChangePlace } from '../../src-main/domain/compare/change-place.js';
import type { DeskState } from './desk.svelte.js';

/** What is no longer in the briefing leads to its view. */
export function showChange(desk: DeskState, place: ChangePlace): void {
  switch (place.what) {
    case 'briefing':
      return desk.show('briefing');
    case 'card':
      return desk.showCard(place.id);
    case 'source':
      return desk.showSource(place.id);
    case 'cell':
      desk.show('positions');
      desk.cell = { actor: place.actor, issue: place.issue };
      return;
    case 'figures':
    case 'outcomes':
      return desk.show('judgement');
    case 'events':
      return desk.show('timeline');
  }
}
