/** The place of positions: the matrix first, cells of bounded width, menus at names, the drawer, and no scrolled part in another. */
import type { Page } from '@playwright/test';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newActor, newIssue } from '../src-main/domain/briefing/entries.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const grid = (page: Page) => page.getByRole('grid');
const drawer = (page: Page) => page.getByRole('region', { name: 'Actors and issues' });
const nameOf = (page: Page, name: string) =>
  grid(page).getByRole('rowheader', { name }).getByRole('button');

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+3');
  await expect(grid(page)).toBeVisible();
});

/** Boxes that scroll up and down inside of another that does. */
function nestedScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight + 1;
    return [...document.querySelectorAll('#view-positions, #view-positions *')]
      .filter((each) => scrolls(each) && [...each.querySelectorAll('*')].some(scrolls))
      .map((each) => each.className || each.id);
  });
}

test('no cell cuts its day, its change or its origins, in whatever window', async ({ page }) => {
  for (const width of [1440, 1280, 900]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(grid(page)).toContainText('reported 16 Aug 2025 · 2 sources');
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('[role=gridcell] button, [role=gridcell] button > span')]
        .filter((each) => !each.matches('.condition'))
        .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          Boolean(
            scrollWidth > clientWidth + 1 || (clientHeight && scrollHeight > clientHeight + 1)
          )
        )
        .map((each) => each.textContent)
    );
    expect(cut).toEqual([]);
  }
});

test(
  'with one issue a cell is no wider than 160 px; contested and unsettled words are told apart',
  { tag: '@rest' },
  async ({ page }) => {
    const [mayor, clerk] = [newActor('The mayor', 'person'), newActor('The clerk', 'person')];
    const issue = newIssue('Should there be a toll?');
    const cell = { actor: mayor.id, issue: issue.id };
    const before = entry(1, { ...cell, stance: 'supports', said: '2025-08-12' });
    const after = entry(2, {
      ...cell,
      stance: 'opposes',
      said: '2025-08-16',
      supersedes: [before.id]
    });
    const briefing = {
      ...emptyBriefing('The crossing'),
      actors: [mayor, clerk],
      issues: [issue],
      positions: [
        before,
        after,
        entry(4, { ...cell, actor: clerk.id, status: 'denied', said: '2025-08-11' })
      ],
      statements: [
        {
          ...{ id: entry(3, {}).id, actor: clerk.id, text: 'We shall see.', said: null },
          ...{ attribution: [], evidence: [], recordedAt: '2025-08-17T00:00:00Z', by: null }
        }
      ]
    };
    const text = JSON.stringify({ schema: bundleSchema, briefing, texts: {} });
    await dropFiles(page, [{ name: 'crossing.json', text }]);
    await expect(openTitle(page)).toHaveValue('The crossing');
    await page.keyboard.press('ControlOrMeta+3');
    const opposes = grid(page).getByRole('gridcell').filter({ hasText: 'Opposes' });
    await expect(opposes).toContainText('was Supports');
    const { width } = (await opposes.boundingBox())!;
    expect(width).toBeGreaterThanOrEqual(120);
    expect(width).toBeLessThanOrEqual(160);

    // A denial holds nothing, and has no colour of what it denies.
    const denied = grid(page).getByRole('button', { name: /Denied: Supports/ });
    await expect(denied).toHaveCSS('background-color', 'rgb(247, 245, 239)');

    const said = grid(page).getByRole('button', { name: '1 statement, no stance' });
    await said.click();
    const panel = page.getByRole('region', { name: 'What The clerk said without a stance' });
    await expect(panel).toBeFocused();
    await expect(panel).toContainText('We shall see.');
    await page.keyboard.press('Escape');
    await expect(said).toBeFocused();

    await page.getByRole('combobox', { name: 'Changed since' }).selectOption('2025-08-12');
    await expect(page.getByRole('status').filter({ hasText: 'actor' })).toHaveText(
      '1 actor × 1 issue'
    );
    await expect(said).toHaveCount(0);
  }
);

test(
  'a name is reached by arrows, and its menu by keys: about it, renamed, merged, recorded',
  { tag: '@rest' },
  async ({ page }) => {
    const { keyboard } = page;
    await grid(page).getByRole('gridcell').first().getByRole('button').focus();
    await keyboard.press('ArrowLeft');
    await expect(nameOf(page, 'United States')).toBeFocused();
    await keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'United States' });
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await keyboard.press('Escape');
    await expect(nameOf(page, 'United States')).toBeFocused();

    await keyboard.press('Shift+F10');
    await keyboard.type('Re');
    await keyboard.press('Escape');
    await keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: /^Rename/ }).press('Enter');
    const field = drawer(page).getByRole('textbox', { name: 'Name of United States' });
    await expect(field).toBeFocused();
    await field.fill('Washington, D.C.');
    await keyboard.press('Enter');
    await expect(drawer(page).getByRole('button', { name: /^Washington, D\.C\./ })).toBeFocused();
    await expect(nameOf(page, 'Washington, D.C.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(drawer(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Actors and issues' })).toBeFocused();

    // Where the step is seen that is taken back.
    await keyboard.press('ControlOrMeta+z');
    await expect(drawer(page).getByRole('button', { name: /^United States/ })).toBeFocused();
    await keyboard.press('Alt+Shift+N');
    await keyboard.press('Escape');

    await nameOf(page, 'Donald Trump').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Merge with another…' }).click();
    const profile = page.getByRole('dialog', { name: 'Donald Trump' });
    await expect(profile.getByRole('combobox', { name: 'The same as' })).toBeFocused();
    await keyboard.press('Escape');

    const issue = grid(page).getByRole('columnheader', { name: 'Should Ukraine join NATO?' });
    await issue.getByRole('button').focus();
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowRight');
    await expect(issue.getByRole('button')).toBeFocused();
    await keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Sort actors by stance on it' }).press('Enter');
    await expect(grid(page).getByRole('rowheader').first()).toHaveText('Ukraine');
    await issue.getByRole('button').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Record a position…' }).click();
    const form = page.getByRole('dialog', { name: 'Record a position' });
    await expect(form.getByRole('radio', { name: 'Should Ukraine join NATO?' })).toBeChecked();
  }
);

test(
  'at every size no scrolled part lies in another, and the open cell covers nothing that is used',
  { tag: '@rest' },
  async ({ page }) => {
    const cell = grid(page).getByRole('gridcell').filter({ hasText: 'Opposes' }).first();
    const close = page.getByRole('button', { name: 'Close history' });
    for (const [width, height] of [
      [1440, 900],
      [900, 650],
      [720, 450]
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await nestedScrollers(page)).toEqual([]);
      await cell.click();
      await expect(close).toBeInViewport();
      expect(await nestedScrollers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(close).toHaveCount(0);
      await page.keyboard.press('Alt+Shift+N');
      await expect(drawer(page)).toBeInViewport();
      expect(await nestedScrollers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(drawer(page)).toHaveCount(0);
    }
  }
);

test(
  'at every width, with a filter typed, nothing in the toolbar covers another or is cut',
  { tag: '@rest' },
  async ({ page }) => {
    const stances = page.getByRole('combobox', { name: 'Only a stance' });
    await page.getByRole('searchbox', { name: 'Filter actors and issues' }).fill('ukraine');
    for (const width of [1440, 1100, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
      expect((await stances.boundingBox())!.width).toBeGreaterThan(90);
      const overlaps = await page.evaluate(() => {
        const parts = ['.as-of', '.filters', '.acts'].map((part) => `#view-positions ${part} > *`);
        const boxes = [...document.querySelectorAll(parts.join())]
          .map((each) => ({ each, box: each.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1);
        return boxes.flatMap(({ each, box }, i) =>
          boxes.slice(i + 1).flatMap(({ each: other, box: next }) => {
            const apart =
              Math.min(box.right, next.right) - Math.max(box.left, next.left) < 0.5 ||
              Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) < 0.5;
            return apart ? [] : [`${each.outerHTML} over ${other.outerHTML}`];
          })
        );
      });
      expect(overlaps, `${width} px`).toEqual([]);
    }
  }
);

test(
  'from right to left the names stand at the right, and arrows go as the line is read',
  { tag: '@rest' },
  async ({ page }) => {
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const first = grid(page).getByRole('gridcell').first().getByRole('button');
    const name = nameOf(page, 'United States');
    const [cell, head] = [(await first.boundingBox())!, (await name.boundingBox())!];
    expect(head.x).toBeGreaterThanOrEqual(cell.x + cell.width - 1);
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect(name).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(first).toBeFocused();
  }
);
