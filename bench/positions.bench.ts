/** The ledger of a large briefing, asked as of every day: 200 actors × 100 issues × 20,000 entries. */
import type { Id } from '../src-main/domain/base/values.js';
import { positionsAsOf } from '../src-main/domain/ledger/ledger.js';
import { changesBetween } from '../src-main/domain/ledger/ledger-changes.js';
import { LedgerIndex } from '../src-main/domain/ledger/ledger-index.js';
import { stances, type Position } from '../src-main/domain/briefing/entries.js';
import { entry, idOf } from '../src-main/domain/ledger/testing/ledger.js';
import { createRandom } from './anchoring/random.js';
import { rowOf, type Row } from './median.js';

export const title = 'state of a ledger of 200 actors × 100 issues × 20,000 entries as of a day';

export function measure(): Promise<Row[]> {
  const positions = makeLedger();
  const days = makeDays();
  const index = new LedgerIndex(positions);
  const visible = index.cells.slice(0, 2_400);
  return Promise.resolve([
    timed('index the ledger, once an edit', 9, () => void new LedgerIndex(positions)),
    timed('state as of a day, from the index', days.length, (i) => void index.asOf(days[i]!)),
    timed('60 × 40 cells as of a day, a step of the slider', days.length, (i) => {
      for (const { actor, issue } of visible) index.at(actor, issue, days[i]!);
    }),
    timed(
      'state as of a day, without an index',
      25,
      (i) => void positionsAsOf(positions, days[i]!)
    ),
    timed('changes between two days', 25, (i) => {
      const [from, to] = [days[i]!, days[i + 5]!];
      changesBetween({ ledger: index, day: from }, { ledger: index, day: to });
    })
  ]);
}

function timed(what: string, runs: number, job: (run: number) => void): Row {
  job(0);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    job(run);
    return performance.now() - start;
  });
  return rowOf(what, 'ms', times);
}

function makeLedger(): readonly Position[] {
  const random = createRandom(6);
  const last = new Map<string, Id>();
  return Array.from({ length: 20_000 }, (_, number) => {
    const actor = idOf('A', random.below(200));
    const issue = idOf('Q', random.below(100));
    const id = idOf('P', number);
    const earlier = last.get(actor + issue);
    last.set(actor + issue, id);
    return entry(number, {
      actor,
      issue,
      stance: stances[random.below(stances.length)]!,
      said: dayAfter(Math.floor((number / 20_000) * 3_000)),
      supersedes: earlier ? [earlier] : []
    });
  });
}

function makeDays(): readonly string[] {
  return Array.from({ length: 200 }, (_, i) => dayAfter(i * 16));
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}
