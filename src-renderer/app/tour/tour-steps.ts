/** The five steps of the tour: what each says, how the window gets there, and what it points at. */
import type { CommandId } from '../../../src-main/domain/commands.js';

interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Shows the place; `null` where it is in sight in every view. */
  readonly command: CommandId | null;
  /** Commands whose keys are told below the text. */
  readonly keys: readonly CommandId[];
  /** Selectors of what is pointed at: the first that is in the window. */
  readonly at: readonly string[];
  readonly needsLibrary?: boolean;
}

export const tourSteps: readonly TourStep[] = [
  {
    title: 'Bring an article in',
    text: 'Import a file here, drop it anywhere on the window, or paste a text. It becomes a briefing, or a source of the one that is open. Its words are kept as they are.',
    command: null,
    keys: ['article.import', 'article.paste'],
    at: ['nav[aria-label="Library"] button[aria-label^="Import article"]'],
    needsLibrary: true
  },
  {
    title: 'Take who said what',
    text: 'New lists what was found in the sources, each beside its words: actors, statements, positions, figures. One key accepts, edits or dismisses. Nothing enters a briefing unaccepted.',
    command: 'view.new',
    keys: ['view.new'],
    at: ['#tab-new']
  },
  {
    title: 'See who stands where, and since when',
    text: 'Positions shows actors against issues. A cell opens its history with the words it rests on. Move the slider above to see any day.',
    command: 'view.positions',
    keys: ['view.positions', 'position.play'],
    at: ['[role="grid"] [role="gridcell"] button:not([aria-label])', '#tab-positions']
  },
  {
    title: 'Settle what contradicts',
    text: 'Evidence begins with the open points: two stances of one actor, two figures for one measure. Both sides stand with their quotes. You say which holds, or that it is no contradiction.',
    command: 'point.list',
    keys: ['view.evidence'],
    at: ['#open-points-title', '#tab-evidence']
  },
  {
    title: 'Hand it over',
    text: 'Export writes a PDF in which every claim keeps its quote: the whole briefing, or one page. The preview shows the pages before. Nothing leaves this computer by itself.',
    command: null,
    keys: ['briefing.export', 'briefing.preview'],
    at: ['[aria-label="This briefing"] button.export']
  }
];
