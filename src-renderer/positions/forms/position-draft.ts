/** A position while its form is filled in: what is still missing, and the ledger entry it becomes. */
import { newActor } from '../../../src-main/domain/briefing/actor.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import { newIssue } from '../../../src-main/domain/briefing/issue.js';
import { positionsAsOf } from '../../../src-main/domain/ledger/ledger.js';
import { maxLengths } from '../../../src-main/domain/base/limits.js';
import { PartialDate } from '../../../src-main/domain/base/partial-date.js';
import type { Position, Stance } from '../../../src-main/domain/briefing/position.js';

/** As typed. Actor and issue are names: picking one that exists and naming a new one are the same act. */
export interface PositionDraft {
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
  /** The entry that the draft corrects, as long as actor and issue are those of that entry. */
  corrects: Id | null;
  /** Whether a new entry supersedes the one in force. */
  replaces: boolean;
}

export type DraftField = keyof PositionDraft;

export function emptyDraft(evidence: readonly Id[] = []): PositionDraft {
  return {
    actor: '',
    issue: '',
    stance: null,
    condition: '',
    statement: '',
    said: '',
    effective: '',
    reported: '',
    attribution: '',
    status: 'stated',
    confidence: null,
    evidence,
    reviewBy: '',
    corrects: null,
    replaces: false
  };
}

/** A draft that corrects `position`: the same words, superseding it. */
export function correctionOf(position: Position, briefing: Briefing): PositionDraft {
  return {
    stance: position.stance,
    condition: position.condition,
    statement: position.statement,
    status: position.status,
    confidence: position.confidence,
    evidence: position.evidence,
    actor: briefing.actors.find((actor) => actor.id === position.actor)?.name ?? '',
    issue: briefing.issues.find((issue) => issue.id === position.issue)?.wording ?? '',
    said: position.said ?? '',
    effective: position.effective ?? '',
    reported: position.reported ?? '',
    attribution: position.attribution.join(' ← '),
    reviewBy: position.reviewBy ?? '',
    corrects: position.id,
    replaces: false
  };
}

/** A sentence for each field that keeps the draft from being recorded; empty when it is ready. */
export function problemsOf(draft: PositionDraft): Partial<Record<DraftField, string>> {
  const problems: Partial<Record<DraftField, string>> = {};
  if (!draft.actor.trim()) problems.actor = 'Say who holds the position.';
  if (!draft.issue.trim()) problems.issue = 'Say what the position is about.';
  if (!draft.stance) problems.stance = 'Choose a stance.';
  if (draft.stance === 'conditional' && !draft.condition.trim()) {
    problems.condition = 'Say on what the stance depends.';
  }
  for (const field of ['actor', 'issue', 'condition', 'statement'] as const) {
    const problem = tellTooLong(draft[field].trim(), maxLengths[field]);
    if (problem) problems[field] ??= problem;
  }
  const relay = relaysOf(draft).find((name) => name.length > maxLengths.relay);
  if (relay) {
    problems.attribution = `Between two arrows: ${tellTooLong(relay, maxLengths.relay)}`;
  }
  for (const field of ['said', 'effective', 'reported', 'reviewBy'] as const) {
    if (draft[field] && !PartialDate.safeParse(draft[field]).success) {
      problems[field] = 'Write a day, a month or a year: 2025-08-15, 2025-08 or 2025.';
    }
  }
  return problems;
}

/** The entry of the same actor on the same issue that a new one would follow, or `null`. */
export function entryInForce(draft: PositionDraft, briefing: Briefing): Position | null {
  const actor = findActor(briefing, draft.actor);
  const issue = findIssue(briefing, draft.issue);
  if (!actor || !issue) return null;
  return (
    positionsAsOf(briefing.positions, null).find(
      (p) => p.actor === actor.id && p.issue === issue.id
    ) ?? null
  );
}

/** The entry that the draft still corrects: `null` once it is about another actor or issue. */
export function correctedEntry(draft: PositionDraft, briefing: Briefing): Position | null {
  const entry = briefing.positions.find(({ id }) => id === draft.corrects);
  if (!entry) return null;
  const same =
    findActor(briefing, draft.actor)?.id === entry.actor &&
    findIssue(briefing, draft.issue)?.id === entry.issue;
  return same ? entry : null;
}

/** The entry that the draft supersedes; always of the draft's own actor and issue. */
function supersededBy(draft: PositionDraft, briefing: Briefing): Id | null {
  const corrected = correctedEntry(draft, briefing);
  if (corrected) return corrected.id;
  return draft.replaces ? (entryInForce(draft, briefing)?.id ?? null) : null;
}

/**
 * Records the draft, with its actor and issue where they are new. The draft must have no problems.
 */
export function recordDraft(
  briefing: Briefing,
  draft: PositionDraft,
  now = new Date(),
  id = newId()
): Briefing {
  if (!draft.stance) throw new Error('A position without a stance cannot be recorded');
  const actor = findActor(briefing, draft.actor) ?? newActor(draft.actor.trim(), 'group');
  const issue = findIssue(briefing, draft.issue) ?? newIssue(draft.issue.trim());
  const position: Position = {
    id,
    actor: actor.id,
    issue: issue.id,
    stance: draft.stance,
    condition: draft.stance === 'conditional' ? draft.condition.trim() : '',
    statement: draft.statement.trim(),
    said: draft.said || null,
    effective: draft.effective || null,
    reported: draft.reported || null,
    attribution: relaysOf(draft),
    status: draft.status,
    confidence: draft.confidence,
    evidence: draft.evidence,
    supersedes: supersededBy(draft, briefing),
    reviewBy: draft.reviewBy || null,
    recordedAt: now.toISOString()
  };
  return {
    ...briefing,
    actors: briefing.actors.includes(actor) ? briefing.actors : [...briefing.actors, actor],
    issues: briefing.issues.includes(issue) ? briefing.issues : [...briefing.issues, issue],
    positions: [...briefing.positions, position]
  };
}

function relaysOf(draft: PositionDraft): string[] {
  return draft.attribution
    .split('←')
    .map((name) => name.trim())
    .filter(Boolean);
}

function tellTooLong(text: string, most: number): string | null {
  if (text.length <= most) return null;
  const [limit, length] = [most, text.length].map((n) => n.toLocaleString('en'));
  return `At most ${limit} characters can be kept, and these are ${length}. Nothing is lost: shorten it here.`;
}

function findActor(briefing: Briefing, name: string) {
  const wanted = fold(name);
  return briefing.actors.find((actor) =>
    [actor.name, ...actor.aliases].some((n) => fold(n) === wanted)
  );
}

function findIssue(briefing: Briefing, wording: string) {
  return briefing.issues.find((issue) => fold(issue.wording) === fold(wording));
}

/** Two spellings of one name: case and outer space do not tell them apart. */
function fold(text: string): string {
  return text.trim().toLocaleLowerCase();
}
