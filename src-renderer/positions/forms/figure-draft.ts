/** A figure while its form is filled in: what keeps it from being recorded, and the entry it becomes. */
import { newActor } from '../../../src-main/domain/briefing/actor.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Figure } from '../../../src-main/domain/briefing/figure.js';
import { shareName } from '../../../src-main/domain/text/fold-name.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import { maxLengths } from '../../../src-main/domain/base/limits.js';
import { PartialDate } from '../../../src-main/domain/base/partial-date.js';
import { numberTyped } from '../../../src-main/domain/text/read-figure.js';

/** As typed. The actor is a name: picking one that exists and naming a new one are the same act. */
export interface FigureDraft {
  /** Of the figure that is edited; `null` for a new one. */
  readonly id: Id | null;
  wording: string;
  value: string;
  unit: string;
  measures: string;
  date: string;
  actor: string;
  note: string;
  evidence: readonly Id[];
}

export type FigureField = Exclude<keyof FigureDraft, 'id' | 'evidence'>;

export function emptyFigure(part: Partial<FigureDraft> = {}): FigureDraft {
  return {
    id: null,
    wording: '',
    value: '',
    unit: '',
    measures: '',
    date: '',
    actor: '',
    note: '',
    evidence: [],
    ...part
  };
}

export function draftOf(figure: Figure, { actors }: Pick<Briefing, 'actors'>): FigureDraft {
  return {
    ...figure,
    value: String(figure.value),
    date: figure.date ?? '',
    actor: actors.find(({ id }) => id === figure.actor)?.name ?? ''
  };
}

const longest = {
  wording: maxLengths.tag,
  unit: maxLengths.tag,
  measures: maxLengths.statement,
  actor: maxLengths.actor,
  note: maxLengths.note
} as const;

/** A sentence for each field that keeps the draft from being recorded; empty when it is ready. */
export function figureProblems(draft: FigureDraft): Partial<Record<FigureField, string>> {
  const problems: Partial<Record<FigureField, string>> = {};
  if (!draft.wording.trim())
    problems.wording = 'Say how the source writes it, such as “1.6 million”.';
  if (numberTyped(draft.value) === null) {
    problems.value = 'Write one number, such as 1600000 or 1.6 million.';
  }
  if (draft.date.trim() && !PartialDate.safeParse(draft.date.trim()).success) {
    problems.date = 'Write a day, a month or a year: 2025-08-15, 2025-08 or 2025.';
  }
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const { length } = draft[field].trim();
    if (length > most) {
      problems[field] =
        `At most ${most.toLocaleString('en')} characters can be kept, and these are ${length.toLocaleString('en')}. Nothing is lost: shorten it here.`;
    }
  }
  return problems;
}

/**
 * Records the draft, with its actor where that is new, or puts it in the place of the figure that it
 * edits. The draft must have no problems. A figure that was removed meanwhile is recorded anew.
 */
export function recordFigure(
  briefing: Briefing,
  draft: FigureDraft,
  id = draft.id ?? newId()
): Briefing {
  const value = numberTyped(draft.value);
  if (value === null) throw new Error('A figure without a number cannot be recorded');
  const name = draft.actor.trim();
  const known = briefing.actors.find((each) => shareName(each, { name, aliases: [] }));
  const actor = name === '' ? null : (known ?? newActor(name, 'organisation'));
  // An annotation may have been removed while the form was open.
  const annotated = new Set(briefing.annotations.map(({ id }) => id));
  const figure: Figure = {
    id,
    wording: draft.wording.trim(),
    value,
    unit: draft.unit.trim(),
    measures: draft.measures.trim(),
    date: draft.date.trim() || null,
    actor: actor?.id ?? null,
    note: draft.note.trim(),
    evidence: draft.evidence.filter((id) => annotated.has(id))
  };
  const isThere = briefing.figures.some(({ id }) => id === figure.id);
  return {
    ...briefing,
    actors: actor && actor !== known ? [...briefing.actors, actor] : briefing.actors,
    figures: isThere
      ? briefing.figures.map((each) => (each.id === figure.id ? figure : each))
      : [...briefing.figures, figure]
  };
}
