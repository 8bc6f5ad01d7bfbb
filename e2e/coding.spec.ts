/**
 * The queue of suggestions: who said what, one statement at a time, by a key or two each. Over 300 lines because all of
 * it is done at one desk on the same articles.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, root, test } from './fixtures.js';
import { dropFiles, whenOpen } from './window.js';

/** A news article of the usual kind, as a source that the library does not hold yet. */
const article = {
  name: 'summit.txt',
  text: `After the summit\n\n${readFileSync(join(root, 'resources/samples/alaska-summit.txt'), 'utf8')}`
};
const short = {
  name: 'schools.txt',
  text: `Schools stay open, minister says

GENEVA, 3 May 2025 - Prime Minister Ann Lee said that the government rejects the cut to schools.

“We will visit a school,” Lee told reporters. “I would accept the cut to schools only if the money stays,” she said.

Opposition leader Bo Ray said that the cut to schools is late.
`
};
const later = {
  name: 'later.txt',
  text: `Minister gives way on schools

GENEVA, 20 May 2025 - Prime Minister Ann Lee said that she supports the cut to schools.
`
};

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const current = (page: Page) => list(page).getByRole('option', { selected: true });
const statement = (page: Page) => page.getByRole('region', { name: 'The current statement' });
const tally = (page: Page) =>
  page.getByRole('region', { name: 'Suggestions' }).getByRole('status').first();
const issue = (page: Page, name: string | RegExp) =>
  statement(page).getByRole('group', { name: 'Issue' }).getByRole('button', { name });
const matrix = (page: Page) => page.getByRole('grid');

/** Goes down to the statement with these words, which can be the current one. */
async function goTo(page: Page, words: string | RegExp): Promise<void> {
  await list(page).getByRole('option').filter({ hasText: words }).first().click();
  await expect(list(page)).toBeFocused();
}

test('ten statements of an article are coded in at most forty keys, and the ledger says what was chosen', async ({
  page
}) => {
  await whenOpen(page);
  await dropFiles(page, [article]);
  await expect(list(page)).toBeFocused();
  const seen = await list(page).getByRole('option').count();
  expect(seen).toBeGreaterThanOrEqual(10);
  expect(seen).toBeLessThanOrEqual(20);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const wordings = new Set<string>();
  for (let coded = 1; coded <= 10; coded += 1) {
    const first = statement(page).getByRole('group', { name: 'Issue' }).getByRole('button').first();
    wordings.add((await first.locator('.wording').textContent()) ?? '');
    const words = await current(page).textContent();
    await press('1');
    await press('s');
    await press('Enter');
    await expect(list(page).getByRole('option').filter({ hasText: '✓' })).toHaveCount(coded);
    await expect(current(page)).not.toHaveText(words ?? '');
    await expect(list(page)).toBeFocused();
  }
  expect(keys).toBeLessThanOrEqual(40);
  // Statements meet on issues.
  expect(wordings.size).toBeLessThan(10);
  await page.keyboard.press('ControlOrMeta+3');
  for (const wording of wordings) await expect(matrix(page)).toContainText(wording);
  await expect(matrix(page)).not.toContainText('Opposes');
});

test(
  'a long report opens with at most twenty statements, and unfolds the others by their reasons',
  { tag: '@rest' },
  async ({ page }) => {
    const names = ['Ann Lee', 'Bo Ray', 'Cay Fox', 'Dan Elm', 'Eva Oak', 'Finn Ash', 'Gil Yew'];
    const topics = ['bridge', 'harbour', 'tunnel', 'market', 'ferry', 'school', 'library', 'park'];
    const said = topics.flatMap((topic, i) =>
      names.flatMap((name, j) =>
        i + j < 9
          ? [`Minister ${name} said on Monday that the new ${topic} will cost the town too much.`]
          : [`The ${topic} was not spoken of in the hall, where people had come to listen.`]
      )
    );
    await whenOpen(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await dropFiles(page, [
      { name: 'report.txt', text: `Council report\n\n${[...said, ...said].join('\n\n')}\n` }
    ]);
    await expect(list(page)).toBeFocused();
    const rows = list(page).getByRole('option');
    await expect(rows).toHaveCount(20);
    const folded = page.getByRole('group', { name: 'Folded away' }).getByRole('button').first();
    const count = Number(/\d+$/.exec(((await folded.textContent()) ?? '').trim())?.[0]);
    expect(count).toBeGreaterThan(0);
    await folded.click();
    await expect(rows).toHaveCount(20 + Math.min(count, 20));
    await expect(list(page)).toBeFocused();
  }
);

test(
  'nothing enters the ledger that nobody chose; what is missing is said',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [short]);
    await expect(list(page)).toBeFocused();
    await goTo(page, 'We will visit');
    const pressed = statement(page).locator('[aria-pressed="true"]');
    await expect(pressed).toHaveCount(1);
    await expect(pressed).toContainText('None: keep as a statement');

    await page.keyboard.press('o');
    await page.keyboard.press('Enter');
    await expect(statement(page).getByRole('alert')).toHaveText(
      'Choose the issue that the stance is on.'
    );
    await page.keyboard.press('0');
    await expect(statement(page).getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(tally(page)).not.toContainText('· 0 accepted');
    await page.keyboard.press('ControlOrMeta+3');
    const statements = page.getByRole('region', { name: 'Statements without a stance' });
    await expect(statements).toContainText('We will visit a school');
    await expect(matrix(page)).toHaveCount(0);

    await page.keyboard.press('ControlOrMeta+z');
    await page.getByRole('tab', { name: /^New/ }).click();
    await expect(current(page)).toContainText('We will visit');
    await page.keyboard.press('d');
    await expect(tally(page)).toContainText('1 dismissed');
  }
);

test(
  'a condition is read from the words; another wording, all fields, and the way out',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [short]);
    await expect(list(page)).toBeFocused();
    await goTo(page, 'only if the money stays');
    await page.keyboard.press('c');
    await expect(statement(page).getByLabel('Condition', { exact: true })).toHaveValue(
      'only if the money stays'
    );
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('i');
    await expect(statement(page).getByRole('combobox', { name: 'Another wording' })).toBeFocused();
    await page.keyboard.type('School closures');
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeFocused();
    await expect(issue(page, /School closures/)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Edit the suggestion' });
    await expect(form.getByLabel(/^Issue/)).toHaveValue('School closures');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(form).toHaveCount(0);
    await expect(list(page)).toBeFocused();

    // Now in use, it is offered to others.
    await goTo(page, 'We will visit');
    await expect(issue(page, /School closures.*spoke on it/)).toBeVisible();
    await page.keyboard.press('c');
    const condition = statement(page).getByLabel('Condition', { exact: true });
    await expect(condition).toBeFocused();
    await page.keyboard.type('nothing changes');
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: /^Brief/ })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await page.keyboard.press('ControlOrMeta+4');
    await expect(condition).toHaveValue('nothing changes');
  }
);

test(
  'a statement that differs says so once it has a stance, and supersedes what is in force',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [short]);
    await expect(list(page)).toBeFocused();
    await goTo(page, 'We will visit');
    await page.keyboard.press('i');
    await page.keyboard.type('cut to schools');
    await page.keyboard.press('Enter');
    await page.keyboard.press('o');
    await page.keyboard.press('Enter');
    await expect(tally(page)).not.toContainText('· 0 accepted');
    await dropFiles(page, [later], 'source');
    await expect(list(page).getByRole('option').first()).toContainText('cut to schools');
    await expect(issue(page, /cut to schools.*spoke on it/)).toBeVisible();
    await page.keyboard.press('ControlOrMeta+4');
    await page.keyboard.press('1');
    await page.keyboard.press('s');
    await expect(statement(page)).toContainText('Accepting this supersedes what is in force.');
    await statement(page)
      .getByRole('button', { name: /^Accept and supersede/ })
      .click();
    await page.keyboard.press('ControlOrMeta+3');
    await matrix(page).getByRole('gridcell').filter({ hasText: 'Supports' }).click();
    await expect(page.locator('[data-cell-history]')).toContainText('Superseded');
  }
);

test(
  'keys act as soon as a source is chosen, also those that are pressed while it is still read',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [short]);
    await expect(list(page)).toBeFocused();
    await dropFiles(page, [later], 'source');
    await expect(current(page)).toContainText('she supports the cut');
    // The queue goes on to the other source, whose text is shown with it.
    await expect(
      list(page).getByRole('option').filter({ hasText: 'Schools stay' })
    ).not.toHaveCount(0);
    await page.keyboard.press('j');
    await expect(current(page)).toContainText('Schools stay');
    await expect(page.getByRole('article', { name: 'Text of the source' })).toContainText('Bo Ray');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('d');
    await expect(tally(page)).toContainText('1 dismissed');

    // A short text is read before a key of the test could come: the page presses them.
    await page.getByRole('button', { name: 'Read again' }).evaluate((button) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('progress')) return;
        observer.disconnect();
        for (const key of ['End', 'd'])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      });
      observer.observe(document.body, { childList: true, subtree: true });
      (button as HTMLElement).click();
    });
    await expect(tally(page)).toContainText('2 dismissed');
    await expect(list(page)).toBeFocused();
  }
);

test(
  'what decides is in sight with the statement, in low and narrow windows too, and the rest within reach',
  { tag: '@rest' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await whenOpen(page);
    // No day is told, so it is asked.
    await dropFiles(page, [{ ...article, text: article.text.replace(/16 August 2025/g, 'today') }]);
    await expect(list(page)).toBeFocused();
    const own = statement(page);
    const decisive = [
      current(page),
      own.getByRole('group', { name: 'Stance' }),
      own.getByRole('button', { name: /^Accept/ })
    ];
    for (const each of [...decisive, own.getByRole('group', { name: 'Issue' })]) {
      await expect(each).toBeInViewport({ ratio: 1 });
    }
    for (const [width, height] of [
      [900, 650],
      [720, 450]
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const each of decisive) await expect(each).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press('j');
      for (const each of decisive) await expect(each).toBeInViewport({ ratio: 0.99 });
    }
    const kinds = page.getByRole('combobox', { name: 'Kinds of suggestion' });
    await kinds.selectOption('all');
    await expect(list(page)).toBeFocused();
    expect(await list(page).getByRole('option').count()).toBeGreaterThan(20);
  }
);

test(
  'the source says who speaks, and Escape leads back to where the focus was',
  { tag: '@rest' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await whenOpen(page);
    await dropFiles(page, [short]);
    await expect(list(page)).toBeFocused();
    await goTo(page, 'We will visit');
    const marked = (name: string) =>
      page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
    await expect.poll(() => marked('speaker')).toEqual(['Lee told']);
    expect(await marked('suggestion')).toEqual(['“We will visit a school,”']);
    expect((await marked('paragraph')).join('')).toContain('she said.');
    await page.keyboard.press('ControlOrMeta+1');
    const source = page.getByRole('article', { name: 'Text of the source' });
    await source.focus();
    await page.keyboard.press('ControlOrMeta+4');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: /^Read/ })).toHaveAttribute('aria-selected', 'true');
    await expect(source).toBeFocused();
    expect(await marked('speaker')).toEqual([]);
  }
);

test(
  'in small windows the current statement is in sight, and nothing scrolls sideways',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [article]);
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('1');
    await page.keyboard.press('c');
    for (const [width, height] of [
      [900, 650],
      [720, 450]
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(current(page)).toBeInViewport();
      const spread = await page
        .locator('#view-new')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(spread).toBe(0);
    }
  }
);
