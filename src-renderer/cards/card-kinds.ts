/** What each kind of card is called and the icon that goes with it. */
import Event from '@lucide/svelte/icons/calendar-days';
import Question from '@lucide/svelte/icons/circle-question-mark';
import Fact from '@lucide/svelte/icons/circle-check';
import Position from '@lucide/svelte/icons/flag';
import Context from '@lucide/svelte/icons/globe';
import Constraint from '@lucide/svelte/icons/lock';
import Outcome from '@lucide/svelte/icons/split';
import Note from '@lucide/svelte/icons/sticky-note';
import Quote from '@lucide/svelte/icons/quote';
import Summary from '@lucide/svelte/icons/text-align-start';
import type { CardKind } from '../../src-main/domain/briefing/entries.js';

interface Look {
  readonly label: string;
  readonly icon: typeof Summary;
}

export const cardLooks: Readonly<Record<CardKind, Look>> = {
  summary: { label: 'Summary', icon: Summary },
  context: { label: 'Context', icon: Context },
  fact: { label: 'Fact', icon: Fact },
  quote: { label: 'Quote', icon: Quote },
  position: { label: 'Position', icon: Position },
  event: { label: 'Event', icon: Event },
  constraint: { label: 'Constraint', icon: Constraint },
  outcome: { label: 'Outcome', icon: Outcome },
  question: { label: 'Question', icon: Question },
  note: { label: 'Note', icon: Note }
};
