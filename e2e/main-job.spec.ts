/** The main job as a person does it, from an article to a PDF read back, across a restart. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, root, test } from './fixtures.js';
import { wordIssue } from './window.js';

test.use({ newLibrary: true });

const article = join(root, 'resources/samples/alaska-summit.txt');
const claim = 'Zelenskyy turned the offer down';
const sentence =
  'Zelenskyy turned the offer down, the same people said. The meeting was the first direct encounter';

async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.getByRole('tab', { name: 'Brief' }).waitFor();
  return page;
}

/** Selects the first occurrence of `words` inside `container`, as a drag of the pointer would. */
async function select(page: Page, container: string, words: string): Promise<void> {
  await page.locator(container).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`Not found: ${wanted}`);
  }, words);
}

test(
  'an article becomes a briefing that is edited, annotated, given a position and printed',
  { tag: '@short' },
  async ({ launch, home }) => {
    const pdf = join(home, 'briefing.pdf');

    const first = await launch();
    const page = await firstPage(first);
    await first.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, article);

    await test.step('import', async () => {
      const briefings = page.getByRole('listbox', { name: 'Briefings' }).getByRole('option');
      await expect(briefings).toHaveCount(2);
      await page.keyboard.press('ControlOrMeta+o');
      // The sample briefing is of the same article.
      await page.getByRole('button', { name: 'Import again' }).click();
      await expect(briefings).toHaveCount(3);
      await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+2');
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(
        'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal'
      );
    });

    await test.step('edit a card', async () => {
      const card = page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first();
      await card.focus();
      await page.keyboard.press('F2');
      await page.keyboard.press('ControlOrMeta+Home');
      await page.keyboard.type('**Checked against the source.** ');
      await page.keyboard.press('Escape');
      await expect(card.locator('strong')).toHaveText('Checked against the source.');
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    });

    await test.step('highlight a sentence of the source with a note', async () => {
      await page.keyboard.press('ControlOrMeta+1');
      await select(page, '[data-text]:visible', claim);
      await page.getByRole('button', { name: 'Highlight as Claim' }).click();
      await select(page, '[data-text]:visible', sentence.slice(0, 53));
      await page.getByRole('button', { name: 'Note', exact: true }).click();
      await page.keyboard.type('Kyiv has not said so on the record.');
      await page.keyboard.press('Escape');
      await expect(page.getByText('Kyiv has not said so on the record.')).toBeVisible();
    });

    await test.step('record the position with that sentence as evidence', async () => {
      await page.keyboard.press('ControlOrMeta+Shift+P');
      const form = page.getByRole('dialog', { name: 'Record a position' });
      await form.getByLabel('Actor', { exact: true }).fill('Ukraine');
      await wordIssue(form, 'Territorial concessions');
      await form.locator('label', { hasText: 'Opposes' }).click();
      await form.getByLabel('Statement').fill('Ukraine opposes territorial concessions');
      await form.getByLabel('Said on').fill('2025-08-15');
      await form.getByRole('checkbox', { name: claim }).first().check();
      await form.getByRole('button', { name: 'Record position' }).click();
      await expect(form).toBeHidden();
    });

    await test.step('see it in the matrix, with its words', async () => {
      await page.keyboard.press('ControlOrMeta+3');
      await openCell(page);
    });

    await test.step('quit', async () => {
      const gone = first.waitForEvent('close');
      // The page may be gone before it can answer.
      await page.keyboard.press('ControlOrMeta+q').catch(() => undefined);
      await gone;
    });

    const second = await launch();
    const again = await firstPage(second);
    await test.step('start again and find all of it', async () => {
      // The view that was left is the one that is found again.
      await again.keyboard.press('ControlOrMeta+2');
      await expect(again.getByText('Checked against the source.')).toBeVisible();
      await again.keyboard.press('ControlOrMeta+1');
      await expect(again.getByText('Kyiv has not said so on the record.')).toBeVisible();
      await again.keyboard.press('ControlOrMeta+3');
      await openCell(again);
    });

    await test.step('export, and read it back from the PDF', async () => {
      await second.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      }, pdf);
      await again.keyboard.press('ControlOrMeta+e');
      await again.getByRole('radio', { name: /^Full/ }).check();
      await again.getByRole('radio', { name: /^Only me/ }).check();
      await again.keyboard.press('Enter');
      await expect(again.getByText('Exported briefing.pdf.')).toBeVisible();
      const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
      const flat = text.replace(/\s+/g, ' ');
      for (const words of [
        'Checked against the source.',
        'Kyiv has not said so on the record.',
        'Territorial concessions',
        'Ukraine opposes territorial concessions',
        'Opposes',
        claim
      ]) {
        expect(flat).toContain(words);
      }
    });
  }
);

/** Opens the one cell of the matrix; its history shows stance, day and quote, and leads to the words. */
async function openCell(page: Page): Promise<void> {
  const cell = page
    .getByRole('row', { name: /Ukraine/ })
    .getByRole('gridcell')
    .first();
  await expect(cell).toContainText('Opposes');
  await cell.getByRole('button').click();
  const history = page.getByRole('region', { name: 'Ukraine on Territorial concessions' });
  await expect(history).toContainText('said 15 Aug 2025');
  await history.getByRole('button', { name: claim }).first().click();
  await expect(page.getByRole('tab', { name: /^Read/ })).toHaveAttribute('aria-selected', 'true');
  const words = page.locator('#view-read').getByText(claim).first();
  await expect(words).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute(
    'aria-selected',
    'true'
  );
}
