/** The guide in the window, and what is new: read, found, followed and printed without a network. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { whenOpen } from './window.js';

const guide = (page: Page) => page.getByRole('dialog', { name: 'Guide' });
const updates = (page: Page) => page.getByRole('dialog', { name: 'Check for updates' });
const news = (page: Page) => page.getByRole('dialog', { name: 'What’s new' });

test(
  'F1 opens the guide; words are found, counted by section and gone through by keys',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('F1');
    const field = guide(page).getByRole('searchbox', { name: 'Find in the guide' });
    await expect(field).toBeFocused();
    await page.keyboard.type('good once and for seven days');
    const status = guide(page).getByRole('navigation').getByRole('status');
    await expect(status).toHaveText('1 of 1');
    await expect(guide(page).getByText(/good once and for seven days/)).toBeInViewport();
    await expect(
      guide(page).getByRole('navigation').getByRole('button', { name: 'Share a library 1' })
    ).toHaveAttribute('aria-current', 'true');
    await field.fill('settings');
    await expect(status).toHaveText(/^1 of [2-9]/);
    await page.keyboard.press('Enter');
    await expect(status).toHaveText(/^2 of /);
    await page.keyboard.press('Shift+Enter');
    await expect(status).toHaveText(/^1 of /);
    await field.fill('zzzz');
    await expect(status).toHaveText('Nothing found');
    // Escape first takes back what was sought.
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(guide(page)).toHaveCount(0);
  }
);

test(
  'links lead to sections, none leads out, and keys are those that the person has',
  { tag: '@rest' },
  async ({ launch, home }) => {
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ keys: { 'view.palette': 'F9' } }));
    const again = await (await launch()).firstWindow();
    await again.waitForURL(/^(app|https?):/);
    await whenOpen(again);
    await again.keyboard.press('F1');
    const texts = guide(again).getByRole('group', { name: 'Guide', exact: true });
    await expect(texts.getByText('F9', { exact: true }).first()).toBeVisible();
    await texts.getByRole('link', { name: 'What an export writes' }).click();
    await expect(texts.getByRole('heading', { name: 'What an export writes' })).toBeInViewport();
    await expect(guide(again)).toBeVisible();
    await expect(again.getByRole('dialog')).toHaveCount(1);
  }
);

test(
  'the guide is printed whole: a PDF for the system’s viewer',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await whenOpen(page);
    await electronApp.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        Object.assign(globalThis, { opened: path });
        return Promise.resolve('');
      };
    });
    await page.keyboard.press('F1');
    await guide(page).getByRole('button', { name: 'Print…' }).click();
    await expect(guide(page).getByText('open as a PDF in the system’s viewer')).toBeVisible();
    const path = await electronApp.evaluate(() => Reflect.get(globalThis, 'opened') as string);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toContain('Standpoint: guide');
    expect(text).toContain('Kinds of files');
    expect(text).toContain('verifies every file');
    // Its links lead nowhere on paper.
    expect(text).not.toContain('guide.invalid');
    expect(text).not.toContain('After Alaska');
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Pages: +([5-9]|1\d)\n/);
  }
);

test(
  'guide and settings are reached from the welcome screen and at 200 %',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.setViewportSize({ width: 720, height: 450 });
    await page.keyboard.press('F1');
    const sizes = await guide(page).evaluate((dialog) => {
      const box = dialog.getBoundingClientRect();
      return {
        right: box.right,
        bottom: box.bottom,
        wide: dialog.scrollWidth - dialog.clientWidth
      };
    });
    expect(sizes.right).toBeLessThanOrEqual(720);
    expect(sizes.bottom).toBeLessThanOrEqual(450);
    expect(sizes.wide).toBe(0);
  }
);

test(
  'what is new and the check for updates say what there is',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('What’s new');
    await page.keyboard.press('Enter');
    await expect(news(page).getByRole('heading', { name: /^Version 0\.2\.0/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Check for updates');
    await page.keyboard.press('Enter');
    await expect(updates(page)).toContainText('It never looks for a newer version by itself.');
    await expect(updates(page)).toContainText('This copy names no page of releases.');
  }
);

test(
  'an update is told once, by a message that leads to what is new, and a first start is not',
  { tag: '@rest' },
  async ({ page, electronApp, launch, home }) => {
    await whenOpen(page);
    await expect(page.getByText(/^This is Standpoint/)).toHaveCount(0);
    await electronApp.close();
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ lastVersion: '0.0.9' }));
    const updated = await launch();
    const second = await updated.firstWindow();
    await second.waitForURL(/^(app|https?):/);
    await whenOpen(second);
    await expect(second.getByText(/^This is Standpoint .* now\.$/)).toBeVisible();
    await expect(second.getByRole('dialog')).toHaveCount(0);
    await second.getByRole('button', { name: 'What’s new' }).click();
    await expect(news(second)).toBeVisible();
    await updated.close();
    const third = await (await launch()).firstWindow();
    await third.waitForURL(/^(app|https?):/);
    await whenOpen(third);
    await third.keyboard.press('F1');
    await expect(guide(third)).toBeVisible();
    await expect(third.getByText(/^This is Standpoint/)).toHaveCount(0);
  }
);
