/**
 * From an article to a page to hand over, by way of the draft that it becomes, and what is said of its parts.
 * Over 300 lines because all of it is about one drafted article.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, root, test } from './fixtures.js';
import { flat, pagesOf } from './export-pdf.js';
import { dropFiles, openTitle, rows, whenOpen } from './window.js';

test.use({ newArticle: null });

const name = 'talks.txt';
const text = readFileSync(join(root, 'resources/samples/alaska-summit.txt'), 'utf8').replace(
  'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal',
  'A Deal Before a Ceasefire'
);
const title = 'A Deal Before a Ceasefire';
const parts = ['Who says what', 'Figures', 'What comes next', 'Limits'];

const card = (page: Page, heading: string) =>
  page.getByRole('listitem', { name: new RegExp(`: ${heading}, `) });

const draft = (page: Page) => page.getByRole('region', { name: 'Draft' });

/** How many lines the draft has, none of which is confirmed; how many is the drafter's matter. */
async function countLines(page: Page): Promise<number> {
  await expect(draft(page)).toContainText(/\d+ lines, none confirmed yet\./u);
  return Number(/(\d+) lines/u.exec(await draft(page).innerText())?.[1]);
}

async function bringIn(page: Page): Promise<void> {
  await whenOpen(page);
  await dropFiles(page, [{ name, text }]);
  await expect(openTitle(page)).toHaveValue(title);
  const steps = page.getByRole('complementary', { name: 'First steps' });
  await expect(steps).toBeVisible();
  await page.keyboard.press('ControlOrMeta+2');
}

test('a new briefing is a draft in the article’s words, unreviewed until each part is confirmed', async ({
  page
}) => {
  await bringIn(page);
  const bottomLine = page.getByRole('region', { name: 'Bottom line' });
  await expect(bottomLine).toContainText('Ukraine should negotiate a peace agreement with Russia');
  await expect(bottomLine).not.toContainText(title);
  const all = await countLines(page);
  for (const heading of parts) await expect(card(page, heading)).toContainText(/\d unreviewed/);

  // A key for a card, a button for the bottom line; editing confirms nothing.
  const figures = Number(/(\d) unreviewed/u.exec(await card(page, 'Figures').innerText())?.[1]);
  await card(page, 'Figures').focus();
  await page.keyboard.press('Alt+Shift+C');
  await expect(card(page, 'Figures')).not.toContainText('unreviewed');
  await bottomLine.getByRole('button', { name: 'Confirm the bottom line' }).click();
  await expect(draft(page)).toContainText(`${all - figures - 1} lines left to confirm.`);
  await card(page, 'Limits').getByRole('textbox', { name: 'Heading' }).fill('What is open');
  await expect(card(page, 'What is open')).toContainText(/\d unreviewed/u);

  // Undo takes the confirmation back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(draft(page)).toContainText(`${all - figures} lines left to confirm.`);
});

test(
  'a line is confirmed by a click, and by a key where the focus or the cursor is',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    const said = card(page, 'Who says what');
    const line = (number: number) =>
      said.getByRole('button', { name: `Confirm line ${number}`, exact: true });
    await line(1).click();
    await expect(line(1)).toHaveAttribute('aria-pressed', 'true');
    await expect(said).toContainText('4 unreviewed');

    // The key goes on to the next line; space is the mark's own.
    await line(2).focus();
    await page.keyboard.press('Alt+Shift+C');
    await expect(line(2)).toHaveAttribute('aria-pressed', 'true');
    await expect(line(3)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(line(3)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(line(4)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(said).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Alt+Shift+C');
    await expect(said).toContainText('1 unreviewed');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(
      page.getByText(/^Undid: confirming the line “British Prime Minister Keir Starmer/)
    ).toBeVisible();
    await expect(said).toContainText('2 unreviewed');

    // With its last line the card is confirmed, and has the focus that its marks had.
    await line(4).click();
    await line(5).click();
    await expect(said).not.toContainText('unreviewed');
    await expect(said).toBeFocused();
    await expect(line(1)).toHaveCount(0);
  }
);

test(
  'what a person writes herself is no draft, on the screen and in print, until undo brings that back',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const target = join(home, 'own.pdf');
    await electronApp.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await bringIn(page);
    const bottomLine = page.getByRole('region', { name: 'Bottom line' });
    const unread = bottomLine.getByRole('button', { name: 'Confirm the bottom line' });
    await expect(unread).toBeVisible();
    await bottomLine.getByRole('button', { name: 'Edit the bottom line' }).click();
    await page.getByLabel('Bottom line, in Markdown').fill('My own bottom line.');
    await page.keyboard.press('Escape');
    await expect(unread).toHaveCount(0);

    // A line that was reworded has nothing to confirm; the key there leaves the others alone.
    const said = card(page, 'Who says what');
    await said.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('End');
    await page.keyboard.type(' Or so.');
    await expect(said).toContainText('4 unreviewed');
    await page.keyboard.press('Alt+Shift+C');
    await expect(page.getByText('There is nothing to confirm in this line.')).toBeVisible();
    await expect(said).toContainText('4 unreviewed');
    await page.keyboard.press('Escape');
    await expect(said.getByRole('button', { name: 'Confirm line 1', exact: true })).toBeHidden();
    await expect(said.getByRole('button', { name: 'Confirm line 2', exact: true })).toBeVisible();

    const figures = card(page, 'Figures');
    await figures.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('My own words: Sarvis polls at 16 percent.');
    await page.keyboard.press('Escape');
    await expect(figures).not.toContainText('unreviewed');

    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByRole('radio', { name: /^Full/ }).check();
    await dialog.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByText('Exported own.pdf.')).toBeVisible();
    const told = flat(pagesOf(target).join(' '));
    expect(told).toContain('Draft, not reviewed. 8 parts are unreviewed');
    expect(told).toContain('own words: 3 of 4 cards. Reviewed by a person: none.');
    expect(told).not.toMatch(/Bottom line · unreviewed|bottom line was drafted/u);

    await figures.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(figures).toContainText(/\d unreviewed/u);
  }
);

test(
  'one key leads through a draft, from the bottom line to the last line of the last card',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    const focused = (): Promise<string | null> =>
      page.evaluate(() => {
        const at = document.activeElement?.closest('[data-card]')?.getAttribute('aria-label') ?? '';
        const mark =
          document.activeElement?.closest('.line-mark')?.getAttribute('aria-label') ?? '';
        return `${at.replace(/^[^:]+: ([^,]+),.*$/u, '$1')}: ${mark}`;
      });
    const bottomLine = page.getByRole('region', { name: 'Bottom line' });
    const confirm = bottomLine.getByRole('button', { name: 'Confirm the bottom line' });
    await confirm.focus();
    await page.keyboard.press('Alt+Shift+C');
    await expect(confirm).toHaveCount(0);
    await expect.poll(focused).toBe('Who says what: Confirm line 1');

    // A ring that was clicked is confirmed: the key takes the next.
    const said = card(page, 'Who says what');
    await said.getByRole('button', { name: 'Confirm line 1', exact: true }).click();
    await page.keyboard.press('Alt+Shift+C');
    await expect.poll(focused).toBe('Who says what: Confirm line 3');
    await expect(said).toContainText('3 unreviewed');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Alt+Shift+C');
    await expect(said).not.toContainText('unreviewed');
    await expect.poll(focused).toBe('Figures: Confirm line 1');

    await expect(draft(page)).toContainText('lines left to confirm.');
    const last = Number(/(\d+) lines left/u.exec(await draft(page).innerText())?.[1]);
    expect(last).toBeGreaterThan(2);
    for (let left = last; left > 1; left -= 1) {
      await page.keyboard.press('Alt+Shift+C');
      await expect(draft(page)).toContainText(new RegExp(`\\b${left - 1} lines? left`, 'u'));
      await expect.poll(focused).toMatch(/: Confirm line \d$/);
    }
    await page.keyboard.press('Alt+Shift+C');
    await expect(page.getByRole('log').getByText('All confirmed.')).toBeVisible();
  }
);

test(
  'the words behind a day begin where the lines below them do',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    const lines = page.locator('.rows:not(.named) li:has(> [data-label])');
    await expect(lines.first()).toBeVisible();
    const indents = await lines.evaluateAll((all) =>
      all.flatMap((line) => {
        const label = line.querySelector(':scope > [data-label]');
        const words = label?.nextSibling;
        if (!words) return [];
        const range = document.createRange();
        range.setStart(words, 1);
        range.setEnd(words, 2);
        const style = getComputedStyle(line);
        const start = line.getBoundingClientRect().left + parseFloat(style.paddingInlineStart);
        return [Math.round(range.getBoundingClientRect().left - start)];
      })
    );
    expect(indents.length).toBeGreaterThan(0);
    expect(indents.filter((indent) => indent !== 0)).toEqual([]);
  }
);

test(
  'the head of a draft leads to its statements, and takes the import back',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    await draft(page)
      .getByRole('button', { name: /^Go through \d+ statements/ })
      .click();
    await expect(page.getByRole('tab', { name: /^New/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ControlOrMeta+2');
    await expect(rows(page)).toHaveCount(3);
    await draft(page).getByRole('button', { name: 'Undo import' }).click();
    await expect(rows(page)).toHaveCount(2);
  }
);

test(
  'an import is taken back only while nothing was written since',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    const undoImport = draft(page).getByRole('button', { name: 'Undo import' });
    await expect(undoImport).toBeVisible();
    await card(page, 'Limits').getByRole('textbox', { name: 'Heading' }).fill('What is open');
    const all = await countLines(page);
    await expect(undoImport).toHaveCount(0);

    // Nor when it is opened again: what undo knew is not what counts.
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await rows(page).filter({ hasText: title }).click();
    await expect(draft(page)).toContainText(`${all} lines, none confirmed yet.`);
    await expect(undoImport).toHaveCount(0);
  }
);

test(
  'the mark behind a line leads to its words in the source',
  { tag: '@rest' },
  async ({ page }) => {
    await bringIn(page);
    await card(page, 'Who says what')
      .getByRole('button', { name: /^Paragraph \d+ of the source$/ })
      .last()
      .click();
    await expect(page.getByRole('tab', { name: /^Read/ })).toHaveAttribute('aria-selected', 'true');
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString())
    );
    expect(marked).toEqual([expect.stringContaining('Keir Starmer indicated that additional')]);
  }
);

test('article → one-page PDF in four actions, and the page says what is unreviewed', async ({
  page,
  electronApp,
  home
}) => {
  const [article, target] = [join(home, name), join(home, 'page.pdf')];
  writeFileSync(article, text);
  // The system's own dialogs answer at once.
  await electronApp.evaluate(
    ({ dialog }, [path, filePath]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    [article, target] as const
  );
  let actions = 0;
  const act = async (deed: () => Promise<unknown>) => {
    actions += 1;
    await deed();
  };
  await whenOpen(page);
  await act(() => page.keyboard.press('ControlOrMeta+o'));
  await expect(openTitle(page)).toHaveValue(title);
  await act(() => page.keyboard.press('ControlOrMeta+p'));
  const dialog = page.getByRole('dialog', { name: 'Print or export' });
  await act(() => dialog.getByRole('button', { name: 'Save PDF' }).click());
  await expect(page.getByText('Exported page.pdf.')).toBeVisible();
  expect(actions).toBeLessThanOrEqual(3);

  const pages = pagesOf(target);
  expect(pages).toHaveLength(1);
  const told = flat(pages[0] ?? '');
  expect(told).toContain(
    '14 parts are unreviewed: a draft made them, and nobody has confirmed them.'
  );
  expect(told).toContain('Bottom line · unreviewed');
  expect(told).toContain('Who says what (unreviewed)');
});
