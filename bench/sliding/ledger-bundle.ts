/** A bundle whose ledger fills a matrix: every cell has an entry, and positions change over some years. */
import {
  newActor,
  newIssue,
  stances,
  type Position,
  newCard
} from '../../src-main/domain/briefing/entries.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../../src-main/domain/briefing/bundle.js';
import { newId, type Id } from '../../src-main/domain/base/values.js';
import { entry } from '../../src-main/domain/ledger/testing/ledger.js';
import { createRandom } from '../anchoring/random.js';

export interface LedgerSize {
  readonly actors: number;
  readonly issues: number;
  readonly entries: number;
  /** Days on which something changes: the stops of the slider. */
  readonly days: number;
}

export function ledgerBundle({ actors, issues, entries, days }: LedgerSize): Bundle {
  const random = createRandom(7);
  const who = Array.from({ length: actors }, (_, i) => newActor(actorName(i), 'state'));
  const what = Array.from({ length: issues }, (_, i) => newIssue(wording(i)));
  const last = new Map<number, Id>();
  const positions = Array.from({ length: entries }, (_, number): Position => {
    // Each cell once and in no order that follows the rows, then any.
    const cells = actors * issues;
    const cell = number < cells ? (number * 7_919) % cells : random.below(cells);
    const stance = stances[random.below(stances.length)] ?? 'unclear';
    const id = newId();
    const earlier = last.get(cell);
    last.set(cell, id);
    return entry(number, {
      id,
      actor: who[Math.floor(cell / issues)]!.id,
      issue: what[cell % issues]!.id,
      stance,
      condition: stance === 'conditional' ? 'a vote of parliament before the year ends' : '',
      statement: `Entry ${number} of the ledger`,
      said: dayAfter(7 * Math.floor((number * days) / entries)),
      supersedes: earlier ? [earlier] : []
    });
  });
  return {
    schema: bundleSchema,
    briefing: {
      ...emptyBriefing(`Bench of ${actors} × ${issues}`, new Date(0)),
      cards: [newCard('note', { heading: 'Card', body: 'The card of the bench' })],
      actors: who,
      issues: what,
      positions
    },
    texts: {}
  };
}

function actorName(i: number): string {
  return `${['Republic', 'Kingdom', 'Union', 'Council', 'Party'][i % 5]} of Town ${i + 1}`;
}

function wording(i: number): string {
  return `Should harbour ${i + 1} be ${['opened', 'closed to trade', 'put under guard'][i % 3]}?`;
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}
