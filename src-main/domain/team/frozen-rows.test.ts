/** Rows that 6a5c022a wrote are read, and made, as it did. `store/testing/frozen/README.md` says how they were made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SharedBriefing } from './shared-briefing.js';
import { readTeamChange, type TeamChange } from './team-change.js';

const folder = join(import.meta.dirname, '../../store/testing/frozen/6a5c022a');
const rows = readFileSync(join(folder, 'rows.jsonl'), 'utf8').trimEnd().split('\n');
const changes = rows.map((row) => {
  const read = readTeamChange(JSON.parse(row));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
});

test('all of them lead to the state that it had', () => {
  const shared = SharedBriefing.empty.with(changes);
  const then: unknown = JSON.parse(readFileSync(join(folder, 'shared.json'), 'utf8'));
  expect(shared.leftOut).toEqual([]);
  expect(JSON.parse(JSON.stringify(shared.briefing))).toEqual(then);
});

test('a row made of the states before and after it says the same', () => {
  let shared = SharedBriefing.empty;
  let made = 0;
  for (const [index, row] of rows.entries()) {
    const change = changes[index] as TeamChange;
    const next = shared.with([change]);
    // The other of two that did not know of one another is not made of the state that it meets.
    if (next.briefing && isOnTop(shared, change)) {
      expect(shared.changeTo(next.briefing, change)).toEqual(JSON.parse(row));
      made += 1;
    }
    shared = next;
  }
  expect(made).toBeGreaterThan(30);
});

function isOnTop(shared: SharedBriefing, { base }: TeamChange): boolean {
  return (
    JSON.stringify(Object.entries(shared.known).sort()) ===
    JSON.stringify(Object.entries(base).sort())
  );
}
