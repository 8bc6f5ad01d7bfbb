/** How a suggestion is accepted by what is new about it. Pure: one accepted suggestion is one edit. */
import type { Briefing } from '../briefing/briefing.js';
import { acceptSuggestion } from '../suggestions/accept.js';
import { noTies, type Ties } from '../suggestions/accept-position.js';
import type { Ground } from '../suggestions/enter.js';
import { type FieldValues, fieldsOf, type Field } from '../suggestions/fields.js';
import type { Suggestion } from '../suggestions/suggestion.js';
import type { News } from './news.js';

/**
 * `supersedes`: it follows what is in force. `contested`: it contradicts that, and both are in force.
 * `apart`: it does nothing to other entries.
 */
export type Acceptance = 'supersedes' | 'contested' | 'apart';

/** Whether it contradicts positions in force, so that it can supersede or contest them. */
export function differsFromPosition(
  news: News | null
): news is Extract<News, { readonly is: 'differs' }> {
  return news?.is === 'differs' && news.known.kind === 'position';
}

/** How it is accepted unless the person says otherwise: what came later supersedes. */
export function usualAcceptance(news: News | null): Acceptance {
  if (!differsFromPosition(news)) return 'apart';
  return news.isLater ? 'supersedes' : 'contested';
}

/** The issue of the position that it repeats or differs from, as the briefing words it; `null` for none. */
export function knownIssue(news: News | null): string | null {
  if (news?.is !== 'repeats' && news?.is !== 'differs') return null;
  return news.known.kind === 'position' ? news.known.issue : null;
}

/** The suggestion's fields; where the briefing knows the issue, worded as there. */
export function fieldsKnowing(suggestion: Suggestion, news: News | null): readonly Field[] {
  const fields = fieldsOf(suggestion);
  const issue = issueFor(suggestion, news);
  if (issue === null) return fields;
  return fields.map((field) => (field.name === 'issue' ? { ...field, value: issue } : field));
}

/** @param values as of `acceptSuggestion`; what is left out is as `fieldsKnowing` has it. */
export function acceptKnowing(
  briefing: Briefing,
  suggestion: Suggestion,
  ground: Ground,
  news: News | null,
  as: Acceptance,
  values: FieldValues = {}
): Briefing {
  const issue = issueFor(suggestion, news);
  const all = issue === null ? values : { issue, ...values };
  return acceptSuggestion(briefing, suggestion, ground, all, tiesOf(news, as));
}

/** A statement has no issue unless somebody gives it one. */
function issueFor({ kind }: Suggestion, news: News | null): string | null {
  return kind === 'position' || kind === 'change' ? knownIssue(news) : null;
}

/** What a position accepted this way does to those that it differs from. */
export function tiesOf(news: News | null, as: Acceptance): Ties {
  if (!differsFromPosition(news) || as === 'apart') return noTies;
  return { ...noTies, [as]: news.inForce };
}
