import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedLibrary } from '../libraries/seed-library.js';
import { openLibrary } from '../store/open-library.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

test('a library goes into one file and comes back, by restore or by import', async () => {
  const [id] = await desk.imported(finished);
  const path = join(desk.place, 'all.zip');
  expect(await desk.standpoint('backup', 'all.zip')).toEqual({
    code: 0,
    out: path,
    err: 'standpoint: 1 briefing written.'
  });
  for (const [command, folder] of [
    ['restore', 'one'],
    ['import', 'two']
  ] as const) {
    const { code, out } = await desk.standpoint(command, 'all.zip', '--library', folder);
    expect({ code, out }).toEqual({ code: 0, out: id });
    const shown = await desk.standpoint('show', id!, '--json', '--library', folder);
    expect(shown.out).toBe((await desk.standpoint('show', id!, '--json')).out);
  }
  const again = await desk.standpoint('restore', 'all.zip');
  expect(again).toMatchObject({
    code: 0,
    out: '',
    err: 'standpoint: No briefing of the backup was missing. 1 briefing was here already, just the same.'
  });
  expect(await desk.standpoint('restore', finished)).toMatchObject({ code: 1, out: '' });
});

test('a backup replaces no file unless it is told to', async () => {
  await desk.imported(finished);
  const path = join(desk.place, 'all.zip');
  await writeFile(path, 'mine');
  expect(await desk.standpoint('backup', 'all.zip')).toEqual({
    code: 1,
    out: '',
    err: 'standpoint: all.zip is there already. Name another file, or add --overwrite. Nothing was written.'
  });
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await desk.standpoint('backup', 'all.zip', '--overwrite')).toMatchObject({ code: 0 });
  expect(await desk.standpoint('restore', 'all.zip')).toMatchObject({ code: 0 });
});

/** As the window does at its first start. */
async function seeded(folder: string): Promise<string> {
  const path = join(desk.place, folder);
  const library = await openLibrary(path);
  await seedLibrary(library, dirname(finished));
  await library.close();
  return path;
}

test('a backup comes back into a new library as it was: no sample stands beside it or over it', async () => {
  const first = await seeded('first');
  const library = await openLibrary(first);
  const [sample, article] = await library.list();
  await library.save(sample!.id, 1, { fields: { title: 'The sample, edited' } });
  await library.keepVersion(sample!.id, 'named', 'Kept');
  await library.close();
  await desk.standpoint('backup', 'all.zip', '--library', first);

  for (const second of [await seeded('second'), join(desk.place, 'empty')]) {
    const { code, out, err } = await desk.standpoint('restore', 'all.zip', '--library', second);
    expect({ code, ids: out.split('\n').toSorted() }).toEqual({
      code: 0,
      ids: [sample!.id, article!.id].toSorted()
    });
    expect(err).toMatch(/^standpoint: Brought back 2 briefings\./);
    const told = async (folder: string, ...argv: readonly string[]) =>
      (await desk.standpoint(...argv, '--json', '--library', folder)).out;
    expect(await told(second, 'list')).toBe(await told(first, 'list'));
    for (const { id } of [sample!, article!]) {
      expect(await told(second, 'show', id)).toBe(await told(first, 'show', id));
      expect(await told(second, 'versions', id)).toBe(await told(first, 'versions', id));
    }
    expect(await desk.standpoint('check', '--library', second)).toMatchObject({
      code: 0,
      out: '2 briefings checked: nothing wrong.'
    });
  }
});

test('what became of each briefing is said in whole sentences', async () => {
  const first = await seeded('first');
  await desk.standpoint('backup', 'all.zip', '--library', first);
  const second = await seeded('second');
  const library = await openLibrary(second);
  const [sample] = await library.list();
  await library.save(sample!.id, 1, { fields: { title: 'Mine' } });
  await library.close();
  const { err } = await desk.standpoint('restore', 'all.zip', '--library', second);
  expect(err).toBe(
    'standpoint: Brought back 1 briefing. 1 briefing has changed since the backup and stays as it is; what the backup holds of it is among its versions. The sample, which nobody had touched, made way.'
  );
});
