/** A position while its form is filled in: what is still missing, and the ledger entry it becomes. */
import {
  newIssue,
  type Position,
  type Stance,
  type Statement
} from '../../../src-main/domain/briefing/entries.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { keepEntries, mapEntries } from '../../../src-main/domain/base/map-entries.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { maxLengths, tellTooLong } from '../../../src-main/domain/base/limits.js';
import { type Acceptance, usualAcceptance } from '../../../src-main/domain/news/accept-news.js';
import type { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import { noTies, type Ties } from '../../../src-main/domain/suggestions/accept-position.js';
import { enterActor } from '../../../src-main/domain/suggestions/enter.js';
import type { DraftActor } from '../../../src-main/domain/suggestions/suggestion.js';
import { findNamed, sameName } from '../../../src-main/domain/text/fold-name.js';
import { dateProblem, readWrittenDate } from '../../../src-main/domain/text/read-date.js';

/** As typed. Actor and issue are names: picking one that exists and naming a new one are the same act. */
export interface PositionForm {
  actor: string;
  issue: string;
  stance: Stance | null;
  condition: string;
  statement: string;
  said: string;
  effective: string;
  reported: string;
  attribution: string;
  status: Position['status'];
  confidence: Position['confidence'];
  evidence: readonly Id[];
  /** By when to look at it again. */
  reviewBy: string;
  /** The entry that the form corrects, as long as actor and issue are those of that entry. */
  corrects: Id | null;
  /** What it does to the positions that its actor holds on the issue; `null`: as usual, see `heldAlready`. */
  as: Acceptance | null;
  /** More entries that it supersedes, as long as they are of its actor on its issue. */
  settles: readonly Id[];
  /** The statement that becomes this position, and goes; `null` for none. */
  fromStatement: Id | null;
  /** Whether that statement may be recorded anew instead, without issue and stance. */
  orStatement: boolean;
  /** Whom the draft of the source means by the actor that the form began with; `null` for nobody. */
  drafted: DraftActor | null;
}

type PositionField = keyof PositionForm;

export function emptyPosition(evidence: readonly Id[] = []): PositionForm {
  return {
    ...{ actor: '', issue: '', stance: null, condition: '', statement: '', attribution: '' },
    ...{ said: '', effective: '', reported: '', reviewBy: '' },
    ...{ status: 'stated', confidence: null, evidence, drafted: null },
    ...{ corrects: null, as: null, settles: [], fromStatement: null, orStatement: false }
  };
}

/** A form that makes a position of `statement`: what it says is there, issue and stance are missing. */
export function positionFrom(statement: Statement, { actors }: Briefing): PositionForm {
  return {
    ...emptyPosition(statement.evidence),
    actor: actors.find(({ id }) => id === statement.actor)?.name ?? '',
    statement: statement.text,
    said: statement.said ?? '',
    attribution: statement.attribution.join(' ← '),
    fromStatement: statement.id
  };
}

/** A form that corrects `position`: the same words, superseding it. */
export function correctionOf(position: Position, briefing: Briefing): PositionForm {
  const { evidence, stance, condition, statement, status, confidence } = position;
  return {
    ...emptyPosition(evidence),
    ...{ stance, condition, statement, status, confidence },
    actor: briefing.actors.find((actor) => actor.id === position.actor)?.name ?? '',
    issue: briefing.issues.find((issue) => issue.id === position.issue)?.wording ?? '',
    said: position.said ?? '',
    effective: position.effective ?? '',
    reported: position.reported ?? '',
    attribution: position.attribution.join(' ← '),
    reviewBy: position.reviewBy ?? '',
    corrects: position.id,
    // Of another actor or issue it is an entry of its own.
    as: 'apart'
  };
}

/** What the words tell that are chosen as evidence, where the form says nothing of it yet. */
export function filledFrom(
  form: PositionForm,
  { statement, said, reported }: PositionForm
): Pick<PositionForm, 'statement' | 'said' | 'reported'> {
  const hasDay = form.said.trim() !== '' || form.reported.trim() !== '';
  return {
    statement: form.statement.trim() === '' ? statement : form.statement,
    said: hasDay ? form.said : said,
    reported: hasDay ? form.reported : reported
  };
}

/** Whether it becomes a statement: nothing but what was said. */
export function isStatement(form: PositionForm): boolean {
  return form.orStatement && !form.issue.trim() && !form.stance;
}

/** A sentence for each field that keeps the form from being recorded; empty when it is ready. */
export function positionProblems(form: PositionForm): Partial<Record<PositionField, string>> {
  const problems: Partial<Record<PositionField, string>> = {};
  if (!form.actor.trim()) problems.actor = 'Say who holds the position.';
  if (isStatement(form)) {
    if (!form.statement.trim()) problems.statement = 'Say what was said.';
  } else {
    if (!form.issue.trim()) problems.issue = 'Say what the position is about.';
    if (!form.stance) problems.stance = 'Choose a stance.';
  }
  if (form.stance === 'conditional' && !form.condition.trim()) {
    problems.condition = 'Say on what the stance depends.';
  }
  for (const field of ['actor', 'issue', 'condition', 'statement'] as const) {
    const problem = tellTooLong(form[field].trim(), maxLengths[field]);
    if (problem) problems[field] ??= problem;
  }
  const relay = relaysOf(form).find((name) => name.length > maxLengths.relay);
  if (relay) {
    problems.attribution = `Between two arrows: ${tellTooLong(relay, maxLengths.relay)}`;
  }
  for (const field of ['said', 'effective', 'reported', 'reviewBy'] as const) {
    const problem = dateProblem(form[field]);
    if (problem) problems[field] = problem;
  }
  return problems;
}

/** The entry that the form still corrects: `null` once it is about another actor or issue. */
export function correctedEntry(form: PositionForm, briefing: Briefing): Position | null {
  const entry = briefing.positions.find(({ id }) => id === form.corrects);
  return entry && isOfForm(form, briefing, entry) ? entry : null;
}

function isOfForm(form: PositionForm, briefing: Briefing, { actor, issue }: Position): boolean {
  return (
    findNamed(briefing.actors, form.actor)?.id === actor &&
    findIssue(briefing, form.issue)?.id === issue
  );
}

/** What the actor of a form is known to hold on its issue. */
export interface Held {
  /** The latest in force. */
  readonly entry: Position;
  /** Whether the form differs from that, else it repeats it. */
  readonly differs: boolean;
  /** The entries that the form can supersede or contest. */
  readonly inForce: readonly Id[];
  /** What it does to these unless its person says otherwise. */
  readonly usual: Acceptance;
}

/** Somebody whom no draft knows. */
const onlyNamed: DraftActor = {
  ...{ id: '', type: 'unknown', name: '', aliases: [], titles: [], mentions: [], confidence: 1 }
};

/**
 * What is held on the day of the form; `null` for nothing that has to do with it. On words of a source it
 * goes by the rules of an accepted suggestion; without any a person brings up to date what is held.
 *
 * @param words that it is recorded on, in one line; empty for none.
 * @param source of these; by default none that is known.
 */
export function heldAlready(
  { actor, issue, stance, statement, effective, said, reported, status, drafted }: PositionForm,
  index: NewsIndex,
  words = '',
  source: Id = newId()
): Held | null {
  if (!actor.trim() || !issue.trim() || !stance) return null;
  const [day = null] = [effective, said, reported].flatMap((date) => readWrittenDate(date) ?? []);
  const claimed = {
    actor: drafted?.name === actor ? drafted : { ...onlyNamed, name: actor },
    said: day,
    position: { issue, stance, statement },
    ...{ isChosen: true, isDenied: status === 'denied' }
  };
  const news = index.ofPosition(claimed, words, source);
  if ((news.is !== 'repeats' && news.is !== 'differs') || news.known.kind !== 'position') {
    return null;
  }
  const { entry } = news.known;
  const differs = news.is === 'differs';
  const usual = words === '' ? 'supersedes' : usualAcceptance(news);
  return { entry, differs, inForce: differs ? news.inForce : [entry.id], usual };
}

/** What recording the form does to other entries, always of its own actor and issue. */
export function tiesOfForm(form: PositionForm, briefing: Briefing, held: Held | null): Ties {
  const corrected = correctedEntry(form, briefing);
  const settled = briefing.positions.filter(
    (each) => form.settles.includes(each.id) && isOfForm(form, briefing, each)
  );
  if (settled.length > 0) return { ...noTies, supersedes: settled.map(({ id }) => id) };
  if (corrected) return { ...noTies, supersedes: [corrected.id] };
  const as = held ? doneTo(held, form.as) : 'apart';
  return as === 'apart' || !held ? noTies : { ...noTies, [as]: held.inForce };
}

/** What repeats an entry cannot contest it. */
export function doneTo({ differs, usual }: Held, as: Acceptance | null): Acceptance {
  return as === null || (as === 'contested' && !differs) ? usual : as;
}

/**
 * Records the form, with its actor and issue where they are new. The form must have no problems.
 */
export function recordPosition(
  briefing: Briefing,
  form: PositionForm,
  ties: Ties = noTies,
  now = new Date(),
  id = newId()
): Briefing {
  if (!form.stance) throw new Error('A position without a stance cannot be recorded');
  const entered = enterActor(briefing, form.actor.trim(), form.drafted);
  const issue = findIssue(briefing, form.issue) ?? newIssue(form.issue.trim());
  const position: Position = {
    id,
    actor: entered.id,
    issue: issue.id,
    stance: form.stance,
    condition: form.stance === 'conditional' ? form.condition.trim() : '',
    statement: form.statement.trim(),
    said: readWrittenDate(form.said),
    effective: readWrittenDate(form.effective),
    reported: readWrittenDate(form.reported),
    attribution: relaysOf(form),
    status: form.status,
    confidence: form.confidence,
    evidence: form.evidence,
    ...ties,
    reviewBy: readWrittenDate(form.reviewBy),
    recordedAt: now.toISOString(),
    by: null
  };
  return {
    ...entered.briefing,
    issues: briefing.issues.includes(issue) ? briefing.issues : [...briefing.issues, issue],
    positions: [...briefing.positions, position],
    statements: keepEntries(briefing.statements, ({ id }) => id !== form.fromStatement)
  };
}

/** Records the statement that the form comes from in the form's words. The form must have no problems. */
export function restateStatement(briefing: Briefing, form: PositionForm): Briefing {
  const entered = enterActor(briefing, form.actor.trim(), form.drafted);
  const restated = {
    actor: entered.id,
    text: form.statement.trim(),
    said: readWrittenDate(form.said),
    attribution: relaysOf(form),
    evidence: form.evidence
  };
  return {
    ...entered.briefing,
    statements: mapEntries(briefing.statements, (statement) =>
      statement.id === form.fromStatement ? { ...statement, ...restated } : statement
    )
  };
}

function relaysOf(form: PositionForm): string[] {
  return form.attribution
    .split('←')
    .map((name) => name.trim())
    .filter(Boolean);
}

function findIssue({ issues }: Briefing, wording: string) {
  return issues.find((issue) => sameName(issue.wording, wording));
}
