import { expect, test } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import type { SearchAnswer } from '../../src-main/domain/search/answer.js';
import { newId } from '../../src-main/domain/base/values.js';
import { SearchDesk } from './search-desk.svelte.js';

const nothing: SearchAnswer = {
  total: 0,
  ids: [],
  groups: [],
  capped: false,
  terms: [],
  corrections: [],
  complaints: [],
  reading: null
};

/** Answers one question at a time, when it is told to. */
function openDesk() {
  const asked: string[] = [];
  const answers: ((answer: SearchAnswer | null) => void)[] = [];
  const desk = new SearchDesk(
    (text) =>
      new Promise((resolve) => {
        asked.push(text);
        answers.push(resolve);
      }),
    () => undefined
  );
  const answer = (total: number) => {
    answers.shift()?.({ ...nothing, total });
    return until(() => expect(desk.answer?.total).toBe(total));
  };
  return { desk, asked, answers, answer };
}

test('while one question is asked only the latest of the others waits', async () => {
  const { desk, asked, answer } = openDesk();
  for (const text of ['a', 'al', 'ala', 'alas']) desk.query = text;
  expect(asked).toEqual(['a']);
  await answer(1);
  expect(asked).toEqual(['a', 'alas']);
  await answer(2);
  expect(asked).toHaveLength(2);
});

test('an answer that comes after the field was emptied is not shown', async () => {
  const { desk, answers } = openDesk();
  desk.query = 'a';
  desk.query = '';
  answers.shift()?.({ ...nothing, total: 5 });
  await Promise.resolve();
  expect(desk.answer).toBeNull();
});

test('what failed keeps the answer before it', async () => {
  const { desk, answers, answer } = openDesk();
  desk.query = 'a';
  await answer(3);
  desk.query = 'ab';
  answers.shift()?.(null);
  await Promise.resolve();
  expect(desk.answer?.total).toBe(3);
});

test('an index that was read on is asked again, but not for nothing', async () => {
  const { desk, asked, answer } = openDesk();
  desk.progressed({ read: 8, of: 16 });
  expect(asked).toEqual([]);
  desk.query = 'a';
  await answer(0);
  desk.progressed(null);
  expect(asked).toEqual(['a', 'a']);
});

test('what was found in one collection is no answer in another', async () => {
  const { desk, asked, answers, answer } = openDesk();
  desk.query = 'a';
  await answer(7);
  desk.collection = newId();
  expect(desk.answer).toBeNull();
  desk.collection = newId();
  // To the first of the two.
  answers.shift()?.({ ...nothing, total: 3 });
  await until(() => expect(asked).toHaveLength(3));
  expect(desk.answer).toBeNull();
  await answer(1);
});
