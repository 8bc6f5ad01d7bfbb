/** The page that would be printed, beside the text: it follows what is written, and leads back to the words. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

function pane(page: Page): Locator {
  return page.getByRole('region', { name: 'Printed page' });
}

/** The words on the first of its pages. */
function printed(page: Page): Locator {
  return pane(page).getByRole('article', { name: /^Page 1 of / });
}

const cards = (page: Page) => page.getByRole('main').locator('[data-card]');

/** Writes into the key point of a card, which stands on the brief. */
async function writePoint(page: Page, card: Locator, words: string): Promise<void> {
  await card.focus();
  await page.keyboard.press('Alt+Shift+K');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test(
  'the page follows what is written, and leads back to it',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+7');
    await expect(printed(page)).toContainText('Who stands where');
    await expect(pane(page).getByRole('combobox', { name: 'Document' })).toHaveValue('brief');

    await test.step('words that are not saved yet stand on the page', async () => {
      await writePoint(page, cards(page).nth(1), 'A zebra was seen at the table.');
      await expect(printed(page)).toContainText('A zebra was seen');
    });

    await test.step('a click on its words leads to the card that they are of', async () => {
      await printed(page).getByText('Ceding land needs a referendum').first().click();
      await expect(
        page.getByRole('listitem', { name: /Land cannot be signed away/ })
      ).toBeFocused();
    });

    await test.step('by keys it is reached and left', async () => {
      const pages = pane(page).getByRole('region', { name: 'Pages' });
      // By way of the margin, where the card has notes.
      for (let press = 0; press < 3; press += 1) {
        if (!(await pages.evaluate((each) => each === document.activeElement)))
          await page.keyboard.press('F6');
      }
      await expect(pages).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(pages).not.toBeFocused();
      await page.keyboard.press('ControlOrMeta+7');
      await expect(pane(page)).toHaveCount(0);
    });

    await test.step('where there is no room beside the text, it lies over it', async () => {
      await page.setViewportSize({ width: 820, height: 650 });
      // What room is left is measured with the next frame.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      );
      await page.getByRole('button', { name: 'Page', exact: true }).click();
      await expect(pane(page).getByRole('combobox', { name: 'Document' })).toBeFocused();
      await printed(page).getByText('Ceding land needs a referendum').first().click();
      await expect(pane(page)).toHaveCount(0);
      await expect(
        page.getByRole('listitem', { name: /Land cannot be signed away/ })
      ).toBeFocused();

      await page.keyboard.press('ControlOrMeta+7');
      await pane(page).getByRole('button', { name: 'Text' }).click();
      await expect(pane(page)).toHaveCount(0);
    });
  }
);

test(
  'a brief that is too long keeps its last page, and says what runs over',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+7');
    await expect(printed(page)).toContainText('Who stands where');
    const line = page.getByRole('main').locator('[data-bottom-line]');
    await line.getByRole('button', { name: /Edit/ }).click();
    await line.getByRole('textbox').fill('A zebra was seen at the table. '.repeat(300));
    await expect(pane(page).getByRole('status')).toContainText('does not fit on one page of ');
    await expect(printed(page)).toContainText('no longer asks for a ceasefire first');
    await line.getByRole('textbox').fill('A zebra was seen.');
    await expect(printed(page)).toContainText('A zebra was seen.');
    await expect(pane(page).getByRole('status')).toBeEmpty();

    await pane(page).getByRole('combobox', { name: 'Document' }).selectOption('full');
    await expect(pane(page).getByRole('article', { name: /^Page 1 of \d+$/ })).toBeVisible();
    // The last one is a note, which the pages of somebody else leave out.
    await page.getByRole('listitem', { name: /What we do not know/ }).click();
    await expect(pane(page).locator('[data-here]')).toBeInViewport();
  }
);
