/** What was begun in a form and not recorded yet is not thrown away by a slip. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { addDialog, dropFiles, openTitle, rows, showDetails, whenOpen } from './window.js';

const question = 'This is not recorded yet: Escape again, or “Discard”, throws it away.';

function asked(form: Locator): Locator {
  return form.locator('[aria-live]').filter({ hasText: question });
}

/** As it is asked of the page when the window is to close. */
function unfinished(page: Page): Locator {
  return page.locator('[data-unfinished]');
}

test('Escape asks before it throws a half-written position away; typing on withdraws the question', async ({
  page
}) => {
  await whenOpen(page);
  const tab = page.getByRole('tab', { name: 'Brief', exact: true });
  await tab.focus();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  const form = page.getByRole('dialog', { name: 'Record a position' });
  const statement = form.getByRole('textbox', { name: 'Statement' });
  await statement.fill('They will not');
  await page.keyboard.press('Escape');
  await expect(asked(form)).toBeVisible();
  await expect(statement).toBeFocused();

  await page.keyboard.type(' sign');
  await expect(asked(form)).toHaveCount(0);
  await expect(form.getByRole('button', { name: 'Discard' })).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await expect(asked(form)).toBeVisible();
  await expect(statement).toHaveValue('They will not sig');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(tab).toBeFocused();

  // It opens as ever, and what is chosen counts as what is typed.
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(statement).toHaveValue('');
  await form.locator('label.opposes').click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toHaveCount(0);
  await expect(tab).toBeFocused();
});

test(
  'a form closes at once where nothing was written, and by Cancel',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+P');
    const form = page.getByRole('dialog', { name: 'Record a position' });
    await expect(form).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await form.getByRole('textbox', { name: 'Statement' }).fill('They will not');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect(form).toHaveCount(0);
    await expect(unfinished(page)).toHaveCount(0);
  }
);

test(
  'a pasted article stays after Escape, a press beside it and the ×, and goes when it is discarded',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+V');
    const dialog = addDialog(page);
    const field = dialog.getByRole('textbox');
    await field.fill('A title');
    const ways = [
      () => page.mouse.click(5, 5),
      () => page.mouse.dblclick(5, 5),
      () => dialog.getByRole('button', { name: 'Close' }).dblclick(),
      () => page.keyboard.press('Escape')
    ];
    for (const [times, close] of ways.entries()) {
      await close();
      await expect(asked(dialog)).toBeVisible();
      await field.fill(`A title, ${times}`);
      await expect(asked(dialog)).toHaveCount(0);
    }
    await page.keyboard.press('Escape');
    await expect(asked(dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
);

test(
  'a half-edited suggestion is kept by Escape, by another row and by another view',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [
      {
        name: 'schools.txt',
        text: `Schools stay open, minister says

GENEVA, 3 May 2025 - Prime Minister Ann Lee said on Friday that the government rejects any cut to 40 schools.

Opposition leader Bo Ray said that he opposes the plan. Ray supports a referendum, he added.
`
      }
    ]);
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list).toBeVisible();
    await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('position');
    const rows = list.getByRole('option');
    const form = page.getByRole('form', { name: 'Edit the suggestion' });
    const statement = form.getByRole('textbox', { name: 'Statement' });
    const claim = (await rows.first().locator('strong').textContent()) ?? '';
    await list.focus();
    await page.keyboard.press('e');
    await statement.fill('No school is to close');
    await page.keyboard.press('Escape');
    await expect(asked(form)).toBeVisible();
    await page.keyboard.type('.');
    await expect(asked(form)).toHaveCount(0);

    await rows.nth(1).click();
    await expect(form).toHaveCount(0);
    await expect(unfinished(page)).not.toHaveCount(0);
    await rows.first().click();
    await expect(statement).toHaveValue('No school is to close.');

    await page.keyboard.press('ControlOrMeta+2');
    await expect(form).toBeHidden();
    await expect(unfinished(page)).not.toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+4');
    await expect(list).toBeFocused();
    await expect(statement).toHaveValue('No school is to close.');

    await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('all');
    await rows.filter({ hasNotText: claim }).last().click();
    await page.getByRole('button', { name: '1 half edited' }).click();
    await expect(statement).toHaveValue('No school is to close.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(list).toBeFocused();
    await expect(unfinished(page)).toHaveCount(0);
    await page.keyboard.press('e');
    await expect(statement).not.toHaveValue(/No school is to close/);
  }
);

test(
  'an event that was begun is still there after the registers were folded away',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+6');
    await page.getByText('Add an event').click();
    const event = page.getByRole('textbox', { name: 'Event', exact: true });
    await event.fill('Talks in Geneva');
    await page.getByRole('button', { name: 'Registers', exact: true }).click();
    await expect(event).toBeHidden();
    await page.keyboard.press('ControlOrMeta+6');
    await expect(event).toHaveValue('Talks in Geneva');
  }
);

test(
  'a date is read as people write it; what is none stays, and is told when the briefing is left',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const title = await openTitle(page).inputValue();
    const date = page.getByLabel('Date of the briefing');
    await showDetails(page);
    await date.fill('25 June 2009');
    await date.press('Tab');
    await expect(date).toHaveValue('25 Jun 2009');

    await date.fill('3/4/2009');
    await date.press('Tab');
    await page.keyboard.press('ControlOrMeta+3');
    await page.keyboard.press('ControlOrMeta+2');
    await expect(date).toHaveValue('3/4/2009');
    await expect(page.getByText('Which day is “3/4/2009”?')).toBeVisible();
    await expect(unfinished(page)).toHaveCount(1);

    await page.keyboard.press('ControlOrMeta+n');
    await expect(openTitle(page)).toHaveValue('');
    await expect(
      page.getByText(
        '“Date of the briefing”: “3/4/2009” could not be read as a date and was not taken.'
      )
    ).toBeVisible();
    await rows(page).filter({ hasText: title }).click();
    await expect(openTitle(page)).toHaveValue(title);
    await expect(date).toHaveValue('25 Jun 2009');
  }
);

test(
  'a note about an actor is kept when its profile is closed by Escape',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+3');
    await page.getByRole('rowheader', { name: 'United States' }).getByRole('button').click();
    const profile = page.getByRole('dialog', { name: 'United States' });
    await profile.getByRole('textbox', { name: 'Note' }).fill('Two voices.');
    await page.keyboard.press('Escape');
    await expect(profile).toHaveCount(0);
    await page.getByRole('rowheader', { name: 'United States' }).getByRole('button').click();
    await expect(profile.getByRole('textbox', { name: 'Note' })).toHaveValue('Two voices.');
  }
);
