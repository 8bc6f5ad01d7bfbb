/** The walk through what new articles bring: sources, suggestions, what differs from what is known, and drafts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, root } from '../fixtures.js';
import { drag, source } from '../select-words.js';
import { articleNamed, dropFiles, openTitle, type TextFile } from '../window.js';
import { look } from './look.js';
import { cards, close, command, dialog, dismissMessages, panel, suggestions } from './ways.js';

const alaska = readFileSync(join(root, 'resources/samples/alaska-summit.txt'), 'utf8');

const council = `Harbour council backs the ferry toll

The harbour council voted on Monday, 5 May 2025, to back a toll on the island ferry from next spring.

“A toll keeps the boats running through the winter,” said Mara Lind, who chairs the council. Lind supports the ferry toll.

Shop owners on the quay had asked for a year without charges, and left the meeting early.

A study by the port found that half of the fleet must be replaced within six years.
`;
const first: TextFile = { name: 'toll.txt', text: council };
const update: TextFile = {
  name: 'toll-later.txt',
  text: council.replace('through the winter', 'through the whole winter')
};
const reversal: TextFile = {
  name: 'herald.txt',
  text: `Council chair turns against the toll

The chair met pupils and their parents in the school hall on Thursday, 8 May 2025. Mara Lind said that she opposes the ferry toll.

Nobody has told the harbour council yet where else the money for new boats could come from.
`
};

/** On the source of the sample. */
export async function walkSources(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+1');
  await expect(source(page)).toContainText('ranks second among');
  await look(page, 'sources');

  await drag(page, 'the best way to end the horrific war');
  await keyboard.press('e');
  const popover = dialog(page, 'Position on the selected words');
  await expect(popover.getByText('Reading who speaks…')).toHaveCount(0, { timeout: 60_000 });
  await keyboard.press('s');
  await look(page, 'position on selected words', popover);
  await keyboard.press('Escape');
  await expect(popover).toHaveCount(0);
  // One press closes the bar of the selected words, which comes back after the popover, another the note at them.
  const bar = page.getByRole('toolbar', { name: 'Annotate the selected words' });
  const note = page.getByRole('combobox', { name: 'Kind of annotation' });
  await expect(bar).toBeVisible();
  await expect(async () => {
    await keyboard.press('Escape');
    await expect(bar.or(note)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();

  await keyboard.press('ControlOrMeta+4');
  await expect(suggestions(page)).toBeVisible();
  await expect(page.getByText('one queue from 4 sources')).toBeVisible();
  await look(page, 'what is new in the sample');
}

/** In a briefing of the council’s article: an update of it, its reversal, and a copy. */
export async function walkNewSources(page: Page): Promise<void> {
  const { keyboard } = page;
  await dropFiles(page, [first]);
  await expect(openTitle(page)).toHaveValue('Harbour council backs the ferry toll');
  await keyboard.press('ControlOrMeta+4');
  await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('all');
  await expect(suggestions(page)).toBeVisible();
  await look(page, 'list of suggestions', page.locator('#view-new'));
  await suggestions(page)
    .getByText(/supports/i)
    .first()
    .click();
  await keyboard.press('e');
  await expect(page.getByRole('form', { name: 'Edit the suggestion' })).toBeVisible();
  await look(page, 'suggestion that is edited', page.getByRole('region', { name: 'Suggestions' }));
  await keyboard.press('Escape');
  await suggestions(page).focus();
  await keyboard.press('a');
  await expect(page.getByText(/\d accepted/).first()).toBeVisible();

  await dropFiles(page, [reversal], 'source');
  const differs = suggestions(page).getByRole('option').filter({ hasText: 'Mara Lind opposes' });
  await expect(differs).toContainText('differs');
  await differs.click();
  await expect(page.getByRole('region', { name: 'What it differs from' })).toContainText(
    'In force'
  );
  await dismissMessages(page);
  await look(page, 'suggestion that differs', page.getByRole('region', { name: 'Suggestions' }));
  await page.getByRole('button', { name: /^Accept and supersede/ }).click();
  const came = page.getByRole('region', { name: 'What came in' });
  const day = came.getByRole('textbox', { name: 'Since the day' });
  await day.fill('1 May 2025');
  await day.press('Enter');
  await expect(came).toContainText('supersedes supports');
  await look(page, 'what came in', came);

  await dropFiles(page, [update], 'source');
  await expect(page.getByText(/was added as an update of “Harbour council/)).toBeVisible();
  await dismissMessages(page);
  await keyboard.press('ControlOrMeta+1');
  const list = page.getByRole('region', { name: 'List of sources' });
  await expect(list.locator('[data-source]')).toHaveCount(3);
  await page.getByText(/^See the \d+ changes?$/).click();
  await expect(
    page.getByRole('region', { name: 'Evidence that the update touches' })
  ).toBeVisible();
  await look(page, 'what an update changed', panel(page, 'Read'));

  await list.locator('[data-source]').last().focus();
  await keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await look(page, 'menu of a source');
  await close(page);
}

/** A reference, which has no text, in the briefing that is open. */
export async function walkReference(
  page: Page,
  electronApp: ElectronApplication,
  home: string
): Promise<void> {
  const file = join(home, 'references.bib');
  writeFileSync(file, '@misc{a, title = {{Minutes of the harbour council}}, date = {2025-05}}\n');
  await electronApp.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await command(page, 'Import references');
  await page
    .getByRole('region', { name: 'List of sources' })
    .getByText('Minutes of the harbour council')
    .click();
  await expect(source(page)).toContainText('it came in as a reference');
  await page.locator('[data-source-facts] summary').click();
  await page.getByLabel('How it describes people it does not name').fill('two shop owners');
  await dismissMessages(page);
  await look(page, 'reference', panel(page, 'Read'));
}

export async function walkImports(page: Page): Promise<void> {
  const [old, older] = [articleNamed('Old'), articleNamed('Older')];
  await dropFiles(page, [old, older]);
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText('Imported 2 articles.');
  await dismissMessages(page);
  await dropFiles(page, [
    old,
    { name: 'broken.pdf', text: '%PDF-1.7\n1 0 obj' },
    articleNamed('New'),
    older,
    { name: 'empty.md', text: '' }
  ]);
  await messages.getByRole('alert').getByRole('button', { name: 'Read all' }).click();
  await expect(page.getByRole('dialog', { name: 'Messages to read' })).toContainText(
    'empty.md is empty'
  );
  await look(page, 'import that is summed up', messages);
  await page.keyboard.press('Escape');
  await dismissMessages(page);
}

/** What an article becomes unless a person chooses otherwise: the queue of what it suggests, and a draft to be confirmed. */
export async function walkDrafts(page: Page): Promise<void> {
  const { keyboard } = page;
  await dropFiles(page, [{ name: 'summit.txt', text: `After the summit\n\n${alaska}` }]);
  await keyboard.press('ControlOrMeta+4');
  await suggestions(page).focus();
  await keyboard.press('1');
  await keyboard.press('c');
  await expect(page.getByRole('region', { name: 'The current statement' })).toBeVisible();
  await look(page, 'queue of suggestions', page.locator('#view-new'));

  await keyboard.press('ControlOrMeta+,');
  await dialog(page, 'Settings')
    .getByRole('radio', { name: /^A draft/ })
    .check();
  await close(page);
  await dropFiles(page, [
    {
      name: 'talks.txt',
      text: alaska.replace(
        'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal',
        'A Deal Before a Ceasefire'
      )
    }
  ]);
  await expect(openTitle(page)).toHaveValue('A Deal Before a Ceasefire');
  await page.keyboard.press('ControlOrMeta+2');
  const said = page.getByRole('listitem', { name: /: Who says what, / });
  await expect(said).toContainText(/\d unreviewed/);
  await dismissMessages(page);
  await look(page, 'draft to be confirmed');
  await said.getByRole('button', { name: 'Confirm line 1', exact: true }).click();
  await said.getByRole('button', { name: 'Confirm line 2', exact: true }).focus();
  await look(page, 'lines of a draft', said);
  await expect(cards(page).first()).toBeVisible();
}
