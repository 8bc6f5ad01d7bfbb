/** An upgrade under an open window: what is told of it, instead of a fault of the program. */
import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replacedInWords } from '../domain/program/replaced-program.js';
import { answerCalls, type Handlers } from './answer-calls.js';
import { noteProgram } from './program-files.js';

let folder: string;
let entry: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-program-'));
  entry = join(folder, 'main.js');
  writeFileSync(entry, 'one version');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a program is replaced once its entry is another file or gone, whatever its time says', () => {
  const isReplaced = noteProgram(entry);
  expect(isReplaced()).toBe(false);
  const { atime, mtime } = statSync(entry);
  writeFileSync(`${entry}.new`, 'two version');
  utimesSync(`${entry}.new`, atime, mtime);
  renameSync(`${entry}.new`, entry);
  expect(isReplaced()).toBe(true);
  rmSync(entry);
  expect(isReplaced()).toBe(true);
});

test('what fails in a replaced program asks to start it again; in a whole one it is a fault', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const gone = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  const handlers = { 'app.info': () => Promise.reject(gone) } as unknown as Handlers;
  const answer = answerCalls(
    handlers,
    () => true,
    () => true,
    noteProgram(entry)
  );
  const ask = () =>
    answer(
      { sender: { id: 1 }, senderFrame: { url: 'app://bundle/index.html', parent: null } },
      'app.info',
      []
    );
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'internal' } });
  rmSync(entry);
  expect(await ask()).toEqual({
    ok: false,
    error: { code: 'program-replaced', message: replacedInWords }
  });
});
