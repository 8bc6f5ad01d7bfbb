/** `standpoint team`: what is done by words alone, and that passwords come in without being seen. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../store/kept-by-hash.js';
import { openLibrary } from '../store/open-library.js';
import { encodeInvitation } from '../team/sealing/invitation.js';
import { makeReader } from '../team/sealing/wrap.js';
import { ferryTeam } from '../team/testing/fake-team.js';
import type { Io } from './command.js';
import { withPassword } from './secret-input.js';
import { passwordFor } from './team-input.js';
import { tellTeam } from './tell-team.js';
import { finished, openDesk, type Desk } from './testing/desk.js';

let desk: Desk;
let standpoint: Desk['standpoint'];

beforeEach(async () => {
  desk = await openDesk();
  ({ standpoint } = desk);
});
afterEach(() => desk.clear());

async function done(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await standpoint(...argv);
  expect(err).not.toMatch(/fault/);
  expect(code, err).toBe(0);
  return out;
}

async function written(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  return Promise.all(paths.sort().map(async (path) => `${path} ${await readFile(path, 'base64')}`));
}

test('a library is shared, copied, lost, and is there again by the sheet as it was printed', async () => {
  const [id = ''] = await desk.imported(finished);
  const made = await standpoint('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  // A folder that is not there is not made: a drive may be missing.
  expect(made).toMatchObject({ code: 1 });
  await mkdir(join(desk.place, 'shared'));
  await done('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  expect(await done('team', 'export', 'copy')).toMatch(/sealed rows and \d+ files stand in/);
  await writeFile(join(desk.place, 'sheet.md'), await done('team', 'sheet'));
  await rm(join(desk.place, 'shared'), { recursive: true });
  await rm(join(desk.place, 'home'), { recursive: true });
  const joining = ['team', 'join', 'sheet.md', '--person', 'Anna'];
  expect((await standpoint(...joining)).err).toMatch(/Say where the rows of the library lie/);
  await done(...joining, '--at', 'copy', '--library', 'new');
  expect(await done('list', '--library', 'new')).toContain(id.slice(0, 8));
});

test('the status is told while the library is open elsewhere, and nothing is written', async () => {
  await mkdir(join(desk.place, 'shared'));
  await done('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  const folder = join(desk.place, 'home', 'library');
  const before = await written(join(folder, 'team'));
  const library = await openLibrary(folder);
  try {
    expect(await done('team', 'status')).toMatch(/Anna \(here\), member[^]*All is shared\./);
    expect((await standpoint('team', 'update')).err).toContain('is open');
  } finally {
    await library.close();
  }
  expect(await written(join(folder, 'team'))).toEqual(before);
});

test('who waits or was removed is not told that all is shared', () => {
  const told: string[] = [];
  const io = { out: (words: string) => void told.push(words), err: () => undefined };
  const you = { device: 'a', person: 'Ada', isYou: true, isBySheet: false, mayRemove: false };
  const tell = (standing: 'member' | 'waiting' | 'removed' | 'left') => {
    const person = { ...you, standing, joinedAt: '', lastChange: null, refusal: null };
    const sharedAt = '2026-11-03T14:05:00.000Z';
    tellTeam({ ...ferryTeam, sharedAt, people: [person] }, {}, io as unknown as Io);
    return told.at(-1);
  };
  expect(tell('member')).toBe('All is shared.');
  expect(tell('waiting')).toContain('nothing is shared yet');
  for (const gone of ['removed', 'left'] as const) {
    expect(tell(gone)).toContain('no member any more');
  }
});

test('the status tells who joined by the recovery sheet, of which day that is, and whether it is good', () => {
  const told: string[] = [];
  const io = { out: (words: string) => void told.push(words), err: () => undefined };
  const you = {
    device: 'a',
    person: 'Ada',
    isYou: true,
    mayRemove: false,
    standing: 'member' as const
  };
  const person = { ...you, isBySheet: true, joinedAt: '', lastChange: null, refusal: null };
  const made = '2026-11-29T14:05:00.000Z';
  for (const [isSheetGood, hasSheet, sheetAt] of [
    [true, true, made],
    [true, false, made],
    [true, false, null],
    [false, false, made]
  ] as const) {
    const state = { ...ferryTeam, people: [person], isSheetGood, hasSheet, sheetAt };
    tellTeam(state, {}, io as unknown as Io);
  }
  expect(told.join('\n')).toContain('Ada (here), member, joined by the recovery sheet');
  expect(told.filter((line) => line.startsWith('The recovery sheet'))).toEqual([
    'The recovery sheet of 2026-11-29 is good; “standpoint team sheet” prints it.',
    'The recovery sheet of 2026-11-29 is good; whoever made it can print it.',
    'The recovery sheet is good; whoever made it can print it.',
    'The recovery sheet of 2026-11-29 is not good any more; “standpoint team sheet” makes a new one.'
  ]);
});

test('what is no invitation makes no library', async () => {
  const { code, err } = await standpoint(
    'team',
    'join',
    'standpoint-join:1.cut',
    '--person',
    'A',
    '--library',
    'new'
  );
  expect([code, err]).toEqual([1, expect.stringContaining('damaged') as string]);
  await expect(readFile(join(desk.place, 'new', 'library.json'))).rejects.toThrow();
});

test('a password comes from a file of this user alone, or is asked for; in an address it is warned of', async () => {
  const told: string[] = [];
  const asked: string[] = [];
  const io = {
    err: (words: string) => void told.push(words),
    folder: desk.place,
    askSecret: (question: string) => Promise.resolve(asked.push(question) === 1 ? 'p@ss' : null)
  } as unknown as Io;
  const address = 'postgres://ada@host/db';
  expect(await withPassword(address, 'the owner', {}, io)).toBe('postgres://ada:p%40ss@host/db');
  expect(await withPassword(address, 'the owner', {}, io)).toBe(address);
  expect(asked).toEqual(['Password of the owner: ', 'Password of the owner: ']);
  await writeFile(join(desk.place, 'secret'), 'of/file\nmore\n');
  const named = { 'password-file': 'secret' };
  if (process.platform !== 'win32') {
    await chmod(join(desk.place, 'secret'), 0o644);
    await expect(withPassword(address, '', named, io)).rejects.toThrow('can be read by others');
  }
  await chmod(join(desk.place, 'secret'), 0o600);
  expect(await withPassword(address, '', named, io)).toBe('postgres://ada:of%2Ffile@host/db');
  // Who named a file is not asked.
  expect(asked).toHaveLength(2);
  const given = ['of stdin\r', 'more'];
  const piped = { ...io, lines: () => Readable.from(given.splice(0)) } as unknown as Io;
  const stdin = { 'password-file': '-' };
  expect(await withPassword(address, '', stdin, piped)).toBe('postgres://ada:of%20stdin@host/db');
  await expect(withPassword(address, '', stdin, piped)).rejects.toThrow('came on stdin');
  await writeFile(join(desk.place, 'secret'), '\nsecond\n');
  await expect(withPassword(address, '', named, io)).rejects.toThrow('begins with an empty line');
  const whole = 'postgres://ada:inside@host/db';
  expect(await withPassword(whole, '', named, io)).toBe(whole);
  expect(told.join()).toMatch(/stands in the list of processes/);
  expect(told.join()).not.toMatch(/inside|of\/file/);
});

test('who joins by a role that somebody made by hand is asked for its password, and nobody else is', async () => {
  const asked: string[] = [];
  const askSecret = (question: string) => Promise.resolve(asked.push(question) ? 'p@ss' : null);
  const io = { askSecret, folder: desk.place } as unknown as Io;
  const { identity } = await makeReader();
  const lineTo = (carrier: string) =>
    encodeInvitation({
      ...{ carrier, library: '0'.repeat(32), name: 'Desk', person: 'Ben', member: 'ab'.repeat(16) },
      ...{ founder: new Uint8Array(32), identity, until: '9999-01-01T00:00:00Z' }
    });
  const byHand = lineTo('postgres://ben@db.example/team');
  expect(await passwordFor(byHand, {}, io)).toBe('p@ss');
  expect(asked).toEqual(['Your password, for the server at db.example (database “team”): ']);
  await writeFile(join(desk.place, 'secret'), 'of file\n', { mode: 0o600 });
  expect(await passwordFor(byHand, { 'password-file': 'secret' }, io)).toBe('of file');
  for (const carrier of ['postgres://ben:made@db.example/team', `folder:${desk.place}`]) {
    expect(await passwordFor(lineTo(carrier), {}, io)).toBeNull();
  }
  expect(asked).toHaveLength(1);
});

test('a library moves to another folder with all that the old one holds, and goes nowhere where that is not there', async () => {
  const [id = ''] = await desk.imported(finished);
  for (const folder of ['shared', 'moved']) await mkdir(join(desk.place, folder));
  await done('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  const missing = await standpoint('team', 'move', 'missing');
  expect([missing.code, missing.out]).toEqual([1, '']);
  expect(await done('team', 'status')).toContain(join(desk.place, 'shared'));
  const { code, out, err } = await standpoint('team', 'move', 'moved');
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^\d+ sealed rows and \d+ files stand in the folder .*moved\.$/)
  ]);
  expect(err).toContain(`shared there, and not by the folder ${join(desk.place, 'shared')}.`);
  await rm(join(desk.place, 'shared'), { recursive: true });
  const line = await done('team', 'invite', 'Ben');
  await done('team', 'join', line, '--person', 'Ben', '--library', 'bens');
  expect(await done('list', '--library', 'bens')).toContain(id.slice(0, 8));
});

test('a password is taken only where the library lies on a server', async () => {
  await mkdir(join(desk.place, 'shared'));
  await done('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  await writeFile(join(desk.place, 'secret'), 'changed\n', { mode: 0o600 });
  const { code, err } = await standpoint('team', 'update', '--password-file', 'secret');
  expect([code, err]).toEqual([1, expect.stringContaining('asks for no password') as string]);
});

test('the originals of a briefing are fetched, and told as JSON or by lines', async () => {
  const words = Buffer.from('<title>Harbour</title><p>The port opens on Monday.</p>');
  await writeFile(join(desk.place, 'harbour.html'), words);
  const [id = ''] = await desk.imported('harbour.html');
  await mkdir(join(desk.place, 'shared'));
  await done('team', 'init', 'shared', '--name', 'Desk', '--person', 'Anna');
  const line = await done('team', 'invite', 'Ben');
  await done('team', 'join', line, '--person', 'Ben', '--library', 'bens');
  const bens = ['--library', 'bens'];
  const originals = join(desk.place, 'bens', 'originals');
  expect((await written(originals)).join()).not.toContain(words.toString('base64'));
  const told = JSON.parse(await done('team', 'fetch', id, '--json', ...bens)) as unknown;
  const [{ hash = '' } = {}] = told as readonly { readonly hash?: string }[];
  expect(told).toEqual([{ hash: sha256(words), name: 'harbour.html' }]);
  expect((await written(originals)).join()).toContain(words.toString('base64'));
  expect(await done('team', 'fetch', id, ...bens)).toBe(`${hash}  harbour.html`);
});
