/** The tour of five steps on the sample: by mouse and by keys, beside what it points at, and without a trace. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { library, openTitle, rows, whenOpen } from './window.js';

const box = (page: Page) => page.locator('[role=dialog][popover]');
const places: readonly [title: string, place: (page: Page) => Locator][] = [
  ['Bring an article in', (page) => library(page).getByRole('button', { name: 'Import article' })],
  ['Take who said what', (page) => page.getByRole('tab', { name: /^New/ })],
  [
    'See who stands where, and since when',
    (page) => page.getByRole('grid').locator('[role=gridcell] button:not([aria-label])').first()
  ],
  ['Settle what contradicts', (page) => page.getByRole('heading', { name: 'Open points' })],
  ['Hand it over', (page) => page.getByRole('button', { name: 'Export…' })]
];

async function take(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Tour of five');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('option').first()).toContainText('Tour of five steps');
  await page.keyboard.press('Enter');
}

/** The box points at it, and does not cover it. */
async function expectBeside(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  await expect
    .poll(async () => {
      const [ring, target, shown] = await Promise.all(
        [page.locator('.ring'), place, box(page)].map((each) => each.boundingBox())
      );
      if (!ring || !target || !shown) return 'nothing is pointed at';
      if (Math.abs(ring.x - target.x) > 1 || Math.abs(ring.y - target.y) > 1) return 'elsewhere';
      const isApart =
        shown.x >= target.x + target.width ||
        shown.x + shown.width <= target.x ||
        shown.y >= target.y + target.height ||
        shown.y + shown.height <= target.y;
      const size = page.viewportSize() ?? { width: Infinity, height: Infinity };
      const isWithin = shown.x + shown.width <= size.width && shown.y + shown.height <= size.height;
      return isApart && isWithin ? 'beside' : 'covered';
    })
    .toBe('beside');
}

test(
  'five steps by keys, each beside its place; Done leaves the sample as it was',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const before = await openTitle(page).inputValue();
    await take(page);
    for (const [index, [title, place]] of places.entries()) {
      await expect(box(page).getByRole('heading')).toHaveText(title);
      await expect(box(page)).toContainText(`Step ${index + 1} of 5`);
      await expectBeside(page, place(page));
      const last = index === places.length - 1;
      await expect(box(page).getByRole('button', { name: last ? 'Done' : 'Next' })).toBeFocused();
      if (!last) await page.keyboard.press(index % 2 === 0 ? 'Enter' : 'ArrowRight');
    }
    await page.keyboard.press('ArrowLeft');
    await expect(box(page).getByRole('heading')).toHaveText('Settle what contradicts');
    await expect(box(page).getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(box(page).getByRole('button', { name: 'Done' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveCount(0);
    await expect(openTitle(page)).toHaveValue(before);
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(openTitle(page)).toHaveValue(before);
  }
);

test(
  'it covers nothing that it points at in a small window, nor in a smaller',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    for (const [width, height] of [
      [900, 650],
      [720, 450]
    ] as const) {
      await page.setViewportSize({ width, height });
      await take(page);
      for (const [index, [title, place]] of places.entries()) {
        await expect(box(page).getByRole('heading')).toHaveText(title);
        await expectBeside(page, place(page));
        const last = index === places.length - 1;
        await box(page)
          .getByRole('button', { name: last ? 'Done' : 'Next' })
          .click();
      }
      await expect(box(page)).toHaveCount(0);
    }
  }
);

test(
  'Escape leaves it, and leads back to the briefing and the place before',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+N');
    await expect(openTitle(page)).toHaveValue('');
    await openTitle(page).fill('A briefing of mine');
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    await take(page);
    await expect(box(page).getByRole('heading')).toHaveText('Bring an article in');
    await expect(openTitle(page)).not.toHaveValue('A briefing of mine');
    await box(page).getByRole('button', { name: 'Next' }).click();
    await expect(box(page).getByRole('heading')).toHaveText('Take who said what');
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveCount(0);
    await expect(openTitle(page)).toHaveValue('A briefing of mine');
  }
);

test(
  'where the sample has gone it says how to get it back, and goes on once it is there',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const list = library(page).getByRole('listbox');
    await list.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Take the tour of five steps' }).click();
    await expect(box(page).getByRole('heading')).toHaveText('The tour needs the sample briefing');
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveCount(0);
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Take the tour of five steps' }).click();
    await box(page).getByRole('button', { name: 'Bring it back' }).click();
    await expect(box(page).getByRole('heading')).toHaveText('Bring an article in');
    await expect(rows(page)).toHaveCount(1);
  }
);

test('where less motion is wanted, its box does not move', { tag: '@rest' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await whenOpen(page);
  await take(page);
  await expect(box(page).getByRole('button', { name: 'Next' })).toBeFocused();
  const slow = await box(page).evaluate((each) => getComputedStyle(each).transitionDuration);
  expect(slow.split(', ').every((each) => parseFloat(each) === 0)).toBe(true);
});
