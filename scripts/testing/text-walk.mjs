/// <reference lib="dom" />
/* global DataTransfer, document, HTMLButtonElement -- within functions that run in the page */
/**
 * One text through the real window: imported, drafted, some suggestions taken and one dismissed, every
 * view seen, undone and done again, previewed and exported. Whatever breaks on the way is a fault.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { _electron, expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */

/**
 * @typedef {object} Outcome
 * @property {string} file
 * @property {number} suggestions that were open at first
 * @property {readonly string[]} faults a sentence each; none when all went well
 */

/**
 * @typedef {object} Window
 * @property {ElectronApplication} app
 * @property {Page} page
 * @property {string[]} errors that the page met since this was emptied last
 * @property {() => Promise<void>} close
 */

const root = resolve(import.meta.dirname, '../..');
/** Milliseconds for each step, for a text of any length on a busy machine. */
const patience = 120_000;
/** The views in the order of their keys, and what their tabs are called, before what each counts. */
const views = ['Read', 'Brief', 'Positions', 'New'];

/**
 * @param {{ home: string, host: 'electron' | 'chromium', binary: string, display: string | null }} options
 * @returns {Promise<Window>}
 */
export async function openWindow({ home, host, binary, display }) {
  const env = { ...process.env, STANDPOINT_HOME: home, ...(display && { DISPLAY: display }) };
  const app = await _electron.launch({
    executablePath: host === 'electron' ? binary : join(root, 'out/host/bin.js'),
    args: [root],
    cwd: root,
    env: /** @type {Record<string, string>} */ (env)
  });
  // With a listener Playwright leaves the question before closing to the program.
  app.context().on('dialog', () => undefined);
  const page = await app.firstWindow();
  await page.waitForURL(/^(app|https?):/);
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  await title(page).waitFor({ state: 'attached', timeout: patience });
  const close = async () => {
    const ended = new Promise((done) => app.process().once('close', done));
    // The program goes before it can answer.
    app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
    await ended;
  };
  return { app, page, errors, close };
}

/**
 * @param {Window} window
 * @param {string} file
 * @param {string} target of what is exported on the way: another for each text, so that no message of
 *   an earlier one is taken for its own
 * @returns {Promise<Outcome>}
 */
export async function walkText({ app, page, errors }, file, target) {
  errors.length = 0;
  /** @type {string[]} */
  const faults = [];
  /** @param {string} name @param {() => Promise<unknown>} work */
  const step = async (name, work) => {
    try {
      await work();
      await expectNoFault(page);
    } catch (error) {
      faults.push(`${name}: ${inOneLine(error)}`);
    }
  };

  let open = 0;
  await step('import', () => drop(page, file));
  if (faults.length === 0) {
    await step('draft', async () => (open = await draft(page)));
    if (open > 0) await step('accept and dismiss', () => settleSome(page, open));
    for (const view of views) await step(view, () => show(page, view));
    if (open > 0) await step('undo and redo', () => undoAndRedo(page, open));
    await step('preview', () => preview(page));
    await step('export', () => exportPdf(app, page, target));
  }
  faults.push(...new Set(errors.map(inOneLine)));
  if (faults.length > 0) await beginAnew(page);
  return { file, suggestions: open, faults };
}

/** @param {Page} page */
function title(page) {
  return page.getByRole('main').locator('textarea[aria-label="Title"]');
}

/** @param {Page} page @param {string} file */
async function drop(page, file) {
  await dismissOrdinary(page);
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
      return data;
    },
    /** @type {[string, string]} */ ([basename(file), readFileSync(file).toString('base64')])
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.getByRole('main').dispatchEvent(type, { dataTransfer: transfer });
  }
  const question = page.getByRole('dialog', { name: 'Add article' });
  await question.getByRole('button', { name: 'New briefing' }).click();
  const arrived = await page.waitForFunction(
    () => {
      const refused = document.querySelector('[aria-label="Messages"] .failed');
      if (refused) return refused.textContent.trim();
      const told = document.querySelector('[aria-label="Messages"] [role="log"]');
      // The library holds it already: another text of the walk was the same, or a sample.
      for (const button of told?.querySelectorAll('button') ?? []) {
        if (button.textContent.trim() === 'Import again') button.click();
      }
      // A title with quotation marks keeps them, or stands in single ones.
      return told && /Imported ["“«„‘]/u.test(told.textContent) && 'in';
    },
    null,
    { timeout: patience }
  );
  const outcome = await arrived.jsonValue();
  if (outcome !== 'in') throw new Error(String(outcome));
}

/** What is told of this text is not to be taken for what was told of the one before. @param {Page} page */
async function dismissOrdinary(page) {
  await page.waitForFunction(() => {
    const told = document.querySelector('[aria-label="Messages"] [role="log"]');
    told
      ?.querySelectorAll('button[aria-label="Dismiss"]')
      .forEach((button) => button instanceof HTMLButtonElement && button.click());
    return !told?.textContent.trim();
  });
}

/** @param {Page} page */
function tally(page) {
  return page.getByRole('region', { name: 'Suggestions' }).getByText(/^\d+ open · /);
}

/**
 * Waits for the draft, also of what does not read as English.
 * @param {Page} page
 * @returns {Promise<number>} how many suggestions are open
 */
async function draft(page) {
  await show(page, 'New');
  const asEnglish = page.getByRole('button', { name: 'Draft as English' });
  await tally(page).or(asEnglish).first().waitFor({ timeout: patience });
  if (await asEnglish.isVisible()) {
    await asEnglish.click();
    await tally(page).waitFor({ timeout: patience });
  }
  const open = Number.parseInt((await tally(page).textContent()) ?? '', 10);
  if (open > 0) {
    const first = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first();
    await first.waitFor({ timeout: patience });
  }
  return open;
}

/** Takes two and dismisses one, by keys. @param {Page} page @param {number} open */
async function settleSome(page, open) {
  await show(page, 'New');
  // Those of every kind: a text may have fewer statements than are settled here.
  await page.getByRole('combobox', { name: 'Kinds of suggestion' }).selectOption('all');
  await page.getByRole('listbox', { name: 'Suggestions' }).focus();
  for (const key of open > 2 ? ['a', 'a', 'd'] : ['a']) await page.keyboard.press(key);
  const done = open > 2 ? /· [1-9]\d* accepted · 1 dismissed/ : /· [1-9]\d* accepted/;
  await expect(tally(page)).toHaveText(done, { timeout: patience });
}

/** Undoes what `settleSome` did, to the last step, and does it again. @param {Page} page @param {number} open */
async function undoAndRedo(page, open) {
  const steps = open > 2 ? 3 : 1;
  await show(page, 'New');
  const settled = (await tally(page).textContent()) ?? '';
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('ControlOrMeta+z');
  const untouched = `${open} open · 0 accepted · 0 dismissed`;
  await expect(tally(page)).toHaveText(untouched, { timeout: patience });
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(tally(page)).toHaveText(settled, { timeout: patience });
}

/** Brings up a view, which must not stay empty. @param {Page} page @param {string} view */
async function show(page, view) {
  await page.keyboard.press(`ControlOrMeta+${views.indexOf(view) + 1}`);
  const name = new RegExp(`^${view}\\b`);
  const tab = page.getByRole('tab', { name });
  await expect(tab).toHaveAttribute('aria-selected', 'true', { timeout: patience });
  const panel = page.getByRole('tabpanel', { name });
  await expect(panel).toHaveText(/\S[\s\S]{20}/, { timeout: patience });
}

/** @param {Page} page */
async function preview(page) {
  await page.keyboard.press('ControlOrMeta+p');
  const dialog = page.getByRole('dialog', { name: 'Print or export' });
  await expect(dialog.getByRole('status')).toHaveText(/ pages?\.$/, { timeout: patience });
  await dialog.locator('canvas').first().waitFor({ timeout: patience });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

/** @param {ElectronApplication} app @param {Page} page @param {string} target */
async function exportPdf(app, page, target) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Print or export' });
  await dialog.getByRole('button', { name: 'Save PDF' }).click();
  const done = page
    .getByRole('region', { name: 'Messages' })
    .getByText(`Exported ${basename(target)}.`);
  await done.waitFor({ timeout: patience });
  const head = readFileSync(target).subarray(0, 5).toString('latin1');
  if (head !== '%PDF-') throw new Error('what was exported is no PDF');
}

/** Neither a view that could not be shown, nor a message of a failure. @param {Page} page */
async function expectNoFault(page) {
  const failed = page.getByRole('alert').or(page.locator('[aria-label="Messages"] .failed'));
  const words = (await failed.allInnerTexts()).map((each) => each.trim()).filter(Boolean);
  if (words.length > 0) throw new Error(words.join(' '));
}

/** After a fault the next text gets a page without it. @param {Page} page */
async function beginAnew(page) {
  await page.reload();
  await title(page).waitFor({ state: 'attached', timeout: patience });
}

/** @param {unknown} error */
function inOneLine(error) {
  const words = error instanceof Error ? error.message : String(error);
  // Playwright colours what it says.
  return (
    words
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[\d+m/g, '')
      .replace(/\s+/g, ' ')
      .slice(0, 200)
  );
}
