/** Lines of the log that 6a5c022a wrote are read as it read them. `testing/frozen/README.md` says how they were made. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frozenPath } from '../testing/frozen.js';
import { readSegment, type StateRecord } from './log-format.js';
import { replay } from './read-log.js';

test('each kind of edit leads to the state that was saved', () => {
  const { records, damage } = readSegment(readFileSync(frozenPath('6a5c022a', 'changes.log')));
  expect(damage).toBe('none');
  const { state, gap } = replay(null, records as readonly StateRecord[]);
  expect(gap).toBeNull();
  const saved: unknown = JSON.parse(readFileSync(frozenPath('6a5c022a', 'changes.json'), 'utf8'));
  expect(state).toMatchObject({ revision: records.length, data: saved });
});
