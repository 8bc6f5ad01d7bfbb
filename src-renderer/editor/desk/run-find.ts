/** The commands that find words in the briefing. Knows no DOM: the field takes the focus by `focus`. */
import type { DeskState } from './desk.svelte.js';

export type FindCommand = 'find.open' | 'find.next' | 'find.previous';

export function isFindCommand(command: string): command is FindCommand {
  return command === 'find.open' || command === 'find.next' || command === 'find.previous';
}

export function runFind(desk: DeskState, command: FindCommand, focus: () => void): boolean {
  if (desk.cards.editing) desk.cards.stopEditing();
  if (desk.view === 'positions') desk.show('briefing');
  if (!desk.find.open) desk.find.show();
  else if (command === 'find.open') focus();
  else desk.find.step(command === 'find.next' ? 1 : -1);
  return true;
}
