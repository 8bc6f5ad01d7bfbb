/** Two stances of one actor in force at once, of one day: told by every place of the window and in print. */
import { join } from 'node:path';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../src-main/domain/briefing/bundle.js';
import { newActor, newIssue } from '../src-main/domain/briefing/entries.js';
import { entry } from '../src-main/domain/ledger/testing/ledger.js';
import { exportTo, read } from './export-pdf.js';
import { expect, test } from './fixtures.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

test(
  'of one day neither is later; contested, both are told by the matrix, the answers and the brief',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await whenOpen(page);
    const mayor = { ...newActor('The mayor', 'person'), aliases: ['Mayor Lind'] };
    const other = newActor('Mayor Lind', 'person');
    const issue = newIssue('Should there be a toll?');
    const cell = { actor: mayor.id, issue: issue.id, said: '2025-08-11' };
    const briefing = {
      ...emptyBriefing('The crossing'),
      actors: [mayor],
      issues: [issue],
      positions: [
        entry(1, { ...cell, stance: 'supports', statement: 'She backs the toll.' }),
        entry(2, { ...cell, stance: 'opposes', statement: 'She is against the toll.' })
      ]
    };
    const namesake = {
      ...emptyBriefing('The budget'),
      actors: [other],
      issues: [issue],
      positions: [entry(1, { actor: other.id, issue: issue.id, stance: 'opposes' })]
    };
    for (const [name, of] of [
      ['budget.json', namesake],
      ['crossing.json', briefing]
    ] as const) {
      const text = JSON.stringify({ schema: bundleSchema, briefing: of, texts: {} });
      await dropFiles(page, [{ name, text }]);
      await expect(openTitle(page)).toHaveValue(of.title);
      await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    }

    await page.getByRole('tab', { name: /^New/ }).click();
    const point = page.getByRole('region', { name: 'To decide' }).getByRole('article');
    await expect(point).toContainText('A, same day · 11 August 2025');
    await expect(point).toContainText('B, same day · 11 August 2025');
    await expect(point.getByRole('button', { name: /^Later/ })).toHaveCount(0);
    await expect(point.getByRole('button', { name: /^A supersedes B/ })).toBeVisible();
    await point.focus();
    await page.keyboard.press('s');
    await expect(point).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+3');
    const filled = page.getByRole('gridcell').filter({ hasText: 'Opposes' });
    await expect(filled).toContainText('Open point');
    await expect(filled).toContainText('Supports');

    await page.getByRole('tab', { name: /^New/ }).click();
    await point.focus();
    await page.keyboard.press('c');
    await page.keyboard.press('ControlOrMeta+3');
    await expect(filled).toContainText('Contested');
    await expect(filled).toContainText('Supports');

    await page.keyboard.press('ControlOrMeta+Shift+W');
    const answer = page.getByRole('region', { name: 'Who supports or opposes' });
    for (const [stance, beside, sentence] of [
      ['supports', 'contested: opposes', /^1 supports, 1 opposes/],
      ['opposes', 'contested: supports', /^1 opposes, 1 supports/]
    ] as const) {
      await answer.getByRole('combobox', { name: 'Who' }).selectOption(stance);
      await answer.getByRole('combobox', { name: 'Issue' }).fill('toll');
      await answer.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(answer.getByRole('status')).toHaveText(sentence);
      await expect(answer.getByRole('region', { name: 'Not in this answer' })).toBeVisible();
      await expect(answer.getByRole('region')).toHaveCount(2);
      await expect(answer).toContainText(beside);
    }
    await page.keyboard.press('Escape');

    const pdf = join(home, 'brief.pdf');
    const brief = { template: 'brief' } as const;
    expect(await exportTo(electronApp, page, briefing.id, pdf, brief)).toMatchObject({ ok: true });
    expect(read('pdftotext', '-layout', pdf, '-')).toMatch(/≠\s+contested:\s+opposes,\s+supports/);
  }
);
