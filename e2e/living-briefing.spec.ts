/**
 * Five articles over ten days in one briefing, by mouse and again by keys alone: a copy, an update, a
 * reversal and a quotation that was changed, then printed, closed, opened and taken out and in again.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { exportTo, read } from './export-pdf.js';
import { expect, root, test } from './fixtures.js';
import { dropFiles, openTitle, type TextFile, whenOpen } from './window.js';

function pageAt(
  address: string,
  day: string,
  title: string,
  paragraphs: readonly string[]
): TextFile {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('\n');
  return {
    name: `${day}.html`,
    text: `<html><head><title>${title}</title><link rel="canonical" href="https://${address}">
      <meta property="article:published_time" content="${day}T08:00:00Z"></head>
      <body><article><h1>${title}</h1>${text}</article></body></html>`
  };
}

const report = [
  'Mayor Jane Okafor said that she supports the ferry toll, which the harbour council wants from next spring on.',
  '“We will run the boats through every storm of the winter,” said Ole Vik, the harbour master, when he was asked about the fleet.',
  'A study by the port found that half of the fleet has to be replaced within six years, and nobody on the quay had another way to pay for that.',
  'Shop owners had asked the council for a year without any charges, and left the meeting early.'
];
const edited = report.map((words) => words.replace('every storm', 'each storm'));
const articles = [
  pageAt('gazette.example/toll', '2025-05-01', 'Mayor backs the toll', report),
  pageAt('courier.example/friend', '2025-05-02', 'Toll has a friend in the town hall', report),
  pageAt('gazette.example/toll', '2025-05-04', 'Mayor backs the toll, council to vote', edited),
  pageAt('herald.example/against', '2025-05-08', 'Mayor turns against the toll', [
    'Mayor Jane Okafor said that she opposes the ferry toll. She had met pupils and their parents in the school hall on Thursday evening.',
    'Nobody has told the council yet where else the money for new boats could come from.'
  ]),
  pageAt('tribune.example/boats', '2025-05-10', 'Boats are to run all winter', [
    '“We must run the boats through every storm of the winter,” said Ole Vik, the harbour master, at the end of the week.',
    'His crews had met before and had asked for heated wheelhouses, dry clothes and a second engineer on each of the boats.'
  ])
] as const;
const [first, copy, update, later, quoted] = articles;

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const rowsWith = (page: Page, text: string) =>
  list(page).getByRole('option').filter({ hasText: text });
const pane = (page: Page) => page.getByRole('region', { name: 'Suggestions' });
const button = (page: Page, name: RegExp) => pane(page).getByRole('button', { name });
const kinds = (page: Page) => page.getByRole('combobox', { name: 'Kinds of suggestion' });
const sources = (page: Page) => page.getByRole('region', { name: 'List of sources' });
const history = (page: Page) => page.locator('[data-cell-history]');
const cellOf = (page: Page, stance: string) =>
  page.getByRole('grid').getByRole('gridcell').filter({ hasText: stance });
const points = (page: Page) => page.getByRole('region', { name: 'To decide' });
/** What the update tells of the words that it has otherwise. */
const corrected = (page: Page) =>
  points(page).getByRole('article').filter({ hasText: 'A newer version of the source has these' });
const reason = 'The recording has “will”.';

/** What the matrix and the list of sources show, once all is done, today and after every start. */
async function expectHistory(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  const list = sources(page);
  await expect(list.getByRole('button', { name: /^5 sources, 3 origins/ })).toBeVisible();
  await expect(list.getByRole('button', { name: 'Updated once, copied once' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+3');
  const day = page.getByRole('slider', { name: 'Day of change' });
  await day.focus();
  await page.keyboard.press('Home');
  await expect(cellOf(page, 'Supports')).toContainText('1 origin');
  await expect(cellOf(page, 'Supports').getByTitle(/2 reports, 1 origin/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(cellOf(page, 'Opposes')).toHaveCount(1);
  await cellOf(page, 'Opposes').click();
  const entries = history(page).getByRole('listitem');
  await expect(entries.first()).toContainText('opposes the ferry toll');
  await expect(entries.last()).toContainText('Superseded');
  await expect(entries.last()).toContainText('supports the ferry toll');
}

/** As the command line tells it, which finds nothing open. */
function standpoint(home: string, host: string, ...args: readonly string[]): string {
  const env = { ...process.env, STANDPOINT_HOME: home, STANDPOINT_HOST: host, INIT_CWD: undefined };
  return execFileSync(process.execPath, ['out/main/standpoint.js', ...args], {
    ...{ cwd: root, env, encoding: 'utf8' }
  });
}

/** Out by every way that a briefing can come back, and in by it: the same, down to its texts and files. */
function expectRoundTrips(home: string, host: string, id: string): void {
  const run = (...args: readonly string[]) => standpoint(home, host, ...args);
  const out = (ending: string, ...more: readonly string[]) => {
    const path = join(home, `out${more.length}.${ending}`);
    run('export', id, '--to', path, '--overwrite', ...more);
    return readFileSync(path, 'utf8');
  };
  const [json, markdown] = [out('json'), out('md')];
  for (const ending of ['pdf', 'standpoint', 'json']) {
    const other = join(home, `library of ${ending}`);
    if (ending === 'pdf' || ending === 'standpoint') out(ending);
    run('import', join(home, `out0.${ending}`), '--library', other);
    expect(out('json', '--library', other), ending).toBe(json);
    expect(out('md', '--library', other), ending).toBe(markdown);
  }
}

async function expectPrinted(app: ElectronApplication, page: Page, home: string): Promise<string> {
  const id = (await page.evaluate(async () => {
    const listed = await window.standpoint.call('library.list');
    return listed.ok ? (listed.value.find(({ title }) => title.includes('Mayor'))?.id ?? '') : '';
  })) as string;
  const pdf = join(home, 'printed.pdf');
  // Main is asked directly, and prints what is on the disk.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await exportTo(app, page, id, pdf)).toEqual({ ok: true, message: '' });
  const words = read('pdftotext', '-raw', pdf, '-').replace(/\s+/g, ' ');
  for (const told of ['Open points', reason, 'Supports', 'Opposes', '5 sources of 3 origins']) {
    expect(words).toContain(told);
  }
  return id;
}

test('by mouse', async ({ launch, home, host }) => {
  const app = await launch();
  const page = await app.firstWindow();
  await whenOpen(page);
  await dropFiles(page, [first]);
  await expect(openTitle(page)).toHaveValue(/Mayor backs the toll/);
  await kinds(page).selectOption('position');
  await rowsWith(page, 'Jane Okafor supports').click();
  await button(page, /^Accept Enter$/).click();
  await kinds(page).selectOption('statement');
  await rowsWith(page, 'We will run the boats').click();
  await button(page, /^Accept Enter$/).click();

  await dropFiles(page, [copy], 'source');
  await kinds(page).selectOption('position');
  await expect(rowsWith(page, 'Jane Okafor supports')).toContainText('same origin');
  await rowsWith(page, 'Jane Okafor supports').click();
  await button(page, /^Add as evidence/).click();

  await dropFiles(page, [update], 'source');
  await expect(page.getByText(/was added as an update of “Mayor backs the toll”/)).toBeVisible();
  await page.getByRole('tab', { name: /^Read/ }).click();
  await page.getByText(/^See the \d+ changes?$/).click();
  const touched = page.getByRole('region', { name: 'Evidence that the update touches' });
  await expect(touched).toContainText('1 quote of the evidence changed');
  await expect(page.getByRole('article', { name: 'Text of the source' })).toContainText(
    'each storm'
  );
  await expect(page.locator('[data-annotation]:visible').first()).toBeVisible();

  await dropFiles(page, [later], 'source');
  await kinds(page).selectOption('position');
  await expect(rowsWith(page, 'Jane Okafor opposes')).toContainText('differs');
  await rowsWith(page, 'Jane Okafor opposes').click();
  await button(page, /^Accept and supersede/).click();

  await dropFiles(page, [quoted], 'source');
  await kinds(page).selectOption('statement');
  await rowsWith(page, 'We must run the boats').click();
  await button(page, /^Accept as new/).click();
  await page.getByRole('tab', { name: /^New/ }).click();
  await expect(corrected(page).locator('ins').first()).toContainText('each');
  await corrected(page)
    .getByRole('button', { name: /^Record what they say now/ })
    .click();
  const position = page.getByRole('dialog', { name: 'Record a statement' });
  await expect(position).toContainText('Ole Vik');
  await expect(position.getByRole('textbox', { name: 'Statement' })).toHaveValue(/each storm/);
  await position.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('tab', { name: /^New/ }).click();
  await corrected(page).getByRole('button', { name: 'Yes, cite them too' }).click();
  const point = points(page).getByRole('article');
  await expect(point).toHaveCount(1);
  await expect(point.locator('ins').first()).toContainText('must');
  await point.getByRole('button', { name: /^No contradiction/ }).click();
  const form = page.getByRole('dialog', { name: 'Leave both as they are' });
  await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: 'Leave them' }).click();
  await expect(points(page).getByRole('article')).toHaveCount(0);
  await expectHistory(page);
  const id = await expectPrinted(app, page, home);

  await app.close();
  const again = await launch();
  const opened = await again.firstWindow();
  await whenOpen(opened);
  await expectHistory(opened);
  await again.close();
  expectRoundTrips(home, host, id);
});

test('by keys alone', { tag: '@rest' }, async ({ launch, home }) => {
  const app = await launch();
  const page = await app.firstWindow();
  await whenOpen(page);
  const choose = async (file: TextFile, key: string) => {
    const path = join(home, file.name);
    writeFileSync(path, file.text);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
    await page.keyboard.press(key);
  };
  /** Down the list until the current one says so. */
  const goTo = async (words: string) => {
    await kinds(page).selectOption('all');
    await expect(rowsWith(page, words).first()).toBeAttached();
    const current = list(page).getByRole('option', { selected: true });
    const isThere = async () => {
      const row = await current.innerText();
      return row.includes(words) && !row.includes('✓');
    };
    // Once more from the top where the source that says so was still being read.
    await expect(async () => {
      await list(page).focus();
      await page.keyboard.press('Home');
      const many = await list(page).getByRole('option').count();
      for (let i = 0; i < many && !(await isThere()); i += 1)
        await page.keyboard.press('ArrowDown');
      expect(await isThere()).toBe(true);
    }).toPass();
  };
  await choose(first, 'ControlOrMeta+O');
  await expect(openTitle(page)).toHaveValue(/Mayor backs the toll/);
  await page.keyboard.press('ControlOrMeta+4');
  await goTo('Jane Okafor supports');
  await page.keyboard.press('a');
  await goTo('Ole Vik:');
  await page.keyboard.press('a');

  await choose(copy, 'ControlOrMeta+Shift+O');
  await goTo('Jane Okafor supports');
  await page.keyboard.press('Enter');
  await choose(update, 'ControlOrMeta+Shift+O');
  await expect(page.getByText(/was added as an update of “Mayor backs the toll”/)).toBeVisible();
  await choose(later, 'ControlOrMeta+Shift+O');
  await goTo('Jane Okafor opposes');
  await page.keyboard.press('a');
  await choose(quoted, 'ControlOrMeta+Shift+O');
  await goTo('Ole Vik: “We must run');
  await page.keyboard.press('Shift+Enter');

  await page.keyboard.press('ControlOrMeta+4');
  await expect(points(page).getByRole('article')).toHaveCount(2);
  await corrected(page).focus();
  await page.keyboard.press('n');
  await expect(points(page).getByRole('article')).toHaveCount(1);
  await points(page).getByRole('article').focus();
  await page.keyboard.press('d');
  await page.keyboard.type(reason);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(points(page).getByRole('article')).toHaveCount(0);
  await expectHistory(page);
  await expectPrinted(app, page, home);
});
