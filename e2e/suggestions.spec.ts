/**
 * The suggestion desk, by keyboard alone: from an article to a position with its evidence, and back.
 * Over 300 lines because all of it walks through the one article.
 */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { addDialog, dropFiles, library, whenOpen, wordIssue } from './window.js';

const article = {
  name: 'schools.txt',
  text: `Schools stay open, minister says

GENEVA, 3 May 2025 - Prime Minister Ann Lee said on Friday that the government rejects any cut to 40 schools.

“We will visit a school,” Lee told reporters. The council cannot spend more than it has.

Opposition leader Bo Ray said that he opposes the cut. Ray supports a referendum, he added.
`
};

function list(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Suggestions' });
}

function tally(page: Page): Locator {
  return page.getByRole('region', { name: 'Suggestions' }).getByRole('status').first();
}

function current(page: Page): Locator {
  return list(page).getByRole('option', { selected: true });
}

/** Goes down to the first suggestion of this kind. */
async function goTo(page: Page, kind: string): Promise<void> {
  const kinds = page.getByRole('combobox', { name: 'Kinds of suggestion' });
  await expect(kinds.locator('option').filter({ hasText: kind })).not.toHaveCount(0);
  await kinds.selectOption({ label: await labelOf(kinds, kind) });
  await expect(list(page)).toBeFocused();
}

/** As it is offered, with how many are open. */
async function labelOf(kinds: Locator, kind: string): Promise<string> {
  const labels = await kinds.locator('option').allTextContents();
  return labels.find((label) => label.startsWith(kind)) ?? kind;
}

async function openOf(page: Page): Promise<number> {
  return Number(/^\d+/.exec((await tally(page).textContent()) ?? '')?.[0]);
}

test('an article is drafted; a position is accepted, undone and dismissed by keys, and stays dismissed', async ({
  page
}) => {
  await whenOpen(page);
  await dropFiles(page, [article]);
  await expect(list(page)).toBeVisible();
  await goTo(page, 'Positions');
  const open = await openOf(page);
  const claim = (await current(page).textContent()) ?? '';
  expect(claim.trim()).toMatch(/^(Ann Lee|Bo Ray) /);

  await page.keyboard.press('a');
  await expect(tally(page)).toContainText('accepted');
  await expect(tally(page)).not.toContainText('· 0 accepted');
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('grid').getByRole('gridcell')).not.toHaveCount(0);
  const actor = claim.trim().split(' ').slice(0, 2).join(' ');
  await expect(page.getByRole('grid')).toContainText(actor);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.locator('[data-annotation]:visible')).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+4');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tally(page)).toHaveText(`${open} open · 0 accepted · 0 dismissed`);

  await expect(current(page)).toHaveText(claim);
  await page.keyboard.press('d');
  await expect(tally(page)).toContainText('1 dismissed');
  await page.getByRole('button', { name: 'Read again' }).focus();
  await page.keyboard.press('Enter');
  await expect(tally(page)).toHaveText(`${open - 1} open · 0 accepted · 1 dismissed`);
  await expect(list(page).getByRole('option').filter({ hasText: claim })).toHaveCount(0);
  await page.getByLabel('Show settled').focus();
  await page.keyboard.press('Space');
  await expect(list(page)).toContainText('✕');
});

test(
  'words without a stance are a statement, which is removed, brought back and made a position',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [article]);
    await expect(list(page)).toBeVisible();
    await goTo(page, 'Statements');
    await page.keyboard.press('ArrowDown');
    await expect(current(page)).toContainText('We will visit a school');
    await page.keyboard.press('a');
    await expect(tally(page)).toContainText('2 accepted');
    await page.keyboard.press('ControlOrMeta+3');
    const statements = page.getByRole('region', { name: 'Statements without a stance' });
    await expect(statements).toContainText('Ann Lee: “We will visit a school,”');

    await statements.getByRole('button', { name: /^Remove the statement/ }).click();
    await expect(statements).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(statements).toContainText('Ann Lee: “We will visit a school,”');

    await statements.getByRole('button', { name: /^Make a position of/ }).click();
    const form = page.getByRole('dialog', { name: 'Record a position' });
    await expect(form).toContainText('Ann Lee');
    await wordIssue(form, 'School closures');
    await form.locator('label', { hasText: 'Opposes' }).click();
    await form.getByRole('button', { name: 'Record position' }).click();
    await expect(page.getByRole('grid')).toContainText('School closures');
    await expect(statements).toHaveCount(0);
  }
);

test('a statement becomes a position when it is edited', { tag: '@rest' }, async ({ page }) => {
  await whenOpen(page);
  await dropFiles(page, [article]);
  await expect(list(page)).toBeVisible();
  await goTo(page, 'Statements');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit the suggestion' });
  await form.getByLabel('Issue, for a position').fill('School closures');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form.getByText('Choose a stance on the issue')).toBeVisible();
  await form.getByLabel('Stance, for a position').selectOption('opposes');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('grid')).toContainText('School closures');
});

test(
  'letters act at once after an import, and go on doing so after clicks; each undo leads back',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    // Where the focus is when an article is chosen by mouse.
    await library(page).getByRole('button', { name: 'Add article' }).focus();
    await dropFiles(page, [article]);
    await expect(list(page)).toBeFocused();
    await goTo(page, 'All');
    const claims: string[] = [];
    const settle = async (act: () => Promise<unknown>) => {
      const open = await openOf(page);
      claims.push((await current(page).textContent()) ?? '');
      await act();
      await expect(tally(page)).toContainText(`${open - 1} open`);
      await expect(list(page)).toBeFocused();
    };
    await settle(() => page.keyboard.press('a'));
    await list(page).getByRole('option').nth(2).click();
    await settle(() => page.keyboard.press('d'));
    await settle(() => page.getByRole('button', { name: /^(Accept A|Accept Enter)$/ }).click());
    await list(page).getByRole('option').first().click();
    for (const claim of claims.toReversed()) {
      await page.keyboard.press('ControlOrMeta+z');
      await expect(current(page)).toHaveText(claim);
    }
  }
);

test('a suggestion is edited before it is accepted; all likely of a kind at once; actors merge', async ({
  page
}) => {
  await whenOpen(page);
  await dropFiles(page, [article]);
  await expect(list(page)).toBeVisible();
  await goTo(page, 'Positions');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit the suggestion' });
  const actor = form.getByRole('combobox', { name: 'Actor' });
  await expect(actor).toBeFocused();
  const name = await actor.inputValue();
  await form.getByLabel('Issue').fill('');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form.getByText('Issue must not be empty.')).toBeVisible();
  await expect(form.getByLabel('Issue')).toBeFocused();
  await page.keyboard.type('School closures');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('grid')).toContainText('School closures');
  await page.keyboard.press('ControlOrMeta+4');

  // Whoever is known is completed.
  await page.keyboard.press('e');
  await actor.fill(name.slice(0, 3));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(actor).toHaveValue(name);
  await form.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, 'Actors');
  await goTo(page, 'All');
  await goTo(page, 'Actors');
  await page.keyboard.press('m');
  const merge = page.getByRole('combobox', { name: /Is the same as/ });
  await expect(merge).toBeFocused();
  const actors = await list(page).getByRole('option').count();
  await merge.selectOption({ index: 1 });
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('option')).toHaveCount(actors - 1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list(page).getByRole('option')).toHaveCount(actors);

  await page.keyboard.press('Shift+A');
  await expect(list(page).getByText('● likely')).toHaveCount(0);
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText(/Accepted \d+ likely actors\./);
  await messages.getByRole('button', { name: 'Undo' }).last().click();
  await expect(list(page).getByRole('option')).toHaveCount(actors);
});

test(
  'what is not English says why, and can be drafted as English all the same',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [
      {
        name: 'gipfel.txt',
        text: `Der Gipfel endet ohne Einigung

Die Regierung lehnt jede Kürzung bei den Schulen ab, sagte die Ministerin am Freitag in Genf vor der Presse.

Der Rat kann nicht mehr ausgeben, als er hat, und die nächste Runde folgt im Herbst, wenn alle Seiten zustimmen.
`
      }
    ]);
    const pane = page.getByRole('region', { name: 'Suggestions' });
    const button = pane.getByRole('button', { name: 'Draft as English' });
    await expect(button).toBeVisible();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveCount(0);
    await expect(
      pane
        .getByText(/^\d+ open/)
        .or(pane.getByText('Nothing found'))
        .first()
    ).toBeVisible();
  }
);

test(
  'a weekday without a date is asked about, and counted from the answer',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [
      {
        name: 'undated.txt',
        text: 'Schools stay open\n\nPrime Minister Ann Lee said on Saturday that the government rejects any cut to schools. She added that talks go on.\n'
      }
    ]);
    await expect(page.getByText('Which day is “Saturday”?')).toBeVisible();
    await page.getByLabel('The article was published on').fill('2025-05-04');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Which day is')).toHaveCount(0);
    await goTo(page, 'Dates');
    await expect(list(page)).toContainText('Saturday: 2025-05-03');
  }
);

test(
  'where there is no room for both, the list stands without the text',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await dropFiles(page, [article]);
    await expect(list(page)).toBeVisible();
    await page.setViewportSize({ width: 640, height: 700 });
    await expect(list(page)).toBeVisible();
    await expect(page.getByRole('article', { name: 'Text of the source' })).toBeHidden();
  }
);

test('formats come in by the dialog; pages of a PDF that are missing are told', async ({
  page,
  electronApp,
  home
}) => {
  const { makeDocx, paragraph } = await import('../src-main/article/docx/testing/make-docx.js');
  const { column, makePdf } = await import('../src-main/article/pdf/testing/make-pdf.js');
  const { writeFileSync } = await import('node:fs');
  const words = 'The government said on Monday that it rejects any deal which gives up land.';
  const html = `<html><head><title>By page</title><meta property="og:site_name" content="The Gazette"></head>
    <body><nav>Menu</nav><article><h1>By page</h1>${`<p>${words}</p>`.repeat(6)}</article></body></html>`;
  writeFileSync(join(home, 'page.html'), html);
  writeFileSync(
    join(home, 'word.docx'),
    makeDocx(paragraph('By Word', 'Heading1') + paragraph(words))
  );
  const lines = [{ text: 'By PDF', x: 72, y: 760, size: 20 }, ...column([words])];
  writeFileSync(join(home, 'print.pdf'), makePdf([lines, 'picture']));
  const files = ['page.html', 'word.docx', 'print.pdf'].map((name) => join(home, name));
  await whenOpen(page);
  await electronApp.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, files);
  await page.keyboard.press('ControlOrMeta+o');
  const briefings = page.getByRole('listbox', { name: 'Briefings' });
  for (const title of ['By page', 'By Word', 'By PDF']) {
    await expect(briefings.getByRole('option').filter({ hasText: title })).toHaveCount(1);
  }
  await expect(page.getByText(/Page 2 of 2 of print\.pdf is a picture/)).toBeVisible();
  await briefings.getByRole('option').filter({ hasText: 'By page' }).click();
  await expect(page).toHaveTitle('By page');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.locator('summary').filter({ hasText: 'The Gazette' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Text of the source' })).not.toContainText('Menu');
});

test(
  'formatted words from the clipboard become Markdown that can be looked over first',
  { tag: '@rest' },
  async ({ page }) => {
    await whenOpen(page);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Pasted headline One Two');
      data.setData(
        'text/html',
        '<h1>Pasted headline</h1><script>bad()</script><ul><li>One</li><li>Two</li></ul>'
      );
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
      document.body.dispatchEvent(paste);
    });
    const dialog = addDialog(page);
    await expect(dialog.getByRole('textbox')).toHaveValue('# Pasted headline\n\n- One\n- Two');
    await expect(dialog.getByRole('checkbox')).toBeChecked();
    await dialog.getByRole('button', { name: 'New briefing' }).click();
    await expect(page).toHaveTitle('Pasted headline');
  }
);
