/** Files that earlier versions exported come in as the briefings that went out. `store/testing/frozen/README.md` says how they were made. */
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { Id } from '../domain/base/values.js';
import type { Register } from '../domain/ledger/register.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { frozenPath, readExpected } from '../store/testing/frozen.js';
import { type Desk, openDesk } from './testing/desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

test.each([
  ['0.1.0', 'ferry.pdf'],
  ['0.1.0', 'ferry.json'],
  ['0.1.0', 'book.json'],
  ['0.2.0', 'ferry.pdf'],
  ['0.2.0', 'ferry.json'],
  ['0.2.0', 'ferry.standpoint'],
  ['0.2.0', 'book.standpoint'],
  ['3c7a4592', 'ferry.pdf'],
  ['3c7a4592', 'ferry.json'],
  ['3c7a4592', 'ferry.standpoint'],
  ['3c7a4592', 'book.standpoint']
] as const)('%s wrote %s', async (version, name) => {
  const { briefings, ferry } = readExpected(version);
  const { code, out, err } = await desk.standpoint('import', frozenPath(version, name));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const ids = out.split('\n').map((id) => Id.parse(id));
  expect(ids).toContain(ferry);
  expect(ids).toHaveLength(name.startsWith('book') ? 2 : 1);
  for (const id of ids) {
    const { briefing, texts } = briefings[id]!;
    expect(await exported(id)).toMatchObject({ briefing, texts });
    if (name.endsWith('.standpoint')) await expectOriginals(id);
  }
  const check = await desk.standpoint('check');
  expect(check).toMatchObject({ code: 0, out: expect.stringContaining('nothing wrong') as string });
});

test('who joins by the recovery sheet of a library that 3c7a4592 shared gets all of it', async () => {
  const { briefings, ferry, list, register } = readExpected('3c7a4592');
  const folder = join(desk.place, 'shared');
  await cp(frozenPath('3c7a4592', 'shared'), folder, { recursive: true });
  const sheet = frozenPath('3c7a4592', 'recovery-sheet.md');
  const joined = await desk.standpoint('team', 'join', sheet, '--person', 'T', '--at', folder);
  expect(joined.code).toBe(0);
  for (const { id } of list) {
    const { briefing, texts } = briefings[id]!;
    expect(await exported(id)).toMatchObject({ briefing, texts });
  }
  expect(await desk.standpoint('team', 'fetch', ferry)).toMatchObject({ code: 0 });
  await expectOriginals(ferry);
  const library = await openDefaultLibrary();
  const came = (await library.register()).register;
  expect(withoutOrder(came)).toEqual(withoutOrder(register.register));
  await library.close();
});

/** Which of two parted names comes first means nothing. */
function withoutOrder(register: Register) {
  const parted = register.parted.map(({ name, other, ...rest }) => {
    return { ...rest, names: new Set([name, other]) };
  });
  return { ...register, parted };
}

/** The files that its sources were read from came along. */
async function expectOriginals(id: Id): Promise<void> {
  const library = await openDefaultLibrary();
  for (const { original } of (await library.open(id)).briefing.sources) {
    if (original) expect(await library.readOriginal(original.hash)).toHaveLength(original.bytes);
  }
  await library.close();
}

function openDefaultLibrary(): Promise<Library> {
  return openLibrary(join(desk.place, 'home/library'), { readOnly: true });
}

async function exported(id: Id): Promise<Bundle> {
  await desk.standpoint('export', id, '--to', `${id}.json`);
  return Bundle.parse(JSON.parse(await readFile(join(desk.place, `${id}.json`), 'utf8')));
}
