/** Protects a briefing that takes its second article: nothing twice, updates and copies told apart. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportedSource } from '../domain/sources/source-report.js';
import { type Desk, openDesk } from './testing/desk.js';

const story = `Harbour council backs the ferry toll

The harbour council voted on Monday to back a toll on the island ferry from next spring.
“A toll keeps the boats running through the winter,” said Mara Lind, who chairs the council.
Shop owners on the quay had asked for a year without charges, and left the meeting early.
The crossing takes forty minutes and carries two thousand people on a summer day.
A study by the port found that half of the fleet must be replaced within six years.
The county has offered to pay for one new vessel if the council finds the money for another.
`;
const update = story
  .replace('from next spring', 'from the first of May')
  .replace('A study by the port', 'A new study by the port');
const other = `Library opens its reading room again

After three years of repairs the town library opened its reading room on Friday.
Children read the first pages aloud, and the mayor returned a book that was two decades overdue.
The roof had leaked since the storm, and the oldest maps were kept in the town hall meanwhile.
`;

let desk: Desk;
let id = '';
beforeAll(async () => {
  desk = await openDesk();
  const write = (name: string, text: string) => writeFileSync(join(desk.place, name), text);
  write('story.txt', story);
  write('update.txt', update);
  write('copy.txt', `Ferry toll ahead\n\n(Reuters) ${story.split('\n\n')[1]!}`);
  write('other.txt', other);
  [id = ''] = await desk.imported('story.txt');
});
afterAll(() => desk.clear());

async function listed(): Promise<readonly ReportedSource[]> {
  return JSON.parse((await desk.standpoint('sources', id, '--json')).out) as ReportedSource[];
}

test('a source is a line with its title, and without claims where there are none', async () => {
  const [source] = await listed();
  const { out } = await desk.standpoint('sources', id);
  expect(out).toContain(`${source?.id}  `);
  expect(out).toMatch(/Harbour council backs the ferry toll$/);
});

test('words that the briefing has are told, and nothing is added', async () => {
  const { code, out, err } = await desk.standpoint('add', id, 'story.txt');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(
    /^standpoint: story\.txt is in the briefing already as “.+”\. Nothing was added\.$/
  );
  expect(await listed()).toHaveLength(1);
});

test('another article is a source of its own', async () => {
  const { code, out } = await desk.standpoint('add', id, 'other.txt');
  expect(code).toBe(0);
  const [, added] = await listed();
  expect(added).toMatchObject({ id: out, origin: null, updates: null, claims: 0 });
});

test('a newer version updates the source, and both stay', async () => {
  const { err } = await desk.standpoint('add', id, 'update.txt');
  expect(err).toMatch(/as an update of “.+”; both stay\./);
  const [first, , added] = await listed();
  expect(added?.updates).toBe(first?.id);
  expect(first?.updatedBy).toEqual([added?.id]);
  expect(added?.origin).not.toBeNull();
  expect(added?.origin).toEqual(first?.origin);
});

test('a file that cannot be read is told, and the others are added', async () => {
  const { code, out, err } = await desk.standpoint('add', id, 'missing.txt', 'copy.txt');
  expect(code).toBe(1);
  expect(err).toMatch(/missing\.txt/);
  const added = (await listed()).find((source) => source.id === out);
  const [first] = await listed();
  expect(added?.origin).toEqual(first?.origin);
});
