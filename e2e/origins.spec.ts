/** Copies in one briefing in the real window: proposed with their passages, joined, parted, undone, and counted once. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { newAnnotation } from '../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newActor, newIssue } from '../src-main/domain/briefing/entries.js';
import { newSource } from '../src-main/domain/briefing/source.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const report = `The old river bridge at Halden will stay shut until March, the roads department said on Tuesday. Engineers found cracks in two of its piers during a routine inspection last week. Around 14,000 drivers cross it every day. Buses will run over the motorway crossing, and the city has promised to waive its toll. Shopkeepers on the east bank fear for their Christmas trade.`;
const longer = `Halden (AFP) - Winter will be long for the east bank. ${report.slice(0, 240)} Ferries could take on some of the traffic, the harbour master told the council. Its members want to hear from the engineers before they decide on a second crossing. A student who cycles to the college over there said that she would move.`;
const own = `Halden’s mayor wants the bridge shut for good and a tunnel built in its place. In an interview she called the piers beyond repair, whatever the experts may find. Money is to come from the state, which has promised nothing so far.`;

/** Three sources, of which the second takes up half of the first; one position rests on words in each. */
function bundle(): string {
  const moment = '2025-08-17T09:00:00Z';
  const texts = [report, longer, own];
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'));
  const sources = ['Wire report', 'Evening paper', 'Interview'].map((title, i) =>
    newSource({ title, text: hashes[i]!, importedAt: moment })
  );
  const words = ['will stay shut until March', 'will stay shut until March', 'shut for good'];
  const annotations = sources.map(({ id }, i) => {
    const start = texts[i]!.indexOf(words[i]!);
    const quote = { exact: words[i]!, prefix: '', suffix: '' };
    const position = { start, end: start + words[i]!.length };
    return newAnnotation({ type: 'source', id, selectors: { quote, position } }, moment);
  });
  const [city, shut] = [newActor('Halden', 'organisation'), newIssue('Should the bridge be shut?')];
  const briefing = {
    ...emptyBriefing('The bridge'),
    sources,
    annotations,
    actors: [city],
    issues: [shut],
    positions: [
      entry(1, { actor: city.id, issue: shut.id, evidence: annotations.map(({ id }) => id) })
    ]
  };
  const byHash = Object.fromEntries(hashes.map((hash, i) => [hash, texts[i]!]));
  return JSON.stringify({ schema: bundleSchema, briefing, texts: byHash });
}

const origins = (page: Page) => page.getByRole('region', { name: /^3 sources/ });
const proposal = (page: Page) => origins(page).getByRole('article');
/** The line above the list of sources that unfolds them. */
const line = (page: Page) => page.getByRole('button', { name: /^3 sources/ });
const cell = (page: Page) => page.locator('[data-row="0"][data-column="0"]');

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [{ name: 'bridge.json', text: bundle() }]);
  await expect(openTitle(page)).toHaveValue('The bridge');
  // What it says would lie over the proposals.
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

test(
  'a rewrite is proposed with its passages, counts once when it is confirmed, and undo takes that back',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+3');
    await expect(cell(page)).toContainText('3 sources');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(line(page)).toContainText('1 to check');
    await line(page).click();
    await expect(proposal(page)).toHaveCount(1);
    await proposal(page).getByRole('button', { name: 'Show the passages' }).click();
    const row = proposal(page).getByRole('row').nth(1);
    await expect(row.getByRole('cell').first()).toContainText('will stay shut until March');
    await expect(row.getByRole('cell').last()).toContainText('will stay shut until March');

    await proposal(page).getByRole('button', { name: 'Same origin', exact: true }).click();
    await expect(proposal(page)).toHaveCount(0);
    await expect(origins(page)).toContainText('3 sources, 2 origins');
    await page.keyboard.press('ControlOrMeta+3');
    await expect(cell(page)).toContainText('2 origins');
    await expect(cell(page)).toHaveAttribute('title', '3 reports, 2 origins');
    await cell(page).click();
    await expect(page.getByRole('region', { name: /^Halden on/ })).toContainText(
      '3 reports, 2 origins'
    );
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+3');
    await expect(cell(page)).toContainText('3 sources');
  }
);

test(
  'what is parted is not proposed again, until it is joined by hand',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+1');
    await line(page).click();
    await proposal(page).getByRole('button', { name: 'Different origins' }).click();
    await expect(proposal(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+2');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(origins(page)).not.toContainText('Comparing');
    await expect(proposal(page)).toHaveCount(0);

    await origins(page).getByRole('combobox', { name: 'Join' }).selectOption('Wire report');
    await origins(page).getByRole('combobox', { name: 'with' }).selectOption('Evening paper');
    await origins(page).getByRole('button', { name: 'Same origin', exact: true }).click();
    await expect(origins(page)).toContainText('3 sources, 2 origins');
    await origins(page).getByRole('textbox', { name: 'Origin' }).fill('Town agency');
    await origins(page).getByRole('button', { name: 'Separate Evening paper' }).click();
    await expect(origins(page).getByRole('heading')).toHaveText('3 sources');
  }
);
