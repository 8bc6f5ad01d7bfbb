/**
 * Typing in a card of 10,000 words in the real window: from a key to the frame that shows it, told by the
 * page itself, so that the bench's own way there is no part of it. Other work of the machine slows a few
 * keys in a row, so that three rounds are shown apart.
 */
import type { Page } from '@playwright/test';
import { rowOf, type Row } from './median.js';
import { withWindow } from './with-open-briefing.js';

export const title = 'typing in a card of 10,000 words (needs a build and a display)';

export function measure(): Promise<Row[]> {
  return withWindow(
    () => undefined,
    async (page) => {
      await page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first().waitFor();
      await page.keyboard.press('ControlOrMeta+n');
      await page.getByRole('button', { name: 'Write the first card' }).click();
      await page.keyboard.press('Enter');
      const sentence = 'The delegation said that talks would go on until an agreement is found. ';
      const article = Array.from({ length: 100 }, () => sentence.repeat(8).trim()).join('\n\n');
      await page.keyboard.insertText(article);
      await page.locator('.cm-content', { hasText: 'delegation' }).waitFor();
      const rows: Row[] = [];
      for (const round of ['first', 'second', 'third'])
        rows.push(rowOf(`a key, ${round} round`, 'ms', await typeAndTime(page)));
      await page.getByText('Saved', { exact: true }).waitFor();
      return rows;
    }
  );
}

const keys = 'Fluid typing, forty keys of it, in here.';

/** Types where the focus is. Returns the milliseconds from each key to the frame that shows it. */
async function typeAndTime(page: Page): Promise<number[]> {
  // The handle is awaited before the first key, or that key could come before the listener.
  const times = await page.evaluateHandle((count) => {
    const taken: number[] = [];
    const over = new AbortController();
    const all = new Promise<number[]>((resolve) => {
      addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              taken.push(performance.now() - pressed);
              if (taken.length < count) return;
              over.abort();
              resolve(taken);
            };
            channel.port2.postMessage(null);
          });
        },
        { capture: true, signal: over.signal }
      );
    });
    return { all };
  }, keys.length);
  await page.keyboard.type(keys);
  return times.evaluate(({ all }) => all);
}
