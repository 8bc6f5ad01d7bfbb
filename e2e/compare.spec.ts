/** What changed, in the window: with an earlier state, by the ledger, and the way from a change to its place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bundle } from '../src-main/domain/briefing/bundle.js';
import { exportTo, openBriefing } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const ceasefire = 'Should a ceasefire come before a peace agreement?';

test(
  'by the ledger, filtered, walked through by key, and led to the cell',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+D');
    const compare = page.getByRole('dialog', { name: 'Compare' });
    await compare.getByRole('textbox', { name: 'From' }).fill('2025-08-14');
    await page.keyboard.press('Enter');
    await expect(compare.getByRole('status')).toContainText(
      'Positions and events are compared by their own days'
    );
    await compare.getByRole('button', { name: /^Positions 18$/ }).click();
    const changes = compare.getByRole('list', { name: 'Changes' }).getByRole('button');
    await expect(changes).toHaveCount(18);
    await expect(changes.first()).toHaveText(`Reversed United States, on “${ceasefire}”`);

    await compare.getByRole('button', { name: 'Next change' }).click();
    await expect(changes.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(changes.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(compare).toHaveCount(0);
    const history = page.getByRole('region', { name: `United States on ${ceasefire}` });
    await expect(history).toContainText('Opposes');

    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+D');
    await expect(changes).toHaveCount(18);
  }
);

test('with a version, word by word, and led to the card', { tag: '@rest' }, async ({ page }) => {
  await whenOpen(page);
  const title = await openTitle(page).inputValue();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Versions');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const versions = page.getByRole('dialog', { name: 'Versions of this briefing' });
  await versions.getByRole('textbox').fill('First issue');
  await page.keyboard.press('Enter');
  await expect(versions.getByRole('option', { name: 'First issue' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openTitle(page).fill(`${title}, and after`);

  await page.keyboard.press('ControlOrMeta+Shift+D');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  const choice = compare.getByRole('combobox', { name: 'Version' });
  await choice.selectOption(
    await choice.getByRole('option', { name: /First issue/ }).getAttribute('value')
  );
  await compare.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(compare.getByRole('status')).toContainText('First issue');
  await expect(compare.locator('ins')).toHaveText(/and after$/);
  await expect(compare.getByRole('button', { name: /^Title and bottom line 1$/ })).toBeVisible();
  await compare.getByRole('button', { name: /Changed Title/ }).click();
  await expect(compare).toHaveCount(0);
  await expect(openTitle(page)).toHaveValue(`${title}, and after`);
});

test(
  'a copy that comes back is merged, shows what both sides changed, and what it brought',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const sample = Bundle.parse(
      JSON.parse(readFileSync(join(root, 'resources/samples/alaska-summit.json'), 'utf8'))
    );
    // From here on both sides have begun with the same state.
    await exportTo(electronApp, page, sample.briefing.id, join(home, 'sent.pdf'));
    const { briefing } = await openBriefing(page, sample.briefing.id);
    await openTitle(page).fill('Our title');
    const theirs = { ...briefing, title: 'Their title', bottomLine: 'Their bottom line.' };
    const text = JSON.stringify({ ...sample, briefing: theirs });
    await dropFiles(page, [{ name: 'copy.json', text }]);

    const message = page.getByText(/^Merged copy\.json\./);
    await expect(message).toContainText('What both sides changed (1)');
    await page.getByRole('button', { name: 'What changed' }).click();
    const compare = page.getByRole('dialog', { name: 'Compare' });
    await expect(compare.getByRole('status')).toContainText('Before an import was merged');
    await expect(compare.locator('ins').first()).toContainText('Their');
    await compare.getByRole('button', { name: /Added.*Differences to settle: title/ }).click();
    await expect(compare).toHaveCount(0);
    await expect(page.getByText('Their title')).toBeInViewport();
    await expect(openTitle(page)).toHaveValue('Our title');
  }
);
