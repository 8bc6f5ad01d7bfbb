/** The walk through the first view of the sample: the cards, their editor, notes and what stands beside them. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { look } from './look.js';
import { cards, close, command, dialog, dismissMessages } from './ways.js';

export async function walkBriefing(page: Page, nativeMenu: boolean): Promise<void> {
  const { keyboard } = page;
  await look(page, 'briefing');
  if (!nativeMenu) await look(page, 'menu bar', page.getByRole('banner'));
  await look(page, 'header', page.getByRole('region', { name: 'Open briefing' }));

  await cards(page).first().focus();
  await keyboard.press('F6');
  await expect(page.locator('[data-annotation][aria-current=true]').first()).toBeFocused();
  await look(
    page,
    'note that is current',
    page.locator('[data-annotation][aria-current=true]').first()
  );

  await page.getByRole('button', { name: 'Edit card' }).first().click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await look(page, 'card editor', cards(page).first());
  await keyboard.press('Escape');

  await keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('search', { name: 'Find in briefing' });
  await find.getByRole('textbox').fill('Zelenskyy');
  await expect(find).toContainText(/1 of \d+/);
  await look(page, 'find bar', find);
  await keyboard.press('Escape');
  await expect(find).toHaveCount(0);

  // Beside the briefing it is shown already; where there is no room for that it lies over it.
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await page.setViewportSize({ width: 900, height: 650 });
  await expect(outline).toBeHidden();
  await keyboard.press('Alt+Shift+O');
  await expect(outline.locator(':focus')).toBeVisible();
  await look(page, 'outline', outline);

  await keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByRole('separator', { name: 'Width of the briefing' })).toBeVisible();
  await look(page, 'briefing and source');
  await keyboard.press('ControlOrMeta+Shift+B');

  await cards(page).nth(1).locator('.text').click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Card', exact: true })).toBeVisible();
  await look(page, 'menu of a card');
  await close(page);
}

export async function walkNotes(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+Shift+A');
  const list = page.getByRole('listbox', { name: 'Annotations of the briefing' });
  await expect(list).toBeFocused();
  await look(page, 'list of annotations', list);
  await keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  const note = page.locator('[data-annotation]:visible').first();
  await note.focus();
  await keyboard.press('r');
  await keyboard.type('Who *says* so?');
  await keyboard.press('Escape');
  await expect(note).toBeFocused();
  await note.getByRole('combobox', { name: /^Link to/ }).selectOption('Ukraine');
  await note.getByLabel('Add to Tags of the annotation').fill('sea');
  await keyboard.press('Enter');
  await expect(note.getByRole('group', { name: 'What the words are about' })).toContainText(
    'Ukraine'
  );
  await answerWhoRecords(page);
  await look(page, 'note with reply, link and tag', note);

  await command(page, 'Rename and merge tags');
  await expect(dialog(page, 'Tags of annotations')).toBeVisible();
  await look(page, 'tags of annotations');
  await close(page);
  await command(page, 'Export annotations');
  await expect(dialog(page, /annotations/)).toBeVisible();
  await look(page, 'export of annotations');
  await close(page);
}

/** Asked once, when somebody begins to write. */
async function answerWhoRecords(page: Page): Promise<void> {
  const question = page.getByRole('form', { name: 'Your name' });
  await expect(question).toBeVisible();
  await look(page, 'question who records', question);
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(question).toHaveCount(0);
}

/** In a briefing of its own. */
export async function walkWriting(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+N');
  await expect(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible();
  await look(page, 'empty briefing');
  await page.getByRole('button', { name: 'Write the first card' }).click();
  await keyboard.press('Enter');
  const editor = page.locator('.cm-content');
  await expect(editor).toBeFocused();
  await keyboard.type('Three conditions');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.press('ControlOrMeta+B');
  await keyboard.press('ControlOrMeta+Shift+8');
  const bold = page
    .getByRole('toolbar', { name: 'Format', exact: true })
    .getByRole('button', { name: 'Bold', exact: true });
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await look(page, 'bar of formats', cards(page).first());

  await editor.focus();
  await keyboard.press('ControlOrMeta+End');
  for (let presses = 0; presses < 3; presses += 1) await keyboard.press('Enter');
  await keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'Put in' })).toBeVisible();
  await look(page, 'what a slash offers');
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await dismissMessages(page);
}
