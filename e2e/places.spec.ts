/**
 * The header, the five views and the settings: by mouse and by keys, as they were left, kept after a restart.
 * Over 300 lines because the header leads to every view, and what one leaves the next one shows.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { openTitle, whenOpen, registers } from './window.js';

const views = ['Read', 'Brief', 'Positions', 'New'] as const;

const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const question = (page: Page) => page.getByRole('form', { name: 'Your name' });

async function chooseCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type(title);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
}

/** The names of the controls that are seen in the window, but for those of the menu bar. */
const controlsInWindow = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('button, a[href], input, select, textarea, summary, [role=option], li[tabindex="0"]')
    .evaluateAll((all) =>
      all
        .filter((each) => {
          const { top, left, width, height } = each.getBoundingClientRect();
          const isInWindow = width > 1 && height > 1 && top < innerHeight && left < innerWidth;
          const isSeen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          return (
            isInWindow &&
            isSeen &&
            each.tagName !== 'OPTION' &&
            !each.closest('menu, [role=menubar]')
          );
        })
        .map((each) => each.ariaLabel ?? each.textContent)
    );

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
  await tab(page, 'Read').focus();
  for (const name of [...views.slice(1), 'Read']) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
  }
  for (const [command, region] of [
    ['Outcomes', 'Outcomes'],
    ['Figures', 'Figures'],
    ['Events', 'Events'],
    ['To check', 'To check']
  ] as const) {
    await chooseCommand(page, command);
    // The drawer opens beside the place that is shown, which stays.
    await expect(tab(page, 'Read')).toHaveAttribute('aria-selected', 'true');
    await expect(
      registers(page).locator('details[open] > summary', { hasText: region })
    ).toBeInViewport();
  }
  await chooseCommand(page, 'New');
  await expect(page.locator('[data-point]').first()).toBeFocused();
  // In the first visit of a briefing all is new, so only what is to be decided is counted.
  await expect(tab(page, 'New')).toHaveText('New 1');
});

test('reading and the brief show at most 35 controls at first, besides the menu bar', async ({
  page
}) => {
  await whenOpen(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const name of ['Brief', 'Read']) {
    await tab(page, name).click();
    await expect(panel(page, name)).toBeVisible();
    // The cards' texts may still be coming in: until they stand, more cards lie in the window.
    await expect(async () => {
      const controls = await controlsInWindow(page);
      expect(controls.length, controls.join('\n')).toBeGreaterThan(15);
      expect(controls.length, controls.join('\n')).toBeLessThanOrEqual(35);
    }).toPass();
  }
});

test(
  'the registers open beside the place by key and button, keep what is half typed, and give the focus back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+2');
    await openTitle(page).focus();
    await page.keyboard.press('ControlOrMeta+5');
    await expect(registers(page).getByText('People and groups')).toBeFocused();
    for (const fold of [/^People and groups 12$/, /^Issues 6$/, /^Outcomes 3$/, /^Events 3$/])
      await expect(registers(page).locator('summary').filter({ hasText: fold })).toBeVisible();
    await chooseCommand(page, 'Add event');
    await page.keyboard.type('Half of it');
    await page.keyboard.press('ControlOrMeta+5');
    await expect(registers(page)).toBeHidden();

    const button = page.getByRole('button', { name: 'Registers', exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(registers(page).getByRole('textbox', { name: 'Event' })).toHaveValue('Half of it');
    await page.keyboard.press('Escape');
    await expect(registers(page)).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await button.click();
    await expect(registers(page)).toBeHidden();

    // No room beside it: it lies over the place, and makes way for what it leads to.
    await page.setViewportSize({ width: 900, height: 650 });
    await page.keyboard.press('ControlOrMeta+5');
    const box = (await registers(page).boundingBox())!;
    expect(Math.round(box.x + box.width)).toBe(900);
    await registers(page).getByText('Issues').click();
    await registers(page)
      .getByRole('button', { name: 'Should Ukraine cede territory for peace?', exact: true })
      .click();
    await expect(registers(page)).toBeHidden();
    await expect(page.getByRole('dialog')).toContainText('cede territory');
  }
);

test(
  'a view is as it was left: scrolled, filtered, with the cell that was open',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.keyboard.press('ControlOrMeta+5');
    // Counted when they were looked for, which changes the height of the drawer.
    await expect(registers(page).getByText(/^To check \d/)).toBeVisible();
    await registers(page).evaluate((drawer) => drawer.scrollTo(0, 300));
    const scrolled = () => registers(page).evaluate(({ scrollTop }) => scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(200);
    const before = await scrolled();
    await page.keyboard.press('Escape');

    await page.keyboard.press('ControlOrMeta+3');
    await page.getByRole('combobox', { name: 'Only a stance' }).selectOption('opposes');
    await page.getByRole('gridcell').filter({ hasText: 'Opposes' }).first().click();
    await expect(page.getByRole('button', { name: 'Close history' })).toBeVisible();

    await page.keyboard.press('ControlOrMeta+2');
    await page.keyboard.press('ControlOrMeta+5');
    await expect(registers(page)).toBeVisible();
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
    const top = () => panel(page, 'Read').evaluate(({ scrollTop }) => scrollTop);
    for (const by of [400, 0]) {
      await page.keyboard.press('ControlOrMeta+1');
      await panel(page, 'Read').evaluate((area, to) => area.scrollTo(0, to), by);
      await page.keyboard.press('ControlOrMeta+4');
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await expect(list).toBeVisible();
      await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('all');
      await list.focus();
      await page.keyboard.press('End');
      await expect.poll(top).toBeGreaterThan(600);
      await page.keyboard.press('ControlOrMeta+1');
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
    await page.keyboard.press('ControlOrMeta+5');
    await expect(page.getByRole('textbox', { name: /^Outcome \d/ })).toHaveCount(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+2');
    await openTitle(page).focus();
    await chooseCommand(page, 'Add outcome');
    await expect(page.getByRole('textbox', { name: /^Outcome \d/ })).toHaveCount(4);
    await page.keyboard.press('Escape');
    // The title has the focus again, where undo is that of the field.
    await expect(openTitle(page)).toBeFocused();
    await tab(page, 'Read').focus();
    await page.keyboard.press('ControlOrMeta+Z');
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
    await expect(panel(page, 'Brief')).toBeVisible();
    await expect(outline.locator(':focus')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(outline.getByRole('button', { name: 'Bottom line' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(outline).toBeHidden();
    await expect(openTitle(page)).toBeInViewport();
  }
);

test(
  'one menu of the header shows and hides parts, tells which are shown, and leads to versions',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.setViewportSize({ width: 1600, height: 900 });
    const more = page.getByRole('button', { name: 'More of this briefing' });
    const menu = page.getByRole('menu', { name: 'This briefing' });
    const both = menu.getByRole('menuitemcheckbox', { name: /^Side by side/ });
    await tab(page, 'Positions').click();
    await more.click();
    await expect(both).toHaveAttribute('aria-checked', 'false');
    await both.click();
    await expect(panel(page, 'Brief')).toBeVisible();
    await expect(panel(page, 'Read')).toBeVisible();
    await more.click();
    await expect(both).toHaveAttribute('aria-checked', 'true');
    await both.click();
    await expect(panel(page, 'Read')).toBeHidden();

    await page.setViewportSize({ width: 560, height: 600 });
    await more.click();
    await expect(menu.locator('[role^=menuitem]')).toHaveText([
      /^Registers/,
      /^Side by side/,
      /^Printed page/,
      /^Outline/,
      /^Annotations/,
      /^Versions/,
      /^Compare/
    ]);
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('v');
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
    // In a narrow window too it is one line that says what the name is for.
    await page.setViewportSize({ width: 900, height: 650 });
    await expect(question(page)).toContainText('goes on what you record');
    expect((await question(page).boundingBox())!.height).toBeLessThan(40);
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
