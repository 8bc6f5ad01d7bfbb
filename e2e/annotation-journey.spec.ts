/** Words are annotated, edited around, inside and across, and the program quits in the middle of it: all is where it belongs. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen, wordKey } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');

function painted(page: Page, kind: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    kind
  );
}

/** Behind the second word of the paragraph that is `down` paragraphs further down. */
async function goToSecondWord(page: Page, down: number): Promise<void> {
  for (let i = 0; i < 2 * down; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press(`${wordKey}+ArrowRight`);
  await page.keyboard.press(`${wordKey}+ArrowRight`);
}

test('annotations stay on their words through edits, a quit in the middle of typing, and a new start', async ({
  page,
  electronApp,
  launch
}) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('Journey');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.insertText(
    'The port opens in June.\n\nPilots warn of storms.\n\nShips will wait.'
  );
  await page.keyboard.press('Escape');
  // Keys select in what is read, which is drawn a moment after the editor is left.
  await expect(page.locator('.body').getByText('Ships will wait.')).toBeVisible();

  // By keys alone: three sentences, each of a kind of its own.
  for (const kind of ['1', '3', '5']) {
    await page.keyboard.press('s');
    await page.keyboard.press(kind);
  }
  await expect.poll(() => painted(page, 'key')).toContain('The port opens in June.');
  await expect.poll(() => painted(page, 'figure')).toContain('Pilots warn of storms.');
  await expect.poll(() => painted(page, 'doubt')).toContain('Ships will wait.');

  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('On Monday: ');
  await goToSecondWord(page, 1);
  await page.keyboard.type(' loudly');
  await goToSecondWord(page, 1);
  for (let i = 0; i < ' will'.length; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type(' must');
  await page.keyboard.press('End');
  await page.keyboard.type(' And then');

  const closed = electronApp.waitForEvent('close');
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;

  const again = await (await launch()).firstWindow();
  await again.waitForURL(/^(app|https?):/);
  await expect(cards(again).getByText('And then')).toBeVisible();
  await expect.poll(() => painted(again, 'key')).toContain('The port opens in June.');
  await expect.poll(() => painted(again, 'figure')).toContain('Pilots warn loudly of storms.');
  await expect.poll(() => painted(again, 'doubt')).toContain('Ships must wait.');
});
