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
import type { DraftActor, PositionClaim, SuggestionOf } from './suggestion.js';

/** What a new entry does to those that are in force; what is of another actor or issue does not count. */
export interface Ties {
  readonly supersedes: readonly Id[];
  /** Both stay in force. What has the stance of the new entry does not count. */
  readonly contested: readonly Id[];
}
export const noTies: Ties = { supersedes: [], contested: [] };

function tiesWithin(
  { positions }: Pick<Briefing, 'positions'>,
  { supersedes, contested }: Ties,
  { actor, issue, stance }: Pick<Position, 'actor' | 'issue' | 'stance'>
): Ties {
  const cell = positions.filter((each) => each.actor === actor && each.issue === issue);
  const idsIn = (wanted: readonly Id[], among: readonly Position[]) =>
    among.map(({ id }) => id).filter((id) => wanted.includes(id));
  // A denial of the same stance contradicts it too.
  const others = cell.filter((each) => each.stance !== stance || each.status === 'denied');
  return { supersedes: idsIn(supersedes, cell), contested: idsIn(contested, others) };
}

/** What somebody said, whoever found it. */
type Saying = Pick<PositionClaim, 'place' | 'direct'> & {
  /** Whom the draft means; `null` where it has nobody. */
  readonly actor: DraftActor | null;
};

/** A position; without a stance a statement. */
export function acceptSaying(
  briefing: Briefing,
  claim: Saying,
  values: FieldValues,
  ground: Ground,
  ties: Ties
): Briefing {
  const { id: actor, briefing: known } = enterActor(briefing, values['actor'] ?? '', claim.actor);
  const said = readWrittenDate(values['said'] ?? '');
  const text = values['statement'] ?? '';
  if (values['stance']) {
    const issue = enterIssue(known, values['issue'] ?? '');
    const stance = values['stance'] as Stance;
    const both = { actor, issue: issue.id };
    const entry: Entry = {
      ...both,
      stance,
      condition: values['condition'] ?? '',
      statement: text,
      said,
      ...tiesWithin(briefing, ties, { ...both, stance })
    };
    return record(issue.briefing, ground, claim, entry).briefing;
  }
  const rested = enterEvidences(known, ground, claim.place, 'claim');
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
  ground: Ground,
  ties: Ties
): Briefing {
  const actor = enterActor(briefing, values['actor'] ?? '', suggestion.actor);
  const issue = enterIssue(actor.briefing, values['issue'] ?? '');
  const both = { actor: actor.id, issue: issue.id };
  const before = side(issue.briefing, ground, suggestion.before, {
    ...both,
    statement: values['before'] ?? '',
    ...noTies
  });
  const { stance } = suggestion.after.position;
  const tied = tiesWithin(briefing, ties, { ...both, stance });
  const after = side(before.briefing, ground, suggestion.after, {
    ...both,
    statement: values['after'] ?? '',
    supersedes: [...new Set([before.id, ...tied.supersedes])],
    contested: tied.contested.filter((id) => id !== before.id)
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

type Side = Pick<Position, 'actor' | 'issue' | 'statement' | 'supersedes' | 'contested'>;

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
  const id = newId();
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
    reviewBy: null,
    recordedAt: ground.now.toISOString(),
    by: null
  };
  return {
    briefing: { ...rested.briefing, positions: [...rested.briefing.positions, position] },
    id
  };
}
