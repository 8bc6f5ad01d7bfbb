/** Several articles in one briefing, in the real window: added by drop and by keys, told apart, taken out, and there after a restart. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { addDialog, dropFiles, openTitle, type TextFile, whenOpen } from './window.js';

const story = `Harbour council backs the ferry toll

The harbour council voted on Monday to back a toll on the island ferry from next spring.

“A toll keeps the boats running through the winter,” said Mara Lind, who chairs the council.

Shop owners on the quay had asked for a year without charges, and left the meeting early.

A study by the port found that half of the fleet must be replaced within six years.
`;
const first: TextFile = { name: 'toll.txt', text: story };
const update: TextFile = {
  name: 'toll-later.txt',
  text: story.replace('from next spring', 'from the first of May')
};
const other: TextFile = {
  name: 'library.txt',
  text: `Library opens its reading room again

After three years of repairs the town library opened its reading room on Friday.

“The oldest maps are back,” said Jonas Berg, the librarian, before the first pages were read.
`
};

const list = (page: Page) => page.getByRole('region', { name: 'List of sources' });
const rowsOf = (page: Page) => list(page).locator('[data-source]');

async function withFirst(page: Page): Promise<void> {
  await whenOpen(page);
  await dropFiles(page, [first]);
  await expect(openTitle(page)).toHaveValue('Harbour council backs the ferry toll');
}

test('by mouse: a second article, an update, one taken out and back, references, and all there after a restart', async ({
  launch,
  home
}) => {
  const app = await launch();
  const page = await app.firstWindow();
  await withFirst(page);
  await dropFiles(page, [other], 'source');
  await expect(page.getByText('“Library opens its reading room again” was added.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^New/ })).toHaveAttribute('aria-selected', 'true');
  // What it says is suggested at once, from the words that came in a moment ago.
  const current = page
    .getByRole('listbox', { name: 'Suggestions' })
    .getByRole('option', { selected: true });
  await expect(current).toContainText('Jonas Berg');
  await page.getByRole('tab', { name: /^Read/ }).click();
  await expect(rowsOf(page)).toHaveCount(2);

  await dropFiles(page, [update], 'source');
  await expect(page.getByText(/was added as an update of “Harbour council/)).toBeVisible();
  await page.getByRole('tab', { name: /^Read/ }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(rowsOf(page).filter({ hasText: 'Newer version' })).toHaveCount(1);

  await rowsOf(page).filter({ hasText: 'Library opens its reading room again' }).click();
  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog', { name: 'Take out this source?' });
  await expect(question.getByText('Nothing rests on it.')).toBeVisible();
  await question.getByRole('button', { name: 'Take out' }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(rowsOf(page)).toHaveCount(3);

  const references = join(home, 'from-zotero.bib');
  await writeFile(
    references,
    '@misc{a, title = {{Minutes of the harbour council}}, date = {2025-05}}\n' +
      '@misc{b, title = {library opens its reading room again}}\n'
  );
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, references);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill('Import references');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 source added, 1 in the briefing already\./)).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(4);
  await list(page).getByText('Minutes of the harbour council').click();
  await expect(page.getByRole('article', { name: 'Text of the source' })).toContainText(
    'it came in as a reference'
  );
  // Undo has unfolded the details, and they stay so from one source to the next.
  await page.getByLabel('How it describes people it does not name').fill('two shop owners');

  await app.close();
  const again = await (await launch()).firstWindow();
  await whenOpen(again);
  await again.getByRole('tab', { name: /^Read/ }).click();
  await expect(rowsOf(again)).toHaveCount(3);
  await list(again).getByRole('button', { name: 'Updated once' }).click();
  await expect(rowsOf(again)).toHaveCount(4);
  await list(again).getByText('Library opens its reading room again').click();
  await expect(again.getByText('The oldest maps are back').first()).toBeVisible();
});

test('an update shows what changed and which evidence that touches, and is none once its author says so', async ({
  launch
}) => {
  const page = await (await launch()).firstWindow();
  await withFirst(page);
  // A statement of the chair rests on the words that the update edits.
  await page.keyboard.press('ControlOrMeta+4');
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
  await suggestions
    .getByText(/A toll keeps the boats/)
    .first()
    .click();
  await page.keyboard.press('a');
  await expect(page.getByText(/1 accepted|2 accepted/)).toBeVisible();
  const edited = { name: 'edited.txt', text: story.replace('the winter', 'the whole winter') };
  await dropFiles(page, [edited], 'source');
  await expect(page.getByText(/was added as an update of/)).toBeVisible();

  await page.keyboard.press('ControlOrMeta+1');
  await page.getByText('See the 1 change').click();
  const touched = page.getByRole('region', { name: 'Evidence that the update touches' });
  await expect(touched).toContainText('1 quote of the evidence changed');
  await expect(touched).toContainText('Edited');
  await expect(touched.locator('ins')).toContainText('whole');
  await expect(touched).toContainText('1 statement');
  await touched.getByRole('button', { name: 'Show in the earlier version' }).click();
  await expect(page.getByText(/^A newer version came on/)).toBeVisible();

  await rowsOf(page).nth(1).click();
  await page.locator('[data-source-facts] summary').click();
  await page.getByRole('combobox', { name: 'Newer version of' }).selectOption('No other source');
  const newer = rowsOf(page).filter({ hasText: 'Newer version' });
  await expect(newer).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('German');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(newer).toHaveCount(1);
});

test(
  'by keys: a source of another briefing comes with its facts, once; Escape leaves the choice',
  { tag: '@rest' },
  async ({ launch }) => {
    const page = await (await launch()).firstWindow();
    await withFirst(page);
    const choose = async () => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.type('another briefing');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: 'From which briefing?' })).toBeFocused();
    };
    await choose();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const told of [
      /^“No Ceasefire First” was added\.\s+The briefing’s date is now 17 August 2025\.$/,
      /^“No Ceasefire First” is in this briefing already as “No Ceasefire First”/
    ]) {
      await choose();
      await page.keyboard.type('After Alaska');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: 'Which source of it?' })).toBeFocused();
      await page.keyboard.type('No Ceasefire');
      await page.keyboard.press('Enter');
      await expect(page.getByText(told)).toBeVisible();
    }
    await page.keyboard.press('ControlOrMeta+1');
    await expect(rowsOf(page)).toHaveCount(2);
    await expect(rowsOf(page).last()).toContainText('Regional daily');
    await expect(page.locator('[data-source-facts] > summary')).toContainText('grade C3');
  }
);

test(
  'by keys: a pasted article becomes a source, and the same one again leads to it',
  { tag: '@rest' },
  async ({ launch }) => {
    const page = await (await launch()).firstWindow();
    await withFirst(page);
    const paste = async (text: string) => {
      await page.keyboard.press('ControlOrMeta+Shift+V');
      await expect(addDialog(page)).toBeVisible();
      // In the place of what another program may have copied.
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
      await page.keyboard.press('ControlOrMeta+Enter');
    };
    await paste(other.text);
    await expect(page.getByText('“Library opens its reading room again” was added.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+1');
    await expect(rowsOf(page)).toHaveCount(2);
    await paste(story);
    await expect(
      page.getByText(/is in this briefing already as “Harbour council backs the ferry toll”/)
    ).toBeVisible();
    await page.keyboard.press('ControlOrMeta+1');
    await expect(rowsOf(page)).toHaveCount(2);
  }
);

test(
  'the answer for what is dropped is kept, and the settings can change it',
  { tag: '@rest' },
  async ({ launch }) => {
    const page = await (await launch()).firstWindow();
    await withFirst(page);
    await dropFiles(page, [other], null);
    await addDialog(page).getByRole('checkbox').check();
    await addDialog(page).getByRole('button', { name: 'Add to this briefing' }).click();
    await expect(page.getByText('“Library opens its reading room again” was added.')).toBeVisible();
    await dropFiles(page, [update], null);
    await expect(page.getByText(/was added as an update of/)).toBeVisible();
    await expect(addDialog(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText(
      'Add to this briefing'
    );
  }
);
