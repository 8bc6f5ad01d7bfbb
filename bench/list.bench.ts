/**
 * The list of a library of 10,000 briefings in the real window, and of one of 10 beside it: showing it,
 * scrolling, typing in the search field, sorting, and typing in the open briefing, which stands in the
 * list too. Processor time of the page's main thread, as Chromium counts it, so other programs on the
 * machine hardly count. What takes longer than a frame of 16.7 ms is felt, longer than 50 ms blocks.
 */
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { rowOf, type Row } from './median.js';
import { threadTime } from './painting/thread-time.js';
import { generate } from './store/generate.js';
import { standpoint } from './store/standpoint.js';
import { withWindow } from './with-open-briefing.js';

export const title =
  'the list of the library, processor time of the page’s main thread (needs a build and a display)';

export async function measure(counts: readonly number[] = [10, 10_000]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const times = await withWindow(
      (home) => standpoint(join(home, 'library')).fill(generate(count)),
      measurePage
    );
    const name = `${count.toLocaleString('en')} briefings`;
    rows.push(
      rowOf(`${name}: the start, until the list is shown`, 'ms', [times.shown]),
      rowOf(`${name}: a frame while scrolling`, 'ms', times.frames),
      rowOf(`${name}: a key in the search field`, 'ms', times.keys),
      rowOf(`${name}: sorting`, 'ms', times.sorted),
      rowOf(`${name}: a key in the title of the open briefing`, 'ms', times.typed)
    );
  }
  return rows;
}

async function measurePage(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const library = page.getByRole('navigation', { name: 'Library' });
  const list = library.getByRole('listbox', { name: 'Briefings' });
  await list.getByRole('option').first().waitFor();
  await settle(page);
  const shown = await threadTime(session);

  const frames: number[] = [];
  for (let i = 0; i < 60; i += 1) {
    await list.evaluate((element) => element.scrollBy(0, 450));
    frames.push(await timeOf(session, () => settle(page)));
  }

  const sorted: number[] = [];
  for (const order of ['title', 'modified', 'title']) {
    const choice = library.getByRole('combobox', { name: 'Order of the list' });
    sorted.push(
      await timeOf(session, async () => {
        await choice.selectOption(order);
        await settle(page);
      })
    );
  }

  const title = page.getByRole('textbox', { name: 'Title' });
  await title.press('End');
  const typed = await timesOfKeys(page, session, ' measured by its keys');
  await page.getByText('Saved', { exact: true }).waitFor();
  await library.getByRole('searchbox').focus();
  const keys = await timesOfKeys(page, session, 'ceasefire sanctions');
  return { shown, frames, sorted, keys, typed };
}

async function timesOfKeys(page: Page, session: CDPSession, words: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of words) {
    times.push(
      await timeOf(session, async () => {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await settle(page);
      })
    );
  }
  return times;
}

/** Until what was asked for is drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
      })
  );
}

/** Milliseconds of the main thread. */
async function timeOf(session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await threadTime(session);
  await act();
  return (await threadTime(session)) - before;
}
