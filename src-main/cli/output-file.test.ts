import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  stat,
  symlink,
  writeFile
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

const refused = (err: RegExp) => ({
  code: 1,
  out: '',
  err: expect.stringMatching(err) as unknown
});

test('a file that is there is replaced only when it is asked for, and keeps who may read it', async () => {
  const path = join(desk.place, 'out.md');
  await writeFile(path, 'mine');
  await chmod(path, 0o600);
  const asked = ['export', article, '--to', 'out.md'];
  expect(await desk.standpoint(...asked)).toEqual(
    refused(/^standpoint: out\.md is there already\. .* add --overwrite\. Nothing was written\.$/)
  );
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await desk.standpoint(...asked, '--overwrite')).toMatchObject({ code: 0, out: path });
  expect(await readFile(path, 'utf8')).toMatch(/^# /m);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('who sits at a terminal is asked, and only yes replaces', async () => {
  const path = join(desk.place, 'out.md');
  await writeFile(path, 'mine');
  desk.answer(false);
  expect(await desk.standpoint('export', article, '--to', 'out.md')).toEqual(
    refused(/is there already\. .* Nothing was written\.$/)
  );
  expect(await readFile(path, 'utf8')).toBe('mine');
  desk.answer(true);
  expect(await desk.standpoint('export', article, '--to', 'out.md')).toMatchObject({ code: 0 });
  expect(await readFile(path, 'utf8')).toMatch(/^# /m);
});

test.each(['by its own name', 'by a symbolic link', 'by a second name'])(
  'the file that is read is not written over, %s',
  async (by) => {
    const path = join(desk.place, 'article.md');
    await writeFile(path, await readFile(article));
    if (by === 'by a symbolic link') await symlink(path, join(desk.place, 'out.md'));
    if (by === 'by a second name') await link(path, join(desk.place, 'out.md'));
    const to = by === 'by its own name' ? 'article.md' : 'out.md';
    expect(await desk.standpoint('export', 'article.md', '--to', to, '--overwrite')).toEqual(
      refused(/is the file that is read\. Name another file\. Nothing was written\.$/)
    );
    expect(await readFile(path)).toEqual(await readFile(article));
  }
);

test('nothing is written into a library, the open one or another, nor through a link', async () => {
  await desk.imported(finished, '--library', 'other');
  const other = await realpath(join(desk.place, 'other'));
  const [shard = ''] = await readdir(join(other, 'b'));
  const [briefing = ''] = await readdir(join(other, 'b', shard));
  const stored = join(other, 'b', shard, briefing);
  const before = await readFile(stored);
  await symlink(join(other, 'b', shard), join(desk.place, 'folder'));
  await symlink(stored, join(desk.place, 'link.json'));
  await mkdir(join(other, 'texts/inner'));

  const inOther = refused(/lies in the library in .*other\. .* Nothing was written\.$/);
  for (const to of [
    stored,
    join('other', 'new.json'),
    join('other', 'texts', 'inner', 'new.json'),
    join('folder', 'new.json'),
    'link.json'
  ]) {
    expect(await desk.standpoint('export', article, '--to', to, '--overwrite'), to).toEqual(
      inOther
    );
  }
  await desk.imported(finished);
  expect(await desk.standpoint('backup', join('other', 'all.zip'))).toEqual(inOther);
  expect(await readFile(stored)).toEqual(before);
  expect((await readdir(other)).filter((name) => name.startsWith('new'))).toEqual([]);
});
