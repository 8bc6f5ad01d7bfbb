/** Accepted positions, changes of position and statements → entries on evidence. */
import type { AnnotationLink } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Id, newId, type PartialDate } from '../base/values.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { maxLengths } from '../base/limits.js';
import type { Position, Stance, Statement } from '../briefing/entries.js';
import { readWrittenDate } from '../text/read-date.js';
import { conditionIn } from './condition.js';
import { enterActor, type Entered, enterEvidences, enterIssue, type Ground } from './enter.js';
import type { FieldValues } from './fields.js';
import type { PositionClaim, SuggestionOf } from './suggestion.js';

export function acceptPosition(
  briefing: Briefing,
  { position: claim }: SuggestionOf<'position'>,
  values: FieldValues,
  ground: Ground
): Briefing {
  const actor = enterActor(briefing, values['actor'] ?? '', claim.actor);
  const issue = enterIssue(actor.briefing, values['issue'] ?? '');
  return record(issue.briefing, ground, claim, {
    actor: actor.id,
    issue: issue.id,
    stance: (values['stance'] ?? 'unclear') as Stance,
    condition: values['condition'] ?? '',
    statement: values['statement'] ?? '',
    said: readWrittenDate(values['said'] ?? ''),
    supersedes: []
  }).briefing;
}

/** A statement; with an issue and a stance a position. */
export function acceptStatement(
  briefing: Briefing,
  { statement: claim, place }: SuggestionOf<'statement'>,
  values: FieldValues,
  ground: Ground
): Briefing {
  const { id: actor, briefing: known } = enterActor(briefing, values['actor'] ?? '', claim.actor);
  const said = readWrittenDate(values['said'] ?? '');
  const text = values['statement'] ?? '';
  if (values['stance']) {
    const issue = enterIssue(known, values['issue'] ?? '');
    return record(
      issue.briefing,
      ground,
      { place, direct: claim.direct },
      {
        actor,
        issue: issue.id,
        stance: values['stance'] as Stance,
        condition: values['condition'] ?? '',
        statement: text,
        said,
        supersedes: []
      }
    ).briefing;
  }
  const rested = enterEvidences(known, ground, place, 'claim');
  const statement: Statement = {
    id: newId(),
    actor,
    text: text.slice(0, maxLengths.statement),
    said,
    attribution: relaysOf(briefing, ground),
    evidence: rested.evidence,
    recordedAt: ground.now.toISOString(),
    by: null
  };
  return { ...rested.briefing, statements: [...rested.briefing.statements, statement] };
}

/** Two entries of one actor on one issue, the later superseding the earlier; both rest on the words of change. */
export function acceptChange(
  briefing: Briefing,
  suggestion: SuggestionOf<'change'>,
  values: FieldValues,
  ground: Ground
): Briefing {
  const actor = enterActor(briefing, values['actor'] ?? '', suggestion.actor);
  const issue = enterIssue(actor.briefing, values['issue'] ?? '');
  const both = { actor: actor.id, issue: issue.id };
  const before = side(issue.briefing, ground, suggestion.before, {
    ...both,
    statement: values['before'] ?? '',
    supersedes: []
  });
  const after = side(before.briefing, ground, suggestion.after, {
    ...both,
    statement: values['after'] ?? '',
    supersedes: [before.id]
  });
  const marked = enterEvidences(after.briefing, ground, suggestion.place, 'change', [
    { type: 'position', id: after.id }
  ]);
  const positions = marked.briefing.positions.map((entry) =>
    entry.id === after.id || entry.id === before.id
      ? { ...entry, evidence: [...new Set([...entry.evidence, ...marked.evidence])] }
      : entry
  );
  return { ...marked.briefing, positions };
}

type Side = Pick<Position, 'actor' | 'issue' | 'statement' | 'supersedes'>;

/** The entry that was accepted on the same words before, where it is of this actor and issue and follows none. */
function side(briefing: Briefing, ground: Ground, claim: PositionClaim, entry: Side): Entered {
  const known = entry.supersedes.length === 0 ? restingOn(briefing, ground, claim, entry) : null;
  if (known) return { briefing, id: known.id };
  return record(briefing, ground, claim, {
    ...entry,
    stance: claim.position.stance,
    condition: conditionIn(claim.position),
    said: claim.said
  });
}

function restingOn(
  briefing: Briefing,
  { source }: Ground,
  { place }: PositionClaim,
  { actor, issue }: Side
): Position | undefined {
  const own = positionsAsOf(briefing.positions, null).filter(
    (p) => p.actor === actor && p.issue === issue
  );
  const annotations = new Map(briefing.annotations.map((a) => [a.id, a.target]));
  return own.find(({ evidence }) =>
    evidence.some((id) => {
      const target = annotations.get(id);
      const { start, end } = target?.selectors.position ?? {};
      return target?.id === source && start === place?.start && end === place?.end;
    })
  );
}

interface Entry extends Side {
  readonly stance: Stance;
  readonly condition: string;
  readonly said: PartialDate | null;
}

function relaysOf({ sources }: Briefing, { source }: Ground): readonly string[] {
  const publisher = sources.find(({ id }) => id === source)?.publisher ?? '';
  return publisher === '' ? [] : [publisher.slice(0, maxLengths.relay)];
}

function record(
  briefing: Briefing,
  ground: Ground,
  claim: Pick<PositionClaim, 'place' | 'direct'>,
  entry: Entry
): Entered {
  const id: Id = newId();
  const link: AnnotationLink = { type: 'position', id };
  const rested = enterEvidences(briefing, ground, claim.place, 'claim', [link]);
  const source = briefing.sources.find((s) => s.id === ground.source);
  const position: Position = {
    ...entry,
    id,
    condition: entry.stance === 'conditional' ? entry.condition.slice(0, maxLengths.condition) : '',
    statement: entry.statement.slice(0, maxLengths.statement),
    effective: null,
    reported: source?.published ?? null,
    attribution: relaysOf(briefing, ground),
    status: claim.direct ? 'stated' : 'reported',
    // How sure the drafter is says nothing of how sure the claim is: that is the author's to judge.
    confidence: null,
    evidence: rested.evidence,
    contested: [],
    reviewBy: null,
    recordedAt: ground.now.toISOString(),
    by: null
  };
  return {
    briefing: { ...rested.briefing, positions: [...rested.briefing.positions, position] },
    id
  };
}
