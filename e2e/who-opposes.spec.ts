/** Who supports or opposes an issue, over all briefings: asked by keys, narrowed by mouse, each led to. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Who supports or opposes' });

test(
  'one key, a stance and words of an issue tell the people, and each leads to its place',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    // From another briefing than the one that knows.
    await rows(page).last().click();
    await expect(openTitle(page)).not.toHaveValue(/Alaska/);
    const dialog = dialogOf(page);

    await page.keyboard.press('ControlOrMeta+Shift+W');
    await expect(dialog.getByRole('combobox', { name: 'Who' })).toBeFocused();
    await page.keyboard.type('opp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ceasef');
    await expect(dialog.getByRole('option', { name: /ceasefire come before/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: 'Issue' })).toHaveValue(
      /^Should a ceasefire come before/
    );
    await page.keyboard.press('Enter');

    const washington = dialog.getByRole('region', { name: 'United States' });
    await expect(washington).toContainText('Opposes');
    await expect(washington).toContainText(/Since 1\d August 2025, 1 earlier, in/);
    await expect(dialog.getByRole('status').last()).toHaveText(/^\d+ actors?, \d+ positions?$/);

    await washington.getByRole('button', { name: /^Show the position/ }).focus();
    await page.keyboard.press('Enter');
    await expect(openTitle(page)).toHaveValue(/Alaska/);
    const history = page.getByRole('region', { name: /United States/ });
    await expect(history).toContainText('Opposes');

    await page.keyboard.press('ControlOrMeta+Shift+W');
    await dialog.getByRole('combobox', { name: 'Who' }).selectOption('opposes');
    await dialog.getByRole('button', { name: 'Find' }).click();
    const quote = washington.getByTitle('Show in its text').first();
    const words = (await quote.innerText()).slice(0, 20);
    await quote.click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Source' })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await expect(page.getByRole('tabpanel', { name: 'Source' })).toContainText(words);
  }
);

test(
  'another stance asks again; an actor is completed; nothing asked and nothing found are said',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const dialog = dialogOf(page);
    await page.keyboard.press('ControlOrMeta+Shift+W');
    await dialog.getByRole('button', { name: 'Find' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(
      'Choose a stance, or name an issue or an actor.'
    );
    await dialog.getByRole('combobox', { name: 'Actor' }).click();
    await page.keyboard.type('zel');
    await dialog.getByRole('option', { name: 'Volodymyr Zelenskyy' }).click();
    await dialog.getByRole('button', { name: 'Find' }).click();
    const person = dialog.getByRole('region', { name: 'Volodymyr Zelenskyy' });
    await expect(person).toContainText('Opposes');
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    const opposed = await person.getByText('Opposes').count();
    await dialog.getByRole('combobox', { name: 'Who' }).selectOption('opposes');
    await expect(person.getByRole('button', { name: /^Show the position/ })).toHaveCount(opposed);
    await dialog.getByRole('combobox', { name: 'Issue' }).fill('the price of fish');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status').last()).toHaveText(
      'No briefing of the library knows such a position.'
    );
  }
);

test(
  'from the palette, an actor is found by another of its names',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('who opposes');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText(/Who supports/);
    await page.keyboard.press('Enter');
    await dialogOf(page).getByRole('combobox', { name: 'Actor' }).fill('washington');
    await page.keyboard.press('Enter');
    await expect(dialogOf(page).getByRole('status').last()).toHaveText('1 actor, 3 positions');
    await expect(dialogOf(page).getByRole('region', { name: 'United States' })).toContainText(
      'Should a ceasefire come before a peace agreement?'
    );
  }
);

test(
  'the search field answers with people first, each led to by mouse and by keys',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await rows(page).last().click();
    await expect(openTitle(page)).not.toHaveValue(/Alaska/);
    await page
      .getByRole('searchbox', { name: 'Search the library' })
      .fill('stance:opposes issue:ceasefire');
    const holders = page.getByRole('region', { name: 'Who holds it' });
    await expect(holders.getByRole('heading')).toHaveText(
      /^\d actors? opposes? “Should a ceasefire come before/
    );
    const washington = holders.getByRole('group', { name: 'United States' });
    await expect(washington).toContainText(/Opposes.*1\d August 2025/s);

    await washington.getByTitle(/^Show the position in/).press('Enter');
    await expect(openTitle(page)).toHaveValue(/Alaska/);
    await expect(page.getByRole('region', { name: /United States/ })).toContainText('Opposes');
    const quote = washington.getByTitle('Show in its text');
    const words = (await quote.innerText()).slice(0, 20);
    await quote.click();
    await expect(page.getByRole('tabpanel', { name: 'Source' })).toContainText(words);
  }
);

/** Keys and clicks, counted; words that are typed are no actions. */
function counting(page: Page) {
  let actions = 0;
  return {
    press(keys: string) {
      actions += 1;
      return page.keyboard.press(keys);
    },
    click(what: Locator) {
      actions += 1;
      return what.click();
    },
    type: (words: string) => page.keyboard.type(words),
    get actions() {
      return actions;
    }
  };
}

const ways: readonly (readonly [
  string,
  (by: ReturnType<typeof counting>, page: Page) => Promise<Locator>
])[] = [
  [
    'by a key and the question as it is spoken',
    async (by, page) => {
      await by.press('ControlOrMeta+Shift+F');
      await by.type('who opposes a ceasefire?');
      return page.getByRole('region', { name: 'Who holds it' }).getByRole('group');
    }
  ],
  [
    'by a click and the question as it is spoken',
    async (by, page) => {
      await by.click(page.getByRole('searchbox', { name: 'Search the library' }));
      await by.type('who is against ceasefire');
      return page.getByRole('region', { name: 'Who holds it' }).getByRole('group');
    }
  ],
  [
    'by the key of the dialog',
    async (by, page) => {
      await by.press('ControlOrMeta+Shift+W');
      await expect(dialogOf(page).getByRole('combobox', { name: 'Who' })).toBeFocused();
      await by.type('opp');
      await by.press('Tab');
      await by.type('ceasefire');
      await by.press('Enter');
      return dialogOf(page).getByRole('region');
    }
  ]
];
test(
  'from any view, who opposes a ceasefire takes at most 3 actions and the words, in each of three ways',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    for (const view of ['1', '2', '3', '4', '5']) {
      for (const [way, ask] of ways) {
        await page.keyboard.press(`ControlOrMeta+${view}`);
        const by = counting(page);
        const people = await ask(by, page);
        await expect(people.filter({ hasText: 'United States' }), way).toContainText('Opposes');
        expect(by.actions, way).toBeLessThanOrEqual(3);
        // The first may only fold the names that are offered.
        await expect(async () => {
          await page.keyboard.press('Escape');
          expect(await people.count(), way).toBe(0);
        }).toPass();
      }
    }
  }
);
