/** After a bad start the person is told what was found, what was kept and where it lies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyBriefing } from '../src-main/domain/briefing.js';
import { openLibrary } from '../src-main/store/library.js';
import { briefingPath } from '../src-main/store/paths.js';
import { expect, test } from './fixtures.js';
import { openTitle } from './window.js';

test('a damaged briefing opens from its second copy, and the report says so', async ({
  home,
  launch
}) => {
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
  await expect(report).toContainText('The last save before Standpoint ended was not finished.');
  await expect(report).toContainText('quarantine/');
  await page.keyboard.press('Escape');
  await expect(report).toBeHidden();
  await expect(openTitle(page)).toHaveValue('Damaged on the disk');

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('library report');
  await page.keyboard.press('Enter');
  await expect(report).toContainText('its backup was put in its place');
});
