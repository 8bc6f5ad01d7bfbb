/** What contradicts in a briefing, in the real window: found, settled by mouse and by keys, taken up again, kept and printed. Over 300 lines because all rest on the same points. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newActor, newFigure, newIssue } from '../src-main/domain/briefing/entries.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { withTexts } from './every-view/made-briefings.js';
import { exportTo, read } from './export-pdf.js';
import { expect, test } from './fixtures.js';
import { lintPdf } from './pdf-lint.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const texts = {
  'Monday report':
    'The mayor told the council on Monday: “We will build the tunnel before the winter comes.” She said that she backs the toll. Some 4,200 drivers cross the bridge every day. The harbour master denied that he wants a ferry.',
  'Friday report':
    'On Friday the mayor said: “We must build the tunnel before the winter comes.” The toll, she added, is off the table. About 5,100 drivers cross the bridge every day. The harbour master wants a ferry, his deputy told the paper.'
};
const published = ['2025-08-11', '2025-08-15'];

/** Two sources that contradict one another in four ways, one of each kind. */
function bundle() {
  const { sources, annotations, byHash, mark } = withTexts(texts, (index) => ({
    published: published[index]!,
    reliability: 'B',
    credibility: '2'
  }));
  const mayor = newActor('The mayor', 'person');
  const harbour = newActor('The harbour master', 'person');
  const [toll, tunnel, ferry] = ['Should there be a toll?', 'The tunnel?', 'A ferry?'].map((each) =>
    newIssue(each)
  );
  const drivers = { measures: 'drivers who cross the bridge in a day', unit: 'drivers' };
  const briefing = {
    ...emptyBriefing('The crossing'),
    sources,
    actors: [mayor, harbour],
    issues: [toll!, tunnel!, ferry!],
    positions: [
      entry(1, {
        ...{ actor: mayor.id, issue: toll!.id, stance: 'supports', said: '2025-08-11' },
        statement: 'She backs the toll.',
        evidence: mark(0, 'she backs the toll')
      }),
      entry(2, {
        ...{ actor: mayor.id, issue: toll!.id, stance: 'opposes', said: '2025-08-15' },
        statement: 'The toll is off the table.',
        evidence: mark(1, 'The toll, she added, is off the table')
      }),
      entry(3, {
        ...{ actor: harbour.id, issue: ferry!.id, said: '2025-08-11', status: 'denied' },
        statement: 'He wants a ferry.',
        evidence: mark(0, 'denied that he wants a ferry')
      }),
      entry(4, {
        ...{ actor: harbour.id, issue: ferry!.id, said: '2025-08-15', status: 'reported' },
        statement: 'He wants a ferry.',
        evidence: mark(1, 'wants a ferry, his deputy told the paper')
      }),
      entry(5, {
        ...{ actor: mayor.id, issue: tunnel!.id, said: '2025-08-11' },
        evidence: mark(0, '“We will build the tunnel before the winter comes.”')
      }),
      entry(6, {
        ...{ actor: mayor.id, issue: tunnel!.id, said: '2025-08-15', supersedes: [] },
        evidence: mark(1, '“We must build the tunnel before the winter comes.”')
      })
    ],
    figures: [
      { ...newFigure('4,200 drivers', 4_200), ...drivers, evidence: mark(0, '4,200 drivers') },
      { ...newFigure('5,100 drivers', 5_100), ...drivers, evidence: mark(1, '5,100 drivers') }
    ],
    annotations
  };
  return { schema: bundleSchema, briefing, texts: byHash };
}

const section = (page: Page) => page.getByRole('region', { name: 'To decide' });
const points = (page: Page) => section(page).getByRole('article');
const settled = (page: Page) => section(page).getByRole('list', { name: 'Decided points' });
const stances = /^Two stances in force. The mayor: Should there be a toll/;
const point = (page: Page, name: RegExp) => section(page).getByRole('article', { name });
const tab = (page: Page) => page.getByRole('tab', { name: /^New/ });
const history = (page: Page) => page.getByRole('region', { name: /^The mayor on Should/ });

async function open(page: Page): Promise<string> {
  await whenOpen(page);
  const made = bundle();
  await dropFiles(page, [{ name: 'crossing.json', text: JSON.stringify(made) }]);
  await expect(openTitle(page)).toHaveValue('The crossing');
  // What it says would lie over the points.
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  return made.briefing.id;
}

test(
  'by mouse: two stances superseded, a denial contested, figures dismissed and taken up again, and all kept',
  { tag: '@rest' },
  async ({ launch }) => {
    const app = await launch();
    const page = await app.firstWindow();
    await open(page);
    await expect(tab(page)).toContainText('4');
    await tab(page).click();
    await expect(points(page)).toHaveCount(4);

    const toll = point(page, stances);
    await expect(toll).toContainText('Earlier · 11 August 2025');
    await expect(toll).toContainText('Friday report, 15 August 2025, grade B2');
    await toll.getByRole('button', { name: /is off the table/ }).click();
    await expect(page.getByRole('tabpanel', { name: 'Read' })).toContainText('On Friday the mayor');
    await tab(page).click();
    await toll.getByRole('button', { name: 'History, later' }).click();
    await expect(history(page)).toBeVisible();

    await tab(page).click();
    await toll.getByRole('button', { name: /^Later supersedes/ }).click();
    await expect(points(page)).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+3');
    await expect(history(page)).toContainText('Superseded');

    await tab(page).click();
    await point(page, /^Said, and denied/)
      .getByRole('button', { name: /^Contested/ })
      .click();
    await page.keyboard.press('ControlOrMeta+3');
    const contested = page.getByRole('gridcell').filter({ hasText: 'contested' });
    await expect(contested).toHaveCount(1);
    await contested.getByRole('button').click();
    await expect(page.getByRole('region', { name: /^The harbour master on/ })).toContainText(
      'In force, contested'
    );

    await tab(page).click();
    const figures = point(page, /^Two figures for one measure/);
    await figures.getByRole('button', { name: /^It changed/ }).click();
    await expect(figures).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await figures.getByRole('button', { name: /^No contradiction/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave both as they are' });
    await dialog.getByRole('button', { name: 'Leave them' }).click();
    await expect(dialog).toContainText('Say why it is no contradiction.');
    await dialog.getByLabel('Reason').fill('One was counted in the holidays.');
    await dialog.getByRole('button', { name: 'Leave them' }).click();
    await expect(points(page)).toHaveCount(1);

    await section(page)
      .getByText(/^Decided/)
      .click();
    await expect(settled(page)).toContainText('Contested: both stay in force.');
    await expect(settled(page)).toContainText('One was counted in the holidays.');
    await settled(page)
      .getByRole('button', { name: /^Reopen: drivers/ })
      .click();
    await expect(figures).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText(/^Undid: reopening the open point “drivers/)).toBeVisible();
    await expect(figures).toHaveCount(0);

    await app.close();
    const again = await (await launch()).firstWindow();
    await whenOpen(again);
    await tab(again).click();
    await expect(points(again)).toHaveCount(1);
    await section(again)
      .getByText(/^Decided/)
      .click();
    await expect(settled(again)).toContainText('One was counted in the holidays.');
  }
);

test(
  'by keys: from point to point, the other one taken for the later, an utterance dismissed, and each step undone',
  { tag: '@rest' },
  async ({ page }) => {
    await open(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Open points');
    await page.keyboard.press('Enter');
    // The latest stands first.
    await expect(points(page).first()).toBeFocused();
    for (const key of ['End', 'Home', 'ArrowDown']) await page.keyboard.press(key);
    await expect(points(page).nth(1)).toBeFocused();
    await point(page, stances).focus();
    await page.keyboard.press('x');
    await expect(point(page, stances)).toContainText('Earlier · 15 August 2025');
    await page.keyboard.press('s');
    await expect(points(page)).toHaveCount(3);
    // The next one takes its place, and the focus.
    await expect(point(page, /^Two figures/)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(point(page, /^Said, and denied/)).toBeFocused();
    await page.keyboard.press('c');
    await expect(point(page, /^Two figures/)).toBeFocused();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit a figure' });
    await expect(form.getByLabel('As written')).toHaveValue('5,100 drivers');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await point(page, /^Two figures/).focus();
    await page.keyboard.press('ArrowDown');
    const utterance = point(page, /^One statement in different words/);
    await expect(utterance).toBeFocused();
    await expect(utterance.locator('del')).toContainText('will');
    await expect(utterance.locator('ins')).toContainText('must');
    await page.keyboard.press('d');
    await expect(page.getByRole('dialog').getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('Said twice.');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave them' }).press('Enter');
    await expect(utterance).toHaveCount(0);
    await expect(point(page, /^Two figures/)).toBeFocused();
    await page.keyboard.press('s');
    await expect(points(page)).toHaveCount(0);
    await section(page)
      .getByText(/^Decided/)
      .click();
    await expect(settled(page)).toContainText(/Corrected on .*: 4,200 drivers\./);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(points(page)).toHaveCount(1);
    await point(page, /^Two figures/).focus();
    await page.keyboard.press('c');
    await expect(settled(page)).toContainText(/It changed, .*: 4,200 drivers before\./);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(points(page)).toHaveCount(1);

    await page.keyboard.press('ControlOrMeta+3');
    const cell = page.locator('[data-row="0"][data-column="0"]');
    await expect(cell).toContainText('Supports');
    for (const [undone, count] of [
      ['dismissing the open point “The mayor”', 2],
      ['contesting “The harbour master: A ferry?”', 3],
      ['superseding on “The mayor: Should there be a toll?”', 4]
    ] as const) {
      await page.keyboard.press('ControlOrMeta+z');
      await expect(page.getByText(`Undid: ${undone}.`)).toBeVisible();
      await expect(points(page)).toHaveCount(count);
    }
    await expect(point(page, stances)).toBeFocused();
  }
);

test(
  'the focus stays among the points when one is recorded anew, dismissed or taken up again',
  { tag: '@rest' },
  async ({ page }) => {
    const report =
      'The mayor said she backs the toll from May. The clerk said he wants a ferry soon.';
    const { sources, annotations, byHash, mark } = withTexts({
      'Monday report': report,
      'Monday report, corrected': report.replace('May', 'June').replace('soon', 'later')
    });
    const [mayor, clerk] = [newActor('The mayor', 'person'), newActor('The clerk', 'person')];
    const [toll, ferry] = [newIssue('A toll?'), newIssue('A ferry?')];
    const evidence = [mark(0, 'backs the toll from May'), mark(0, 'wants a ferry soon')];
    const briefing = {
      ...emptyBriefing('The crossing'),
      sources: [sources[0]!, { ...sources[1]!, updates: sources[0]!.id }],
      annotations,
      actors: [mayor, clerk],
      issues: [toll, ferry],
      positions: [
        entry(1, { actor: mayor.id, issue: toll.id, evidence: evidence[0]! }),
        entry(2, { actor: clerk.id, issue: ferry.id, evidence: evidence[1]! })
      ]
    };
    await whenOpen(page);
    const made = { schema: bundleSchema, briefing, texts: byHash };
    await dropFiles(page, [{ name: 'crossing.json', text: JSON.stringify(made) }]);
    await expect(openTitle(page)).toHaveValue('The crossing');
    const { keyboard } = page;
    await keyboard.press('ControlOrMeta+4');
    await expect(points(page)).toHaveCount(2);
    await expect(point(page, /The mayor/)).toBeFocused();
    await keyboard.press('w');
    const form = page.getByRole('dialog', { name: /position$/ });
    await form.getByRole('radio', { name: 'Opposes' }).press('Space');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(points(page)).toHaveCount(1);
    await expect(point(page, /The clerk/)).toBeFocused();

    await keyboard.press('d');
    await keyboard.type('A slip.');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(points(page)).toHaveCount(0);
    await expect(section(page)).toBeFocused();
    await section(page)
      .getByText(/^Decided/)
      .click();
    await settled(page)
      .getByRole('button', { name: /^Reopen/ })
      .press('Enter');
    await expect(point(page, /The clerk/)).toBeFocused();
  }
);

test(
  'in print: both sides of what is open, why a point was dismissed for its author alone, and how many on one page',
  { tag: '@rest' },
  async ({ page, electronApp, home }) => {
    const id = await open(page);
    await tab(page).click();
    await point(page, /^Two figures for one measure/)
      .getByRole('button', { name: /^No contradiction/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Leave both as they are' });
    await dialog.getByLabel('Reason').fill('One was counted in the holidays.');
    await dialog.getByRole('button', { name: 'Leave them' }).click();
    await expect(points(page)).toHaveCount(3);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    const textOf = async (name: string, edition: Parameters<typeof exportTo>[4]) => {
      const pdf = join(home, `${name}.pdf`);
      expect(await exportTo(electronApp, page, id, pdf, edition)).toMatchObject({ ok: true });
      expect(await lintPdf(pdf)).toEqual([]);
      return read('pdftotext', '-layout', pdf, '-').replace(/\s+/g, ' ');
    };
    const full = await textOf('full', {});
    expect(full).toContain('Open points');
    expect(full).toContain('Should there be a toll? Two stances in force');
    for (const words of ['Denied:', 'The toll, she added, is off the table', 'Friday report'])
      expect(full).toContain(words);
    expect(full).toContain('One was counted in the holidays.');

    const audience = await textOf('audience', { profile: 'audience' });
    expect(audience).toContain('Two stances in force');
    expect(audience).not.toContain('holidays');
    expect(audience).not.toContain('Two figures for one measure');

    const brief = await textOf('brief', { template: 'brief', profile: 'audience' });
    expect(brief).toContain('3 points are open');
  }
);
