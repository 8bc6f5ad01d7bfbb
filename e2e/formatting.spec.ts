/** Formats of a card's words: by the bar, by key and by a slash; tables are edited as tables. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const editor = (page: Page) => page.locator('.cm-content');
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Format', exact: true });
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
/** In the menu of the table in which the cursor stands. */
async function inTable(page: Page, name: string): Promise<void> {
  await button(page, 'Rows, columns').click();
  await page.getByRole('menuitem', { name }).click();
}
const offered = (page: Page) => page.getByRole('listbox', { name: 'Put in' });
/** The text as it is read once the editor is closed. */
const body = (page: Page) => cards(page).first().locator('.text');

/** An empty briefing with one card, whose editor is open. */
async function writeCard(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'Write the first card' }).click();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  // The key that opened it wrote nothing.
  await expect(editor(page).locator('.cm-line')).toHaveCount(1);
}

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
  await writeCard(page);
});

test(
  'the bar formats by mouse, shows what the words are, and takes formats off again',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.type('Three conditions');
    await page.keyboard.press('ControlOrMeta+a');
    await button(page, 'Bold').click();
    await expect(button(page, 'Bold')).toHaveAttribute('aria-pressed', 'true');
    await expect(editor(page)).toBeFocused();
    await expect(editor(page)).toHaveText('**Three conditions**');
    await button(page, 'Heading').click();
    await expect(editor(page)).toHaveText('## **Three conditions**');
    await button(page, 'Bold').click();
    await expect(button(page, 'Bold')).toHaveAttribute('aria-pressed', 'false');
    await button(page, 'Bulleted list').click();
    await expect(editor(page)).toHaveText('- Three conditions');
    await expect(button(page, 'Heading')).toHaveAttribute('aria-pressed', 'false');
    await button(page, 'Undo').click();
    await expect(editor(page)).toHaveText('## Three conditions');
    await button(page, 'Redo').click();
    await expect(editor(page)).toHaveText('- Three conditions');
    await expect(button(page, 'Bold')).toHaveAttribute('title', /^Bold \(.+B\)$/);
  }
);

test(
  'the bar is reached by a key, walked by arrows, and left by Escape',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.type('Words');
    await page.keyboard.press('Alt+F10');
    await expect(button(page, 'Bold')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(button(page, 'Code')).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    const signs = button(page, 'Markdown');
    await expect(signs).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Shift+9');
    await expect(editor(page)).toHaveText('> Words');
    const first = editor(page).locator('.cm-line').first();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(first).toHaveText('Words');
    await signs.click();
    await expect(first).toHaveText('> Words');
    await signs.click();
    await expect(first).toHaveText('Words');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Words');
    await page.keyboard.press('ControlOrMeta+Shift+9');
    await expect(editor(page)).toHaveText('> Words');
    await page.keyboard.press('ControlOrMeta+Shift+7');
    await expect(editor(page)).toHaveText('1. Words');
    await page.keyboard.press('Alt+Shift+2');
    await expect(editor(page)).toHaveText('## Words');
    await page.keyboard.press('Escape');
    await expect(body(page).locator('h3')).toHaveText('Words');
  }
);

test(
  'a slash in an empty paragraph offers formats, narrowed down by typing',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.type('Before');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await expect(offered(page).getByRole('option').first()).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await page.keyboard.type('num');
    await expect(offered(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(offered(page)).toHaveCount(0);
    await page.keyboard.type('one');
    await page.keyboard.press('Escape');
    await expect(body(page).locator('ol > li')).toHaveText('one');

    // Escape leaves what was typed; a slash among words is one.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await expect(offered(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(offered(page)).toHaveCount(0);
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('etc and/');
    await expect(offered(page)).toHaveCount(0);
    await expect(editor(page).locator('.cm-line').last()).toHaveText('/etc and/');
  }
);

test('by a slash a table is put in and a card is split', { tag: '@rest' }, async ({ page }) => {
  await page.keyboard.type('Before');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(offered(page).getByRole('option', { name: /^Split the card here/ })).toHaveAttribute(
    'aria-selected',
    'true'
  );
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(2);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('/');
  await offered(page)
    .getByRole('option', { name: /^Table/ })
    .click();
  await page.keyboard.type('Side');
  await page.keyboard.press('Escape');
  await expect(cards(page).nth(1).locator('th')).toHaveText(['Side', 'Column']);
});

test(
  'rows of a spreadsheet are laid over the cells of a table',
  { tag: '@rest' },
  async ({ page }) => {
    await button(page, 'Table').click();
    await page.keyboard.type('Side');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Asks for');
    await page.keyboard.press('Tab');
    await editor(page).evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Kyiv\t1\ty|s\nMoscow\t2\t"two\nlines"\n');
      const init = { clipboardData, bubbles: true, cancelable: true };
      content.dispatchEvent(new ClipboardEvent('paste', init));
    });
    await page.keyboard.press('Escape');
    // A header without words is read as a cell.
    await expect(body(page).locator('th')).toHaveText(['Side', 'Asks for']);
    await expect(body(page).locator('td')).toHaveText([
      '',
      ...['Kyiv', '1', 'y|s'],
      ...['Moscow', '2', 'two lines']
    ]);
  }
);

test('keys lead below a table at the end of a card', { tag: '@rest' }, async ({ page }) => {
  await button(page, 'Table').click();
  await page.keyboard.type('Side');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Below');
  await expect(editor(page).locator('.cm-line').last()).toHaveText('Below');
  for (let i = 0; i < 'Below'.length; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Ends ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('here');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type(' now');
  await page.keyboard.press('Escape');
  await expect(body(page).locator('th')).toHaveText(['Side', 'Column']);
  await expect(body(page).locator('p')).toHaveText('Ends here now');
  await expect(body(page).locator('p strong')).toHaveText('here');
});

test('rows and columns of a table are added and removed', { tag: '@rest' }, async ({ page }) => {
  await button(page, 'Table').click();
  await page.keyboard.type('Side');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Asks for');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kyiv');
  await inTable(page, 'Add column');
  await page.keyboard.type('yes');
  await inTable(page, 'Add row');
  await page.keyboard.type('Moscow');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ankara | a');
  // No key takes a bar or a row away.
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(button(page, 'Table')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  // A header without words is read as a cell.
  await expect(body(page).locator('th')).toHaveText(['Side', 'Asks for']);
  await expect(body(page).locator('td')).toHaveText([
    '',
    ...['Kyiv', 'yes', ''],
    ...['Moscow', '', ''],
    ...['Ankara | a', '', '']
  ]);

  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  await inTable(page, 'Remove column');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await inTable(page, 'Remove row');
  await page.keyboard.press('Escape');
  await expect(body(page).locator('th')).toHaveText(['Side', 'Asks for']);
  await expect(body(page).locator('td')).toHaveText(['Kyiv', '', 'Ankara | a', '']);

  // Typed as Markdown it is a table as well.
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('| Side | Asks |\n| --- | --- |\n| Kyiv | a ceasefire |');
  await page.keyboard.press('Escape');
  await expect(body(page).locator('th')).toHaveText(['Side', 'Asks']);
  await expect(body(page).locator('td')).toHaveText(['Kyiv', 'a ceasefire']);
});
