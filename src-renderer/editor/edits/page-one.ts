/** Edits of what page one asks and judges: the submission and the key judgements. Pure, copy-on-write. */
import type { Briefing, Submission } from '../../../src-main/domain/briefing/briefing.js';
import { newKeyJudgement, type KeyJudgement } from '../../../src-main/domain/briefing/entries.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { addOutcome } from './edits.js';

export function setSubmission(briefing: Briefing, patch: Partial<Submission>): Briefing {
  const names = Object.keys(patch) as (keyof Submission)[];
  const same = names.every((name) => briefing.submission[name] === patch[name]);
  return same ? briefing : { ...briefing, submission: { ...briefing.submission, ...patch } };
}

/** Options as they are written in a field: one a line. */
export function optionsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** About that outcome or position, or with `null` about a new outcome; last of all. */
export function addJudgement(
  briefing: Briefing,
  about: Id | null,
  id = newId(),
  outcome = newId()
): Briefing {
  const judged = about === null ? addOutcome(briefing, '', outcome) : briefing;
  const judgement = newKeyJudgement(about ?? outcome, id);
  return { ...judged, keyJudgements: [...judged.keyJudgements, judgement] };
}

export function setJudgement(
  briefing: Briefing,
  id: Id,
  patch: Partial<Omit<KeyJudgement, 'id'>>
): Briefing {
  const keyJudgements = briefing.keyJudgements.map((each) =>
    each.id === id ? { ...each, ...patch } : each
  );
  return { ...briefing, keyJudgements };
}

/** By one place up (-1) or down (1); at the edge it stays. */
export function moveJudgement(briefing: Briefing, id: Id, by: -1 | 1): Briefing {
  const { keyJudgements } = briefing;
  const from = keyJudgements.findIndex((each) => each.id === id);
  const judgement = keyJudgements[from];
  const to = from + by;
  if (!judgement || to < 0 || to >= keyJudgements.length) return briefing;
  const rest = keyJudgements.filter((each) => each !== judgement);
  return { ...briefing, keyJudgements: rest.toSpliced(to, 0, judgement) };
}

/** What it is about stays, save an outcome of which nothing is known. */
export function removeJudgement(briefing: Briefing, id: Id): Briefing {
  const about = briefing.keyJudgements.find((each) => each.id === id)?.about;
  const isNothing = briefing.outcomes.some(
    ({ id: outcome, statement, evidence }) =>
      outcome === about && statement.trim() === '' && evidence.length === 0
  );
  const keyJudgements = briefing.keyJudgements.filter(
    (each) => each.id !== id && !(isNothing && each.about === about)
  );
  const outcomes = isNothing
    ? briefing.outcomes.filter((outcome) => outcome.id !== about)
    : briefing.outcomes;
  return { ...briefing, keyJudgements, outcomes };
}
