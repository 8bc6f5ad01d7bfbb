/** A library that another Standpoint has open: shown for reading, nothing lost on either side. */
import { join } from 'node:path';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { openLibrary } from '../src-main/store/open-library.js';
import { expect, test } from './fixtures.js';
import { openTitle } from './window.js';

test(
  'the second Standpoint says so, shows the library, and says that it cannot save',
  { tag: '@rest' },
  async ({ home, launch }) => {
    const first = await openLibrary(join(home, 'library'));
    const briefing = emptyBriefing('Open elsewhere');
    await first.create(briefing, {});
    try {
      const page = await (await launch()).firstWindow();
      await expect(openTitle(page)).toHaveValue('Open elsewhere');
      await expect(page.getByText(/is open in another Standpoint.*for reading only/)).toBeVisible();
      await expect(page.getByText('For reading only', { exact: true })).toBeVisible();

      await openTitle(page).fill('Written by the second');
      await page.keyboard.press('Tab');
      const state = page.getByRole('status', { name: 'Save state' });
      await expect(state).toHaveText(/Not saved: .*for reading only/);
      expect((await first.open(briefing.id)).briefing.title).toBe('Open elsewhere');
    } finally {
      await first.close();
    }
  }
);
