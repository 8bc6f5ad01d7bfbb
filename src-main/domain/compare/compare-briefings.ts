/** What changed between two briefings, or in one between two days. */
import type { Briefing } from '../briefing/briefing.js';
import type { Event } from '../briefing/event.js';
import type { Figure } from '../briefing/figure.js';
import { sameName } from '../text/fold-name.js';
import type { Outcome } from '../briefing/outcome.js';
import type { Source } from '../briefing/source.js';
import { diffWords, type DiffPiece } from '../text/word-diff.js';
import { asOfDay } from './as-of-day.js';
import { compareCards } from './compare-cards.js';
import { compareEntries } from './compare-entries.js';
import { comparePositions } from './compare-positions.js';
import type { ComparedSide, Comparison } from './comparison.js';
import type { Side } from './sides.js';

export type { Side } from './sides.js';

/**
 * From the earlier to the later one. Entries are matched by id, then by name: so copies, and
 * briefings that know nothing of each other, can be compared too. With days, each side counts only
 * what is known of that day; cards and outcomes carry no day and are compared as they stand.
 */
export function compareBriefings(before: Side, after: Side): Comparison {
  const [was, is] = [asOfDay(before.briefing, before.day), asOfDay(after.briefing, after.day)];
  const sides = [
    { briefing: was, day: before.day },
    { briefing: is, day: after.day }
  ] as const;
  return {
    before: describeSide(before),
    after: describeSide(after),
    title: wordsChanged(was.title, is.title),
    bottomLine: wordsChanged(was.bottomLine, is.bottomLine),
    cards: compareCards(was.cards, is.cards),
    ...comparePositions(...sides),
    figures: compareEntries(was.figures, is.figures, measureAlike, sameFigure),
    events: compareEntries(was.events, is.events, titleAlike, sameEvent),
    outcomes: compareEntries(was.outcomes, is.outcomes, statementAlike, (a, b) =>
      sameOutcome(a, b, was.likelihoodScale === is.likelihoodScale)
    ),
    sources: compareEntries(was.sources, is.sources, textAlike, sameSource)
  };
}

function describeSide({ briefing, day, writtenBy = null, version = null }: Side): ComparedSide {
  const { id, title, likelihoodScale } = briefing;
  return { id, title, day, writtenBy, version, likelihoodScale };
}

function wordsChanged(before: string, after: string): readonly DiffPiece[] | null {
  return before === after ? null : diffWords(before, after);
}

function measureAlike(a: Figure, b: Figure): boolean {
  if (a.measures === '' || b.measures === '') return a.wording === b.wording && a.unit === b.unit;
  return sameName(a.measures, b.measures) && a.unit === b.unit;
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.unit === b.unit && a.wording === b.wording && a.date === b.date;
}

function titleAlike(a: Event, b: Event): boolean {
  return sameName(a.title, b.title);
}

function sameEvent(a: Event, b: Event): boolean {
  return a.title === b.title && a.date === b.date && a.until === b.until;
}

function statementAlike(a: Outcome, b: Outcome): boolean {
  return sameName(a.statement, b.statement);
}

function sameOutcome(a: Outcome, b: Outcome, oneScale: boolean): boolean {
  return (
    a.statement === b.statement &&
    a.likelihood === b.likelihood &&
    (oneScale || a.likelihood === null) &&
    a.confidence === b.confidence &&
    a.horizon === b.horizon
  );
}

function textAlike(a: Source, b: Source): boolean {
  return a.text === b.text;
}

function sameSource(a: Source, b: Source): boolean {
  return (
    a.text === b.text &&
    a.reliability === b.reliability &&
    a.credibility === b.credibility &&
    a.title === b.title
  );
}

/** A briefing on two days, where there is only one: what became known in between. */
export function compareDays(briefing: Briefing, from: Side['day'], to: Side['day']): Comparison {
  return compareBriefings({ briefing, day: from }, { briefing, day: to });
}
