/** Protects that a person is told who else changed an entry last, and never where she did so herself since. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describe } from '../domain/anchoring/locate.js';
import { type Annotation, newAnnotation } from '../domain/briefing/annotation.js';
import type { Id } from '../domain/base/values.js';
import { Office, type Desk } from './testing/desks.js';

let office: Office;
let anna: Desk;
let ben: Desk;
let id: Id;
let card: Id;
const lastAt = async ({ team }: Desk) =>
  (await team.changesOf(id)).last.find((each) => each.id === card)?.by.name ?? null;

beforeEach(async () => {
  office = await Office.open();
  anna = await office.found('Anna');
  await anna.team.exchange();
  ben = await office.join('Ben', anna);
  const briefing = await anna.write('Harbour', 'The port opens.');
  ({ id } = briefing);
  card = briefing.cards[0]!.id;
  await office.exchange();
});
afterEach(() => office.close());

test('who wrote an entry is told to the others, and who changed it last to whom did not', async () => {
  expect([await lastAt(anna), await lastAt(ben)]).toEqual([null, 'Anna']);
  await ben.edit(id, () => 'The port closes.');
  await office.exchange();
  expect([await lastAt(anna), await lastAt(ben)]).toEqual(['Ben', null]);
});

test('who wrote an entry first stays so, whoever changes it, and one’s own is nobody else’s', async () => {
  const broughtAt = async ({ team }: Desk) =>
    (await team.changesOf(id)).brought.flatMap((each) => (each.id === card ? [each.name] : []));
  await ben.edit(id, () => 'The port closes.');
  await office.exchange();
  expect([await broughtAt(anna), await broughtAt(ben)]).toEqual([[], ['Anna']]);
  await ben.edit(id, (body) => `${body} Perhaps.`);
  expect(await broughtAt(ben)).toEqual(['Anna']);
});

test('what is changed here and cannot be shared yet was changed here last', async () => {
  await ben.edit(id, (body) => `${body} Perhaps.`);
  expect(await lastAt(ben)).toBeNull();
  await ben.restart();
  expect(await lastAt(ben)).toBeNull();
});

test('a note that only moved with the words around it was changed by nobody', async () => {
  const { revision } = await anna.library.open(id);
  const selectors = describe('The port opens.', 4, 8);
  const note = newAnnotation({ type: 'card', id: card, selectors }, '2026-11-03T14:05:00.000Z');
  const put = (annotation: Annotation) => ({
    fields: {},
    annotations: { put: [annotation], removed: [], order: null }
  });
  await anna.library.save(id, revision, put(note));
  anna.team.changed(id);
  await office.exchange();
  const there = await ben.library.open(id);
  const { target } = note;
  const position = { start: 5, end: 9 };
  const moved = { ...target, selectors: { ...selectors, position } };
  await ben.library.save(id, there.revision, put({ ...note, target: moved }));
  ben.team.changed(id);
  await office.exchange();
  const told = [anna, ben].map(async ({ team }) =>
    (await team.changesOf(id)).last.flatMap((each) => (each.id === note.id ? [each.by.name] : []))
  );
  expect(await Promise.all(told)).toEqual([[], ['Anna']]);
});
