/** What hangs is told, and what does not is not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellIfSlow } from './tell-if-slow.js';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  said.mockClear();
});

test('what takes long is told again and again, as it stands then, until it is done', async () => {
  let answers = 2;
  let finish: (value: string) => void = () => undefined;
  const work = new Promise<string>((resolve) => (finish = resolve));
  const watched = tellIfSlow(work, () => `${answers} answers`);
  await vi.advanceTimersByTimeAsync(31_000);
  answers = 1;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(said.mock.calls).toEqual([
    ['After 30 seconds it still waits for 2 answers.'],
    ['After 60 seconds it still waits for 1 answers.']
  ]);
  finish('done');
  expect(await watched).toBe('done');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(said).toHaveBeenCalledTimes(2);
});

test('what fails is told no more, and fails as it did', async () => {
  await expect(tellIfSlow(Promise.reject(new Error('gone')), () => 'it')).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(said).not.toHaveBeenCalled();
});
