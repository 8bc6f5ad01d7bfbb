/** Figures and events by keyboard alone: recorded from words, sorted, edited, taken away, and led back to their words. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { dropFiles, whenOpen, registers } from './window.js';

const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });

/** Selects words of the source that is shown, as a reader does. */
async function select(page: Page, words: string): Promise<void> {
  await panel(page, 'Read').evaluate((root, wanted) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`The source does not show “${wanted}”`);
  }, words);
}

test.beforeEach(({ page }) => whenOpen(page));

test(
  'a number in the source becomes a figure with its words, and is listed, sorted, edited and undone',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+1');
    const source = panel(page, 'Read');
    await expect(source).toContainText('ranks second among');
    await select(page, '24 oblasts');
    await expect(page.getByRole('toolbar', { name: 'Annotate the selected words' })).toBeVisible();
    await page.keyboard.press('f');
    const form = page.getByRole('dialog', { name: 'Record a figure' });
    await expect(form.getByLabel('As written')).toHaveValue('24 oblasts');
    await expect(form.getByLabel('Value')).toHaveValue('24');
    await expect(form.getByLabel('Unit')).toHaveValue('oblasts');
    await expect(form.getByLabel('Measures')).toHaveValue('in industrial output');
    await expect(form.getByRole('checkbox', { name: /^24 oblasts/ })).toBeChecked();
    await form.getByLabel('Date of the figure').fill('lately');
    await page.keyboard.press('Enter');
    await expect(form.getByLabel('Date of the figure')).toBeFocused();
    await expect(form).toContainText('Write a day, a month or a year');
    await form.getByLabel('Date of the figure').fill('2025-08');
    await form.getByRole('combobox', { name: 'Given by' }).fill('Statistics office');
    await form.getByLabel('Unit').focus();
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('figures');
    await page.keyboard.press('Enter');
    const figures = page.getByRole('region', { name: 'Figures' });
    await expect(figures).toBeFocused();
    const rows = figures.getByRole('row');
    await expect(rows).toHaveCount(6);
    const recorded = rows.filter({ hasText: '24 oblasts' });
    await expect(recorded).toContainText('August 2025');
    await expect(recorded).toContainText('Statistics office');
    await figures.getByRole('button', { name: 'Figure', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(rows.nth(1)).toContainText('seven-tenths');
    await page.keyboard.press('Enter');
    await expect(rows.nth(1)).toContainText('1.6 million');

    await figures.getByRole('button', { name: 'Edit figure 24 oblasts' }).focus();
    await page.keyboard.press('Enter');
    const edit = page.getByRole('dialog', { name: 'Edit a figure' });
    await edit.getByLabel('Value').fill('24 million');
    await page.keyboard.press('Enter');
    await expect(recorded).toContainText('24,000,000 oblasts');
    await figures.getByRole('button', { name: 'Remove figure 24 oblasts' }).focus();
    await page.keyboard.press('Enter');
    await expect(recorded).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(recorded).toContainText('24,000,000 oblasts');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(recorded).not.toContainText('24,000,000 oblasts');
    await figures.getByRole('button', { name: 'Show quote 1 for 24 oblasts' }).focus();
    await page.keyboard.press('Enter');
    await expect(source).toBeVisible();
    const note = source.locator('[data-annotation][aria-current=true]');
    await expect(note).toContainText('24 oblasts');
    await expect(note).toContainText('Evidence for 1 figure');
  }
);

test(
  'an event is edited where it stands, an outcome is added from the palette, and its number asks for a figure',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+6');
    const timeline = registers(page);
    const edit = timeline.getByRole('button', {
      name: 'Edit event Trump and Putin meet in Alaska'
    });
    await edit.focus();
    await page.keyboard.press('Enter');
    const title = timeline.getByRole('textbox', { name: 'Event' });
    await expect(title).toBeFocused();
    await expect(title).toHaveValue('Trump and Putin meet in Alaska');
    await timeline.getByRole('textbox', { name: 'Until' }).fill('2025-08-16');
    await page.keyboard.press('Enter');
    await expect(edit).toBeFocused();
    await expect(
      timeline.getByRole('row').filter({ hasText: 'Trump and Putin meet' })
    ).toContainText('16 August 2025');

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('add outcome');
    await page.keyboard.press('Enter');
    const added = registers(page).getByRole('textbox', { name: 'Outcome 4' });
    await expect(added).toBeFocused();
    await page.keyboard.type('Some 97 envoys come.');
    await expect(added).toHaveValue('Some 97 envoys come.');
    const finding = registers(page)
      .getByRole('list', { name: 'Findings' })
      .getByRole('listitem')
      .filter({ hasText: 'A number that no source holds' });
    await finding.getByText('A number that no source holds').click();
    await finding.getByRole('button', { name: 'Record figure…' }).click();
    const form = page.getByRole('dialog', { name: 'Record a figure' });
    await expect(form.getByLabel('Value')).toHaveValue('97');
  }
);

test(
  'an actor’s profile tells where the source names it, and leads there',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    const name = page.getByRole('rowheader', { name: 'Donald Trump' });
    await name.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const profile = page.getByRole('dialog', { name: 'Donald Trump' });
    const named = profile.getByRole('region', { name: /^Named in the sources \d+ times$/ });
    await expect(named.getByRole('listitem').first()).toContainText('Trump');
    await named.getByRole('button').nth(2).focus();
    const words = (await named.locator('mark').nth(2).textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(profile).toHaveCount(0);
    await expect(panel(page, 'Read')).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString())
        )
      )
      .toContain(words);
  }
);

test(
  'a figure that was suggested is listed once it is accepted',
  { tag: '@rest' },
  async ({ page }) => {
    const text =
      'Schools stay open\n\nPrime Minister Ann Lee said on Friday that the government rejects any cut to 40 schools.\n';
    await dropFiles(page, [{ name: 'schools.txt', text }]);
    const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(suggestions).toBeVisible();
    await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('figure');
    await expect(suggestions).toBeFocused();
    await expect(suggestions.getByRole('option', { selected: true })).toContainText('40');
    await page.keyboard.press('a');
    await page.keyboard.press('ControlOrMeta+5');
    await registers(page).locator('summary', { hasText: 'Figures' }).click();
    const row = page.getByRole('region', { name: 'Figures' }).getByRole('row').nth(1);
    await expect(row).toContainText('40 schools');
    await row.getByRole('button', { name: /^Show quote 1/ }).focus();
    await page.keyboard.press('Enter');
    await expect(panel(page, 'Read')).toContainText('40 schools');
  }
);
