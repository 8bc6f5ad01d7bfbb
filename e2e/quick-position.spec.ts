/**
 * A position on words that are selected in a source: a selection and three keys, on the sample’s own article.
 * Nothing stands over the text, and nothing is left behind. Over 300 lines because all is tried on one popover.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { drag, selected, source } from './select-words.js';
import { dropFiles, visit, whenOpen } from './window.js';

const quote = 'the best way to end the horrific war';
const refusal = 'no territorial concessions without a constitutional process';

const popover = (page: Page) =>
  page.getByRole('dialog', { name: 'Position on the selected words' });
const notes = (page: Page) => page.locator('[data-annotation]:visible');
const issues = (page: Page) =>
  popover(page).getByRole('group', { name: 'Issue' }).getByRole('radio');

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where the words stand that the position is recorded on. */
function boxOfChosen(page: Page): Promise<Box> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('chosen') ?? [];
    if (!(range instanceof Range)) throw new Error('No words are marked as chosen');
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  });
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not seen');
  return box;
}

/** What both have in common, in height. */
function heightShared(one: Box, other: Box): number {
  return Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
}

function widthShared(one: Box, other: Box): number {
  return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
}

/** From now on; a key that only changes what others mean is none. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as { pressed?: number };
    counted.pressed = 0;
    const isOne = ({ key }: KeyboardEvent) => !['Shift', 'Control', 'Alt', 'Meta'].includes(key);
    addEventListener('keydown', (e) => isOne(e) && (counted.pressed = (counted.pressed ?? 0) + 1), {
      capture: true
    });
  });
  return () => page.evaluate(() => (window as { pressed?: number }).pressed ?? 0);
}

/** What is filled in of the source is there. */
async function whenRead(page: Page): Promise<void> {
  await expect(popover(page)).toBeVisible();
  await expect(popover(page).getByText('Reading who speaks…')).toHaveCount(0);
}

async function openOn(page: Page, words: string): Promise<void> {
  await drag(page, words);
  await page.keyboard.press('e');
  await whenRead(page);
}

test.beforeEach(async ({ page }) => {
  await whenOpen(page);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(source(page)).toBeVisible();
});

test('a selection and three keys record a position with its evidence, actor, issue and day', async ({
  page
}) => {
  const before = await notes(page).count();
  await drag(page, refusal);
  const keys = await countKeys(page);
  await page.keyboard.press('e');
  await whenRead(page);
  await expect(popover(page)).toContainText('Ukraine');
  await expect(popover(page)).toContainText('who is speaking');
  await expect(popover(page)).toContainText('16 Aug 2025');
  await expect(popover(page)).toContainText('the day of the source');
  const issue = await popover(page).locator('label:has(:checked) > span').first().innerText();
  await page.keyboard.press('o');
  await page.keyboard.press('Enter');
  expect(await keys()).toBe(3);
  await expect(popover(page)).toHaveCount(0);
  await expect(source(page)).toBeFocused();
  await expect(notes(page)).toHaveCount(before + 1);
  const own = page.locator('q').filter({ hasText: /^no territorial concessions without/ });
  const note = notes(page).filter({ has: own });
  await expect(note).toContainText('Evidence for 1 position');

  // Undo leads to where the position was.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(notes(page)).toHaveCount(before);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('grid').getByRole('columnheader', { name: issue })).toBeVisible();
});

test(
  'another issue costs no key more, and the next one to speak on it is offered that first',
  { tag: '@rest' },
  async ({ page }) => {
    await drag(page, quote);
    const keys = await countKeys(page);
    await page.keyboard.press('e');
    await whenRead(page);
    await expect(popover(page)).toContainText('Donald Trump');
    await expect(popover(page)).toContainText('who is speaking');
    const second = await popover(page)
      .getByRole('group', { name: 'Issue' })
      .locator('label')
      .nth(1)
      .innerText();
    await page.keyboard.press('2');
    await expect(issues(page).nth(1)).toBeChecked();
    await page.keyboard.press('Shift+N');
    await expect(popover(page)).toHaveCount(0);
    expect(await keys()).toBe(3);
    await page.keyboard.press('ControlOrMeta+3');
    const wording = second.split('\n').at(-1) ?? '';
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('columnheader', { name: wording })).toBeVisible();
    await expect(grid.getByRole('row').filter({ hasText: 'Donald Trump' })).toContainText(
      'Neutral'
    );
  }
);

test(
  'an issue of which the words say nothing is not chosen: without a digit Enter asks for it',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await notes(page).count();
    await openOn(page, 'After his talks with Putin he wrote');
    await page.keyboard.press('a');
    await page.keyboard.type('Donald Trump');
    await page.keyboard.press('Enter');
    await expect(popover(page)).toBeFocused();
    await expect(issues(page)).not.toHaveCount(1);
    await expect(issues(page).and(page.locator(':checked'))).toHaveCount(0);
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await expect(popover(page).getByText('Say what the position is about.')).toBeVisible();
    await expect(notes(page)).toHaveCount(before);
    await page.keyboard.press('1');
    await expect(issues(page).first()).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(popover(page)).toHaveCount(0);
    await expect(notes(page)).toHaveCount(before + 1);
  }
);

test('by mouse it is three clicks, and what differs from what is in force is said before it supersedes that', async ({
  page
}) => {
  await drag(page, quote);
  await page.getByRole('button', { name: 'Position', exact: true }).click();
  await whenRead(page);
  const trump = popover(page);
  await trump.locator('label').filter({ hasText: 'Should Ukraine cede territory' }).click();
  await trump.locator('label.opposes').click();
  await expect(trump.getByText('Differs')).toBeVisible();
  await expect(trump).toContainText('in force, said');
  await expect(trump.getByRole('combobox', { name: 'What it does to that' })).toHaveValue(
    /supersedes|contested/
  );
  await trump.getByRole('button', { name: /^Record/ }).click();
  await expect(trump).toHaveCount(0);
  await expect(source(page)).toBeFocused();
});

test(
  'Escape leaves a field, then the popover, and nothing behind: the words are selected as before',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await notes(page).count();
    await openOn(page, quote);
    await page.keyboard.press('c');
    const condition = popover(page).getByRole('textbox', { name: 'Condition' });
    await expect(condition).toBeFocused();
    await page.keyboard.type('so long as');
    await page.keyboard.press('Escape');
    await expect(popover(page)).toBeFocused();
    await expect(condition).toHaveValue('so long as');
    await page.keyboard.press('Escape');
    await expect(popover(page)).toHaveCount(0);
    await expect(source(page)).toBeFocused();
    expect((await selected(page)).trim()).toBe(quote);
    await expect(page.getByRole('toolbar', { name: 'Annotate the selected words' })).toBeVisible();
    await expect(notes(page)).toHaveCount(before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('There is nothing to undo.')).toBeVisible();
  }
);

test(
  'the words can still be highlighted, noted and tagged from it, and nothing of the position stays',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await notes(page).count();
    await openOn(page, quote);
    await page.keyboard.press('o');
    const others = popover(page).getByRole('group', { name: 'Take the words for something else' });
    await expect(others.getByRole('button')).toHaveText(['Highlight', 'Note', 'Tag', 'Figure']);
    await others.getByRole('button', { name: 'Note' }).press('Enter');
    await expect(popover(page)).toHaveCount(0);
    await expect(notes(page)).toHaveCount(before + 1);
    await page.keyboard.type('To be checked');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(notes(page).filter({ hasText: 'To be checked' })).toHaveCount(1);
    await expect(notes(page).filter({ hasText: 'To be checked' })).not.toContainText('Evidence');
  }
);

test(
  'More shows all of the form with what is known, chosen and typed',
  { tag: '@rest' },
  async ({ page }) => {
    await openOn(page, quote);
    await page.keyboard.press('i');
    await page.keyboard.type('Terms of peace');
    // The first closes what the field offers.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Record a position' });
    await expect(form).toContainText(/Donald Trump.*who is speaking.*16 Aug 2025/s);
    await expect(form.locator('input[name=issue]')).toHaveValue('Terms of peace');
    await expect(form.getByLabel('Statement')).toHaveValue(quote);
    await expect(form.getByRole('checkbox', { name: quote, checked: true })).toBeChecked();
    await expect(form.getByRole('radio', { name: 'Opposes' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    expect((await selected(page)).trim()).toBe(quote);
  }
);

test('at every size it is whole and covers no words', { tag: '@rest' }, async ({ page }) => {
  for (const [width, height] of [
    [1440, 900],
    [900, 650],
    [720, 450]
  ] as const) {
    await page.setViewportSize({ width, height });
    await openOn(page, quote);
    await page.keyboard.press('s');
    await expect(popover(page).getByText('Supports', { exact: true })).toBeVisible();
    await expect(async () => {
      const box = await boxOf(popover(page));
      const words = await boxOfChosen(page);
      const pane = await boxOf(page.getByRole('tabpanel', { name: 'Read' }));
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(heightShared(words, pane)).toBeCloseTo(words.height, 0);
      const isBeside = widthShared(box, await boxOf(source(page))) <= 0;
      expect(isBeside || heightShared(box, pane) <= 0).toBe(true);
    }).toPass();
    await page.keyboard.press('Escape');
    await expect(popover(page)).toHaveCount(0);
  }
});

test(
  'a name, a day or Enter in a field hands the keys back, so that the next ones choose issue and stance',
  { tag: '@rest' },
  async ({ page }) => {
    await openOn(page, quote);
    await page.keyboard.press('a');
    await page.keyboard.type('Zel');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(popover(page)).toBeFocused();
    const actor = popover(page).getByRole('combobox', { name: 'Actor' });
    await expect(actor).toHaveValue(/Zelenskyy$/);
    await page.keyboard.press('2');
    await expect(issues(page).nth(1)).toBeChecked();
    // Other words while it is open: its keys are still its own.
    for (const words of [refusal, quote]) {
      await drag(page, words);
      await page.keyboard.press('e');
      await expect(popover(page)).toBeFocused();
    }
    await page.keyboard.press('2');
    await expect(issues(page).nth(1)).toBeChecked();

    await page.keyboard.press('d');
    await page.keyboard.type('3/10/2013');
    // Nothing is recorded of a day that can be two, and what was not asked for yet is not missed.
    await page.keyboard.press('Enter');
    await expect(popover(page).getByRole('textbox', { name: 'Said on' })).toBeFocused();
    await popover(page).getByRole('button', { name: '3 October 2013' }).click();
    await expect(popover(page)).toBeFocused();

    await page.keyboard.press('a');
    await page.keyboard.type('Ann Lee');
    await page.keyboard.press('Enter');
    await expect(popover(page)).toBeFocused();
    await expect(popover(page).getByText('Choose a stance.')).toHaveCount(0);
    await page.keyboard.press('1');
    await expect(issues(page).first()).toBeChecked();
    await page.keyboard.press('o');
    await expect(popover(page).getByRole('radio', { name: 'Opposes' })).toBeChecked();
    await expect(actor).toHaveValue('Ann Lee');

    // All is chosen; with a name the issues may be others, so Enter in its field records nothing yet.
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await expect(popover(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(popover(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+3');
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Ann Lee' });
    await expect(row).toContainText('Opposes');
  }
);

test('at every size none of its parts covers another', { tag: '@rest' }, async ({ page }) => {
  await openOn(page, quote);
  const all = popover(page);
  const parts = [
    all.getByRole('combobox', { name: 'Actor' }),
    all.getByRole('textbox', { name: 'Said on' }),
    all.getByRole('group', { name: 'Issue' }),
    all.getByRole('group', { name: 'Stance' }),
    all.getByRole('group', { name: 'Take the words for something else' })
  ];
  for (const [width, height] of [
    [900, 650],
    [720, 450],
    [560, 650]
  ] as const) {
    await page.setViewportSize({ width, height });
    await visit(page, 'a', parts[0]!);
    await visit(page, 'd', parts[1]!);
    const boxes = await Promise.all(parts.map(boxOf));
    for (const [i, one] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) {
        const shared = Math.min(heightShared(one, other), widthShared(one, other));
        expect(shared, JSON.stringify([width, one, other])).toBeLessThanOrEqual(0);
      }
    }
  }
});

test('the stances are told in words', { tag: '@rest' }, async ({ page }) => {
  await openOn(page, quote);
  const stances = popover(page).getByRole('group', { name: 'Stance' });
  for (const word of ['Supports', 'Opposes', 'Conditional', 'Neutral', 'Unclear']) {
    await expect(stances.getByText(word, { exact: true })).toBeVisible();
  }
});

test(
  'the bar for selected words goes when another view is shown, and its keys with it',
  { tag: '@rest' },
  async ({ page }) => {
    const before = await notes(page).count();
    await drag(page, quote);
    const bar = page.getByRole('toolbar', { name: 'Annotate the selected words' });
    await expect(bar).toBeVisible();
    await expect(bar.getByRole('button', { name: 'Position', exact: true })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('1');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(bar).toHaveCount(0);
    await expect(notes(page)).toHaveCount(before);
  }
);

test(
  'of a text that is not read the actors of the briefing are still found, and the reason is told',
  { tag: '@rest' },
  async ({ page }) => {
    const text =
      'El alcalde\n\nEl pueblo deliberó largo rato el lunes. Ann Lee dijo que la escuela no se cerrará y que el consejo debe decidir de nuevo. El consejo quiere deliberar sobre ello en verano y escuchar a los padres.\n';
    await dropFiles(page, [{ name: 'escuela.txt', text }], 'source');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(source(page)).toContainText('El alcalde');
    await openOn(page, 'la escuela no se cerrará');
    await expect(popover(page)).toContainText('Spanish');
    // What is typed next is the name, and no command.
    await page.keyboard.type('Germany');
    await expect(popover(page).getByLabel('Actor', { exact: true })).toHaveValue('Germany');
  }
);
