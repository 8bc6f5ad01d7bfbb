/** Undo that can be trusted: in a field it stays there, elsewhere it says what it took back and where, and nothing is lost to it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { chooseCommand } from './native-menu.js';
import { dropFiles, openTitle, whenOpen } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const notes = (page: Page) => page.locator('[data-annotation]:visible');
const editor = (page: Page) => page.locator('.cm-content');
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const saved = (page: Page) => page.getByText('Saved', { exact: true });
const source = (page: Page) => page.getByRole('article', { name: 'Text of the source' });

const article = {
  name: 'guns.txt',
  text: `The guns fall silent

GENEVA, 3 May 2025 - Prime Minister Ann Lee said on Friday that the government rejects any cut to 40 schools.

“We will not close a school,” Lee told reporters. The council cannot spend more than it has.

Opposition leader Bo Ray said that he opposes the plan. Ray supports a referendum, he added.
`
};

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z');
}

async function redo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+Z');
}

/** Runs a command that has no key, as its person does. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** Selects words of a text that is shown, as a reader does. */
async function select(page: Page, root: string, words: string): Promise<void> {
  await page.locator(root).evaluate((element, wanted) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      (element as HTMLElement).focus();
      return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`“${wanted}” is not shown`);
  }, words);
  await expect(page.getByRole('toolbar', { name: 'Annotate the selected words' })).toBeVisible();
}

/** The whole text of the source as it is annotated: its highlights and notes, in order. */
async function annotated(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('ControlOrMeta+1');
  return notes(page).evaluateAll((all) => all.map((one) => one.textContent.replace(/\s+/g, ' ')));
}

test('by keys alone: a highlight, its note and a card are undone one by one, each by its name, and all come back', async ({
  page
}) => {
  await whenOpen(page);
  await expect(cards(page)).toHaveCount(12);
  await page.keyboard.press('ControlOrMeta+1');
  const before = await notes(page).count();
  await source(page).focus();
  await page.keyboard.press('s');
  await page.keyboard.press('4');
  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Check this against the wire.');
  await page.keyboard.press('Escape');
  await expect(notes(page)).toHaveCount(before + 1);
  const quote = '“Trump Drops Ceasefire Demand and…”';

  await page.keyboard.press('ControlOrMeta+2');
  await cards(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Words of today.');
  await expect(saved(page)).toBeVisible();

  // In the card its typing goes, and nothing else, however often the key is pressed.
  await undo(page);
  await expect(editor(page)).not.toContainText('Words of today.');
  await undo(page);
  await expect(messages(page)).toContainText('Nothing more to undo here. Press Escape, then');
  await expect(messages(page)).toContainText(`to undo: note on ${quote}.`);
  await undo(page);
  await undo(page);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(notes(page).filter({ hasText: 'Check this against the wire.' })).toHaveCount(1);

  // Outside of it each step is named, and leads there from wherever the person is.
  await page.keyboard.press('ControlOrMeta+3');
  await undo(page);
  await expect(messages(page)).toContainText(`Undid: note on ${quote}.`);
  await expect(source(page)).toBeVisible();
  await expect(page.locator('[data-annotation][aria-current=true]')).toBeFocused();
  await undo(page);
  await expect(messages(page)).toContainText(`Undid: highlight of ${quote}.`);
  await expect(source(page)).toBeFocused();
  await expect(notes(page)).toHaveCount(before);
  await undo(page);
  await expect(messages(page)).toContainText('There is nothing to undo.');

  await redo(page);
  await expect(messages(page)).toContainText(`Redid: highlight of ${quote}.`);
  await redo(page);
  await expect(messages(page)).toContainText(`Redid: note on ${quote}.`);
  await redo(page);
  await expect(messages(page)).toContainText('Redid: text of the card “Trump, in his own words”.');
  await expect(cards(page).nth(1)).toBeFocused();
  await expect(cards(page).nth(1)).toContainText('Words of today.');
});

test('what undo and new work together would throw away is in Versions, and comes back from there', async ({
  page
}) => {
  await whenOpen(page);
  await dropFiles(page, [article]);
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list).toBeVisible();
  await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('position');
  await list.focus();
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('a');
  const tally = page.getByRole('region', { name: 'Suggestions' }).getByRole('status').first();
  await expect(tally).not.toContainText('· 0 accepted');
  await expect.poll(async () => (await annotated(page)).length).toBeGreaterThan(1);
  const words = await annotated(page);

  await undo(page);
  await expect(messages(page)).toContainText('Undid: accepting the suggestion');
  await expect(list).toBeFocused();
  await undo(page);
  await expect(tally).toContainText('· 0 accepted');
  await page.keyboard.press('ControlOrMeta+2');
  await openTitle(page).fill('Begun anew');
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  await expect.poll(() => annotated(page)).toEqual([]);

  await command(page, 'Versions');
  const dialog = page.getByRole('dialog', { name: 'Versions of this briefing' });
  const undone = dialog.getByRole('option', { name: /^Before an undo: accepting the suggestion/ });
  await expect(undone).toHaveCount(1);
  await undone.click();
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(messages(page)).toContainText('Restored');
  await expect.poll(() => annotated(page)).toEqual(words);
});

test(
  'accepting many is one step, and so is undoing it',
  { tag: '@rest' },
  async ({ page, electronApp, nativeMenu }) => {
    await whenOpen(page);
    await dropFiles(page, [article]);
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list).toBeVisible();
    await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('actor');
    await list.focus();
    await page.keyboard.press('Shift+A');
    const tally = page.getByRole('region', { name: 'Suggestions' }).getByRole('status').first();
    await expect(tally).not.toContainText('· 0 accepted');
    await page.keyboard.press('ControlOrMeta+2');
    if (nativeMenu) await chooseCommand(electronApp, 'edit.undo');
    else {
      await page.getByRole('menubar').getByRole('menuitem', { name: 'Edit' }).click();
      const item = page
        .getByRole('menu', { name: 'Edit' })
        .getByRole('menuitem', { name: /^Undo/ });
      await expect(item).toContainText(/Undo accepting \d+ suggestions/);
      await item.click();
    }
    await expect(messages(page)).toContainText(/Undid: accepting \d+ suggestions\./);
    await expect(tally).toContainText('· 0 accepted');
    await messages(page).getByRole('button', { name: 'Redo' }).click();
    await expect(tally).not.toContainText('· 0 accepted');
  }
);

test('undo in a note leaves the card alone that was written since, and undo in the title the note', async ({
  page
}) => {
  await whenOpen(page);
  await expect(cards(page)).toHaveCount(12);
  const title = await openTitle(page).inputValue();
  await openTitle(page).press('End');
  await page.keyboard.type(' today');
  const note = notes(page).first();
  await note.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Escape');
  await cards(page).nth(4).getByRole('textbox', { name: 'Heading' }).fill('A heading of mine');

  await openTitle(page).focus();
  await undo(page);
  await expect(openTitle(page)).toHaveValue(title);
  await expect(openTitle(page)).toBeFocused();
  await expect(note).toContainText('Mine');
  await note.focus();
  await page.keyboard.press('Enter');
  const written = note.getByLabel('Note, in Markdown');
  await expect(written).toHaveValue('Mine');
  await expect(async () => {
    await undo(page);
    expect(await written.inputValue()).not.toContain('M');
  }).toPass();
  await expect(cards(page).nth(4).getByRole('textbox', { name: 'Heading' })).toHaveValue(
    'A heading of mine'
  );
  await expect(openTitle(page)).toHaveValue(title);
  await redo(page);
  await expect(written).not.toHaveValue('');
});

test(
  'a form, a note or tags that are given up leave nothing behind and lead back to the words',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+1');
    const before = await notes(page).count();
    await expect(source(page)).toBeVisible();
    const phrase = 'a day after he met';
    for (const [keys, name] of [
      // The first E opens the popover, and the second all of the form.
      ['ee', 'Record a position'],
      ['f', 'Record a figure']
    ] as const) {
      await select(page, '[data-text]', phrase);
      for (const key of keys) await page.keyboard.press(key);
      const form = page.getByRole('dialog', { name });
      await expect(form.getByRole('checkbox', { name: phrase })).toBeChecked();
      await page.keyboard.press('Escape');
      await expect(form).toHaveCount(0);
      await expect(source(page)).toBeFocused();
      expect(await page.evaluate(() => String(getSelection()))).toBe(phrase);
    }
    for (const key of ['n', 't']) {
      await select(page, '[data-text]', phrase);
      await page.keyboard.press(key);
      await expect(notes(page)).toHaveCount(before + 1);
      await expect(page.locator('li[data-annotation] :is(textarea, input):focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(notes(page)).toHaveCount(before);
      await expect(source(page)).toBeFocused();
    }
    await undo(page);
    await expect(messages(page)).toContainText('There is nothing to undo.');

    await select(page, '[data-text]', phrase);
    await page.keyboard.press('n');
    await page.keyboard.type('Which day?');
    await page.keyboard.press('Escape');
    const noted = notes(page).filter({ hasText: 'Which day?' });
    await expect(noted.getByLabel('Kind of annotation').locator('option:checked')).toHaveText(
      'Note'
    );
  }
);

test(
  'a list ends where an empty item is left, and a blank line parts it from what follows, however fast it is typed',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+n');
    await page.getByRole('button', { name: 'Write the first card' }).click();
    await page.keyboard.press('Enter');
    await expect(editor(page)).toBeFocused();
    const lines = () =>
      editor(page).evaluate((content) =>
        [...content.querySelectorAll('.cm-line')].map((line) => line.textContent)
      );
    for (const [keys, written] of [
      ['- coal\n\nText', ['• coal', '', 'Text']],
      ['- coal\ngas\n\nText', ['• coal', '• gas', '', 'Text']],
      ['1. coal\n\nText', ['1. coal', '', 'Text']],
      ['Intro.\n\n- coal\n\n\nText', ['Intro.', '', '• coal', '', '', 'Text']]
    ] as const) {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.type(keys);
      expect(await lines()).toEqual(written);
    }
  }
);
