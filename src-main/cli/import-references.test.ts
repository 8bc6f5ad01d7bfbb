/** Protects that the sources of a briefing leave for a reference manager, and come into another once. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

interface Reported {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
}
const sourcesOf = async (id: string) =>
  JSON.parse((await desk.standpoint('sources', id, '--json')).out) as Reported[];

test.each(['csl.json', 'bib', 'ris'])('sources leave as .%s and come in once', async (ending) => {
  const [first = ''] = await desk.imported(finished);
  const second = await other();
  const file = join(desk.place, `out.${ending}`);
  expect((await desk.standpoint('export', first, '--to', file)).out.trim()).toBe(file);
  const there = await sourcesOf(first);
  const { out, err, code } = await desk.standpoint('import-references', second, file);
  expect([code, err]).toEqual([0, expect.stringContaining('added')]);
  const added = (await sourcesOf(second)).filter(({ id }) => out.includes(id));
  expect(there).toEqual(
    expect.arrayContaining(
      added.map(({ title, published }) => expect.objectContaining({ title, published }) as Reported)
    )
  );
  const again = await desk.standpoint('import-references', second, file);
  expect([again.code, again.out]).toEqual([0, '']);
  expect(again.err).toContain(`0 sources added, ${there.length} in the briefing already`);
  // It is whole, with sources that have no text.
  expect((await desk.standpoint('check')).code).toBe(0);
});

test('what is no file of references is refused, and an entry that is wrong is told', async () => {
  const id = await other();
  const file = join(desk.place, 'x.bib');
  await writeFile(file, 'no entry');
  const none = await desk.standpoint('import-references', id, file);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('no entry begins in it')]);
  await writeFile(file, '@misc{a, title = {Kept}}\n@misc{b, title = {Never ends\n');
  const half = await desk.standpoint('import-references', id, file);
  expect([half.code, half.err]).toEqual([1, expect.stringContaining('a brace has no end')]);
  expect((await sourcesOf(id)).map(({ title }) => title)).toContain('Kept');
});

async function other(): Promise<string> {
  const [id = ''] = await desk.imported('--again', article);
  return id;
}

test('references of older programs come in as Western European, and say so', async () => {
  const id = await other();
  const file = join(desk.place, 'old.ris');
  const ris = 'TY  - NEWS\nTI  - L\x92\xc9lys\xe9e d\xe9ment\nER  - \n';
  await writeFile(file, Buffer.from(ris, 'latin1'));
  const { code, err } = await desk.standpoint('import-references', id, file);
  expect([code, err]).toEqual([0, expect.stringContaining('Western European')]);
  expect((await sourcesOf(id)).map(({ title }) => title)).toContain('L’Élysée dément');
});
