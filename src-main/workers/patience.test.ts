import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPatience } from './patience.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const over = vi.fn();
beforeEach(() => void over.mockReset());

test('what shows no sign is given up after the limit, once', () => {
  startPatience(60_000, over, () => 0);
  vi.advanceTimersByTime(59_999);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(over).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(600_000);
  expect(over).toHaveBeenCalledOnce();
});

test('a sign of progress begins it anew', () => {
  const patience = startPatience(60_000, over, () => 0);
  for (let sign = 0; sign < 10; sign += 1) {
    vi.advanceTimersByTime(59_000);
    patience.renew();
  }
  vi.advanceTimersByTime(59_999);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(over).toHaveBeenCalledOnce();
});

test('where ten processes wait for each processor it lasts ten times as long, and has an end', () => {
  startPatience(60_000, over, () => 10);
  vi.advanceTimersByTime(599_000);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_001);
  expect(over).toHaveBeenCalledOnce();
});

test('what is ended says nothing', () => {
  startPatience(60_000, over, () => 0).end();
  vi.advanceTimersByTime(600_000);
  expect(over).not.toHaveBeenCalled();
});
