/** What goes wrong can be read afterwards, and the log neither grows without end nor fails the program. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepLog } from './log-file.js';

let folder: string;
let said: unknown[][];
let stderr: { error: (...words: unknown[]) => void };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-log-'));
  said = [];
  stderr = { error: (...words) => void said.push(words) };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.removeAllListeners('uncaughtExceptionMonitor');
});

test('what is told on stderr is kept with its time and its stack, for this user alone', async () => {
  const log = keepLog(join(folder, 'home', 'standpoint.log'), stderr);
  expect(await log.read()).toBe('');
  stderr.error('The list failed:', new RangeError('out of range'));
  expect(said).toHaveLength(1);
  expect(await log.read()).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z The list failed: RangeError: out of range\n\s+at .*log-file\.test/
  );
  expect(statSync(log.path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test('it keeps the latest half megabyte at least, and a megabyte at most', async () => {
  const log = keepLog(join(folder, 'standpoint.log'), stderr);
  for (let i = 0; i < 150; i++) stderr.error(`${i} ${'x'.repeat(10_000)}`);
  const text = await log.read();
  expect(text.length).toBeGreaterThan(500_000);
  expect(text.length).toBeLessThan(1_048_577);
  expect(text).toContain(' 149 x');
  expect(text).not.toContain('Z 0 x');
});

test('a disk that refuses is said once, and nothing fails', () => {
  writeFileSync(join(folder, 'file'), 'in the way');
  keepLog(join(folder, 'file', 'standpoint.log'), stderr);
  stderr.error('one');
  stderr.error('two');
  expect(said.map(([words]) => words)).toEqual([
    'one',
    expect.stringContaining('could not be written'),
    'two'
  ]);
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('in the way');
});
