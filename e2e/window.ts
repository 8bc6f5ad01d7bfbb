/** What tests name in the window. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Held down, arrows move by words: Option on a Mac, whatever its other shortcuts are held with. */
export const wordKey = process.platform === 'darwin' ? 'Alt' : 'Control';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export function library(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Library' });
}

export function rows(page: Page): Locator {
  return library(page).getByRole('listbox').getByRole('option');
}

/** The title of the open briefing, also while another view covers it. */
export function openTitle(page: Page): Locator {
  return page.getByRole('main').locator('textarea[aria-label="Title"]');
}

/** The program is up, and shows the latest briefing. */
export async function whenOpen(page: Page): Promise<void> {
  await expect(openTitle(page)).not.toHaveValue('');
}

/** The drawer of the registers. */
export function registers(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Registers' });
}

/** Date, marking and what else is folded into one line below the title. */
export async function showDetails(page: Page): Promise<void> {
  await page.locator('[data-details] > summary').click();
}

export function articleNamed(title: string): TextFile {
  const text = `${title}\n\nThe first side said on Monday that it agrees.\n\nThe other side refused.\n`;
  return { name: `${title.replace(/\W+/g, '-')}.txt`, text };
}

/**
 * Drops files on the window as a file manager does. While a briefing is open the window asks what they
 * become, and gets the answer `become`; with `null` the question is left to the test.
 */
export async function dropFiles(
  page: Page,
  files: readonly TextFile[],
  become: 'source' | 'briefing' | null = 'briefing'
): Promise<void> {
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) data.items.add(new File([text], name));
    return data;
  }, files);
  const main = page.getByRole('main');
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await main.dispatchEvent(type, { dataTransfer: transfer });
  }
  if (become === null || files.every(({ name }) => /\.(json|standpoint)$/.test(name))) return;
  if ((await openTitle(page).count()) === 0) return;
  const answer = become === 'source' ? 'Add to this briefing' : /^New briefings?$/;
  await addDialog(page).getByRole('button', { name: answer }).click();
}

/** Takes articles in, and asks what they become. */
export function addDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Add article' });
}

export function librariesDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Libraries' });
}

/** By the palette. */
export async function openLibraries(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Libraries');
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText(/Libraries/);
  await page.keyboard.press('Enter');
  await expect(librariesDialog(page)).toBeVisible();
}

/** Words the issue of a position, of which others may be offered. */
export async function wordIssue(form: Locator, wording: string): Promise<void> {
  const field = form.getByRole('combobox', { name: /issue$/i });
  if ((await field.count()) === 0) await form.getByText('Another…').click();
  await field.fill(wording);
}

/** Goes to a field by its key and leaves it. With no field open yet, Escape would leave the whole form. */
export async function visit(page: Page, key: string, field: Locator): Promise<void> {
  await page.keyboard.press(key);
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).not.toBeFocused();
}
