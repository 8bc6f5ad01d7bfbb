/** What each command does on the desk. Knows no DOM. */
import type { CommandId } from '../../../src-main/domain/commands.js';
import type { Format } from '../../cards/card-editor/format-commands.js';
import type { DeskState } from './desk.svelte.js';
import { isText } from '../open/view.js';

const formats: Partial<Record<CommandId, Format>> = {
  'text.bold': 'bold',
  'text.italic': 'italic',
  'text.link': 'link',
  'text.table': 'table',
  'text.table-row': 'table-row',
  'text.table-column': 'table-column'
};

/** Where the focus goes once what the command leads to is drawn: selectors, the best first. */
export const focusAfter: Partial<Record<CommandId, readonly string[]>> = {
  // The list may be drawn later, when the source is drafted; it takes the focus from its view.
  'view.suggestions': ['[data-suggestions]', '#view-suggestions'],
  'figure.list': ['[data-figures]'],
  'outcome.add': ['[data-outcomes] li:last-child textarea'],
  'event.add': ['[data-event-form] input']
};

/** False when the command is not for the desk, or there is nothing that it could act on. */
export function runDeskCommand(desk: DeskState, command: CommandId): boolean {
  const { cards, annotations, voice } = desk;
  const { current } = cards;
  const format = formats[command];
  if (format) return formatWords(desk, format);
  switch (command) {
    case 'edit.undo':
      desk.steps.move('undo');
      return true;
    case 'edit.redo':
      desk.steps.move('redo');
      return true;
    case 'view.briefing':
      desk.show('briefing');
      return true;
    case 'view.source':
      desk.show('source');
      return true;
    case 'view.positions':
      desk.show('positions');
      return true;
    case 'view.judgement':
      desk.show('judgement');
      return true;
    case 'view.timeline':
      desk.show('timeline');
      return true;
    case 'view.suggestions':
      desk.show('suggestions');
      return true;
    case 'figure.list':
      desk.show('judgement');
      return true;
    case 'figure.add':
      if (annotations.hasSelection) annotations.recordFigure();
      else desk.figures.start();
      return true;
    case 'outcome.add':
      desk.addOutcome();
      return true;
    case 'event.add':
      desk.show('timeline');
      return true;
    case 'position.play':
      desk.show('positions');
      desk.history.toggle();
      return true;
    case 'view.both':
      if (!isText(desk.view)) desk.show('briefing');
      desk.beside = !desk.beside;
      return true;
    case 'card.add':
      desk.show('briefing');
      cards.add(current);
      return true;
    case 'card.edit':
      if (current) cards.startEditing(current);
      return current !== null;
    case 'card.delete':
      if (current) cards.remove(current);
      return current !== null;
    case 'spelling.suggest':
      if (cards.suggestSpelling()) return true;
      voice.say(cards.editor ? 'No word here is misspelt.' : 'Open a card for editing first.');
      return false;
    case 'card.fold':
      return cards.toggleFold(current);
    case 'card.split':
      if (!cards.split()) voice.say('Open a card and put the cursor where it is to be split.');
      return cards.editing !== null;
    case 'card.merge':
      if (cards.merge()) return true;
      voice.say('There is no card behind this one.');
      return false;
    case 'card.move-up':
      return cards.moveBy(-1);
    case 'card.move-down':
      return cards.moveBy(1);
    case 'annotation.highlight':
      return onSelection(desk, () => annotations.highlight());
    case 'annotation.attach':
      if (annotations.active) annotations.attach(annotations.active);
      else voice.say('Choose an annotation first.');
      return annotations.active !== null;
    case 'annotation.tags':
      desk.dialog = 'tags';
      return true;
    case 'annotation.export':
      desk.dialog = 'export';
      return true;
    case 'annotation.note':
      return onSelection(desk, () => annotations.addNote());
    case 'position.add':
      if (annotations.hasSelection) annotations.useAsEvidence();
      else desk.positions.start();
      return true;
    default:
      return false;
  }
}

function formatWords({ cards, voice }: DeskState, what: Format): boolean {
  if (!cards.editor) voice.say('Open a card for editing first.');
  else if (cards.format(what)) return true;
  else voice.say('Put the cursor into a table first.');
  return false;
}

function onSelection({ annotations, voice }: DeskState, act: () => void): boolean {
  const { hasSelection } = annotations;
  if (hasSelection) act();
  else voice.say('Select words in a card or in the source first.');
  return hasSelection;
}
