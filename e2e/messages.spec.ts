/** Messages: ordinary ones go, failures wait in the header, and both go with what they are about. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import {
  articleNamed,
  dropFiles,
  librariesDialog,
  library,
  openLibraries,
  openTitle,
  rows,
  whenOpen
} from './window.js';

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const list = (page: Page) => page.getByRole('dialog', { name: 'Messages to read' });
const mark = (page: Page) => page.getByRole('button', { name: /^\d+ messages? (to )?read$/ });

/** Longer than any message floats. */
async function letTimePass(page: Page): Promise<void> {
  await page.clock.runFor(60_000);
}

async function refuse(page: Page, name: string): Promise<void> {
  await dropFiles(page, [{ name, text: 'x' }]);
  await expect(messages(page).getByRole('alert')).toContainText(name);
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await page.clock.install();
});

test(
  'an ordinary message goes; a failure waits to be read by mouse',
  { tag: '@rest' },
  async ({ page }) => {
    await refuse(page, 'picture.png');
    await dropFiles(page, [articleNamed('Harvest')]);
    await expect(messages(page).getByRole('log')).toContainText('Imported “Harvest”.');
    await letTimePass(page);
    await expect(messages(page)).not.toContainText('Imported');
    await expect(messages(page)).not.toContainText('picture.png');

    await expect(mark(page)).toHaveAccessibleName('1 message to read');
    await mark(page).click();
    await expect(list(page)).toContainText('picture.png is not supported');
    // A press on the work puts the list away; it can be had again.
    await library(page).getByRole('searchbox').click();
    await expect(list(page)).toHaveCount(0);
    await expect(mark(page)).toHaveAccessibleName('1 message read');
    await mark(page).click();
    await list(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await expect(list(page)).toHaveCount(0);
    await expect(mark(page)).toHaveCount(0);
  }
);

test(
  'many failures are walked by keys, and the focus comes back',
  { tag: '@rest' },
  async ({ page }) => {
    for (const name of ['one.png', 'two.png', 'three.png']) await refuse(page, name);
    // One floats; those before it wait.
    await expect(messages(page)).not.toContainText('two.png');
    await expect(mark(page)).toHaveAccessibleName('2 messages to read');

    await page.keyboard.press('ControlOrMeta+2');
    await openTitle(page).focus();
    await page.keyboard.press('F8');
    await expect(messages(page).getByRole('alert').getByRole('button')).toBeFocused();
    await page.keyboard.press('F8');
    await expect(list(page)).toBeFocused();
    await expect(list(page).getByRole('listitem')).toHaveText([/three/, /two/, /one/]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(list(page).getByRole('listitem')).toHaveText([/two/, /one/]);
    await page.keyboard.press('Escape');
    await expect(openTitle(page)).toBeFocused();
    await page.keyboard.press('F8');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(mark(page)).toHaveCount(0);
    await expect(openTitle(page)).toBeFocused();
    await page.keyboard.press('F8');
    await expect(messages(page)).toContainText('There are no messages to read.');
  }
);

test(
  'a long message floats cut, and is read whole in the list',
  { tag: '@rest' },
  async ({ page }) => {
    const names = Array.from({ length: 12 }, (_, n) => `film ${n}.avi`);
    await dropFiles(
      page,
      names.map((name) => ({ name, text: 'x' }))
    );
    const floating = messages(page).getByRole('alert');
    await expect(floating).toContainText('film 0.avi');
    // Whatever it says, it leaves most of the window free.
    const { height } = (await floating.boundingBox())!;
    expect(height).toBeLessThan(160);
    await floating.getByRole('button', { name: 'Read all' }).click();
    for (const name of names) await expect(list(page)).toContainText(name);
  }
);

test(
  'what is about a briefing or a library goes when that is left',
  { tag: '@rest' },
  async ({ electronApp, page, home }) => {
    await refuse(page, 'of the library.png');
    await letTimePass(page);
    await page.keyboard.press('ControlOrMeta+1');
    await page.keyboard.press('ControlOrMeta+2');
    const fields = page
      .getByRole('main')
      .getByRole('textbox', { name: 'Title', exact: true })
      .first();
    await fields.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('x'.repeat(2_000));
    await expect(messages(page)).toContainText('This field holds at most');
    await rows(page).last().click();
    await expect(messages(page)).not.toContainText('This field holds at most');
    await expect(mark(page)).toHaveAccessibleName('1 message to read');

    const folder = join(home, 'second library');
    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    }, folder);
    await openLibraries(page);
    await librariesDialog(page).getByRole('button', { name: 'Open or make a library…' }).click();
    await expect(messages(page)).toContainText(`Opened the library in ${folder}.`);
    await expect(mark(page)).toHaveCount(0);
    await expect(rows(page)).toHaveCount(0);
  }
);

test(
  'messages that come together take the room of two, and the others are shown on request',
  { tag: '@rest' },
  async ({ page }) => {
    await library(page).getByRole('listbox').focus();
    for (const left of [1, 0]) {
      await page.keyboard.press('Delete');
      await expect(rows(page)).toHaveCount(left);
    }
    await refuse(page, 'picture.png');
    const shown = messages(page).locator('.toast');
    await expect(shown).toHaveCount(2);
    await messages(page).getByRole('button', { name: '1 more message' }).press('Enter');
    await expect(shown).toHaveCount(3);
    await expect(shown.first().getByRole('button', { name: 'Undo' })).toBeFocused();
    // What is begun with when the library is empty.
    await page.getByRole('main').getByRole('button').first().focus();
    await letTimePass(page);
    await expect(shown).toHaveCount(0);
  }
);

test(
  'messages lie in the lower right corner and move nothing, at any size; what gets the focus is in sight',
  { tag: '@rest' },
  async ({ page }) => {
    const main = page.getByRole('main');
    await dropFiles(page, [articleNamed('Sowing')]);
    await page.getByRole('button', { name: 'Not now' }).click();
    await letTimePass(page);
    for (const [width, height] of [
      [1440, 900],
      [900, 650],
      [720, 450]
    ] as const) {
      await page.setViewportSize({ width, height });
      const work = await main.boundingBox();
      await refuse(page, `picture-${width}.png`);
      await dropFiles(page, [articleNamed(`Harvest ${width}`)]);
      await expect(messages(page).getByRole('log')).toContainText(`Imported “Harvest ${width}”.`);
      expect(await main.boundingBox()).toEqual(work);
      const stack = (await messages(page).boundingBox())!;
      expect(stack.x + stack.width).toBeGreaterThan(width - 40);
      expect(stack.y + stack.height).toBeLessThanOrEqual(height);
      expect(stack.height).toBeLessThan(height / 3);
      await letTimePass(page);
      await expect(messages(page)).not.toContainText('Imported');
    }

    await page.setViewportSize({ width: 900, height: 650 });
    await page.keyboard.press('ControlOrMeta+2');
    const last = main.getByRole('button', { name: 'Add card' }).last();
    await refuse(page, 'another.png');
    await last.focus();
    await expect
      .poll(() =>
        messages(page).evaluate((stack) => {
          const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
          return stack.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        })
      )
      .toBe(false);
    await last.click();
  }
);
