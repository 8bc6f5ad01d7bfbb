/** What page one says before the cards: what is asked, by when, what is judged and how surely, and on what it rests. */
import type { Briefing } from '../briefing/briefing.js';
import { dateInWords } from '../terms/terms.js';
import { judgementsOf, type PublishedJudgement } from './key-judgements.js';
import { sourceSummaryOf, type Labelled } from './source-summary.js';

/** The fixed words of page one. */
export const pageOneWords = {
  decision: 'Submission for decision',
  submission: 'Submission',
  to: 'To',
  from: 'From',
  copy: 'Copy',
  decideBy: 'Decide by',
  recommendation: 'Recommendation',
  agree: 'Agree',
  discuss: 'Discuss',
  no: 'No',
  noted: 'Noted',
  signed: 'Signed',
  date: 'Date',
  options: 'Options',
  judgements: 'Key judgements',
  judgement: 'Judgement',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  notJudged: 'not judged',
  because: 'Because',
  against: 'Against it',
  indicators: 'Would change it',
  gaps: 'Not known',
  sources: 'What it rests on',
  handling: 'Handling',
  clearance: 'Cleared by',
  contact: 'Contact'
} as const;

/** One thing to decide, with the boxes to tick. */
export interface Ask {
  /** `a`, `b` and so on; empty for the only one. */
  readonly letter: string;
  readonly words: string;
  readonly boxes: readonly string[];
}

/** Nothing of it is told where it is empty. */
export interface PageOne {
  /** What kind of paper it is; empty for a briefing that asks nothing of anybody. */
  readonly kind: string;
  readonly address: readonly Labelled[];
  /** A day in words. */
  readonly decideBy: string;
  readonly asks: readonly Ask[];
  readonly options: readonly string[];
  readonly judgements: readonly PublishedJudgement[];
  readonly sources: readonly Labelled[];
  /** Handling, clearance and contact. */
  readonly closing: readonly Labelled[];
}

/** Of the whole briefing: a key judgement may be about what the edition leaves out. */
export function pageOneOf(briefing: Briefing): PageOne {
  const { submission } = briefing;
  const labelled = (
    ...names: readonly ('to' | 'from' | 'copy' | 'handling' | 'clearance' | 'contact')[]
  ) =>
    names.flatMap((name) => {
      const words = submission[name].trim();
      return words === '' ? [] : [{ label: pageOneWords[name], words }];
    });
  const address = labelled('to', 'from', 'copy');
  const decideBy = submission.decideBy ? dateInWords(submission.decideBy) : '';
  const asks = asksIn(submission.recommendation);
  const isAsked = decideBy !== '' || asks.length > 0;
  return {
    kind: isAsked ? pageOneWords.decision : address.length > 0 ? pageOneWords.submission : '',
    address,
    decideBy,
    asks,
    options: submission.options.map((option) => option.trim()).filter((option) => option !== ''),
    judgements: judgementsOf(briefing),
    sources: sourceSummaryOf(briefing),
    closing: labelled('handling', 'clearance', 'contact')
  };
}

/** Each line is one. What is only to be noted cannot be refused. */
function asksIn(recommendation: string): readonly Ask[] {
  const lines = recommendation
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((words, index) => ({
    letter: lines.length > 1 ? letterOf(index) : '',
    words,
    boxes: /^note\b/iu.test(words)
      ? [pageOneWords.noted]
      : [pageOneWords.agree, pageOneWords.discuss, pageOneWords.no]
  }));
}

/** `a` to `z`, then numbers. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : String(index + 1);
}

/** Why a judgement is made and what is open about it, each under its label. */
export function reasonsOf(judgement: PublishedJudgement): readonly Labelled[] {
  const parts = ['because', 'against', 'indicators', 'gaps'] as const;
  return parts.flatMap((part) =>
    judgement[part] === '' ? [] : [{ label: pageOneWords[part], words: judgement[part] }]
  );
}

/** How a card alone may be handled, in brackets: “(U)”; empty for none. */
export function portionMarkInWords(mark: string): string {
  const words = mark.trim();
  return words === '' || /^[([].*[)\]]$/u.test(words) ? words : `(${words})`;
}

/** The marking with the number of the copy, such as “Internal · Copy 3 of 12”; empty where there is neither. */
export function markingInWords(marking: string, copyNumber: string): string {
  const copy = copyNumber.trim();
  return [marking.trim(), copy && `Copy ${copy}`].filter((part) => part !== '').join(' · ');
}
