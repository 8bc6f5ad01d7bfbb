/** A start that hangs says where. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchStart } from './start-watch.js';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a start that takes long says what it waits for, until it is done', () => {
  const start = watchStart();
  start.waitFor('its library');
  vi.advanceTimersByTime(29_000);
  expect(said).not.toHaveBeenCalled();
  start.waitFor('its page');
  vi.advanceTimersByTime(31_000);
  expect(said.mock.calls).toEqual([
    ['Standpoint is still starting after 30 seconds: it waits for its page.'],
    ['Standpoint is still starting after 60 seconds: it waits for its page.']
  ]);
  start.end();
  vi.advanceTimersByTime(120_000);
  expect(said).toHaveBeenCalledTimes(2);
});
