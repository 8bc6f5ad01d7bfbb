/** Export and preview in sight, and that what is handed over keeps private words and whole texts back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { Bundle } from '../src-main/domain/briefing/bundle.js';
import { expect, root, test } from './fixtures.js';
import { PdfObjects } from './pdf-objects.js';
import { whenOpen } from './window.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
);
/** The end of the source, as it stands in attached JSON. */
const sourceText = JSON.stringify(Object.values(sample.texts)[0]!).slice(-200, -1);

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export PDF' });
const actions = (page: Page) => page.getByRole('group', { name: 'This briefing' });

async function exportInto(app: ElectronApplication, page: Page, target: string): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await exporting(page).getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/^Exported .*\.pdf\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  return new PdfObjects(target).everything();
}

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 900, height: 650 },
  // As at 200 %.
  { width: 720, height: 450 }
]) {
  test(
    `export and preview are in sight at ${width} × ${height}, with their keys`,
    { tag: '@rest' },
    async ({ page }) => {
      await whenOpen(page);
      await page.setViewportSize({ width, height });
      const mod = process.platform === 'darwin' ? '⌘' : 'Ctrl+';
      for (const { name, title, dialog } of [
        { name: 'Export…', title: `Export PDF (${mod}E)`, dialog: 'Export PDF' },
        { name: 'Preview', title: `Print preview (${mod}P)`, dialog: 'Print preview' }
      ]) {
        const button = actions(page).getByRole('button', { name });
        await expect(button).toBeInViewport({ ratio: 1 });
        await expect(button).toHaveAttribute('title', title);
        await button.click();
        await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(button).toBeFocused();
      }
      // Nothing of the bar has gone to a second line.
      const bar = page.getByRole('region', { name: 'Open briefing' });
      for (const [one, other] of [
        [bar.getByRole('button').first(), actions(page)],
        [page.getByRole('tab').first(), page.getByRole('tab').last()]
      ] as const) {
        const [first, last] = [(await one.boundingBox())!, (await other.boundingBox())!];
        const middles = [first.y + first.height / 2, last.y + last.height / 2] as const;
        expect(Math.abs(middles[0] - middles[1])).toBeLessThan(6);
      }
    }
  );
}

test(
  'versions and comparing are in sight where there is room',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await actions(page).getByRole('button', { name: 'Versions' }).click();
    await expect(page.getByRole('dialog', { name: /^Versions/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await actions(page).getByRole('button', { name: 'Compare' }).press('Enter');
    await expect(page.getByRole('dialog', { name: /^Compare/ })).toBeVisible();
  }
);

test('a brief to hand over is for an audience, unless its author says otherwise and is told', async ({
  electronApp,
  page,
  home
}) => {
  await whenOpen(page);
  const dialog = exporting(page);
  const audience = dialog.getByRole('radio', { name: /^An audience/ });
  const myself = dialog.getByRole('radio', { name: /^Myself/ });

  await page.keyboard.press('ControlOrMeta+e');
  await expect(myself).toBeChecked();
  await expect(dialog.getByRole('note')).toContainText('attached to the PDF: the whole briefing');
  await dialog.getByRole('radio', { name: /^One-page brief/ }).check();
  await expect(audience).toBeChecked();
  await expect(dialog.getByRole('note')).toContainText('Left out: note cards, your notes');
  expect(await exportInto(electronApp, page, join(home, 'brief.pdf'))).not.toContain(sourceText);

  // By keys, from the template that was used last.
  await page.keyboard.press('ControlOrMeta+e');
  await expect(dialog.getByRole('radio', { name: /^One-page brief/ })).toBeChecked();
  await audience.focus();
  await page.keyboard.press('ArrowDown');
  await expect(myself).toBeChecked();
  await expect(dialog.getByRole('note')).toContainText('Who gets the PDF can read them.');
  expect(await exportInto(electronApp, page, join(home, 'own.pdf'))).toContain(sourceText);

  // What was chosen is what the next one begins with, in the preview, too.
  await page.keyboard.press('ControlOrMeta+p');
  const preview = page.getByRole('dialog', { name: 'Print preview' });
  await expect(preview.getByRole('radio', { name: /^Myself/ })).toBeChecked();
  await preview.getByRole('radio', { name: /^Positions report/ }).check();
  await expect(preview.getByRole('radio', { name: /^An audience/ })).toBeChecked();
  await page.keyboard.press('Escape');

  // Another format is the whole briefing for its author, whatever the last PDF was.
  await page.keyboard.press('ControlOrMeta+Shift+E');
  const word = page.getByRole('dialog', { name: 'Export Word document' });
  await expect(word.getByRole('radio', { name: /^Myself/ })).toBeChecked();
  await expect(word.getByRole('note')).toContainText('the full text of every source');
});
