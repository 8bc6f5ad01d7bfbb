import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from './toasts.svelte.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function texts(toasts: Toasts): string[] {
  return toasts.shown.map(({ text }) => text);
}

it('takes a message away by itself, one with an action later, and a failure never', () => {
  const toasts = new Toasts();
  toasts.show('done');
  toasts.show('deleted', { label: 'Undo', run: () => undefined });
  toasts.showFailure('failed');
  vi.advanceTimersByTime(5_000);
  expect(texts(toasts)).toEqual(['deleted', 'failed']);
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual(['failed']);
});

it('takes nothing away while the person is there', () => {
  const toasts = new Toasts();
  toasts.show('deleted', { label: 'Undo', run: () => undefined });
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual(['deleted']);
  toasts.release();
  vi.advanceTimersByTime(10_000);
  expect(texts(toasts)).toEqual([]);
});
