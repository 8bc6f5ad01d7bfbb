/** What of a suggestion can be changed before it is accepted, and what of it would not be taken. */
import { actorTypes, stances } from '../briefing/entries.js';
import { PartialDate } from '../base/values.js';
import { maxLengths, tellTooLong } from '../base/limits.js';
import { stanceWords } from '../terms/terms.js';
import { dateProblem } from '../text/read-date.js';
import { conditionIn } from './condition.js';
import type { DraftActor, Suggestion } from './suggestion.js';

/** UTF-16 units of a date as people write it, “Wednesday, 17 September 2025” among them. */
const longestDate = 40;

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'line' | 'text' | 'date' | 'number' | 'choice';
  readonly value: string;
  /** Of a choice: value and words. */
  readonly options: readonly (readonly [value: string, words: string])[];
  /** UTF-16 units. */
  readonly most: number;
  readonly required: boolean;
  /** Names that there are already, of which one may be meant. */
  readonly known?: readonly string[];
}

/** By the field's name. */
export type FieldValues = Readonly<Record<string, string>>;

export function fieldsOf(suggestion: Suggestion): readonly Field[] {
  switch (suggestion.kind) {
    case 'actor': {
      const { actor } = suggestion;
      return [
        field('name', 'Name', 'line', actor.name, maxLengths.actor, true),
        choice(
          'type',
          'Kind',
          typeOf(actor),
          actorTypes.map((type) => [type, typeWords[type]])
        ),
        field(
          'aliases',
          'Also called, one per line',
          'text',
          actor.aliases.join('\n'),
          maxLengths.note
        )
      ];
    }
    case 'position': {
      const { position, actor, said } = suggestion.position;
      return [
        field('actor', 'Actor', 'line', actor.name, maxLengths.actor, true),
        field('issue', 'Issue', 'line', position.issue, maxLengths.issue, true),
        choice(
          'stance',
          'Stance',
          position.stance,
          stances.map((s) => [s, stanceWords[s]])
        ),
        field('condition', 'Condition', 'line', conditionIn(position), maxLengths.condition),
        field('statement', 'Statement', 'text', position.statement, maxLengths.statement),
        field('said', 'Said on', 'date', said ?? '', longestDate)
      ];
    }
    case 'statement': {
      const { actor, text, said } = suggestion.statement;
      return [
        field('actor', 'Actor', 'line', actor.name, maxLengths.actor, true),
        field('statement', 'Statement', 'text', text, maxLengths.statement, true),
        field('said', 'Said on', 'date', said ?? '', longestDate),
        field('issue', 'Issue, for a position', 'line', '', maxLengths.issue),
        {
          ...choice('stance', 'Stance, for a position', '', [
            ['', 'None: it stays a statement'],
            ...stances.map((s) => [s, stanceWords[s]] as const)
          ]),
          required: false
        },
        field('condition', 'Condition', 'line', '', maxLengths.condition)
      ];
    }
    case 'change':
      return [
        field('actor', 'Actor', 'line', suggestion.actor.name, maxLengths.actor, true),
        field('issue', 'Issue', 'line', suggestion.issue, maxLengths.issue, true),
        field(
          'before',
          'Before',
          'text',
          suggestion.before.position.statement,
          maxLengths.statement
        ),
        field('after', 'After', 'text', suggestion.after.position.statement, maxLengths.statement)
      ];
    case 'quote':
      return [
        field('speaker', 'Speaker', 'line', suggestion.speaker, maxLengths.actor),
        field('words', 'Words', 'text', suggestion.detail, maxLengths.bottomLine, true)
      ];
    case 'figure': {
      const { value, unit, measures, date } = suggestion.figure;
      // A week, for one, is no date that an entry can have.
      const day = PartialDate.safeParse(date).data ?? '';
      return [
        field('value', 'Value', 'number', String(value), 40, true),
        field('unit', 'Unit', 'line', unit, maxLengths.tag),
        field('measures', 'Measures', 'text', measures, maxLengths.statement),
        field('date', 'Date of the figure', 'date', day, longestDate)
      ];
    }
    case 'date':
      return [
        field('title', 'What happened', 'text', suggestion.sentence, maxLengths.statement, true),
        field('date', 'On', 'date', suggestion.date ?? '', longestDate)
      ];
    case 'event':
      return [
        field('title', 'What happens', 'text', suggestion.title, maxLengths.statement, true),
        field('date', 'On', 'date', suggestion.date ?? '', longestDate)
      ];
    case 'constraint':
    case 'outcome':
      return [
        field('statement', 'Statement', 'text', suggestion.title, maxLengths.statement, true)
      ];
  }
}

/** What the fields hold until somebody changes them, cut to what can be kept. */
export function valuesOf(suggestion: Suggestion): FieldValues {
  return Object.fromEntries(
    fieldsOf(suggestion).map(({ name, value, most }) => [name, value.slice(0, most)])
  );
}

/** A sentence for each field that keeps the suggestion from being accepted. */
export function problemsOf(fields: readonly Field[], values: FieldValues): FieldValues {
  const problems: Record<string, string> = {};
  for (const { name, label, type, required, most } of fields) {
    const value = (values[name] ?? '').trim();
    const problem =
      (required && value === '' ? `${label} must not be empty.` : null) ??
      tellTooLong(value, most) ??
      (type === 'date' ? dateProblem(value) : null) ??
      (type === 'number' ? numberProblem(value) : null);
    if (problem !== null) problems[name] = problem;
  }
  if (values['stance'] === 'conditional' && !values['condition']?.trim()) {
    problems['condition'] = 'Say on what the stance depends.';
  }
  // Of a statement, which becomes a position with both.
  if (values['stance'] === '' && values['issue']?.trim())
    problems['issue'] = 'Choose a stance on the issue, or leave the issue empty.';
  else if (values['stance'] && !values['issue']?.trim())
    problems['issue'] ??= 'Say what the stance is on.';
  return problems;
}

function numberProblem(value: string): string | null {
  if (value !== '' && Number.isFinite(Number(value))) return null;
  return 'Write a number, such as 1600000 or 0.75.';
}

export function typeOf({ type }: DraftActor): (typeof actorTypes)[number] {
  if (type === 'place') return 'state';
  return type === 'unknown' ? 'group' : type;
}

const typeWords = {
  person: 'Person',
  group: 'Group',
  state: 'State',
  organisation: 'Organisation'
} as const;

function field(
  name: string,
  label: string,
  type: Field['type'],
  value: string,
  most: number,
  required = false
): Field {
  return { name, label, type, value, options: [], most, required };
}

function choice(name: string, label: string, value: string, options: Field['options']): Field {
  return { name, label, type: 'choice', value, options, most: 40, required: true };
}
