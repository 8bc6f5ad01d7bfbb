/**
 * What the twelve tasks of a day cost: clicks, keys and typed letters, by the shortest way that the window shows.
 * More than is written here is a step backwards. The system's own dialogs answer at once and are not counted.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { crossing } from './every-view/made-briefings.js';
import { drag } from './select-words.js';
import { articleNamed, dropFiles, openTitle, whenOpen } from './window.js';

interface Effort {
  /** Presses of the mouse, without the selection of words. */
  readonly clicks: number;
  /** Keys that type nothing; a chord is one. */
  readonly keys: number;
  /** Keys that type into a field. */
  readonly letters: number;
}

interface Task {
  readonly name: string;
  readonly most: Effort;
  /** What is not counted. */
  readonly before?: (page: Page) => Promise<void>;
  readonly run: (at: At) => Promise<void>;
}

interface At {
  readonly page: Page;
  readonly app: ElectronApplication;
  readonly home: string;
}

/** Counts from now on, in the window itself, so that nothing that the test does is missed. */
async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.evaluate(() => {
    const effort = { clicks: 0, keys: 0, letters: 0 };
    Object.assign(window, { effort });
    const capture = { capture: true };
    addEventListener(
      'pointerdown',
      ({ target }) => {
        // Words may take several attempts to select where a text is still being laid out.
        if (!(target instanceof Element && target.closest('[data-text]'))) effort.clicks += 1;
      },
      capture
    );
    addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, altKey, target, isTrusted }) => {
        // A field of a date hands Enter on by itself once it can read dates.
        if (!isTrusted) return;
        if (['Shift', 'Control', 'Alt', 'Meta'].includes(key)) return;
        const isField =
          target instanceof Element &&
          target.matches('input:not([type=radio], [type=checkbox]), textarea, .cm-content');
        const types = [...key].length === 1 && !ctrlKey && !metaKey && !altKey && isField;
        effort[types ? 'letters' : 'keys'] += 1;
      },
      capture
    );
  });
  return () => page.evaluate(() => (window as unknown as { effort: Effort }).effort);
}

async function answerWith(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

async function writeArticle({ app, home }: At, title: string): Promise<void> {
  const path = join(home, 'article.txt');
  writeFileSync(path, articleNamed(title).text);
  await answerWith(app, path);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Runs what the palette finds by these letters. */
async function command(page: Page, letters: string, title: RegExp): Promise<void> {
  await press(page, 'ControlOrMeta+k');
  await page.keyboard.type(letters);
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText(title);
  await press(page, 'Enter');
}

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const printing = (page: Page) => page.getByRole('dialog', { name: 'Print or export' });

const tasks: readonly Task[] = [
  {
    name: 'import an article',
    most: { clicks: 0, keys: 1, letters: 0 },
    run: async (at) => {
      await writeArticle(at, 'Ferry talks');
      await press(at.page, 'ControlOrMeta+o');
      await expect(openTitle(at.page)).toHaveValue('Ferry talks');
    }
  },
  {
    name: 'read and annotate',
    most: { clicks: 0, keys: 2, letters: 0 },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+1');
      await drag(page, 'no territorial concessions without a constitutional process');
      await press(page, '1');
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('active') ?? [])].map(String)))
        .toEqual([expect.stringContaining('no territorial concessions')]);
    }
  },
  {
    name: 'record a position on selected words',
    most: { clicks: 0, keys: 4, letters: 0 },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+1');
      await drag(page, 'no territorial concessions without a constitutional process');
      await press(page, 'e');
      const popover = page.getByRole('dialog', { name: 'Position on the selected words' });
      await expect(popover).toBeVisible();
      await expect(popover.getByText('Reading who speaks…')).toHaveCount(0);
      await press(page, 'o', 'Enter');
      await expect(popover).toHaveCount(0);
    }
  },
  {
    name: 'hand over one page',
    most: { clicks: 0, keys: 2, letters: 0 },
    run: async ({ page, app, home }) => {
      await answerWith(app, join(home, 'page.pdf'));
      await press(page, 'ControlOrMeta+e');
      await expect(printing(page).getByRole('radio', { name: /^One page/ })).toBeChecked();
      await press(page, 'Enter');
      await expect(page.getByText('Exported page.pdf.')).toBeVisible();
    }
  },
  {
    name: 'hand over all of it',
    most: { clicks: 1, keys: 2, letters: 0 },
    run: async ({ page, app, home }) => {
      await answerWith(app, join(home, 'full.pdf'));
      await press(page, 'ControlOrMeta+e');
      await printing(page).getByText('Full', { exact: true }).click();
      await press(page, 'Enter');
      await expect(page.getByText('Exported full.pdf.')).toBeVisible();
    }
  },
  {
    name: 'add an article to the briefing',
    most: { clicks: 0, keys: 1, letters: 0 },
    run: async (at) => {
      await writeArticle(at, 'Ferry talks');
      await press(at.page, 'ControlOrMeta+Shift+o');
      const source = at.page.getByRole('article', { name: 'Text of the source' });
      await expect(source).toContainText('Ferry talks');
    }
  },
  {
    name: 'settle a contradiction',
    most: { clicks: 1, keys: 1, letters: 0 },
    before: async (page) => {
      await dropFiles(page, [crossing()]);
      await expect(openTitle(page)).toHaveValue('The crossing');
    },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+4');
      const points = page.getByRole('region', { name: 'To decide' }).getByRole('article');
      await points
        .getByRole('button', { name: /^Later supersedes/ })
        .first()
        .click();
      await expect(points).toHaveCount(3);
    }
  },
  {
    name: 'undo a mistake',
    most: { clicks: 0, keys: 1, letters: 0 },
    before: async (page) => {
      await cards(page).first().focus();
      await press(page, 'ControlOrMeta+Shift+Backspace');
      await expect(cards(page)).toHaveCount(11);
    },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+z');
      await expect(cards(page)).toHaveCount(12);
    }
  },
  {
    name: 'compare with another day',
    most: { clicks: 1, keys: 2, letters: 9 },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+Shift+d');
      const compare = page.getByRole('dialog', { name: 'Compare' });
      await compare.getByRole('textbox', { name: 'From' }).click();
      await page.keyboard.type('14 Aug 25');
      await press(page, 'Enter');
      await expect(compare.getByRole('button', { name: /^Positions 18$/ })).toBeVisible();
    }
  },
  {
    name: 'back up the library',
    most: { clicks: 0, keys: 2, letters: 7 },
    run: async ({ page, app, home }) => {
      await answerWith(app, join(home, 'all.zip'));
      await command(page, 'back up', /^Back up library/);
      await expect(page.getByText(/^Backed up \d+ briefings? into/)).toBeVisible();
    }
  },
  {
    name: 'find words',
    most: { clicks: 0, keys: 3, letters: 4 },
    run: async ({ page }) => {
      await press(page, 'ControlOrMeta+Shift+f');
      await page.keyboard.type('guns');
      const results = page.getByRole('listbox', { name: 'Search results' });
      await expect(results.locator('mark').first()).toHaveText('guns');
      await press(page, 'ArrowDown');
      await expect(results.getByRole('option', { selected: true })).toContainText('guns');
      await press(page, 'Enter');
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String)))
        .toContain('guns');
    }
  }
];

for (const { name, most, before, run } of tasks) {
  test(name, { tag: '@rest' }, async ({ page, electronApp, home }) => {
    await whenOpen(page);
    await before?.(page);
    const effort = await countEffort(page);
    await run({ page, app: electronApp, home });
    const spent = await effort();
    const less = (what: keyof Effort) => Math.min(spent[what], most[what]);
    expect(spent).toEqual({
      clicks: less('clicks'),
      keys: less('keys'),
      letters: less('letters')
    });
  });
}
