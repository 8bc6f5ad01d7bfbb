/** After a bad start the person is told what was found, what was kept and where it lies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { openLibrary } from '../src-main/store/open-library.js';
import { briefingPath } from '../src-main/store/paths.js';
import { expect, test } from './fixtures.js';
import { openTitle, whenOpen } from './window.js';

test(
  'a damaged briefing opens from its second copy, and the report says so',
  { tag: '@rest' },
  async ({ home, launch }) => {
    const folder = join(home, 'library');
    const library = await openLibrary(folder);
    const briefing = emptyBriefing('Damaged on the disk');
    await library.create(briefing, {});
    await library.close();
    const path = briefingPath(folder, 'b', briefing.id);
    writeFileSync(path, readFileSync(path, 'utf8').replace('Damaged', 'Changed'));
    const [segment = ''] = readdirSync(folder).filter((name) => name.startsWith('wal-'));
    writeFileSync(join(folder, segment), 'not a log\n', { flag: 'a' });

    const page = await (await launch()).firstWindow();
    const report = page.getByRole('dialog', { name: 'Library report' });
    await expect(report).toContainText('The last save before Standpoint ended was not finished');
    await expect(report).toContainText('quarantine/');
    await page.keyboard.press('Escape');
    await expect(report).toBeHidden();
    await expect(openTitle(page)).toHaveValue('Damaged on the disk');

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('library report');
    await page.keyboard.press('Enter');
    await expect(report).toContainText('its backup was put in its place');
  }
);

test(
  'without damage the report says so, and what the library holds; every file is checked on demand',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const report = page.getByRole('dialog', { name: 'Library report' });
    const open = async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('library report');
      await page.keyboard.press('Enter');
    };
    const fact = (term: string) =>
      report.locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]');
    await open();
    await expect(fact('Briefings')).toHaveText('2');
    await expect(fact('In them')).toHaveText('21 cards, 37 annotations, 20 positions');
    // Both were made of one article, which is kept once.
    await expect(fact('Source texts')).toHaveText('4');
    await expect(fact('Size')).toHaveText(/^[\d.,]+ (kB|MB)$/);
    await expect(fact('Last backup')).toHaveText('none made from this window yet');
    await expect(report.getByRole('status')).toHaveText(
      /Checked when it was opened.*Nothing is wrong\./
    );
    await report.getByRole('button', { name: 'Check every file' }).press('Enter');
    await expect(report.getByRole('status')).toHaveText(/Every file was read.*Nothing is wrong\./);
    await page.keyboard.press('Escape');

    await electronApp.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      },
      join(home, 'backup.zip')
    );
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('back up library');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Backed up 2 briefings into backup.zip.')).toBeVisible();
    await open();
    await expect(fact('Last backup')).toHaveText('just now');

    // What a check finds is told, by mouse as well.
    const [text = ''] = readdirSync(join(home, 'library', 'texts'));
    writeFileSync(join(home, 'library', 'texts', text), 'spoilt');
    await report.getByRole('button', { name: 'Check every file' }).click();
    await expect(report.getByRole('listitem')).toHaveCount(1);
    await expect(report).not.toContainText('Nothing is wrong.');
  }
);
