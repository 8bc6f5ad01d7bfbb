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
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.getByText('It is a good law').first().click();
    await expect(page.getByRole('region', { name: 'The current statement' })).toContainText(
      'the verb “said” with its speaker'
    );
    await expect(page.getByRole('tabpanel', { name: 'New' })).not.toContainText(/cue:|a organ/);
    await page.keyboard.press('ControlOrMeta+1');
    const source = page.getByRole('tabpanel', { name: 'Read' });
    await source.getByText('Facts', { exact: true }).click();
    for (const [name, words] of [
      ['Reliability of the source', 'F · reliability cannot be judged'],
      ['Credibility of what it says', '6 · truth cannot be judged']
    ] as const) {
      const grade = source.getByRole('combobox', { name });
      await expect(grade.locator('option:checked')).toHaveText(words);
    }

    await page.keyboard.press('ControlOrMeta+3');
    await expect(page.getByRole('tabpanel', { name: 'Positions' })).toContainText(
      'select words in a source and press E'
    );
    await page.keyboard.press('ControlOrMeta+1');
    await source.getByText('It is a good law').dblclick();
    await expect(page.getByRole('button', { name: 'Position', exact: true })).toBeVisible();
  }
);
