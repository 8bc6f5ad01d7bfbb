/** Text in a field that hands it out late is saved, undone and bounded like all other text. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { showDetails } from './window.js';

async function showPositions(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Brief' }).waitFor();
  await page.keyboard.press('Alt+Shift+N');
  await page.getByRole('region', { name: 'Actors and issues' }).waitFor();
}

/** Opens the first actor for editing. */
async function editFirst(page: Page): Promise<void> {
  const drawer = page.getByRole('region', { name: 'Actors and issues' });
  await drawer.getByRole('listitem').first().getByRole('button').click();
}

test('a name is kept when its view is switched, and aliases when the program is quit', async ({
  launch
}) => {
  const first = await launch();
  const page = await first.firstWindow();
  await showPositions(page);
  await editFirst(page);
  await page
    .getByRole('textbox', { name: /^Name of/ })
    .first()
    .fill('Renamed in passing');
  await page.keyboard.press('ControlOrMeta+2');
  await page.keyboard.press('ControlOrMeta+3');
  const aliases = page.getByRole('textbox', { name: 'Aliases of Renamed in passing' });
  await aliases.fill('One, Two');
  const gone = first.waitForEvent('close');
  // The window may be gone before the key comes up again.
  await page.keyboard.press('ControlOrMeta+q').catch(() => undefined);
  await gone;

  const again = await (await launch()).firstWindow();
  await showPositions(again);
  await editFirst(again);
  await expect(again.getByRole('textbox', { name: 'Aliases of Renamed in passing' })).toHaveValue(
    'One, Two'
  );
});

test(
  'undo in a field takes back its typing, not the briefing',
  { tag: '@rest' },
  async ({ page }) => {
    await page.getByRole('textbox', { name: 'Title' }).fill('Changed before');
    await showPositions(page);
    const field = page.getByRole('textbox', { name: 'New actor' });
    await field.focus();
    await page.keyboard.type('Typed');
    // How much of the typing goes at once is Chromium's to say.
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+z');
      expect(await field.inputValue()).toBe('');
    }).toPass();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('Nothing more to undo here.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Changed before');
  }
);

test('a date that an undo changes shows the new value', { tag: '@rest' }, async ({ page }) => {
  const date = page.getByRole('textbox', { name: 'Date of the briefing' });
  await showDetails(page);
  const before = await date.inputValue();
  await date.fill('2031');
  await date.fill('2031-99');
  await page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first().focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(date).toHaveValue(before);
});

test(
  'a form that was begun keeps the window until its person says otherwise',
  { tag: '@rest' },
  async ({ launch }) => {
    const app = await launch();
    const page = await app.firstWindow();
    await app.evaluate(({ dialog }) => {
      const state = globalThis as unknown as { asked: number; answer: number };
      Object.assign(state, { asked: 0, answer: 0 });
      dialog.showMessageBox = () => {
        state.asked += 1;
        return Promise.resolve({ response: state.answer, checkboxChecked: false });
      };
    });
    await showPositions(page);
    await page.keyboard.press('ControlOrMeta+Shift+P');
    const statement = page.getByRole('dialog').getByLabel('Statement');
    await statement.fill('Half a posi');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const asked = () => app.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    await expect.poll(asked).toBe(1);
    await expect(statement).toHaveValue('Half a posi');
    await app.evaluate(() => Object.assign(globalThis, { answer: 1 }));
    const gone = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
  }
);

test('what a full field does not take, it says', { tag: '@rest' }, async ({ page }) => {
  const marking = page.getByRole('textbox', { name: 'Marking' });
  await showDetails(page);
  await marking.fill('x'.repeat(200));
  await marking.press('End');
  await page.keyboard.type('yy');
  await expect(marking).toHaveValue('x'.repeat(200));
  await expect(
    page.getByText('This field holds at most 200 characters. What went beyond was not added.')
  ).toHaveCount(1);
});
