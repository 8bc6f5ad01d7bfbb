import { expect, test } from 'vitest';
import { onTaskbar, partOfExport } from './taskbar.js';

function fakeWindow(): {
  shown: number[];
  isDestroyed: () => boolean;
  setProgressBar: (n: number) => void;
  gone: boolean;
} {
  const window = {
    shown: [] as number[],
    gone: false,
    isDestroyed: () => window.gone,
    setProgressBar: (part: number) => void window.shown.push(part)
  };
  return window;
}

test('shows how far the work is, never goes back, and takes the bar away at its end', async () => {
  const window = fakeWindow();
  const answer = await onTaskbar(window, async (show) => {
    for (const part of [0.1, 0.4, 0.1, 0.4, 0.7]) show(part);
    return Promise.resolve('done');
  });
  expect(answer).toBe('done');
  expect(window.shown).toEqual([0.1, 0.4, 0.7, -1]);
});

test('takes it away also where the work fails, and leaves a window alone that has gone', async () => {
  const window = fakeWindow();
  const failing = onTaskbar(window, (show) => {
    show(0.5);
    return Promise.reject(new Error('full'));
  });
  await expect(failing).rejects.toThrow('full');
  expect(window.shown).toEqual([0.5, -1]);

  const gone = fakeWindow();
  await onTaskbar(gone, async (show) => {
    show(0.5);
    gone.gone = true;
    show(0.6);
    return Promise.resolve();
  });
  expect(gone.shown).toEqual([0.5]);
});

test('an export moves on with its stages and its documents, and stays within its end', () => {
  const stages = (['layout', 'finish', 'write'] as const).flatMap((stage) => stage);
  const parts = [1, 2, 3].flatMap((turn) => stages.map((stage) => partOfExport(stage, turn, 3)));
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts[0]).toBeGreaterThan(0);
  expect(parts.at(-1)).toBeLessThan(1);
  expect(partOfExport('finish')).toBe(0.7);
});
