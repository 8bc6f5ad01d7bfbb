/** The kernel's lock on a file: one holder, none left over by the dead, out of reach for other users. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Hold, holdFile } from './hold-file.js';

let place: string;
let holder: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'standpoint-hold-'));
  const source = readFileSync(join(import.meta.dirname, 'hold-file.ts'), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const built = join(place, 'hold-file.mjs');
  writeFileSync(built, ts.transpileModule(source, { compilerOptions }).outputText);
  holder = join(place, 'holder.mjs');
  // Says what came of it, and stays.
  writeFileSync(
    holder,
    `import { holdFile } from '${pathToFileURL(built).href}';
     const hold = holdFile(process.argv[2]);
     process.stdout.write(hold.state);
     process.stdin.resume();`
  );
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A process that asks for the lock, says what it got, and stays alive. */
async function ask(path: string): Promise<{ child: ChildProcess; state: string }> {
  const child = spawn(process.execPath, [holder, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, state: said.toString() };
}

function isHeld(hold: Hold): hold is Extract<Hold, { state: 'held' }> {
  return hold.state === 'held';
}

test('is held once at a time, also within one process, and can be had again when released', () => {
  const path = join(place, 'once');
  const first = holdFile(path);
  expect(first.state).toBe('held');
  expect(holdFile(path).state).toBe('taken');
  if (isHeld(first)) first.release();
  const second = holdFile(path);
  expect(second.state).toBe('held');
  // Releasing the first once more must not let go of the second.
  if (isHeld(first)) first.release();
  expect(holdFile(path).state).toBe('taken');
  if (isHeld(second)) second.release();
});

test('of many processes that ask at once exactly one gets it, again and again after kill -9', async () => {
  const path = join(place, 'raced');
  for (let round = 0; round < 4; round += 1) {
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask(path)));
    const held = asked.filter(({ state }) => state === 'held');
    expect(held, `round ${round}`).toHaveLength(1);
    expect(asked.filter(({ state }) => state === 'taken')).toHaveLength(7);
    for (const { child } of asked) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  }
});

test('a file that has taken the place of the locked one is what counts for the next', () => {
  const path = join(place, 'replaced');
  const first = holdFile(path);
  rmSync(path);
  writeFileSync(path, '');
  const second = holdFile(path);
  expect(second.state).toBe('held');
  expect(holdFile(path).state).toBe('taken');
  for (const hold of [first, second]) if (isHeld(hold)) hold.release();
});

test.runIf(process.platform !== 'win32')('follows no link to another file', () => {
  const path = join(place, 'link');
  symlinkSync(join(place, 'elsewhere'), path);
  expect(() => holdFile(path)).toThrow(/ELOOP|EMLINK/);
});

test.runIf(process.platform === 'linux')(
  'without the program “flock” it says so, and holds nothing',
  () => {
    const before = process.env.PATH;
    process.env.PATH = place;
    onTestFinished(() => void (process.env.PATH = before));
    const hold = holdFile(join(place, 'no-flock'));
    expect(hold).toEqual({ state: 'impossible', why: 'the program “flock” is not installed' });
  }
);

test.runIf(process.getuid?.() === 0)(
  'another user cannot take it in a folder of ours (needs root, to become that user)',
  async () => {
    const ours = join(place, 'ours');
    mkdirSync(ours, { mode: 0o700 });
    // The program itself is for everybody.
    chmodSync(place, 0o755);
    const other = spawn(process.execPath, [holder, join(ours, 'lock')], {
      stdio: ['pipe', 'pipe', 'pipe'],
      uid: 65534,
      gid: 65534
    });
    let complaint = '';
    other.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    await once(other, 'close');
    expect(complaint).toContain('EACCES');
    const hold = holdFile(join(ours, 'lock'));
    expect(hold.state).toBe('held');
    if (isHeld(hold)) hold.release();
  }
);

const bsdLock = 0x20;
const windowsLock = 0x1000_0000;

test.each([
  ['darwin', bsdLock],
  ['freebsd', bsdLock],
  ['win32', windowsLock]
] as const)('on %s the file is opened for one holder', (system, lock) => {
  const path = join(place, `held-${system}`);
  const flags: number[] = [];
  const hold = holdFile(path, system, (file, flag, mode) => {
    flags.push(Number(flag));
    return openSync(file, Number(flag) & ~lock, mode);
  });
  expect(hold.state).toBe('held');
  expect(flags.map((flag) => flag & lock)).toEqual([lock]);
  if (isHeld(hold)) hold.release();
});

test.each([
  ['darwin', 'EAGAIN', 'taken'],
  ['win32', 'EBUSY', 'taken'],
  ['darwin', 'ENOTSUP', 'impossible'],
  ['darwin', 'EOPNOTSUPP', 'impossible'],
  ['darwin', 'ENOLCK', 'impossible']
] as const)('on %s %s means that it is %s', (system, code, state) => {
  const refuse = () => {
    throw Object.assign(new Error(code), { code });
  };
  expect(holdFile(join(place, 'refused'), system, refuse).state).toBe(state);
});

test('what else is said by the disk is thrown', () => {
  const refuse = () => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
  };
  expect(() => holdFile(join(place, 'refused'), 'darwin', refuse)).toThrow('EACCES');
});
