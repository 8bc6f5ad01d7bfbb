/** Positions as a document cites them, and what it says of each. */
import type { Actor } from '../briefing/actor.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/position.js';
import { dateInWords } from '../terms/terms.js';
import { numbersOf } from './outcomes.js';

/** A position with the numbers of the quotes that it rests on; none means that none was recorded. */
export interface Claim {
  readonly anchor: string;
  readonly position: Position;
  readonly actor: Actor;
  readonly evidence: readonly number[];
  readonly superseded: boolean;
}

export function claimsOf(
  briefing: Briefing,
  numbers: ReadonlyMap<string, number>
): ReadonlyMap<Position, Claim> {
  const superseded = new Set(briefing.positions.map((position) => position.supersedes));
  const actors = new Map(briefing.actors.map((actor) => [actor.id, actor]));
  return new Map(
    briefing.positions.flatMap((position, index) => {
      const actor = actors.get(position.actor);
      if (!actor) return [];
      const evidence = numbersOf(position, numbers);
      const anchor = `claim-${index + 1}`;
      return [
        [position, { anchor, position, actor, evidence, superseded: superseded.has(position.id) }]
      ];
    })
  );
}

/** Such as “from August 2025”, “said 15 August 2025”; none of one that is undated. */
export function datesOf({ effective, said, reported }: Position): readonly string[] {
  return [
    ...(effective ? [`from ${dateInWords(effective)}`] : []),
    ...(said ? [`said ${dateInWords(said)}`] : []),
    ...(reported ? [`reported ${dateInWords(reported)}`] : [])
  ];
}

/** What it rests on, such as “confirmed”, “via Reuters”, “high confidence”. */
export function basisOf({ status, attribution, confidence }: Position): readonly string[] {
  return [
    status,
    ...(attribution.length > 0 ? [`via ${attribution.join(', ')}`] : []),
    ...(confidence ? [`${confidence} confidence`] : [])
  ];
}
