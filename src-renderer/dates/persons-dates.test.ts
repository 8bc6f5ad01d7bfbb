import { beforeAll, expect, test, vi } from 'vitest';
import { dayOf } from '../../src-main/domain/base/values.js';
import { personsDates } from './persons-dates.svelte.js';

beforeAll(async () => {
  vi.stubGlobal('navigator', { language: 'en-GB' });
  await personsDates.load();
});

test('what is written counts from the day of what it is about, and from today', () => {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  expect(personsDates.readings('yesterday', '2025-05-20')).toEqual([
    '2025-05-19',
    dayOf(yesterday)
  ]);
  expect(personsDates.readings('20 May', '2025-05-20').slice(0, 2)).toEqual([
    '2025-05-20',
    '2026-05-20'
  ]);
  expect(personsDates.readings('20 May 2024', '2025-05-20')).toEqual(['2024-05-20']);
  expect(personsDates.readings(' ', '2025-05-20')).toEqual([]);
});
