/** Dates are written in any usual form, asked about where they can be two, and shown as the person likes. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { showDetails, whenOpen } from './window.js';

const date = (page: Page) => page.getByRole('textbox', { name: 'Date of the briefing' });

async function settings(
  page: Page,
  choose: (dialog: ReturnType<Page['getByRole']>) => Promise<void>
) {
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await choose(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test(
  'what can be two days is asked, by keys, and not any more once the order is settled',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await showDetails(page);
    await date(page).fill('3/4/2009');
    await expect(page.getByText('Which day is “3/4/2009”?')).toBeVisible();
    await expect(date(page)).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '3 April 2009' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(date(page)).toHaveValue('4 Mar 2009');
    await expect(date(page)).toBeFocused();
    await expect(page.getByText('Which day is')).toHaveCount(0);

    await settings(page, async (dialog) => {
      const order = dialog.getByRole('group', { name: 'When you write 3/4/2025' });
      await order.getByRole('radio', { name: '3 April' }).check();
      const shown = dialog.getByRole('group', { name: 'Shown in the window as' });
      await shown.getByRole('radio', { name: '2025-08-15' }).check();
    });
    await expect(date(page)).toHaveValue('2009-03-04');
    await date(page).fill('3/4/2009');
    await page.keyboard.press('Enter');
    await expect(date(page)).toHaveValue('2009-04-03');
  }
);

test(
  'words and other languages are read, and the calendar picks a day',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await showDetails(page);
    for (const [written, shown] of [
      ['18 mai 2015', '18 May 2015'],
      ['3. März 2015', '3 Mar 2015'],
      ['May 18, 2015', '18 May 2015'],
      ['5/2015', 'May 2015']
    ] as const) {
      await date(page).click();
      await date(page).fill(written);
      await expect(date(page)).toHaveAttribute('aria-invalid', 'false');
      await date(page).press('Enter');
      await expect(date(page)).toHaveValue(shown);
    }
    const field = page.locator('.facts').filter({ has: date(page) });
    await field.getByRole('button', { name: 'Open the calendar' }).click();
    await field.locator('input[type=date]').fill('2024-02-29');
    await expect(date(page)).toHaveValue('29 Feb 2024');
  }
);

test(
  'what is typed stays as it is while something is saved or another window has the keys',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+e');
    await page.getByRole('button', { name: 'Another day…' }).click();
    const field = page.getByRole('dialog').getByLabel('Positions as of');
    await field.click();
    await page.keyboard.type('2026-10');
    // As the window does with the field that has the focus.
    await field.evaluate((input) => input.dispatchEvent(new Event('change', { bubbles: true })));
    await field.evaluate((input) => input.dispatchEvent(new FocusEvent('blur')));
    await page.keyboard.type('-16');
    await expect(field).toHaveValue('2026-10-16');
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue('16 Oct 2026');
  }
);

test(
  'Enter right after a day was typed is heard once what reads it is there',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+Shift+d');
    const compare = page.getByRole('dialog', { name: 'Compare' });
    // All in one task of the page: what it has only asked for cannot have come by then.
    await compare.getByRole('textbox', { name: 'From' }).evaluate((field: HTMLInputElement) => {
      field.focus();
      field.value = '14 Aug 25';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      if (field.dispatchEvent(enter)) field.form?.requestSubmit();
    });
    await expect(compare.getByRole('button', { name: /^Positions 18$/ })).toBeVisible();
  }
);
