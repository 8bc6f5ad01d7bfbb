/** What a new article brings to a briefing that has a history: what differs, what repeats, and what came since. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { dropFiles, type TextFile, whenOpen } from './window.js';

function pageAt(host: string, day: string, title: string, paragraphs: readonly string[]): TextFile {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('\n');
  return {
    name: `${host}.html`,
    text: `<html><head><title>${title}</title>
      <link rel="canonical" href="https://${host}.example/toll">
      <meta property="article:published_time" content="${day}T08:00:00Z"></head>
      <body><article><h1>${title}</h1>${text}</article></body></html>`
  };
}

const report = [
  'Mayor Jane Okafor said that she supports the ferry toll, which the harbour council wants from next spring on.',
  'The boats to the island must run through the winter, and a study by the port found that half of the fleet has to be replaced within six years.',
  'Shop owners on the quay had asked the council for a year without any charges, and left the meeting early.',
  'Around nine hundred people take the morning boat every day, most of them on their way to school or to work in the town.'
];
const first = pageAt('gazette', '2025-05-03', 'Mayor backs the toll', report);
const copy = pageAt('courier', '2025-05-04', 'Toll has a friend in the town hall', report);
const later = pageAt('herald', '2025-05-09', 'Mayor turns against the toll', [
  'Mayor Jane Okafor said that she opposes the ferry toll. She had met pupils and their parents in the school hall on Thursday evening.',
  'Teacher Bo Ray said that he opposes the ferry toll as well, since it would keep children from coming to his lessons.',
  'Nobody has told the harbour council yet where else the money for new boats could come from.'
]);

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' });
const rowsWith = (page: Page, text: string) =>
  list(page).getByRole('option').filter({ hasText: text });
const pane = (page: Page) => page.getByRole('region', { name: 'Suggestions' });
const matrix = (page: Page) => page.getByRole('grid');
const history = (page: Page) => page.locator('[data-cell-history]');
const kinds = (page: Page) => page.getByRole('combobox', { name: 'Kinds of suggestion' });

/** A briefing that holds the mayor's support, from the first report. */
async function withSupport(page: Page): Promise<void> {
  await whenOpen(page);
  await dropFiles(page, [first]);
  await kinds(page).selectOption('position');
  await expect(rowsWith(page, 'Jane Okafor supports')).toHaveCount(1);
  await expect(rowsWith(page, 'Jane Okafor supports')).toContainText('new actor');
  await list(page).focus();
  await page.keyboard.press('a');
  await expect(pane(page).getByRole('status').first()).toContainText('2 accepted');
}

test('by mouse: a reversal differs, is seen beside what is in force, and supersedes it; undo takes that back', async ({
  page
}) => {
  await withSupport(page);
  await dropFiles(page, [later], 'source');
  const reversal = rowsWith(page, 'Jane Okafor opposes');
  await expect(reversal).toContainText('differs');
  await expect(list(page).getByRole('option').first()).toContainText('Jane Okafor opposes');
  await expect(rowsWith(page, 'Bo Ray opposes')).toContainText('new actor');

  await reversal.click();
  const before = pane(page).getByRole('region', { name: 'What it differs from' });
  await expect(before).toContainText('In force');
  await expect(before).toContainText('3 May 2025');
  await expect(before).toContainText('Supports');
  await expect(before.getByRole('button')).toContainText('Show in Mayor backs the toll');

  await pane(page)
    .getByRole('button', { name: /^Accept and supersede/ })
    .click();
  await expect(reversal).toHaveCount(0);
  await page.getByRole('tab', { name: /^Positions/ }).click();
  await expect(matrix(page)).toContainText('Opposes');
  await matrix(page).getByRole('gridcell').filter({ hasText: 'Opposes' }).click();
  await expect(history(page).getByRole('listitem')).toHaveCount(2);
  await expect(history(page)).toContainText('Superseded');

  await page.keyboard.press('ControlOrMeta+z');
  await expect(reversal).toContainText('differs');
  await before.getByRole('button').click();
  await expect(page.getByRole('tab', { name: /^Read/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-annotation]:visible').first()).toContainText('supports');
});

test(
  'a kind that was chosen hides nothing of a source that has none of it, nor does the day asked for',
  { tag: '@rest' },
  async ({ page }) => {
    await withSupport(page);
    await expect(kinds(page)).toHaveValue('position');
    const bare = 'Boats to be painted\n\nNine boats are to be painted on Friday, said Ole Vik.\n';
    await dropFiles(page, [{ name: 'boats.txt', text: bare }], 'source');
    await expect(rowsWith(page, 'Ole Vik').first()).toBeVisible();
    const day = page.getByLabel('The article was published on');
    await day.fill('2025-05-06');
    const other = bare.replaceAll('boats', 'quays').replace('Ole Vik', 'Bo Ray');
    await dropFiles(page, [{ name: 'quays.txt', text: other }], 'source');
    await expect(rowsWith(page, 'Bo Ray').first()).toBeVisible();
    await expect(day).toHaveValue('');
  }
);

test(
  'the text beside follows the current suggestion far down',
  { tag: '@rest' },
  async ({ page }) => {
    const speakers = ['Jane Okafor', 'Bo Ray', 'Ann Lee', 'Tom Reed', 'Kim Hale', 'Sue Park'];
    const long = pageAt(
      'tribune',
      '2025-05-07',
      'What was said of the toll',
      speakers.flatMap((name) => [
        `${name} said that the ferry toll is needed.`,
        ...report.slice(1)
      ])
    );
    await page.setViewportSize({ width: 1440, height: 900 });
    await whenOpen(page);
    await dropFiles(page, [first]);
    await kinds(page).selectOption('all');
    await expect(list(page)).toBeVisible();
    await dropFiles(page, [long], 'source');
    const text = page.getByRole('article', { name: 'Text of the source' });
    await expect(text).toContainText('Sue Park');
    await expect(rowsWith(page, 'Okafor').first()).toBeVisible();
    await list(page).focus();
    await page.keyboard.press('End');
    await expect(text.getByText('What was said of the toll')).not.toBeInViewport();
  }
);

test(
  'by keys: a reversal is contested, or on another issue',
  { tag: '@rest' },
  async ({ page }) => {
    await withSupport(page);
    await dropFiles(page, [later], 'source');
    await expect(list(page).getByRole('option').first()).toContainText('differs');
    await list(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+Enter');
    await expect(rowsWith(page, 'Jane Okafor opposes')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+3');
    await matrix(page).getByRole('gridcell').filter({ hasText: 'Opposes' }).click();
    await expect(history(page).getByText('In force')).toHaveCount(2);

    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+4');
    await expect(rowsWith(page, 'Jane Okafor opposes')).toContainText('differs');
    await list(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('i');
    await page.keyboard.type('Toll for pupils');
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+3');
    await expect(matrix(page)).toContainText('Toll for pupils');
    await expect(matrix(page)).toContainText('Supports');
  }
);

test(
  'a copy repeats, of the same origin, and its words become evidence without another origin',
  { tag: '@rest' },
  async ({ page }) => {
    await withSupport(page);
    await dropFiles(page, [copy], 'source');
    const repeated = rowsWith(page, 'Jane Okafor supports');
    await expect(repeated).toContainText('repeats Mayor backs the toll, same origin');
    const news = page.getByRole('combobox', { name: 'What is new about them' });
    await news.selectOption({ label: 'Repeats' });
    await expect(list(page).getByRole('option')).toHaveCount(1);
    await list(page).focus();
    await page.keyboard.press('Enter');
    await expect(repeated).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+3');
    await matrix(page).getByRole('gridcell').filter({ hasText: 'Supports' }).click();
    await expect(history(page).getByRole('listitem').first()).toContainText('2 reports, 1 origin');
    await expect(history(page).getByText('In force')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(repeated).toHaveCount(1);
  }
);

const came = (page: Page) => page.getByRole('region', { name: 'What came in' });
const cameIn = (page: Page, list: string) =>
  came(page).getByRole('region', { name: list }).getByRole('listitem');

test(
  'after a restart, New gathers what came since the last visit or a day, and leads there',
  { tag: '@rest' },
  async ({ launch }) => {
    const app = await launch();
    const page = await app.firstWindow();
    await withSupport(page);
    // What one did oneself is no news.
    await expect(cameIn(page, 'Sources')).toHaveCount(1);
    await expect(cameIn(page, 'Positions')).toHaveCount(0);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await app.close();

    const again = await (await launch()).firstWindow();
    await whenOpen(again);
    // By keys alone.
    await again.keyboard.press('ControlOrMeta+4');
    await expect(came(again)).toContainText('New since your last visit');
    await expect(came(again)).toContainText('Nothing came in');
    const badge = again.getByRole('tab', { name: /^New/ });
    await expect(badge).toHaveText(/^\s*New\s*$/);
    await dropFiles(again, [later], 'source');
    await expect(cameIn(again, 'Sources')).toContainText('Mayor turns against the toll');
    await expect(badge).toHaveText(/^\s*New\s*$/);
    await expect(cameIn(again, 'Sources')).toContainText('an origin of its own');
    await expect(list(again).getByRole('option').first()).toContainText('differs');
    await list(again).focus();
    await again.keyboard.press('Home');
    await again.keyboard.press('a');
    await expect(rowsWith(again, 'Jane Okafor opposes')).toContainText('✓');
    const day = came(again).getByRole('textbox', { name: 'Since the day' });
    await day.fill('1 May 2025');
    await day.press('Enter');
    await expect(cameIn(again, 'Positions')).toHaveCount(2);
    await expect(cameIn(again, 'Positions').first()).toContainText(
      'supersedes supports, 3 May 2025'
    );
    await cameIn(again, 'Positions').first().getByRole('button').focus();
    await again.keyboard.press('Enter');
    await expect(history(again).getByRole('listitem')).toHaveCount(2);

    await again.keyboard.press('ControlOrMeta+4');
    await came(again).getByRole('button', { name: 'Mayor backs the toll' }).click();
    await expect(again.getByRole('article', { name: 'Text of the source' })).toContainText(
      'supports the ferry toll'
    );
  }
);

test('the numbers of paragraphs go below the choice of the source with them', async ({ page }) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+4');
  const choice = page.locator('label', { has: page.getByRole('combobox', { name: 'Source' }) });
  const words = page.locator('[data-text] p').filter({ hasText: 'Ukraine should negotiate' });
  const [head, text] = [(await choice.boundingBox())!, (await words.last().boundingBox())!];
  expect(text.x - head.x).toBeGreaterThan(20);
});
