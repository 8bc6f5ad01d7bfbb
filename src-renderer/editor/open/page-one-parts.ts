/** What the parts of the submission and of a key judgement are called in the names of steps. */
import type { Submission } from '../../../src-main/domain/briefing/briefing.js';

/** What a briefing says of itself. */
export const detailWords = {
  title: 'title of the briefing',
  marking: 'marking',
  date: 'date of the briefing',
  bottomLine: 'bottom line',
  confidence: 'confidence',
  language: 'language of the briefing',
  tags: 'tags of the briefing'
} as const;

export const submissionWords: Readonly<Record<keyof Submission, string>> = {
  to: 'addressee',
  from: 'sender',
  copy: 'copy line',
  decideBy: 'day to decide by',
  recommendation: 'recommendation',
  options: 'options',
  handling: 'handling',
  clearance: 'clearance',
  contact: 'contact'
};
export const judgementWords = {
  about: 'subject',
  likelihood: 'likelihood',
  because: 'reason',
  against: 'counter-evidence',
  indicators: 'indicators',
  gaps: 'gaps'
} as const;
