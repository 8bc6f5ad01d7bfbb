/** The first ten minutes of a newcomer: from the empty program to a page in hand. Each step says the next. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flat, pagesOf, read } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { drag } from './select-words.js';
import {
  addDialog,
  articleNamed,
  dropFiles,
  library,
  openTitle,
  rows,
  whenOpen
} from './window.js';

test.use({ newArticle: null });

const title = 'A Deal Before a Ceasefire';
const text = readFileSync(join(root, 'resources/samples/alaska-summit.txt'), 'utf8').replace(
  'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal',
  title
);
const quote =
  '“the best way to end the horrific war between Russia and Ukraine is to go directly to a Peace Agreement”';

test('an article is dropped, its day and lines are confirmed, a position is recorded, and the page is written', async ({
  page,
  electronApp,
  home
}) => {
  const pdf = join(home, 'page.pdf');
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  const steps = page.getByRole('complementary', { name: 'First steps' });
  const current = steps.locator('[aria-current=step]');
  const lines = steps.getByRole('list', { name: 'Lines for your page' }).getByRole('listitem');

  await test.step('an empty program asks for one thing', async () => {
    await whenOpen(page);
    await library(page).getByRole('listbox').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: 'Start from an article' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Look at a finished example/ })).toBeVisible();
    await expect(library(page)).toBeHidden();
  });

  await test.step('the article opens beside its day, which one key confirms', async () => {
    await dropFiles(page, [{ name: 'talks.txt', text }]);
    await expect(openTitle(page)).toHaveValue(title);
    await expect(current).toHaveText('1 The day');
    await expect(steps.getByRole('heading', { name: 'Is it from 16 August 2025?' })).toBeVisible();
    await expect(steps.getByRole('button', { name: 'Yes' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(current).toHaveText('2 The lines');
  });

  const [kept = '', struck = ''] = await lines.locator('blockquote').allInnerTexts();
  await test.step('the first line is kept, the second struck', async () => {
    await expect(lines).toHaveCount(5);
    await expect(lines.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(lines).toHaveCount(4);
    await page.keyboard.press('x');
    await expect(lines).toHaveCount(3);
    await expect(
      steps.getByRole('heading', { name: '3 lines for your page, 1 kept' })
    ).toBeVisible();

    // What was answered is not asked again by one who looked elsewhere.
    await page.keyboard.press('ControlOrMeta+2');
    await expect(steps).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+1');
    await expect(current).toHaveText('2 The lines');
    await lines.first().focus();
    for (let left = 2; left >= 0; left -= 1) {
      await page.keyboard.press('Enter');
      await expect(lines).toHaveCount(left);
    }
    await expect(current).toHaveText('3 A position');
    await expect(steps.getByRole('status')).toContainText('select a sentence in the text');
  });

  await test.step('a sentence is selected, and three keys record who stands where', async () => {
    await drag(page, quote);
    await page.keyboard.press('e');
    const popover = page.getByRole('dialog', { name: 'Position on the selected words' });
    await expect(popover).toContainText('Donald Trump');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await expect(popover).toHaveCount(0);
    await expect(current).toHaveText('4 One page');
  });

  await test.step('One page and Enter write it, with all of that', async () => {
    await steps.getByRole('button', { name: 'One page' }).click();
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeVisible();
    await expect(dialog.locator(':focus')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Exported page.pdf.')).toBeVisible();
    expect(pagesOf(pdf)).toHaveLength(1);
    // The next date stands beside the key points.
    const printed = flat(read('pdftotext', '-raw', pdf, '-'));
    expect(printed).toContain('Ukraine should negotiate a peace agreement with Russia');
    expect(printed).toContain(flat(kept));
    expect(printed).not.toContain(flat(struck));
    expect(printed).toContain('Donald Trump');
    expect(printed).toContain(quote);
  });

  await test.step('tomorrow’s article is added here', async () => {
    await steps.getByRole('button', { name: 'Add tomorrow’s article here…' }).click();
    await expect(addDialog(page)).toContainText(`a source of “${title}”`);
    await page.keyboard.insertText(articleNamed('Talks go on').text);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByText('“Talks go on” was added.')).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
  });
});
