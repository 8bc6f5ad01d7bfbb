/** What the kinds of suggestion are called, and what accepting one makes. */
import type {
  Grade,
  Suggestion,
  SuggestionKind
} from '../../src-main/domain/suggestions/suggestion.js';
import type { Acceptance } from '../../src-main/domain/news/accept-news.js';
import type { Fold } from '../../src-main/domain/news/triage.js';
import { quoted } from '../../src-main/domain/terms/terms.js';
import type { Taking } from './coding-actions.js';
import type { Draft } from '../../src-main/domain/suggestions/draft.js';

/** Of many. */
export const kindTitles: Readonly<Record<SuggestionKind, string>> = {
  actor: 'Actors',
  position: 'Positions',
  change: 'Changes of position',
  statement: 'Statements',
  quote: 'Quotes',
  figure: 'Figures',
  date: 'Dates',
  event: 'Events',
  constraint: 'Constraints',
  outcome: 'Outcomes'
};

/** Of one. */
export const kindNames: Readonly<Record<SuggestionKind, string>> = {
  actor: 'Actor',
  position: 'Position',
  change: 'Change of position',
  statement: 'Statement',
  quote: 'Quote',
  figure: 'Figure',
  date: 'Date',
  event: 'Event',
  constraint: 'Constraint',
  outcome: 'Outcome'
};

export const becomes: Readonly<Record<SuggestionKind, string>> = {
  actor: 'becomes an actor of the briefing',
  position: 'becomes a position, with its actor and issue',
  change: 'becomes two positions, the later superseding the earlier',
  statement: 'becomes a statement of its actor, and with an issue and a stance a position',
  quote: 'becomes a quote card',
  figure: 'becomes a figure of the briefing',
  date: 'becomes an event on that day',
  event: 'becomes an event of the timeline',
  constraint: 'becomes a constraint card',
  outcome: 'becomes an outcome, whose likelihood you judge'
};

/** A sign each, so that the grades stay apart without colour. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  likely: '● likely',
  possible: '○ possible'
};

/** The first such words, as the article writes them; `null` when there are none. */
export function unknownDay(dates: Draft['dates']): string | null {
  const unplaced = dates.find(({ anchor, value }) => anchor === 'none' && value === null);
  return unplaced?.text ?? null;
}

/** What becomes of one that differs from a position in force. */
export const acceptanceWords = { supersedes: 'Supersedes', contested: 'Contested' } as const;

/** Letters for these; A is for the usual one. */
export const acceptanceKeys = { supersedes: 'P', contested: 'C' } as const;

/** Why statements are folded away: in a word or two, and in a sentence. */
export const foldWords: Readonly<Record<Fold, readonly [heading: string, why: string]>> = {
  more: ['More likely ones', 'Likely statements for which there was no room'],
  possible: ['Possible statements', 'Less certain statements'],
  minor: ['Minor actors', 'Statements of people of whom the text says little'],
  repeats: ['Repeats of one origin', 'Statements that the briefing knows from here or from a copy']
};

/** What it rests on, in one line. Of what somebody said only what is so word for word stands in quotation marks. */
export function statedWords(suggestion: Suggestion): string {
  const words = suggestion.plainWords.replace(/^that /, '').replace(/\s+/g, ' ');
  const isTold =
    suggestion.kind === 'statement'
      ? !suggestion.statement.direct
      : suggestion.kind === 'quote' && suggestion.quote.kind === 'indirect';
  const hasMarks = /^(?:statement|quote)$/.test(suggestion.kind) && /["“„«]/u.test(words);
  return isTold || hasMarks ? words : quoted(words);
}

/**
 * What it rests on, between so many UTF-16 units of the source as it is read; by itself where that shows none of it.
 * @param text rendered
 */
export function contextOf(
  suggestion: Suggestion,
  text: string,
  around: number
): { readonly before: string; readonly words: string; readonly after: string } {
  if (!suggestion.place) return { before: '', words: suggestion.plainWords, after: '' };
  const { start, end } = suggestion.place;
  const before = text.slice(Math.max(0, start - around), start).replace(/^\S*\s/, '');
  return {
    before: start > around ? `…${before}` : before,
    words: text.slice(start, end),
    after: text.slice(end, end + around).replace(/\s\S*$/, '')
  };
}

/** What taking a statement does, on its button. */
export const takingWords: Readonly<Record<Taking, string>> = {
  apart: 'Accept',
  supersedes: 'Accept and supersede',
  contested: 'Accept as contested',
  evidence: 'Add as evidence'
};

const acceptedAs: Readonly<Record<Acceptance, string>> = {
  supersedes: ', superseding what was in force',
  contested: ', contested',
  apart: ''
};

/** What was accepted, and as what, for a message. */
export function tellAccepted({ title }: Suggestion, as: Acceptance): string {
  return `Accepted: ${quoted(title.length > 80 ? `${title.slice(0, 79)}…` : title)}${acceptedAs[as]}`;
}
