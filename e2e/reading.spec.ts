/** Reading a briefing in the real window: finding words, side by side, and coming back to the place. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const bar = (page: Page) => page.getByRole('search', { name: 'Find in briefing' });

function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()),
    name
  );
}

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
});

test('words are found in cards, notes and sources, on to the next, by expression and as whole words', async ({
  page
}) => {
  await page.keyboard.press('ControlOrMeta+f');
  await expect(bar(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('zelenskyy');
  await expect(bar(page)).toContainText(/1 of \d+/);
  await expect.poll(() => painted(page, 'find-current')).toEqual(['Zelenskyy']);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(/2 of \d+/);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  // Before the first comes the last, which is in the source.
  await expect(page.getByRole('tabpanel', { name: 'Read' })).toBeVisible();
  await expect.poll(() => painted(page, 'find-current')).toEqual(['Zelenskyy']);
  const inSight = () =>
    page.evaluate(() => {
      const [range] = [...CSS.highlights.get('find-current')!] as Range[];
      const { top, bottom } = range!.getBoundingClientRect();
      return top > 0 && bottom <= innerHeight;
    });
  await expect.poll(inSight).toBe(true);

  await bar(page).getByRole('textbox').fill('second source');
  await expect(bar(page)).toContainText('1 of 1');
  await expect(page.getByRole('tabpanel', { name: 'Brief' })).toBeVisible();
  await expect.poll(() => painted(page, 'find-current')).toEqual(['second source']);

  await page.keyboard.press('Alt+r');
  await bar(page).getByRole('textbox').fill('(');
  await expect(bar(page)).toContainText('This is no regular expression yet.');
  await bar(page).getByRole('textbox').fill('(a+)+\\d{9}$');
  await expect(bar(page)).toContainText(/Nothing found|took longer/);
  await bar(page).getByRole('textbox').fill('Zelensky+');
  await expect(bar(page)).toContainText(/1 of \d+/);
  await page.keyboard.press('Alt+w');
  await expect(bar(page).getByRole('button', { name: 'Whole words' })).toHaveAttribute(
    'aria-pressed',
    'true'
  );
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('[data-card]:focus, [data-annotation]:focus')).toHaveCount(1);
  await expect.poll(() => painted(page, 'find')).toEqual([]);
});

test(
  'what is typed to be found goes into the bar, also out of a card that is written, which has the focus again',
  { tag: '@rest' },
  async ({ page }) => {
    await cards(page).nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.locator('.cm-content')).toHaveCount(0);
    await page.keyboard.type('xyzzy');
    await expect(bar(page).getByRole('textbox')).toHaveValue('xyzzy');
    await page.keyboard.press('Escape');
    await expect(cards(page).nth(1)).toBeFocused();
  }
);

test('where the reader was is there again: view, side by side, folded cards and the words at the top', async ({
  page,
  electronApp,
  launch
}) => {
  await page.setViewportSize({ width: 1600, height: 700 });
  await page.keyboard.press('ControlOrMeta+Shift+L');
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByRole('tabpanel', { name: 'Read' })).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: 'Brief' })).toBeVisible();
  const splitter = page.getByRole('separator', { name: 'Width of the briefing' });
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await splitter.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before - 16));

  await cards(page).first().focus();
  await page.keyboard.press('Alt+Shift+f');
  await expect(cards(page).first().locator('.text')).toHaveCount(0);
  const top = cards(page).nth(6);
  await top.evaluate((card) => card.scrollIntoView({ block: 'start' }));
  const heading = await top.locator('textarea').inputValue();
  const gone = electronApp.waitForEvent('close');
  page.keyboard.press('ControlOrMeta+q').catch(() => undefined);
  await gone;

  const again = await (await launch()).firstWindow();
  await again.setViewportSize({ width: 1600, height: 700 });
  await expect(again.getByRole('tabpanel', { name: 'Read' })).toBeVisible();
  await expect(cards(again).first().getByRole('button', { name: 'Unfold card' })).toBeVisible();
  await expect(cards(again).first().locator('.text')).toHaveCount(0);
  const first = () =>
    cards(again).evaluateAll((items) => {
      const { top } = items[0]!.closest('[data-scrolls]')!.getBoundingClientRect();
      const seen = items.find((item) => item.getBoundingClientRect().bottom > top + 12);
      return seen?.querySelector('textarea')?.value;
    });
  await expect.poll(first).toBe(heading);
});
