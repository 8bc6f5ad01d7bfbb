import { beforeEach, expect, test } from 'vitest';
import { findInTexts } from '../../src-main/domain/finding/find-in-texts.js';
import { newId } from '../../src-main/domain/base/values.js';
import { FindState } from './find-state.svelte.js';
import type { BriefingText } from './texts-of-briefing.js';

const [first, second] = [newId(), newId()];
const texts: BriefingText[] = [
  { place: { what: 'title', id: null }, format: 'text', source: 'war' },
  { place: { what: 'card', id: first }, format: 'text', source: 'war war' },
  { place: { what: 'card', id: second }, format: 'text', source: 'peace, war' }
];
let find: FindState;

beforeEach(() => {
  find = new FindState(async ({ texts: searched, query }) => {
    await Promise.resolve();
    return {
      kind: 'found',
      ...findInTexts(
        searched.map(({ source }) => source),
        query
      )
    };
  });
  find.show();
  find.ask({ words: 'war' });
});

const where = () => [find.current?.place.id, find.current?.start];

test('the current match is the first from where the person is, and the last is followed by the first', async () => {
  await find.search(texts, second, true);
  expect([where(), find.tally, find.visit]).toEqual([[second, 7], '4 of 4', 1]);
  find.step(1);
  expect(where()).toEqual([null, 0]);
  find.step(-1);
  expect(where()).toEqual([second, 7]);
});

test('a change of the briefing keeps the current match and does not go there', async () => {
  await find.search(texts, first, true);
  find.step(1);
  await find.search(texts.slice(1), null, false);
  expect([where(), find.tally, find.visit]).toEqual([[first, 4], '2 of 3', 2]);
});

test('nothing is current when nothing is found', async () => {
  find.ask({ words: 'truce' });
  await find.search(texts, first, true);
  expect([find.current, find.tally]).toEqual([null, 'Nothing found']);
  find.step(1);
  expect(find.current).toBeNull();
});
