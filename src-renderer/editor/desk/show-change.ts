/** Leads to where a change is seen in the open briefing. */
import type { ChangePlace } from '../../../src-main/domain/compare/told-changes.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { DeskState } from './desk.svelte.js';

/** What is no longer in the briefing leads to its view. Returns the text to be brought into sight. */
export function showChange(desk: DeskState, place: ChangePlace): Id | null {
  switch (place.what) {
    case 'briefing':
      desk.show('briefing');
      return null;
    case 'card':
      desk.showCard(place.id);
      return place.id;
    case 'source':
      desk.showSource(place.id);
      return null;
    case 'cell':
      desk.show('positions');
      desk.cell = { actor: place.actor, issue: place.issue };
      return null;
    case 'figures':
    case 'outcomes':
      desk.show('judgement');
      return null;
    case 'events':
      desk.show('timeline');
      return null;
  }
}
