/** What each kind of card is called, its icon, and how much it weighs. */
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
  /** The same where it is chosen, and at the card, with who gets it where that is not everybody. */
  readonly choice?: string;
  readonly icon: typeof Summary;
  /** Whether a reader acts on it; the others are what that rests on. */
  readonly strong: boolean;
}

export const cardLooks: Readonly<Record<CardKind, Look>> = {
  summary: { label: 'Summary', icon: Summary, strong: true },
  context: { label: 'Context', icon: Context, strong: false },
  fact: { label: 'Fact', icon: Fact, strong: false },
  quote: { label: 'Quote', icon: Quote, strong: false },
  position: { label: 'Position', icon: Position, strong: false },
  event: { label: 'Event', icon: Event, strong: false },
  constraint: { label: 'Constraint', icon: Constraint, strong: false },
  outcome: { label: 'Outcome', icon: Outcome, strong: true },
  question: { label: 'Question', icon: Question, strong: false },
  note: { label: 'Note', choice: 'Note, not for an audience', icon: Note, strong: false }
};

export function kindChoice(kind: CardKind): string {
  const { choice, label } = cardLooks[kind];
  return choice ?? label;
}
