/** The header, the five views and the settings: by mouse and by keys, as they were left, kept after a restart. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, whenOpen } from './window.js';

const views = ['Briefing', 'Sources', 'Positions', 'Evidence', 'New'] as const;

const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const question = (page: Page) => page.getByRole('form', { name: 'Who records?' });

async function chooseCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(title);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** Quits as a person does, so that all is written. */
async function quit(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  // The window may be gone before the key comes up again.
  await page.keyboard.press('ControlOrMeta+Q').catch(() => undefined);
  await closed;
}

test('every view is reached by mouse, by its key, by arrows and by the palette, and holds what is its own', async ({
  page
}) => {
  await whenOpen(page);
  for (const [index, name] of views.entries()) {
    await tab(page, name).click();
    await expect(panel(page, name)).toBeVisible();
    await page.keyboard.press(`ControlOrMeta+${((index + 1) % views.length) + 1}`);
    await expect(panel(page, name)).toBeHidden();
  }
  await tab(page, 'Briefing').focus();
  for (const name of [...views.slice(1), 'Briefing']) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
  }
  for (const [command, region] of [
    ['Open points', 'Open points'],
    ['Outcomes', 'Outcomes'],
    ['Figures', 'Figures'],
    ['Timeline', 'Timeline'],
    ['Findings of the linter', 'Findings of the linter']
  ] as const) {
    await chooseCommand(page, command);
    await expect(tab(page, 'Evidence')).toHaveAttribute('aria-selected', 'true');
    const heading = panel(page, 'Evidence').getByRole('heading', { name: region, exact: true });
    await expect(heading).toBeInViewport();
  }
  await chooseCommand(page, 'Suggestions');
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeFocused();
  // In the first visit of a briefing all is new, so nothing is counted.
  await expect(tab(page, 'New')).toHaveText('New');
  await expect(tab(page, 'Sources')).toContainText('4');
});

test(
  'the parts of the evidence count what they show, positions of the timeline too',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+4');
    const shown = await panel(page, 'Evidence').locator('[data-timeline] tbody tr').count();
    expect(shown).toBeGreaterThan(0);
    await expect(
      page
        .getByRole('navigation', { name: 'Parts of the evidence' })
        .getByRole('button', { name: /^Timeline/ })
    ).toHaveText(`Timeline ${shown}`);
  }
);

test(
  'a view is as it was left: scrolled, filtered, with the cell that was open',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+4');
    // Counted when they were looked for, which changes the height of the page.
    await page
      .getByRole('navigation', { name: 'Parts of the evidence' })
      .getByRole('button', { name: /^Findings \d/ })
      .click();
    const scrolled = () => panel(page, 'Evidence').evaluate(({ scrollTop }) => scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(200);
    const before = await scrolled();

    await page.keyboard.press('ControlOrMeta+3');
    await page.getByRole('combobox', { name: 'Only a stance' }).selectOption('opposes');
    await page.getByRole('gridcell').filter({ hasText: 'Opposes' }).first().click();
    await expect(page.getByRole('button', { name: 'Close history' })).toBeVisible();

    await page.keyboard.press('ControlOrMeta+1');
    await page.keyboard.press('ControlOrMeta+4');
    await expect(panel(page, 'Evidence')).toBeVisible();
    expect(await scrolled()).toBe(before);
    await page.keyboard.press('ControlOrMeta+3');
    await expect(page.getByRole('combobox', { name: 'Only a stance' })).toHaveValue('opposes');
    await expect(page.getByRole('button', { name: 'Close history' })).toBeVisible();
  }
);

test(
  'the source is where it was read, although what is new showed other words of it',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const top = () => panel(page, 'Sources').evaluate(({ scrollTop }) => scrollTop);
    for (const by of [400, 0]) {
      await page.keyboard.press('ControlOrMeta+2');
      await panel(page, 'Sources').evaluate((area, to) => area.scrollTo(0, to), by);
      await page.keyboard.press('ControlOrMeta+5');
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await expect(list).toBeFocused();
      await page.getByRole('group', { name: 'Kinds of suggestion' }).getByText('All').click();
      await list.focus();
      await page.keyboard.press('End');
      await expect.poll(top).toBeGreaterThan(600);
      await page.keyboard.press('ControlOrMeta+2');
      await expect(list).toBeHidden();
      // As far as a line of text is high.
      await expect.poll(async () => Math.abs((await top()) - by)).toBeLessThanOrEqual(30);
    }
  }
);

test(
  'a view out of sight shows what was written meanwhile once it is seen again',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+4');
    await expect(page.getByRole('textbox', { name: /^Outcome \d/ })).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+1');
    await openTitle(page).focus();
    await chooseCommand(page, 'Add outcome');
    await expect(page.getByRole('textbox', { name: /^Outcome \d/ })).toHaveCount(4);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+1');
    // The title has the focus again, where undo is that of the field.
    await expect(openTitle(page)).toBeFocused();
    await tab(page, 'Briefing').focus();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.keyboard.press('ControlOrMeta+4');
    await expect(page.getByRole('textbox', { name: /^Outcome \d/ })).toHaveCount(3);
  }
);

test(
  'the outline leads to a part by keys, beside the briefing or over it, and says which is read',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    const outline = page.getByRole('navigation', { name: 'Outline' });
    const heading = 'What we do not know';
    const part = outline.getByRole('button', { name: heading });
    const cards = page.getByRole('list', { name: 'Cards' }).locator(':scope > li');

    await page.setViewportSize({ width: 1600, height: 1000 });
    await expect(outline.getByRole('button', { name: 'Bottom line' })).toHaveAttribute(
      'aria-current',
      'true'
    );
    await part.click();
    const index = await outline.getByRole('button').allTextContents();
    // Before the cards stands the bottom line.
    const card = cards.nth(index.findIndex((name) => name.trim() === heading) - 1);
    await expect(card).toBeInViewport();
    await expect(card.getByRole('textbox', { name: 'Heading' })).toHaveValue(heading);
    await expect(part).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Alt+Shift+O');
    await expect(outline).toBeHidden();

    // No room beside it.
    await page.setViewportSize({ width: 960, height: 640 });
    await page.keyboard.press('ControlOrMeta+3');
    await page.keyboard.press('Alt+Shift+O');
    await expect(panel(page, 'Briefing')).toBeVisible();
    await expect(outline.locator(':focus')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(outline.getByRole('button', { name: 'Bottom line' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(outline).toBeHidden();
    await expect(openTitle(page)).toBeInViewport();
  }
);

test(
  'where there is no room, a menu holds what the header has none for',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.setViewportSize({ width: 560, height: 600 });
    const more = page.getByRole('button', { name: 'More of this briefing' });
    await more.click();
    const menu = page.getByRole('menu', { name: 'This briefing' });
    await expect(menu.getByRole('menuitem')).toHaveText([/^Outline/, /^Versions/, /^Compare/]);
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Versions/ })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBe(0);
  }
);

test(
  'settings open by key, and what was settled there holds after a restart',
  { tag: '@rest' },
  async ({ page, launch }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+,');
    await expect(settings(page).getByLabel('Your name')).toBeFocused();
    await page.keyboard.type('N. Analyst');
    await settings(page)
      .getByRole('radio', { name: /^Add to this briefing/ })
      .check();
    await settings(page).getByRole('radio', { name: /^Dark/ }).check();
    await settings(page)
      .getByRole('radio', { name: /^American/ })
      .check();
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    // Whoever has given her name is not asked for it.
    await openTitle(page).press('End');
    await page.keyboard.type(' changed');
    await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    await expect(question(page)).toHaveCount(0);

    await quit(page);
    const again = await (await launch()).firstWindow();
    await again.waitForURL(/^(app|https?):/);
    await whenOpen(again);
    await again.getByRole('button', { name: 'Settings' }).click();
    await expect(settings(again).getByLabel('Your name')).toHaveValue('N. Analyst');
    await expect(
      settings(again).getByRole('radio', { name: /^Add to this briefing/ })
    ).toBeChecked();
    await expect(settings(again).getByRole('radio', { name: /^Dark/ })).toBeChecked();
    await expect(settings(again).getByRole('radio', { name: /^American/ })).toBeChecked();
  }
);

test(
  'who records is asked once, when somebody begins to write, and never again',
  { tag: '@rest' },
  async ({ page, launch }) => {
    await whenOpen(page);
    await expect(question(page)).toHaveCount(0);
    await openTitle(page).press('End');
    await page.keyboard.type(' changed');
    await expect(question(page)).toBeVisible();
    await expect(openTitle(page)).toBeFocused();
    await question(page).getByRole('button', { name: 'Not now' }).click();
    await expect(question(page)).toHaveCount(0);

    await quit(page);
    const again = await (await launch()).firstWindow();
    await again.waitForURL(/^(app|https?):/);
    await whenOpen(again);
    await again.keyboard.press('ControlOrMeta+N');
    await expect(openTitle(again)).toHaveValue('');
    await openTitle(again).fill('A briefing of mine');
    await expect(again.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    await expect(question(again)).toHaveCount(0);
  }
);

test(
  'a name that is given to the question is the one in the settings',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+N');
    await question(page).getByRole('textbox', { name: 'Your name' }).fill(' N. Analyst ');
    await page.keyboard.press('Enter');
    await expect(question(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+,');
    await expect(settings(page).getByLabel('Your name')).toHaveValue('N. Analyst');
  }
);
