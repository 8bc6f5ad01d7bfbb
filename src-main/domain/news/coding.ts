/**
 * A statement as a person codes it: with an issue and a stance it becomes a position, without both it stays a
 * statement of its actor with its words. Pure.
 */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Stance } from '../briefing/entries.js';
import { conditionIn, conditionInWords } from '../suggestions/condition.js';
import { findActor } from '../suggestions/enter.js';
import type { FieldValues } from '../suggestions/fields.js';
import type { SaidOnIssue } from '../suggestions/coding/offer-issues.js';
import { fieldsKnowing } from './accept-news.js';
import type { News } from './news.js';
import type { NewsIndex } from './news-index.js';
import { claimOf, type Codable } from './triage.js';

export interface Coding {
  /** As it is worded; empty for none. */
  readonly issue: string;
  readonly stance: Stance | null;
  /** On what a conditional stance depends; empty for any other. */
  readonly condition: string;
}

/** What stands there until somebody decides: an issue and a stance only where a verb with an object gives both. */
export function suggestedCoding(suggestion: Codable, news: News | null): Coding {
  if (suggestion.kind === 'statement') return { issue: '', stance: null, condition: '' };
  const { position } = suggestion.position;
  const issue = fieldsKnowing(suggestion, news).find(({ name }) => name === 'issue')?.value;
  return { issue: issue ?? '', stance: position.stance, condition: conditionIn(position) };
}

/** With another stance; a conditional one begins with the condition that the words name. */
export function withStance(coding: Coding, suggestion: Codable, stance: Stance): Coding {
  const condition =
    stance === 'conditional' ? coding.condition || conditionInWords(suggestion.words.text) : '';
  return { ...coding, stance, condition };
}

/** In a sentence, what keeps it from being taken; `null` for nothing. */
export function codingProblem({ issue, stance, condition }: Coding): string | null {
  if (stance === null && issue.trim() !== '')
    return 'Choose a stance on this issue, or 0 to keep the words as a statement.';
  if (stance !== null && issue.trim() === '') return 'Choose the issue that the stance is on.';
  if (stance === 'conditional' && condition.trim() === '') return 'Say on what the stance depends.';
  return null;
}

/** The suggestion's fields, by which it is accepted as it is coded. */
export function valuesOfCoding({ issue, stance, condition }: Coding): FieldValues {
  return { issue: stance === null ? '' : issue, stance: stance ?? '', condition };
}

/** What is new about it as it is coded. */
export function newsOfCoding(
  index: NewsIndex,
  suggestion: Codable,
  { issue, stance }: Coding,
  source: Id
): News {
  const { words } = suggestion;
  const { actor, said } = claimOf(suggestion);
  const text =
    suggestion.kind === 'statement'
      ? suggestion.statement.text
      : suggestion.position.position.statement;
  if (stance === null || issue.trim() === '') {
    return index.ofStatement({ actor, text }, words.text, source);
  }
  return index.ofPosition(
    { actor, said, position: { issue, stance, statement: text }, isChosen: true },
    words.text,
    source
  );
}

/** What issues are offered by. */
export function saidOnIssue(
  suggestion: Codable,
  news: News | null,
  briefing: Pick<Briefing, 'actors'>
): SaidOnIssue {
  const drafted = claimOf(suggestion).actor;
  return {
    words: suggestion.words.text,
    place: suggestion.words,
    actor: findActor(briefing, drafted.name, drafted)?.id ?? null,
    drafted: suggestedCoding(suggestion, news).issue || null
  };
}
