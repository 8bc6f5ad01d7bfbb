/** Printing and export in sight, and that what is handed over keeps private words and whole texts back. */
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

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Print or export' });
const actions = (page: Page) => page.getByRole('group', { name: 'This briefing' });

async function exportInto(app: ElectronApplication, page: Page, target: string): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await exporting(page).getByRole('button', { name: 'Save PDF' }).click();
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
    `one page and other documents are in sight at ${width} × ${height}, with their keys`,
    { tag: '@rest' },
    async ({ page }) => {
      await whenOpen(page);
      await page.setViewportSize({ width, height });
      const page1 = actions(page).getByRole('button', { name: 'One page' });
      const others = actions(page).getByRole('button', { name: 'Other documents' });
      await expect(page1).toBeInViewport({ ratio: 1 });
      await expect(others).toBeInViewport({ ratio: 1 });
      await page1.click();
      await expect(exporting(page).getByRole('radio', { name: /^One page/ })).toBeChecked();
      await expect(exporting(page).getByRole('article').first()).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(page1).toBeFocused();
      await others.click();
      const mod = process.platform === 'darwin' ? '⌘' : 'Ctrl+';
      await expect(page.getByRole('menuitem', { name: 'Print or export…' })).toContainText(
        `${mod}E`
      );
      await page.getByRole('menuitem', { name: 'Full briefing…' }).click();
      await expect(exporting(page).getByRole('radio', { name: /^Full/ })).toBeChecked();
      await page.keyboard.press('Escape');
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

test('what is made is for somebody else, unless its author says otherwise and is told', async ({
  electronApp,
  page,
  home
}) => {
  await whenOpen(page);
  const dialog = exporting(page);
  const somebodyElse = dialog.getByRole('radio', { name: /^Somebody else/ });
  const onlyMe = dialog.getByRole('radio', { name: /^Only me/ });

  await page.keyboard.press('ControlOrMeta+e');
  await dialog.getByRole('radio', { name: /^One page/ }).check();
  await expect(somebodyElse).toBeChecked();
  await expect(dialog).toContainText('Left out: your notes');
  await expect(dialog).toContainText('Positions as of 16 Aug 2025, the latest: 18 hold.');
  expect(await exportInto(electronApp, page, join(home, 'brief.pdf'))).not.toContain(sourceText);

  // By keys, from what was used last.
  await page.keyboard.press('ControlOrMeta+e');
  await somebodyElse.focus();
  await page.keyboard.press('ArrowDown');
  await expect(onlyMe).toBeChecked();
  await expect(dialog).toContainText('Whoever gets the PDF can read them.');
  expect(await exportInto(electronApp, page, join(home, 'own.pdf'))).toContain(sourceText);

  // What was chosen is what the next one begins with, by whichever key it was opened.
  await page.keyboard.press('ControlOrMeta+p');
  await expect(onlyMe).toBeChecked();
  await expect(dialog).toContainText('as you chose last time');
  await dialog.getByRole('radio', { name: /^Full/ }).check();
  await expect(somebodyElse).toBeChecked();

  await dialog.getByText('More: Word, web page, paper').click();
  await dialog.getByRole('radio', { name: /^Standpoint file/ }).check();
  await expect(dialog).toContainText('neither texts nor original files');
});
