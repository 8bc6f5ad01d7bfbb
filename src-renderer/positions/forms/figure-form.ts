/** A figure while its form is filled in: what keeps it from being recorded, and the entry it becomes. */
import { actorTypeOf } from '../../../src-main/domain/suggestions/actor-type.js';
import { newActor, type Figure } from '../../../src-main/domain/briefing/entries.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { editedFields } from '../../../src-main/domain/change/edited-fields.js';
import { findNamed } from '../../../src-main/domain/text/fold-name.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { maxLengths, tellTooLong } from '../../../src-main/domain/base/limits.js';
import { dateProblem, readWrittenDate } from '../../../src-main/domain/text/read-date.js';
import { numberTyped } from '../../../src-main/domain/text/read-figure.js';

/** As typed. The actor is a name: picking one that exists and naming a new one are the same act. */
export interface FigureForm {
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

export type FigureField = Exclude<keyof FigureForm, 'id' | 'evidence'>;

export function emptyFigure(part: Partial<FigureForm> = {}): FigureForm {
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

export function formOf(figure: Figure, { actors }: Pick<Briefing, 'actors'>): FigureForm {
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

/** A sentence for each field that keeps the form from being recorded; empty when it is ready. */
export function figureProblems(form: FigureForm): Partial<Record<FigureField, string>> {
  const problems: Partial<Record<FigureField, string>> = {};
  if (!form.wording.trim())
    problems.wording = 'Say how the source writes it, such as “1.6 million”.';
  if (numberTyped(form.value) === null) {
    problems.value = 'Write one number, such as 1600000 or 1.6 million.';
  }
  const date = dateProblem(form.date);
  if (date) problems.date = date;
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const problem = tellTooLong(form[field].trim(), most);
    if (problem) problems[field] = problem;
  }
  return problems;
}

/**
 * Records the form, with its actor where that is new, or changes the figure that it edits. The form must
 * have no problems. A figure that was removed meanwhile is recorded anew.
 *
 * @param begun the form as it was opened on a figure: what others changed of that since stays. `null`: on none.
 */
export function recordFigure(
  briefing: Briefing,
  form: FigureForm,
  id = form.id ?? newId(),
  begun: FigureForm | null = null
): Briefing {
  const earlier = briefing.figures.find((each) => each.id === id);
  const isEdit = earlier !== undefined && begun !== null;
  const name = form.actor.trim();
  const known = findNamed(briefing.actors, name);
  const given = name === '' ? null : (known ?? newActor(name, actorTypeOf(name, 'organisation')));
  // Who was not chosen anew may be called otherwise by now.
  const isSameActor = isEdit && form.actor === begun.actor;
  const written = writtenIn(form);
  const figure: Figure = {
    id,
    ...(isEdit ? editedFields<Figure, WrittenFigure>(earlier, writtenIn(begun), written) : written),
    actor: isSameActor ? earlier.actor : (given?.id ?? null),
    by: earlier?.by ?? null
  };
  // An annotation may have been removed while the form was open.
  const annotated = new Set(briefing.annotations.map(({ id }) => id));
  const sound = { ...figure, evidence: figure.evidence.filter((id) => annotated.has(id)) };
  const isNewActor = given !== null && given !== known && !isSameActor;
  return {
    ...briefing,
    actors: isNewActor ? [...briefing.actors, given] : briefing.actors,
    figures: earlier
      ? briefing.figures.map((each) => (each === earlier ? sound : each))
      : [...briefing.figures, sound]
  };
}

type WrittenFigure = Omit<Figure, 'id' | 'actor' | 'by'>;

function writtenIn(form: FigureForm): WrittenFigure {
  const value = numberTyped(form.value);
  if (value === null) throw new Error('A figure without a number cannot be recorded');
  return {
    wording: form.wording.trim(),
    value,
    unit: form.unit.trim(),
    measures: form.measures.trim(),
    date: readWrittenDate(form.date),
    note: form.note.trim(),
    evidence: form.evidence
  };
}
