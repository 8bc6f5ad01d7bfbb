import {
  chmod,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { briefingPath } from './paths.js';
import { briefingWithSource, hash, text } from './testing/briefing.js';

let place: string;
let folder: string;
let library: Library;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-library-'));
  folder = join(place, 'library');
  library = await openLibrary(folder);
});

afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

const sample = (title = 'A title') => briefingWithSource(title);

async function reopen(): Promise<void> {
  await library.close();
  library = await openLibrary(folder);
}

const title = (value: string) => ({ fields: { title: value } });

describe('a library', () => {
  test('keeps what was created and saved, with its texts verbatim, over a restart', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    expect(await library.save(briefing.id, 1, title('New'))).toBe(2);
    await reopen();
    const opened = await library.open(briefing.id);
    expect(opened.revision).toBe(2);
    expect(opened.briefing).toEqual({
      ...briefing,
      title: 'New',
      modifiedAt: opened.briefing.modifiedAt
    });
    expect(opened.texts).toEqual({ [hash]: text });
  });

  test('is new only once, and refuses a folder of other files', async () => {
    expect(library.isNew).toBe(true);
    await reopen();
    expect(library.isNew).toBe(false);
    await mkdir(join(place, 'other'));
    await writeFile(join(place, 'other', 'letter.txt'), '');
    await expect(openLibrary(join(place, 'other'))).rejects.toMatchObject({
      code: 'not-a-library'
    });
    expect(await readdir(join(place, 'other'))).toEqual(['letter.txt']);
    // A name that a library has too, and that photographers give to folders.
    await mkdir(join(place, 'pictures', 'originals'), { recursive: true });
    await expect(openLibrary(join(place, 'pictures'))).rejects.toMatchObject({
      code: 'not-a-library'
    });
    await expect(openLibrary(join(place, 'other', 'letter.txt'))).rejects.toMatchObject({
      code: 'not-a-library'
    });
  });

  test('is listed by latest change, and the list follows every write', async () => {
    const [a, b] = [sample('A'), sample('B')];
    await library.create(a, { [hash]: text });
    expect((await library.list()).map((each) => each.title)).toEqual(['A']);
    await library.create(b, { [hash]: text });
    await library.save(a.id, 1, title('A2'));
    expect((await library.list()).map((each) => each.title)).toEqual(['A2', 'B']);
    await library.delete(a.id);
    expect((await library.list()).map((each) => each.title)).toEqual(['B']);
    await library.restore(a.id);
    const listed = await library.list();
    expect(listed.map((each) => each.title)).toEqual(['A2', 'B']);
    await reopen();
    expect(await library.list()).toEqual(listed);
  });

  test('keeps the moment of a change that was made elsewhere, over a restart', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    const at = '2001-02-03T04:05:06.000Z';
    await library.save(briefing.id, 1, title('New'), at);
    await reopen();
    expect((await library.open(briefing.id)).briefing.modifiedAt).toBe(at);
    expect((await library.list()).map(({ modifiedAt }) => modifiedAt)).toEqual([at]);
    await library.save(briefing.id, 2, title('Newer'));
    expect((await library.open(briefing.id)).briefing.modifiedAt > at).toBe(true);
  });

  test('refuses a save that rests on an old revision, and changes nothing', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await library.save(briefing.id, 1, title('First'));
    await expect(library.save(briefing.id, 1, title('Second'))).rejects.toMatchObject({
      code: 'stale-revision'
    });
    expect((await library.open(briefing.id)).briefing.title).toBe('First');
  });

  test('of many saves at once on one revision exactly one wins', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => library.save(briefing.id, 1, title(`Title ${i}`)))
    );
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    await reopen();
    const opened = await library.open(briefing.id);
    expect(opened).toMatchObject({ revision: 2, briefing: { title: 'Title 0' } });
  });

  test('takes saves of many briefings side by side', async () => {
    const many = Array.from({ length: 40 }, (_, i) => sample(`Briefing ${i}`));
    await Promise.all(many.map((each) => library.create(each, { [hash]: text })));
    await Promise.all(many.map((each) => library.save(each.id, 1, title(`${each.title} again`))));
    await reopen();
    const titles = (await library.list()).map((each) => each.title);
    expect(new Set(titles)).toEqual(new Set(many.map((each) => `${each.title} again`)));
    expect(await library.check()).toEqual([]);
  });

  test('refuses what does not fit the schema before it reaches the disk', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await expect(library.save(briefing.id, 1, title('x'.repeat(501)))).rejects.toMatchObject({
      code: 'invalid-briefing'
    });
    expect((await library.open(briefing.id)).revision).toBe(1);
  });

  test('has one sentence for a briefing that it does not hold, or holds already', async () => {
    const briefing = sample();
    const absent = newId();
    await expect(library.open(absent)).rejects.toMatchObject({ code: 'no-briefing' });
    await expect(library.save(absent, 1, title(''))).rejects.toMatchObject({ code: 'no-briefing' });
    await expect(library.delete(absent)).rejects.toMatchObject({ code: 'no-briefing' });
    await expect(library.restore(absent)).rejects.toMatchObject({ code: 'no-briefing' });
    await library.create(briefing, { [hash]: text });
    const again = library.create(briefing, { [hash]: text });
    await expect(again).rejects.toMatchObject({ code: 'briefing-exists' });
    await library.delete(briefing.id);
    await expect(library.open(briefing.id)).rejects.toMatchObject({ code: 'no-briefing' });
  });

  test('is open to one writer; readers are welcome and write nothing', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library-in-use' });
    const reader = await openLibrary(folder, { readOnly: true });
    expect(await reader.list()).toHaveLength(1);
    expect((await reader.open(briefing.id)).texts).toEqual({ [hash]: text });
    await expect(reader.save(briefing.id, 1, title(''))).rejects.toMatchObject({
      code: 'read-only-library'
    });
    await reader.close();
    await expect(openLibrary(join(place, 'none'), { readOnly: true })).rejects.toMatchObject({
      code: 'no-library'
    });
    await library.close();
    library = await openLibrary(folder);
  });

  test('is for its user alone', async () => {
    // Windows has no such modes; there a user's folders are private as they are.
    const mode = (bits: number): unknown =>
      process.platform === 'win32' ? expect.any(Number) : bits;
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await library.save(briefing.id, 1, title('New'));
    await library.checkpoint();
    const path = briefingPath(library.folder, 'b', briefing.id);
    for (const each of [folder, join(folder, 'b'), dirname(path), join(folder, 'texts')]) {
      expect(await modeOf(each)).toEqual(mode(0o700));
    }
    const names = await readdir(folder);
    const segments = names.filter((name) => name.startsWith('wal-'));
    expect(segments).toHaveLength(1);
    for (const each of [
      path,
      `${path}.bak`,
      join(folder, 'texts', hash),
      join(folder, segments[0]!)
    ]) {
      expect(await modeOf(each)).toEqual(mode(0o600));
    }
  });

  test('that vanishes is not made anew by a save', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await rename(folder, `${folder}-away`);
    for (const job of [library.save(briefing.id, 1, title('New')), library.open(briefing.id)]) {
      await expect(job).rejects.toMatchObject({ code: 'folder-gone' });
    }
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await rename(`${folder}-away`, folder);
    expect((await library.open(briefing.id)).briefing.title).toBe('A title');
  });

  test('that vanishes does not take what was found in it for deleted', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await library.close();
    const again = await openLibrary(folder);
    await rename(folder, `${folder}-away`);
    await expect(again.open(briefing.id)).rejects.toMatchObject({ code: 'folder-gone' });
    await rename(`${folder}-away`, folder);
    expect(await again.list()).toHaveLength(1);
    expect((await again.open(briefing.id)).briefing.title).toBe('A title');
    await again.close();
  });

  test('keeps a folder of the person’s as private as it finds it', async () => {
    const own = join(place, 'own');
    await mkdir(join(own, 'b'), { recursive: true });
    await chmod(own, 0o750);
    await (await openLibrary(own)).close();
    if (process.platform !== 'win32') expect((await stat(own)).mode & 0o777).toBe(0o750);
  });

  test('is plain JSON that other programs can read', async () => {
    const briefing = sample();
    await library.create(briefing, { [hash]: text });
    await library.checkpoint();
    const path = briefingPath(library.folder, 'b', briefing.id);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      format: 'standpoint-briefing',
      schema: currentSchema,
      rev: 1,
      data: { title: 'A title' }
    });
  });
});
