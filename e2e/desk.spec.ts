/** Work on the cards of a briefing, in the real window: by keys and by pointer, undone and saved. */
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { showDetails } from './window.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const headings = (page: Page) =>
  cards(page).evaluateAll((items) => items.map((item) => item.querySelector('textarea')?.value));
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** As a person does; the page is gone before the key is let go. */
async function quit(page: Page, electronApp: ElectronApplication): Promise<void> {
  const closed = electronApp.waitForEvent('close');
  page.keyboard.press('ControlOrMeta+q').catch(() => undefined);
  await closed;
}

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
});

/** Drags a card by its handle to just below, or above, the middle of another. */
async function drag(page: Page, card: Locator, where: 'below' | 'above', other: Locator) {
  await card.hover();
  const grip = await card.getByRole('button', { name: 'Drag card' }).boundingBox();
  const goal = await other.boundingBox();
  if (!grip || !goal) throw new Error('Nothing to drag');
  const middle = goal.y + goal.height / 2;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x, middle, { steps: 4 });
  await page.mouse.move(grip.x, middle + (where === 'below' ? 5 : -5));
}

test('a card is added, written, moved and deleted by keys alone, and all of it undone', async ({
  page
}) => {
  const before = await headings(page);
  await cards(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('Winter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- coal\ngas');
  const card = cards(page).nth(2);
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  await expect(card.locator('.text li')).toHaveText(['coal', 'gas']);

  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => headings(page)).toEqual([before[0], 'Winter', ...before.slice(1)]);
  await expect(cards(page).nth(1)).toBeFocused();
  await expect(page.getByText('Card Winter is now 2 of 13.')).toBeAttached();

  await page.keyboard.press('Delete');
  await expect.poll(() => headings(page)).toEqual(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cards(page)).toHaveCount(13);

  for (let step = 0; step < 10 && (await cards(page).count()) > 12; step += 1)
    await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => headings(page)).toEqual(before);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(cards(page)).toHaveCount(13);
});

test(
  'while a card is written, the key that adds one begins the next, which has what is typed then',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await cards(page).count();
    await cards(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type('next');
    await expect(cards(page)).toHaveCount(before + 1);
    await expect(cards(page).nth(1).getByRole('textbox').first()).toHaveValue('next');
  }
);

test('undo in the editor takes back typing, keeps the cursor, and redo brings it again', async ({
  page
}) => {
  await cards(page)
    .nth(1)
    .dblclick({ position: { x: 80, y: 120 } });
  const editor = page.locator('.cm-content');
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('New words. ');
  await expect(editor).toContainText('New words. On the two');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).not.toContainText('New words.');
  await page.keyboard.type('Other. ');
  await expect(editor).toContainText('Other. On the two');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor).toContainText('Other. On the two');
});

test('bold and italic by key', { tag: '@rest' }, async ({ page }) => {
  await cards(page).first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('word');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.press('ControlOrMeta+i');
  await page.keyboard.press('Escape');
  const body = cards(page).first().locator('.body');
  await expect(body).toHaveText('word');
  await expect(body.locator('strong, em')).toHaveCount(2);
});

test(
  'a card is dragged to another place; Escape leaves it where it was; undo takes it back',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+n');
    await page.getByRole('button', { name: 'Write the first card' }).click();
    for (const heading of ['One', 'Two', 'Three']) {
      await page.keyboard.type(heading);
      await page.keyboard.press('ControlOrMeta+Enter');
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+Backspace');
    const card = (n: number) => cards(page).nth(n);
    await expect.poll(() => headings(page)).toEqual(['One', 'Two', 'Three']);

    await drag(page, card(0), 'below', card(2));
    await page.mouse.up();
    await expect.poll(() => headings(page)).toEqual(['Two', 'Three', 'One']);
    await drag(page, card(2), 'above', card(1));
    await page.mouse.up();
    await expect.poll(() => headings(page)).toEqual(['Two', 'One', 'Three']);
    await drag(page, card(0), 'below', card(2));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => headings(page)).toEqual(['Two', 'One', 'Three']);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => headings(page)).toEqual(['Two', 'Three', 'One']);
  }
);

test(
  'a kind is chosen from a menu; details, the submission, a key judgement and source facts are edited and survive a restart',
  { tag: '@rest' },
  async ({ page, electronApp, launch }) => {
    await cards(page).first().getByLabel('Kind of card').selectOption('Question');
    await page.getByRole('textbox', { name: 'Title' }).fill('Another title');
    await showDetails(page);
    await page.getByLabel('Date of the briefing').fill('2025-13');
    await expect(page.getByText('Write a day, a month or a year')).toBeVisible();
    await page.getByLabel('Date of the briefing').fill('2025-08');
    await page.getByRole('button', { name: 'Edit the bottom line' }).click();
    await expect(page.getByLabel('Bottom line, in Markdown')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('All is *open*.');
    await page.keyboard.press('Escape');
    const command = async (title: string) => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('dialog').getByRole('combobox').fill(title);
      await page.keyboard.press('Enter');
    };
    await command('Fill in the submission');
    await expect(page.locator('[data-submission] > summary')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.type('The Minister');
    await command('Add key judgement');
    const judgement = page.getByRole('listitem', { name: 'Key judgement 1' });
    await expect(judgement.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('Talks are likely to go on.');
    await judgement.getByLabel('Likelihood').selectOption('likely');
    await judgement.getByLabel('Because').fill('Nobody has moved.');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(judgement.getByLabel('Because')).toHaveValue('');
    await judgement.getByLabel('Because').fill('Nobody has left.');
    await page.keyboard.press('ControlOrMeta+1');
    await page.locator('[data-source-facts] > summary').click();
    await page.getByLabel('Reliability of the source').selectOption('B');
    await page.getByLabel('Publisher').fill('The Gazette');
    await expect(saved(page)).toBeVisible();

    await quit(page, electronApp);
    const again = await (await launch()).firstWindow();
    // Where it was left: at the source.
    await again.getByRole('tab', { name: 'Brief' }).click();
    await expect(again.getByRole('textbox', { name: 'Title' })).toHaveValue('Another title');
    await expect(again.getByLabel('Date of the briefing')).toHaveValue('Aug 2025');
    await expect(again.locator('.bottom-line em')).toHaveText('open');
    await expect(again.locator('[data-submission] > summary')).toContainText('to The Minister');
    await showDetails(again);
    await again.locator('[data-judgements] > summary').click();
    const kept = again.getByRole('listitem', { name: 'Key judgement 1' });
    await expect(kept.getByRole('textbox').first()).toHaveValue('Talks are likely to go on.');
    await expect(kept.getByLabel('Likelihood')).toHaveValue('likely');
    await expect(kept.getByLabel('Because')).toHaveValue('Nobody has left.');
    await expect(cards(again).first().getByLabel('Kind of card')).toHaveValue('question');
    await again.keyboard.press('ControlOrMeta+1');
    await expect(again.locator('[data-source-facts] > summary')).toContainText('The Gazette');
    await expect(again.locator('[data-source-facts] > summary')).toContainText('B3');
  }
);

test('an empty briefing says what it is for', { tag: '@rest' }, async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByRole('heading', { name: 'No source yet' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('button', { name: 'Write the first card' }).click();
  await expect(cards(page).first().getByLabel('Heading')).toBeFocused();
});

test(
  'a card of 10,000 words takes in every key, and is saved with no word lost',
  { tag: '@rest' },
  async ({ page, electronApp, launch }) => {
    await page.keyboard.press('ControlOrMeta+n');
    await page.getByRole('button', { name: 'Write the first card' }).click();
    await page.keyboard.press('Enter');
    const sentence = 'The delegation said that talks would go on until an agreement is found. ';
    const paragraphs = Array.from({ length: 100 }, () => sentence.repeat(8).trim());
    await page.locator('.cm-content').evaluate((content, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      content.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, paragraphs.join('\n\n'));
    await expect(page.locator('.cm-content')).toContainText('delegation');
    const typed = ' Fluid typing, keys without a pause, in here.';
    await page.keyboard.type(typed.repeat(3));
    await expect(saved(page)).toBeVisible();

    await quit(page, electronApp);
    const again = await (await launch()).firstWindow();
    const written = [...paragraphs.slice(1), paragraphs[0] + typed.repeat(3)];
    await expect(cards(again).first().locator('.text p')).toHaveText(written);
  }
);
