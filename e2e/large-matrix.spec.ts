/** A matrix of which only what is in sight is drawn: walked by keys, scrolled, and moved in time. */
import type { Page } from '@playwright/test';
import { newActor, newIssue } from '../src-main/domain/briefing/entries.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const size = { actors: 40, issues: 30 };
const hebrew = 'תל אביב';

/** Every cell is filled on one of ten days, and turns on one of nine later ones. */
function largeBundle(): string {
  const actors = Array.from({ length: size.actors }, (_, i) =>
    newActor(i === 2 ? hebrew : `Town ${i + 1}`, 'state')
  );
  const issues = Array.from({ length: size.issues }, (_, i) => newIssue(`Open harbour ${i + 1}?`));
  const day = (n: number) => `2025-03-${String(n).padStart(2, '0')}`;
  const positions = actors.flatMap((actor, row) =>
    issues.flatMap((issue, column) => {
      const at = { actor: actor.id, issue: issue.id };
      const first = { ...entry(1, at), id: newId(), said: day(1 + ((row + column) % 10)) };
      const then = { ...first, id: newId(), stance: 'opposes' as const, supersedes: [first.id] };
      return [first, { ...then, said: day(11 + ((row * column) % 9)) }];
    })
  );
  const briefing = emptyBriefing('Forty towns and thirty harbours', new Date(0));
  return JSON.stringify({
    schema: bundleSchema,
    briefing: { ...briefing, actors, issues, positions },
    texts: {}
  });
}

/** Where the keyboard is: row and column, and whether anything covers the cell. */
function focused(page: Page): Promise<{ place: string; uncovered: boolean }> {
  return page.evaluate(() => {
    const cell = document.activeElement;
    if (!(cell instanceof HTMLElement)) return { place: 'nowhere', uncovered: false };
    const { left, top, width, height } = cell.getBoundingClientRect();
    const corners = [0.1, 0.9].map((share) =>
      document.elementFromPoint(left + share * width, top + share * height)
    );
    const { row, column } = cell.dataset;
    return { place: `${row}, ${column}`, uncovered: corners.every((at) => cell.contains(at)) };
  });
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [{ name: 'large.json', text: largeBundle() }]);
  await expect(openTitle(page)).toHaveValue('Forty towns and thirty harbours');
  // What it says would lie over the lowest cells.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('gridcell').first()).toContainText('Opposes');
});

test(
  'a large matrix is walked by keys, and its place is kept while it is scrolled away',
  { tag: '@rest' },
  async ({ page }) => {
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '41');
    await expect(grid).toHaveAttribute('aria-colcount', '31');
    expect(await grid.getByRole('gridcell').count()).toBeLessThan(500);

    await grid.getByRole('gridcell').first().getByRole('button').focus();
    for (const [key, place] of [
      ['ControlOrMeta+End', '39, 29'],
      ['ArrowLeft', '39, 28'],
      ['ArrowUp', '38, 28'],
      ['Home', '38, 0'],
      ['End', '38, 29'],
      ['ControlOrMeta+Home', '0, 0'],
      ['End', '0, 29'],
      ['Home', '0, 0'],
      ['ArrowRight', '0, 1']
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toEqual({ place, uncovered: true });
      // Names stay in sight, in whichever direction they are written.
      if (place !== '0, 29') continue;
      for (const name of ['Town 1', hebrew])
        await expect(grid.getByRole('rowheader', { name, exact: true })).toBeInViewport();
    }
    await expect(grid.getByRole('row').filter({ has: page.locator(':focus') })).toHaveAttribute(
      'aria-rowindex',
      '2'
    );
    await expect(
      grid.getByRole('gridcell').filter({ has: page.locator(':focus') })
    ).toHaveAttribute('aria-colindex', '3');
    await page.keyboard.press('PageDown');
    const { place, uncovered } = await focused(page);
    expect(uncovered).toBe(true);
    expect(Number(place.split(',')[0])).toBeGreaterThan(1);
    await page.keyboard.press('PageUp');
    expect(await focused(page)).toEqual({ place: '0, 1', uncovered: true });

    await grid.hover();
    await page.mouse.wheel(0, 10_000);
    const last = grid.getByRole('row', { name: 'Town 40' });
    await expect(last).toBeInViewport();
    await expect(last.getByRole('gridcell').first()).toContainText('Opposes');
    await page.keyboard.press('ArrowDown');
    await expect(last).toHaveCount(0);
    expect(await focused(page)).toEqual({ place: '1, 1', uncovered: true });

    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Town 2 on Open harbour 2?' })).toBeFocused();
    await page.keyboard.press('Escape');
    expect((await focused(page)).place).toBe('1, 1');
  }
);

test(
  'a step of the slider touches only the cells that it changes, and moves none',
  { tag: '@rest' },
  async ({ page }) => {
    const slider = page.getByRole('slider', { name: 'Day of change' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', /19 March 2025/);
    const steps = await page.evaluateHandle(() => {
      const cells = () => [...document.querySelectorAll<HTMLElement>('[role=gridcell]')];
      const tell = (cell: HTMLElement) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        return { words: cell.innerText, box: [left, top, width, height].join(' ') };
      };
      const before = new Map(cells().map((cell) => [cell, tell(cell)]));
      const touched = new Set<Element | null | undefined>();
      new MutationObserver((records) => {
        for (const { target } of records)
          touched.add(
            (target instanceof Element ? target : target.parentElement)?.closest('[role]')
          );
      }).observe(document.querySelector('[role=grid]')!, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true
      });
      return () => {
        const changed = cells().filter((cell) => tell(cell).words !== before.get(cell)?.words);
        const moved = cells().filter((cell) => tell(cell).box !== before.get(cell)?.box);
        return {
          changed: changed.length,
          touched: touched.size,
          needless: [...touched].filter((each) => !changed.some((cell) => cell === each)).length,
          moved: moved.length
        };
      };
    });
    await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', /18 March 2025/);
    const told = await steps.evaluate((tell) => tell());
    expect(told).toMatchObject({ needless: 0, moved: 0 });
    expect(told.changed).toBeGreaterThan(0);
    expect(told.touched).toBe(told.changed);
  }
);
