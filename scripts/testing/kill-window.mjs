/** The whole program with its window: types, waits for “Saved”, kills it, and looks whether the words are there. */
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * @param {string} home the program's own folder, used again in every round
 * @param {number} round
 * @param {string | null} display as in DISPLAY; `null` for the one in use
 * @returns {Promise<string | null>} what was lost, or `null`
 */
export async function killWindow(home, round, display) {
  const words = `Words of round ${round}. `;
  const env = { ...process.env, STANDPOINT_HOME: home, ...(display && { DISPLAY: display }) };
  const app = await _electron.launch({
    executablePath: join(root, 'out/host/bin.js'),
    args: [root],
    env: /** @type {Record<string, string>} */ (env)
  });
  const page = await app.firstWindow();
  await page.waitForURL(/^(app|https?):/);
  const card = page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first();
  await card.focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(words);
  await page.getByText('Saved', { exact: true }).waitFor();
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
  return look(join(home, 'library'), words);
}

/** @param {string} folder @param {string} words @returns {Promise<string | null>} */
async function look(folder, words) {
  const file = join(root, 'src-main/store/library.ts');
  const { module } = await runnerImport(file, { logLevel: 'error' });
  const library = await module.openLibrary(folder);
  try {
    const faults = [...library.findings, ...(await library.check())].filter(
      ({ code }) => code !== 'unfinished-save'
    );
    for (const { id } of await library.list()) {
      const { briefing } = await library.open(id);
      /** @type {readonly { body: string }[]} */
      const cards = briefing.cards;
      if (cards.some(({ body }) => body.includes(words.trim()))) {
        return faults.map(({ message }) => message).join(' ') || null;
      }
    }
    return `“${words.trim()}” was saved, and is not there.`;
  } finally {
    await library.close();
  }
}
