/** What a document tells of entries and cards that changed. */
import type { Event, Figure, LikelihoodScale, Outcome } from '../briefing/entries.js';
import { withAddition } from '../text/joined-words.js';
import { likelihoodRange, likelihoodWord } from '../ledger/judgement.js';
import { type Source, gradeOf } from '../briefing/source.js';
import { dateInWords, figureInWords } from '../terms/terms.js';
import { whenOf } from './claims.js';
import { placeInWords } from './number-notes.js';
import type { CardChange } from '../compare/comparison.js';
import type { DiffPiece } from '../text/word-diff.js';

export interface EntryWords {
  /** What stays the same entry while its value changes. */
  readonly subject: string;
  readonly value: string;
  /** Both in one line, without a full stop. */
  readonly whole: string;
}

/** Such as “The talks go on, by August 2025” and “likely, 55–80 %, low confidence”. */
export function wordsOfOutcome(outcome: Outcome, scale: LikelihoodScale): EntryWords {
  const { statement, horizon, likelihood, confidence } = outcome;
  const horizonWords = horizon ? `by ${dateInWords(horizon)}` : '';
  const subject = withAddition(statement, horizonWords).replace(/[.。]$/u, '');
  const value = [
    likelihood ? likelihoodWord(scale, likelihood) : 'not judged',
    ...(likelihood ? [likelihoodRange(scale, likelihood)] : []),
    ...(confidence ? [`${confidence} confidence`] : [])
  ].join(', ');
  return { subject, value, whole: `${subject}: ${value}` };
}

export function wordsOfFigure(figure: Figure): EntryWords {
  const value = figureInWords({ ...figure, measures: '' });
  return { subject: figure.measures, value, whole: figureInWords(figure) };
}

export function wordsOfEvent(event: Event): EntryWords {
  const when = whenOf(event);
  return { subject: event.title, value: when, whole: `${when}: ${event.title}` };
}

/** As a whole like `placeInWords` names it beside its quotes. */
export function wordsOfSource(source: Source): EntryWords {
  const whole = placeInWords({ type: 'source', source });
  return { subject: source.title, value: `grade ${gradeOf(source)}`, whole };
}

export interface ChangedCard {
  readonly heading: string;
  /** Such as “added”, “12 words added, 3 taken out”, “moved”; several joined by commas. */
  readonly what: string;
}

export function changedCards(changes: readonly CardChange[]): readonly ChangedCard[] {
  return changes.map(({ kind, before, after, moved, heading, body }) => {
    const card = after ?? before;
    const name = card?.heading.trim() || card?.kind || '';
    if (kind !== 'changed') return { heading: name, what: kind };
    const renamed = heading.some((piece) => piece.kind !== 'same');
    const parts = [
      ...(renamed ? [before?.heading ? `formerly “${before.heading.trim()}”` : 'named'] : []),
      ...wordsIn(body),
      ...(before && after && before.kind !== after.kind ? [`now ${after.kind}`] : []),
      ...(moved ? ['moved'] : [])
    ];
    return { heading: name, what: parts.join(', ') };
  });
}

/** Of a text that is no card; none where it did not change. */
export function changedWords(
  heading: string,
  pieces: readonly DiffPiece[] | null
): readonly ChangedCard[] {
  return pieces ? [{ heading, what: wordsIn(pieces).join(', ') || 'changed' }] : [];
}

function wordsIn(pieces: readonly DiffPiece[]): readonly string[] {
  const count = (kind: DiffPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
  const [added, removed] = [count('added'), count('removed')];
  const isChanged = pieces.some(({ kind }) => kind !== 'same');
  if (added + removed === 0) return isChanged ? ['signs changed'] : [];
  const words = (n: number) => `${n} ${n === 1 ? 'word' : 'words'}`;
  if (removed === 0) return [`${words(added)} added`];
  if (added === 0) return [`${words(removed)} taken out`];
  return [`${words(added)} added, ${removed} taken out`];
}
