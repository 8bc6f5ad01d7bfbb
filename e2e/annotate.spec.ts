/** Words are marked and noted in the real window, by pointer and by keys alone, and nothing marked is ever lost. */
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { selected } from './select-words.js';

const cards = (page: Page) => page.getByRole('list', { name: 'Cards' }).locator(':scope > li');
const notes = (page: Page) => page.locator('[data-annotation]:visible');
const note = (page: Page, words: string) => notes(page).filter({ hasText: words });
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** As a person does; the page is gone before the key is let go. */
async function quit(page: Page, electronApp: ElectronApplication): Promise<void> {
  const closed = electronApp.waitForEvent('close');
  page.keyboard.press('ControlOrMeta+q').catch(() => undefined);
  await closed;
}

test.beforeEach(async ({ page }) => {
  await expect(cards(page)).toHaveCount(12);
  // Texts and fonts that are still to come would push words away from where a test points.
  await expect(page.locator('.body .text:empty')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect.poll(() => painted(page, 'doubt')).toContain('one set of unnamed sources');
});

/** Drags the pointer over the first words of a paragraph until they are selected: another window that opens takes the pointer away. */
async function dragOver(page: Page, paragraph: Locator, pixels: number): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded();
  await expect(async () => {
    const box = await paragraph.boundingBox();
    if (!box) throw new Error('No such paragraph');
    const y = box.y + 14;
    // A press on selected words would drag them.
    await page.evaluate(() => getSelection()?.empty());
    await page.mouse.move(box.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(box.x + pixels, y, { steps: 5 });
    await page.mouse.up();
    expect((await page.evaluate(() => String(getSelection()))).length).toBeGreaterThan(10);
  }).toPass();
}

/** The words that are painted as a kind of annotation. */
function painted(page: Page, kind: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    kind
  );
}

test('by pointer: words of a card get a highlight, a note and a tag, beside them in the margin', async ({
  page,
  electronApp,
  launch
}) => {
  const paragraph = cards(page).nth(2).locator('.body p').first();
  await dragOver(page, paragraph, 300);
  await page.getByRole('button', { name: 'Highlight as Figure' }).click();
  const words = (await painted(page, 'active'))[0] ?? '';
  expect(words.length).toBeGreaterThan(10);
  const [before, after] = (await paragraph.innerText()).split(words);
  expect([before, after], 'no word is cut').toEqual([
    expect.not.stringMatching(/\w$/),
    expect.not.stringMatching(/^\w/)
  ]);
  expect(await painted(page, 'figure')).toContain(words);

  await page.getByRole('button', { name: 'Write note' }).click();
  await page.keyboard.type('Who *are* these people?');
  await page.keyboard.press('Escape');
  const mine = note(page, 'Who are these people?');
  await expect(mine).toBeFocused();
  await mine.getByLabel('Add to Tags of the annotation').fill('sourcing');
  await page.keyboard.press('Enter');
  await mine.getByLabel('Kind of annotation').selectOption('Doubt');
  expect(await painted(page, 'doubt')).toContain(words);
  const [beside, text] = [await mine.boundingBox(), await paragraph.boundingBox()];
  expect(Math.abs((beside?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(30);
  await expect(saved(page)).toBeVisible();

  await quit(page, electronApp);
  const again = await (await launch()).firstWindow();
  await expect(note(again, 'Who are these people?')).toContainText('sourcing');
  await expect.poll(() => painted(again, 'doubt')).toContain(words);
});

test('by keys alone: a sentence is selected, widened, marked, noted, and its text found again', async ({
  page
}) => {
  await page.keyboard.press('ControlOrMeta+1');
  const text = page.getByRole('article', { name: 'Text of the source' });
  await text.focus();
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  const sentence = await selected(page);
  await page.keyboard.press('Shift+ArrowLeft');
  const shorter = await selected(page);
  expect(sentence.startsWith(shorter) && shorter.length < sentence.length).toBe(true);
  await page.keyboard.press('Shift+S');
  await page.keyboard.press('4');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect.poll(() => painted(page, 'change')).toContain(sentence);

  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Written without a mouse');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(note(page, 'Written without a mouse')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(note(page, 'Written without a mouse')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('F6');
  await page.keyboard.press('Delete');
  await expect(note(page, 'Written without a mouse')).toHaveCount(0);
  await expect(text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note(page, 'Written without a mouse')).toHaveCount(1);
});

test(
  'keys select the sentence that was clicked, then the next; of a paragraph that a key selected, the first',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+1');
    const text = page.getByRole('article', { name: 'Text of the source' });
    const paragraph = text.locator('p').filter({ hasText: 'ranks second among' });
    await paragraph.click({ position: { x: 60, y: 10 } });
    await page.keyboard.press('s');
    const clicked = await selected(page);
    await page.keyboard.press('s');
    const both = `${clicked} ${await selected(page)}`;
    expect((await paragraph.innerText()).slice(0, both.length)).toBe(both);

    await page.keyboard.press('p');
    await page.keyboard.press('s');
    expect(await selected(page)).toBe(clicked);
  }
);

test(
  'in a narrow window the words stay in sight while a note on them is written',
  { tag: '@rest' },
  async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 650 });
    await page.keyboard.press('ControlOrMeta+1');
    const text = page.getByRole('article', { name: 'Text of the source' });
    await text.focus();
    for (let paragraph = 1; paragraph <= 9; paragraph += 1) await page.keyboard.press('p');
    await page.keyboard.press('n');
    await page.keyboard.type('Written beside them');
    await expect(page.locator('textarea:focus')).toHaveValue('Written beside them');
    await expect(page.locator('textarea:focus')).toBeInViewport();
    await expect(text.locator('[data-paragraph="9"]')).toBeInViewport();
  }
);

test('the commands highlight and note what is selected', { tag: '@rest' }, async ({ page }) => {
  const before = await notes(page).count();
  await cards(page).nth(3).focus();
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(notes(page)).toHaveCount(before + 1);
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.keyboard.type('Noted');
  await page.keyboard.press('Escape');
  await expect(note(page, 'Noted')).toHaveCount(1);
  await expect(notes(page)).toHaveCount(before + 2);
});

test(
  'marked words follow an edit around them, and undo brings both back',
  { tag: '@rest' },
  async ({ page }) => {
    const words = 'one set of unnamed sources';
    await expect.poll(() => painted(page, 'doubt')).toContain(words);
    await cards(page).nth(2).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('First of all: ');
    await page.keyboard.press('Escape');
    await expect.poll(() => painted(page, 'doubt')).toContain(words);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cards(page).nth(2).locator('.body')).not.toContainText('First of all');
    await expect.poll(() => painted(page, 'doubt')).toContain(words);
  }
);

test('words that are deleted leave their note: found again, kept as a card, or brought back by undo', async ({
  page
}) => {
  const doubt = note(page, 'Ask for a second source');
  await cards(page).nth(2).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Gone');
  await page.keyboard.press('Escape');
  await expect(doubt).toContainText('These words are no longer in the text.');
  await expect(doubt).toContainText('one set of unnamed sources');
  await doubt.getByRole('button', { name: 'Find again' }).click();
  await expect(page.getByText('Those words have no certain place in the text now.')).toBeVisible();

  await doubt.getByRole('button', { name: 'Keep as note' }).click();
  await expect(cards(page)).toHaveCount(13);
  await expect(cards(page).nth(3).locator('blockquote')).toHaveText('one set of unnamed sources');
  await expect.poll(() => painted(page, 'doubt')).toContain('one set of unnamed sources');
  await expect(doubt).not.toContainText('no longer in the text');

  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cards(page).nth(2).locator('.body')).toContainText('Zelenskyy refused');
  await expect(doubt).not.toContainText('no longer in the text');

  await cards(page).nth(2).focus();
  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await expect(page.getByRole('region', { name: 'Without a place' })).toContainText(
    'Ask for a second'
  );
});

test(
  'a click on words shows their note, a click on a note its words',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+1');
    const first = notes(page).first();
    const last = notes(page).last();
    await last.click();
    await expect(last).toHaveAttribute('aria-current', 'true');
    const [words] = await painted(page, 'active');
    await page.evaluate(() => getSelection()?.empty());
    await first.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
    await expect.poll(() => painted(page, 'active')).not.toEqual([words]);
    await expect(async () => {
      const place = await page.evaluate((wanted) => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [
          ...highlight
        ]) as Range[];
        const range = ranges.find((one) => one.toString() === wanted);
        const { left, top, height } = range!.getClientRects()[0]!;
        return { x: left + 3, y: top + height / 2 };
      }, words);
      await page.mouse.click(place.x, place.y);
      expect(await painted(page, 'active')).toEqual([words]);
    }).toPass();
  }
);

test(
  'no note of a margin covers another, however close their words',
  { tag: '@rest' },
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+1');
    const text = page.getByRole('article', { name: 'Text of the source' });
    await text.focus();
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('s');
      await page.keyboard.press('n');
      await page.keyboard.type(`Note ${i}, long enough to need more than one line of the margin`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('F6');
    }
    const gaps = async () => {
      const boxes = await notes(page).evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom }))
      );
      const sorted = boxes.toSorted((a, b) => a.top - b.top);
      return Math.min(...sorted.slice(1).map(({ top }, i) => top - sorted[i]!.bottom));
    };
    await expect.poll(gaps).toBeGreaterThanOrEqual(7);
  }
);
