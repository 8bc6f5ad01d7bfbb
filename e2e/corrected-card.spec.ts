/** That a drafted card whose words a newer version of its source corrected is told, on the screen and in print. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root, test } from './fixtures.js';
import { flat, read } from './export-pdf.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

test.use({ newArticle: null });

const said = 'additional sanctions on Russia would be considered';
const text = readFileSync(join(root, 'resources/samples/alaska-summit.txt'), 'utf8').replace(
  'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal',
  'A Deal Before a Ceasefire'
);
const corrected = text.replace(said, 'no sanctions on Russia would be considered');

test(
  'a card that tells older words is an open point until it tells other ones',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const target = join(home, 'corrected.pdf');
    await electronApp.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await whenOpen(page);
    await dropFiles(page, [{ name: 'talks.txt', text }]);
    await expect(openTitle(page)).toHaveValue('A Deal Before a Ceasefire');
    expect(corrected).not.toBe(text);
    await dropFiles(page, [{ name: 'talks-corrected.txt', text: corrected }], 'source');
    await expect(page.getByRole('tab', { name: /^New/ })).toHaveAttribute('aria-selected', 'true');

    await page.keyboard.press('ControlOrMeta+4');
    const point = page.getByRole('list', { name: 'Open points' }).getByRole('article');
    await expect(point).toHaveCount(1);
    await expect(point).toContainText('Who says what');
    await expect(point).toContainText('no sanctions on Russia');

    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByRole('radio', { name: /^Full/ }).check();
    await dialog.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByText('Exported corrected.pdf.')).toBeVisible();
    const told = flat(read('pdftotext', '-raw', target, '-'));
    expect(told).toMatch(/changed in a newer version Who says what/iu);
    expect(told).toContain('no sanctions on Russia');

    await point.getByRole('button', { name: 'Go to the words' }).click();
    const card = page.getByRole('listitem', { name: /: Who says what, / });
    await expect(card).toBeInViewport();
    await card.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('My own words.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+4');
    await expect(
      page.getByText(/^No contradiction was found among what you recorded/)
    ).toBeVisible();
  }
);
