import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

test.each(['jsonld', 'hypothesis.json', 'annotations.md', 'annotations.csv'])(
  'annotations leave as .%s and come into another briefing of the same article',
  async (ending) => {
    const [first = '', second = ''] = await desk.imported('--again', finished, article);
    const file = join(desk.place, `out.${ending}`);
    expect((await desk.standpoint('export', first, '--to', file)).out.trim()).toBe(file);
    const { out, err, code } = await desk.standpoint('import-annotations', second, file);
    expect(code).toBe(0);
    const shown = JSON.parse((await desk.standpoint('show', second, '--json')).out) as {
      annotations: { id: string }[];
    };
    expect(out.trim().split('\n').sort()).toEqual(shown.annotations.map(({ id }) => id).sort());
    expect(err).toMatch(/^standpoint: \d+ annotations placed\./);
    const again = await desk.standpoint('import-annotations', second, file);
    expect(again.out).toBe('');
    expect(again.err).toContain(`${shown.annotations.length} were there already`);
  }
);

test('a file that holds no annotations, or is no text, is refused with a sentence', async () => {
  const [id = ''] = await desk.imported(article);
  const file = join(desk.place, 'notes.csv');
  await writeFile(file, 'a,b\n1,2\n');
  const table = await desk.standpoint('import-annotations', id, file);
  expect([table.code, table.err]).toEqual([1, expect.stringContaining('no column “quote”')]);
  await writeFile(file, Buffer.from([0x61, 0xe9, 0x00]));
  const broken = await desk.standpoint('import-annotations', id, file);
  expect([broken.code, broken.err]).toEqual([
    1,
    expect.stringContaining('looks like a binary file')
  ]);
  expect(await readFile(file)).toHaveLength(3);
});
