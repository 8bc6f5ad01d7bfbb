/** Words of the window that were misread: grades, rules, and buttons that were called by two names. */
import { expect, test } from './fixtures.js';
import { dropFiles, whenOpen } from './window.js';

test(
  'a grade reads as a grade, a rule as words, and a button as it is called',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const text =
      'Harvest law\n\nThe Farmers Union of Wales welcomed the law. “It is a good law”, minister Ann Lee said on 3 May 2025.\n';
    await dropFiles(page, [{ name: 'law.txt', text }]);
    await page.getByRole('group', { name: 'Kinds of suggestion' }).getByText('All').click();
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toContainText(
      'the verb “said” with its speaker'
    );
    await expect(page.getByRole('tabpanel', { name: 'New' })).not.toContainText(/cue:|a organ/);
    await page.keyboard.press('ControlOrMeta+2');
    const source = page.getByRole('tabpanel', { name: 'Source' });
    await expect(source).toContainText(
      'Grade F6: reliability cannot be judged, truth cannot be judged'
    );

    await page.keyboard.press('ControlOrMeta+3');
    await expect(page.getByRole('tabpanel', { name: 'Positions' })).toContainText(
      'select words in a source and press E'
    );
    await page.keyboard.press('ControlOrMeta+2');
    await source.getByText('It is a good law').dblclick();
    await expect(page.getByRole('button', { name: 'Position', exact: true })).toBeVisible();
  }
);
