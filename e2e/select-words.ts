/** Words of a source that is shown, selected as a mouse does. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';

export const source = (page: Page) => page.getByRole('article', { name: 'Text of the source' });
export const selected = (page: Page) => page.evaluate(() => String(getSelection()));

/** From the first letter to the last; again where the text has moved meanwhile. */
export async function drag(page: Page, words: string): Promise<void> {
  await expect(() => dragOnce(page, words)).toPass();
}

async function dragOnce(page: Page, words: string): Promise<void> {
  const ends = await source(page).evaluate((root, wanted) => {
    // A press on selected words would drag them.
    getSelection()?.removeAllRanges();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const boxAt = (start: number) => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 1);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left: left + 1, right, middle: top + height / 2 };
      };
      return { first: boxAt(at), last: boxAt(at + wanted.length - 1) };
    }
    throw new Error(`The source does not say “${wanted}”`);
  }, words);
  await page.mouse.move(ends.first.left, ends.first.middle);
  await page.mouse.down();
  await page.mouse.move(ends.last.right, ends.last.middle, { steps: 4 });
  await page.mouse.up();
  expect((await selected(page)).trim()).toBe(words);
}
