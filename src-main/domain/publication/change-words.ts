/** Entries in words, where a document tells what became of them. */
import type { Event } from '../briefing/event.js';
import type { Figure } from '../briefing/figure.js';
import { withAddition } from '../text/joined-words.js';
import { likelihoodRange, likelihoodWord } from '../ledger/judgement.js';
import type { LikelihoodScale, Outcome } from '../briefing/outcome.js';
import { type Source, gradeOf } from '../briefing/source.js';
import { dateInWords, figureInWords } from '../terms/terms.js';
import { whenOf } from './facts.js';
import { placeInWords } from './place-in-words.js';

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
