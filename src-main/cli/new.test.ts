/** `standpoint new`: what an article brought, since the state that was kept before it and since a day. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../domain/base/values.js';
import { CameIn } from '../domain/news/came-in.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;
let id = '';

beforeAll(async () => {
  desk = await openDesk();
  [id = ''] = await desk.imported(finished);
});
afterAll(() => desk.clear());

async function told(...more: readonly string[]) {
  const { code, out, err } = await desk.standpoint('new', id, '--json', ...more);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return CameIn.parse(JSON.parse(out));
}

test('all is new until a state is kept; then what came after it is', async () => {
  expect((await told()).positions.length).toBeGreaterThan(0);
  writeFileSync(join(desk.place, 'note.txt'), 'A note on the ferry.\n\nIt leaves at nine.\n');
  expect((await desk.standpoint('add', id, 'note.txt')).code).toBe(0);
  const { sources, positions } = await told();
  expect(sources).toMatchObject([{ title: 'A note on the ferry', updates: null }]);
  expect(positions).toEqual([]);
  expect((await told('--since', '2000')).positions.length).toBeGreaterThan(0);
  expect((await desk.standpoint('new', id)).out).toBe('Source:    A note on the ferry');
});

test('where nothing came in it says so, and the JSON is as ever', async () => {
  expect((await desk.standpoint('new', id, '--since', '2999')).out).toBe(
    'Nothing came in since 2999.'
  );
  expect(await told('--since', '2999')).toMatchObject({ sources: [], positions: [] });
});

test('a day that is none is wrong usage', async () => {
  const { code, err } = await desk.standpoint('new', id, '--since', 'Friday');
  expect(code).toBe(2);
  expect(err).toContain('--since is a day, a month or a year');
});

test('of an actor it says how many other briefings of the library know him', async () => {
  const { actors } = await told('--since', '2000');
  expect(actors.length).toBeGreaterThan(0);
  expect(actors.map(({ briefings }) => briefings)).toEqual(actors.map(() => 0));
  const bundle = JSON.parse(readFileSync(finished, 'utf8')) as { briefing: object };
  const other = { ...bundle, briefing: { ...bundle.briefing, id: newId() } };
  writeFileSync(join(desk.place, 'other.json'), JSON.stringify(other));
  await desk.imported('other.json');
  expect((await told('--since', '2000')).actors[0]?.briefings).toBe(1);
  const lines = (await desk.standpoint('new', id, '--since', '2000')).out;
  expect(lines).toContain(`${actors[0]!.name} (known from 1 briefing)`);
});
