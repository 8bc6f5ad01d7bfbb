/** A fault of the program costs the view it happened in and nothing else, and can be reported. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

// The log lies in its home.
test.use({ ownStart: true });

/** From now on, until `mend`, the view fails when it paints what it suggests. */
async function breakSuggestions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const registry = CSS.highlights;
    const set = registry.set.bind(registry);
    registry.set = (name: string, highlight: Highlight) => {
      if (name.includes('suggest')) throw new RangeError('sabotaged');
      return set(name, highlight);
    };
    Object.assign(window, { mend: () => (registry.set = set) });
  });
}

async function mend(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
}

test(
  'a view that fails says so, leaves the others alone, is logged, and can be tried again',
  { tag: '@rest' },
  async ({ page, home }) => {
    await whenOpen(page);
    await breakSuggestions(page);
    await page.keyboard.press('ControlOrMeta+4');
    const failed = page.getByRole('alert').filter({ hasText: 'What is new could not be shown' });
    await expect(failed).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await expect(rows(page).first()).toBeVisible();
    for (const [key, words] of [
      ['1', 'Read'],
      ['3', 'Positions']
    ] as const) {
      await page.keyboard.press(`ControlOrMeta+${key}`);
      await expect(page.getByRole('tab', { name: words })).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel', { name: words })).not.toBeEmpty();
      await expect(failed).toHaveCount(0);
    }
    await page.keyboard.press('ControlOrMeta+2');
    await openTitle(page).fill('Still written');

    await page.keyboard.press('ControlOrMeta+4');
    await page.evaluate(() =>
      document.addEventListener('copy', (event) => {
        Object.assign(window, { copied: event.clipboardData?.getData('text/plain') });
      })
    );
    await failed.getByRole('button', { name: 'Copy report' }).click();
    await expect(failed.getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied).toMatch(/^Standpoint \d.*\n.*\nWhat is new: RangeError: sabotaged\n/);

    await mend(page);
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
    await expect(failed).toHaveCount(0);

    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Log');
    await page.keyboard.press('Enter');
    const log = page.getByRole('dialog', { name: 'Log' });
    await expect(log.getByRole('group', { name: 'Log' })).toContainText('What is new: sabotaged');
    expect(readFileSync(join(home, 'standpoint.log'), 'utf8')).toContain('sabotaged');
    await page.keyboard.press('Escape');
    await expect(log).toHaveCount(0);
  }
);

test(
  'a part of the program that an upgrade took away asks to start it again',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    // As the program's own `import()` of a chunk that has another name by now.
    await page.evaluate(() => void import(new URL('assets/gone.js', location.href).href));
    await expect(page.getByText('Close the window and start Standpoint again.')).toBeVisible();
    await expect(page.getByText('fault of its own')).toHaveCount(0);
  }
);

test(
  'a fault outside of any view is told in a message, and the window works on',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.evaluate(() =>
      setTimeout(() => {
        throw new Error('out of the blue');
      })
    );
    await expect(page.getByText('An error occurred in Standpoint.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Log');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Log' })).toContainText('out of the blue');
  }
);
