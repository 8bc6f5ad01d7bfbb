/**
 * Entries that only correct another: the same stance in the same words on the same evidence, with another
 * date, status or review date. The ledger keeps both; whoever reads it is shown the corrected one, once. Pure.
 */
import type { Id } from '../base/values.js';
import type { Position } from '../briefing/entries.js';
import { dateOfPosition, successorsOf } from './ledger.js';

/** What a correction may be of. */
export const correctedParts = ['date', 'status', 'review'] as const;
export type CorrectedPart = (typeof correctedParts)[number];

/**
 * What `is` corrects of `was`, whose words of evidence are given; `null` where it says something else.
 * Without a quote another day may be another utterance: there only a missing date is corrected.
 */
export function partsCorrected(
  was: Position,
  is: Position,
  [before, after]: readonly [readonly string[], readonly string[]] = [was.evidence, is.evidence]
): readonly CorrectedPart[] | null {
  const isOther =
    was.stance !== is.stance ||
    was.condition !== is.condition ||
    was.statement !== is.statement ||
    was.confidence !== is.confidence ||
    (was.status === 'denied') !== (is.status === 'denied') ||
    was.attribution.join('\n') !== is.attribution.join('\n') ||
    [...before].sort().join('\n') !== [...after].sort().join('\n') ||
    (before.length === 0 && dateOfPosition(was) !== null && datesDiffer(was, is));
  if (isOther) return null;
  const differs = {
    date: datesDiffer(was, is),
    status: was.status !== is.status,
    review: was.reviewBy !== is.reviewBy
  };
  return correctedParts.filter((part) => differs[part]);
}

function datesDiffer(was: Position, is: Position): boolean {
  return (['said', 'effective', 'reported'] as const).some((name) => was[name] !== is[name]);
}

/** Who corrects whom in a ledger. */
export class Corrections {
  /** The entry that says it now, by the one that it corrects, in however many steps. */
  readonly #last = new Map<Id, Position>();
  readonly #parts = new Map<Id, readonly CorrectedPart[]>();

  constructor(positions: readonly Position[]) {
    const successors = successorsOf(positions);
    const next = (was: Position) =>
      successors.get(was.id)?.find((is) => partsCorrected(was, is) !== null);
    for (const was of positions) {
      let last = next(was);
      for (let further = last && next(last); further; further = next(further)) last = further;
      if (!last) continue;
      this.#last.set(was.id, last);
      const parts = [...(this.#parts.get(last.id) ?? []), ...(partsCorrected(was, last) ?? [])];
      this.#parts.set(
        last.id,
        correctedParts.filter((part) => parts.includes(part))
      );
    }
  }

  /** The entry that says now what this one said; `null` for one that nobody corrected. */
  of({ id }: Position): Position | null {
    return this.#last.get(id) ?? null;
  }

  /** What was corrected until the entry said it; `null` for one that corrects none. */
  in({ id }: Position): readonly CorrectedPart[] | null {
    return this.#parts.get(id) ?? null;
  }
}
