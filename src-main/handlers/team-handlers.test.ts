/** What the page asks for a shared library reaches its team whole, and no password or path goes back. */
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Founding, Joining } from '../libraries/library-team.js';
import { fakeTeam, type FakeTeam } from '../team/testing/fake-team.js';
import { methods } from '../domain/api.js';
import type { Program } from './program.js';
import { teamHandlers } from './team-handlers.js';

/** The answer to the next dialog; `null` cancels it. */
const host = vi.hoisted<{ path: string | null; boxes: number }>(() => ({ path: null, boxes: 0 }));
vi.mock('../edge/electron.js', () => ({
  app: { addRecentDocument: () => undefined },
  dialog: {
    showOpenDialog: () =>
      Promise.resolve({ canceled: !host.path, filePaths: host.path ? [host.path] : [] }),
    showSaveDialog: () => Promise.resolve({ canceled: !host.path, filePath: host.path ?? '' }),
    showMessageBox: () => Promise.resolve({ response: (host.boxes += 1) && 2 })
  },
  shell: {}
}));

let place: string;
let team: FakeTeam | null;
let shared: Founding[];
let joined: (Joining & { readonly folder: string; readonly amongOthers: boolean })[];
let handlers: ReturnType<typeof teamHandlers>;

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'team-handlers-')));
  team = fakeTeam({ folder: join(place, 'library') } as never);
  [shared, joined, host.path, host.boxes] = [[], [], null, 0];
  const program: Partial<Program> = {
    libraries: {
      library: { folder: join(place, 'library') },
      get team() {
        return team;
      },
      openedTeam: () => Promise.resolve(team),
      get sharing() {
        return { team: team?.state ?? null, fault: null };
      },
      share: (given: Founding) => Promise.resolve(shared.push(given)),
      joinIn: (folder: string, amongOthers: boolean, given: Joining) =>
        Promise.resolve(joined.push({ folder, amongOthers, ...given })),
      leaveTeam: (owner: string | null) => {
        team = null;
        return Promise.resolve(owner && 'A role still stands.');
      }
    } as never,
    window: () => ({}) as never,
    documents: place,
    home: join(place, 'home'),
    hold: (work) => work
  };
  handlers = teamHandlers(program as Program);
});
afterEach(() => rm(place, { recursive: true }));

const who = { name: 'Ferry team', person: 'Ada' };
const failure = (code: string, message = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error;

/** A recovery sheet of no library. */
const typedSheet = `1  06NT-QAXB-NENT-QAXB-DY5X
2  NENT-QAXB-NENG-E1R7-FJN0
3  0W3G-E1R7-0W3G-E1R7-EYWZ
4  0W3G-E1R7-0W3G-E1R7-14C3
5  0W3G-E1R7-0W3G-E1S3-TZBB
6  VA8X-4GWG-FT9F-94MN-CHBM
7  B3YR-4WXA-T9KX-JD5J-JZN3
8  QFCB-D1KK-DT2D-6M3F-KA5Y
9  N5J0-RHS0-6EV1-JN4G-1AXC`;

test('a library is shared through the folder that was chosen, which the page knows by a token', async () => {
  expect(await handlers['team.chooseFolder']()).toBeNull();
  host.path = join(place, 'drive');
  const chosen = await handlers['team.chooseFolder']();
  expect(chosen).toMatchObject({ path: host.path });
  await handlers['team.share']({ place: { folder: chosen!.token }, ...who });
  expect(shared).toEqual([{ address: `folder:${host.path}`, ...who }]);
  await expect(
    (async () => handlers['team.share']({ place: { folder: host.path! }, ...who }))()
  ).rejects.toEqual(failure('unknown-file'));
});

test('a folder inside the library is refused', async () => {
  host.path = join(place, 'library', 'texts', 'x');
  const { token } = (await handlers['team.chooseFolder']())!;
  await expect(
    (async () => handlers['team.share']({ place: { folder: token }, ...who }))()
  ).rejects.toEqual(failure('folder-in-library', /lies inside the library itself/));
  expect(shared).toEqual([]);
});

test.each([
  ['', 'postgres://ada@host:5433/db'],
  ['plain', 'postgres://ada:plain@host:5433/db'],
  ['p@ss/50%25 ü:', `postgres://ada:${encodeURIComponent('p@ss/50%25 ü:')}@host:5433/db`]
])('the password “%s” reaches the server as it was typed', async (password, address) => {
  const place_ = { address: 'postgres://ada@host:5433/db', password };
  await handlers['team.share']({ place: place_, ...who });
  expect(shared[0]?.address).toBe(address);
  expect(decodeURIComponent(new URL(shared[0]!.address).password)).toBe(password);
});

test('what is no address is refused by a sentence that repeats nothing of it', async () => {
  const share = async () =>
    handlers['team.share']({
      place: { address: 'ada:secret@host', password: 'hidden' },
      ...who
    });
  const refused = await share().then(
    () => '',
    (error: Error) => error.message
  );
  expect(refused).toMatch(/^This is no address of a server/);
  expect(refused).not.toMatch(/secret|hidden/);
});

test('members come and go by the team, and what is then is told', async () => {
  team!.become({ unsent: 3 });
  const state = { team: team!.state, fault: null };
  expect(await handlers['team.admit']('d1')).toEqual(state);
  const owner = { address: 'postgres://owner@host/db', password: 'x' };
  const whole = 'postgres://owner:x@host/db';
  const parting = { sharing: state, remaining: null };
  expect(await handlers['team.remove']('d2', owner)).toEqual(parting);
  expect(await handlers['team.revoke']('i1', null)).toEqual(parting);
  expect(await handlers['team.exchange']()).toEqual(state);
  expect(await handlers['team.usePassword']('new')).toEqual(state);
  const made = await handlers['team.invite']({ person: 'Nils', days: 7, owner });
  expect(methods['team.invite'].result.parse(made).line).toMatch(/^standpoint-join/);
  await handlers['team.invite']({ person: 'Nora', days: 7, owner: null });
  expect(team!.asked).toEqual([
    ['admit', 'd1'],
    ['remove', 'd2', whole],
    ['revoke', 'i1', null],
    'exchange',
    ['reachBy', { password: 'new' }],
    ['invite', 'Nils', { days: 7, owner: whole }],
    ['invite', 'Nora', { days: 7, owner: null }]
  ]);
  expect(await handlers['team.leave'](null)).toEqual({
    sharing: { team: null, fault: null },
    remaining: null
  });
});

test('of a library that is not shared everything is refused', async () => {
  team = null;
  for (const ask of [
    () => handlers['team.admit']('d'),
    () => handlers['team.leave'](null),
    () => handlers['team.saveCopy'](),
    () => handlers['team.exchange'](),
    () => handlers['team.recoverySheet'](),
    () => handlers['team.saveRecoverySheet']()
  ]) {
    await expect((async () => ask())()).rejects.toEqual(failure('not-shared'));
  }
});

test('invitation and recovery sheet are saved for this user alone, and an invitation is read again', async () => {
  expect(await handlers['team.saveInvitation']('standpoint-join:1.x', 'Nils')).toBeNull();
  host.path = join(place, 'nils.txt');
  const saved = await handlers['team.saveInvitation']('standpoint-join:1.x', 'Nils');
  expect(saved).toMatchObject({ name: 'nils.txt' });
  host.path = join(place, 'typed.txt');
  await writeFile(host.path, `${typedSheet}\n`);
  expect(await handlers['team.readInvitation']()).toBe(typedSheet);
  const sheet = join(place, 'sheet.md');
  host.path = sheet;
  await handlers['team.saveRecoverySheet']();
  expect(await readFile(sheet, 'utf8')).toContain('7K3M');
  if (process.platform === 'win32') return;
  for (const name of ['nils.txt', 'sheet.md']) {
    expect((await stat(join(place, name))).mode & 0o777).toBe(0o600);
  }
});

test.each([
  ['several lines', 'a\nb\n'],
  ['nothing', ' \n'],
  ['far too much', 'x'.repeat(30_000)]
])('a file of %s is no invitation', async (_what, text) => {
  host.path = join(place, 'other.txt');
  await writeFile(host.path, text);
  await expect((async () => handlers['team.readInvitation']())()).rejects.toEqual(
    failure('no-invitation')
  );
});

test('what is no invitation is told before anybody is asked for a folder', async () => {
  const given = { invitation: 'standpoint-join:1.cut', person: 'Ada', place: null, password: '' };
  host.path = join(place, 'new');
  await expect((async () => handlers['team.join'](given))()).rejects.toEqual(failure('damaged'));
  expect(joined).toEqual([]);
});

test('what a recovery sheet says is told, and a mistyped line by its number', async () => {
  expect(await handlers['team.lookAtInvitation'](typedSheet)).toEqual({
    name: '',
    person: '',
    place: null,
    needs: 'place'
  });
  const mistyped = typedSheet.replace(/^3 {2}..../m, '3  AAAA');
  await expect((async () => handlers['team.lookAtInvitation'](mistyped))()).rejects.toEqual(
    failure('damaged', /^Line 3 is mistyped/)
  );
});

test('by a sheet one joins where the person says that the library lies, with what she typed', async () => {
  host.path = join(place, 'drive');
  const { token } = (await handlers['team.chooseFolder']())!;
  const given = { invitation: typedSheet, person: 'Ada', password: '' };
  host.path = join(place, 'new');
  await handlers['team.join']({ ...given, place: { folder: token } });
  const server = { address: 'postgres://ada@host/db', password: 'p' };
  await handlers['team.join']({ ...given, place: server });
  expect(joined.map((each) => each.place)).toEqual([
    `folder:${join(place, 'drive')}`,
    'postgres://ada:p@host/db'
  ]);
});

test('a sealed copy goes into the folder that was chosen', async () => {
  expect(await handlers['team.saveCopy']()).toBeNull();
  host.path = join(place, 'copy');
  const copy = await handlers['team.saveCopy']();
  expect(methods['team.saveCopy'].result.parse(copy)).toMatchObject({ path: host.path, rows: 3 });
  expect(team!.asked).toEqual([['copyTo', host.path]]);
});

test('who joins is asked for a folder: an empty one without a question, others with', async () => {
  const given = { invitation: typedSheet, person: 'Ada', place: null, password: '' };
  const passed = { invitation: given.invitation, person: 'Ada', place: null, password: null };
  expect(await handlers['team.join'](given)).toBe(false);
  host.path = join(place, 'new');
  expect(await handlers['team.join'](given)).toBe(true);
  expect([joined, host.boxes]).toEqual([[{ folder: host.path, amongOthers: false, ...passed }], 0]);
  const other = join(place, 'other');
  await mkdir(other);
  await writeFile(join(other, 'letter.txt'), '');
  host.path = other;
  expect(await handlers['team.join'](given)).toBe(true);
  expect([joined[1]?.amongOthers, host.boxes]).toEqual([true, 1]);
});
