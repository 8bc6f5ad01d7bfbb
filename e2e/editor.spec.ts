/** Writing in cards in the real window: annotations stay on their words through every kind of edit. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { wordKey } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const editor = (page: Page) => page.locator('.cm-content');

/** The words painted as a kind in the texts that are read. */
function painted(page: Page, kind: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    kind
  );
}

/** An empty briefing with one card, whose editor is open. */
async function writeCard(page: Page, body: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('button', { name: 'Write the first card' }).click();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.insertText(body);
}

async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await editor(page).evaluate((content, all) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(all)) clipboardData.setData(type, value);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    content.dispatchEvent(event);
  }, data);
}

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
});

test('annotations follow what is typed, undone, cut, pasted, split and merged', async ({
  page
}) => {
  await writeCard(page, 'One two **three** four.\n\nFive six seven.');
  await page.keyboard.press('Escape');
  await expect(cards(page).first().locator('.text')).toContainText('Five six seven.');
  await page.keyboard.press('s');
  await page.keyboard.press('1');
  await page.keyboard.press('s');
  await page.keyboard.press('5');
  await expect.poll(() => painted(page, 'key')).toEqual(['One two three four.']);
  await expect.poll(() => painted(page, 'doubt')).toEqual(['Five six seven.']);

  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five six seven.');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('Zero. ');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Home');
  await page.keyboard.press(`${wordKey}+ArrowRight`);
  await page.keyboard.type(' and a half');
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five and a half six seven.');
  // The signs of Markdown are hidden where the cursor is not.
  await expect(editor(page).locator('.cm-line').first()).toHaveText('Zero. One two three four.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five six seven.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page).locator('.cm-line').first()).toHaveText('One two **three** four.');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five and a half six seven.');

  // A line is moved by key, above the other.
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five and a half six seven.');
  await page.keyboard.press('ControlOrMeta+z');

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(cards(page)).toHaveCount(2);
  await expect(editor(page)).toBeFocused();
  await expect(editor(page).locator('.cm-note-doubt')).toHaveText('Five and a half six seven.');
  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page, 'key')).toEqual(['One two three four.']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+Shift+J');
  await expect(cards(page)).toHaveCount(1);
  await expect.poll(() => painted(page, 'doubt')).toEqual(['Five and a half six seven.']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cards(page)).toHaveCount(1);
  await expect.poll(() => painted(page, 'doubt')).toEqual(['Five and a half six seven.']);
});

test(
  'an empty card takes what is typed on it, from the first letter',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type('A heading');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Important words.');
    await expect(editor(page)).toHaveText('Important words.');
  }
);

test(
  'rich text is pasted as Markdown, an address over words as their link',
  { tag: '@rest' },
  async ({ page }) => {
    await writeCard(page, 'See ');
    await paste(page, {
      'text/plain': 'ignored',
      'text/html':
        '<div>A <b>bold</b> claim<script>alert(1)</script><ul><li>one</li><li>two</li></ul><img src="https://a.example/x.png" onerror="alert(1)"></div>'
    });
    await page.keyboard.press('Escape');
    const body = cards(page).first().locator('.text');
    await expect(body.locator('strong')).toHaveText('bold');
    await expect(body.locator('li')).toHaveText(['one', 'two']);
    await expect(body).not.toContainText('alert');

    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await paste(page, { 'text/plain': 'Plain *text*', 'text/html': '<span>Plain *text*</span>' });
    await page.keyboard.press('ControlOrMeta+a');
    await paste(page, { 'text/plain': 'https://a.example/' });
    await expect(editor(page)).toHaveText('[Plain *text*](https://a.example/)');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(editor(page)).toHaveText('Plain *text*');

    await page.keyboard.press('ControlOrMeta+a');
    const html = `${'<b>'.repeat(20_000)}Words`;
    await paste(page, { 'text/plain': 'Words alone', 'text/html': html });
    await expect(page.getByText('Its words were pasted as plain text.')).toBeVisible();
    await expect(editor(page)).toHaveText('Words alone');
  }
);

test(
  'lists go on by Enter, indent by Tab; tables grow by Tab and by command',
  { tag: '@rest' },
  async ({ page }) => {
    await writeCard(page, '');
    await page.keyboard.type('- one\ntwo');
    await page.keyboard.press('Tab');
    await expect(editor(page).locator('.cm-line').nth(1)).toHaveText('  - two');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill('Insert table');
    await page.keyboard.press('Enter');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('Side');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Stance');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A');
    await page.keyboard.press('Tab');
    await page.keyboard.type('yes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('B');
    await page.keyboard.press('Escape');
    const body = cards(page).first().locator('.text');
    await expect(body.locator('th')).toHaveText(['Side', 'Stance']);
    await expect(body.locator('td')).toHaveText(['A', 'yes', 'B', '']);
    await expect(body.locator('li')).toHaveText(['one', 'two']);
  }
);

test(
  'misspelt words are underlined; by key they are mended or learnt, and other languages are left alone',
  { tag: '@rest' },
  async ({ page }) => {
    await writeCard(page, 'The negotation about `coed` in Wrodville will continue with Zelenskyy.');
    const wrong = editor(page).locator('.cm-misspelt');
    await expect(wrong).toHaveText(['negotation', 'Wrodville', 'Zelenskyy']);
    await expect(page.getByText('Spelling: British English')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press(`${wordKey}+ArrowRight`);
    await page.keyboard.press(`${wordKey}+ArrowRight`);
    await page.keyboard.press('ControlOrMeta+.');
    const menu = page.getByRole('menu', { name: 'Spelling of negotation' });
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(editor(page)).toContainText('The negotiation about');
    await expect(editor(page)).toBeFocused();

    await wrong.filter({ hasText: 'Wrodville' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Add “Wrodville” to the dictionary' }).click();
    await expect(wrong).toHaveText(['Zelenskyy']);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(editor(page)).toContainText('The negotation about');

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      'Die Bundesregierung hat am Montag erklärt, dass sie den Vorschlag der Kommission ablehnt und neue Gespräche fordert.'
    );
    await expect(page.getByText('Spelling: off, not English')).toBeVisible();
    await expect(wrong).toHaveCount(0);
  }
);

test(
  'words are marked inside of the editor, where a double click put the cursor',
  { tag: '@rest' },
  async ({ page }) => {
    await writeCard(page, 'Alpha **beta** gamma delta.');
    await page.keyboard.press('Escape');
    const strong = cards(page).first().locator('strong');
    await strong.dblclick();
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press(`${wordKey}+ArrowLeft`);
    await page.keyboard.press(`${wordKey}+Shift+ArrowRight`);
    await page.keyboard.press('ControlOrMeta+Shift+H');
    await expect(editor(page).locator('.cm-note-key')).toHaveText('beta');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('Omega ');
    await editor(page).locator('.cm-note-key').dblclick();
    // Not by key: tests that run side by side share one clipboard.
    await editor(page).evaluate((content) => {
      const clipboardData = new DataTransfer();
      content.dispatchEvent(
        new ClipboardEvent('cut', { clipboardData, bubbles: true, cancelable: true })
      );
    });
    await expect(editor(page).locator('.cm-note-key')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' So ');
    await paste(page, { 'text/plain': 'beta' });
    await expect(editor(page).locator('.cm-note-key')).toHaveText('beta');
    await page.keyboard.press('Escape');
    await expect(cards(page).first().locator('.text')).toContainText('delta. So beta');
    await expect.poll(() => painted(page, 'key')).toEqual(['beta']);
  }
);
