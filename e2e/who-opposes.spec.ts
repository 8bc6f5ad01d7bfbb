/** Who supports or opposes an issue, over all briefings: asked by keys, narrowed by mouse, each led to. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, rows, whenOpen } from './window.js';

const answerOf = (page: Page) => page.getByRole('region', { name: 'Who supports or opposes' });
const sentence = (page: Page) => answerOf(page).getByRole('status');

test(
  'one key, a stance and words of an issue tell the people; Enter leads to the words, Escape back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    // From another briefing than the one that knows.
    await rows(page).last().click();
    await expect(openTitle(page)).not.toHaveValue(/Alaska/);
    const answer = answerOf(page);

    await page.keyboard.press('ControlOrMeta+Shift+W');
    await expect(answer.getByRole('combobox', { name: 'Who' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(answer).toHaveCount(0);
    await expect(rows(page).last()).toBeFocused();

    await page.keyboard.press('ControlOrMeta+Shift+W');
    await expect(answer.getByRole('combobox', { name: 'Who' })).toBeFocused();
    await page.keyboard.type('opp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ceasef');
    await expect(answer.getByRole('option', { name: /ceasefire come before/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(answer.getByRole('combobox', { name: 'Issue' })).toHaveValue(
      /^Should a ceasefire come before/
    );
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toHaveText(/^1 opposes, as last known on 1\d Aug 2025\.$/);
    const washington = answer.getByRole('region', { name: 'United States' });
    await expect(washington).toContainText(/1\d August 2025, 1 earlier, in/);
    const quotes = washington.getByTitle('Show in its text');
    await expect(quotes.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(quotes.nth(1)).toBeFocused();
    const words = (await quotes.nth(1).innerText()).slice(1, 20);
    await page.keyboard.press('Enter');
    await expect(answer).toHaveCount(0);
    await expect(openTitle(page)).toHaveValue(/Alaska/);
    await expect(page.getByRole('tab', { name: 'Read' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name: 'Read' })).toContainText(words);

    await page.keyboard.press('ControlOrMeta+Shift+W');
    await answer.getByRole('combobox', { name: 'Who' }).selectOption('opposes');
    await answer.getByRole('button', { name: 'Show', exact: true }).click();
    await washington.getByRole('button', { name: /^Show the position: .*ceasefire/ }).click();
    await expect(page.getByRole('region', { name: /United States/ })).toContainText('Opposes');
  }
);

test(
  'another stance asks again; an actor is completed; nothing asked, nothing found and what is near are said',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const answer = answerOf(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('who opposes');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText(/Who supports/);
    await page.keyboard.press('Enter');
    await answer.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(answer.getByRole('alert')).toHaveText(
      'Choose a stance, or name an issue or an actor.'
    );
    await answer.getByRole('combobox', { name: 'Actor' }).fill('zel');
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toHaveText(/^Volodymyr Zelenskyy: \d issues? opposed/);
    await expect(answer.getByRole('alert')).toHaveCount(0);
    const issue = answer.getByRole('region', { name: /cede territory/ });
    await expect(issue).toContainText('Opposes');
    await answer.getByRole('combobox', { name: 'Who' }).selectOption('supports');
    await expect(issue).toHaveCount(0);

    // By another of its names.
    await answer.getByRole('combobox', { name: 'Who' }).selectOption('');
    await answer.getByRole('combobox', { name: 'Actor' }).fill('washington');
    await page.keyboard.press('Enter');
    await expect(answer.getByRole('region', { name: /^Should a ceasefire/ })).toContainText(
      'Opposes'
    );
    await answer.getByRole('combobox', { name: 'Actor' }).fill('');
    await answer.getByRole('combobox', { name: 'Issue' }).fill('ceding territory');
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toHaveText('Nobody is on record.');
    const near = answer.getByRole('region', { name: 'Similar issues' }).getByRole('button');
    await expect(near.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(answer.getByRole('region', { name: 'Volodymyr Zelenskyy' })).toContainText(
      'Opposes'
    );
    await answer.getByRole('combobox', { name: 'Who' }).selectOption('opposes');
    const others = answer.getByRole('region', { name: 'Not in this answer' });
    await expect(others).toContainText('Vladimir Putin');
    // Of what is done in the briefing one sees the place.
    await page.keyboard.press('ControlOrMeta+3');
    await expect(answer).toHaveCount(0);
  }
);

test(
  'Escape gives the focus to the view where the library that lay over it is gone',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.setViewportSize({ width: 900, height: 650 });
    await page.keyboard.press('ControlOrMeta+2');
    await page.keyboard.press('ControlOrMeta+Shift+F');
    await page.keyboard.type('who opposes a ceasefire');
    await page.keyboard.press('Enter');
    await expect(answerOf(page).getByRole('region', { name: 'United States' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(answerOf(page)).toHaveCount(0);
    await expect(page.getByRole('tabpanel', { name: 'Brief' }).locator(':focus')).toHaveCount(1);
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
    click(what: Locator, button: 'left' | 'right' = 'left') {
      actions += 1;
      return what.click({ button });
    },
    type: (words: string) => page.keyboard.type(words),
    get actions() {
      return actions;
    }
  };
}

const ways: readonly (readonly [
  string,
  (by: ReturnType<typeof counting>, page: Page) => Promise<void>
])[] = [
  [
    'by a key and the question as it is spoken',
    async (by) => {
      await by.press('ControlOrMeta+Shift+F');
      await by.type('who opposes a ceasefire?');
      await by.press('Enter');
    }
  ],
  [
    'by clicks and the question as it is spoken',
    async (by, page) => {
      await by.click(page.getByRole('searchbox', { name: 'Search the library' }));
      await page.keyboard.press('ControlOrMeta+A');
      await by.type('who is against ceasefire');
      await by.click(page.getByRole('button', { name: /^Show who holds it/ }));
    }
  ],
  [
    'by the key of the question',
    async (by, page) => {
      await by.press('ControlOrMeta+Shift+W');
      await expect(answerOf(page).getByRole('combobox', { name: 'Who' })).toBeFocused();
      await by.type('opp');
      await by.press('Tab');
      await by.type('ceasefire');
      await by.press('Enter');
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
        await ask(by, page);
        const person = answerOf(page).getByRole('region', { name: 'United States' });
        await expect(person, way).toContainText(/1\d August/);
        expect(by.actions, way).toBeLessThanOrEqual(3);
        await page.keyboard.press('Escape');
        await expect(answerOf(page), way).toHaveCount(0);
      }
    }
    await page.keyboard.press('ControlOrMeta+3');
    const by = counting(page);
    await by.click(page.getByRole('columnheader', { name: /ceasefire come before/ }), 'right');
    await by.click(page.getByRole('menuitem', { name: 'Who stands where' }));
    await expect(sentence(page)).toHaveText(/^1 opposes, as last known/);
    expect(by.actions).toBeLessThanOrEqual(3);
  }
);
