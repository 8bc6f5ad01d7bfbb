/**
 * `node scripts/take-screenshots.mjs`: the README's pictures, taken from the real window and the printed
 * sample (needs a display, and pdftoppm).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'resources/screenshots');
const home = mkdtempSync(join(tmpdir(), 'standpoint-pictures-'));
mkdirSync(folder, { recursive: true });

const program = await _electron.launch({
  executablePath: join(root, 'out/host/bin.js'),
  args: [root],
  env: { ...process.env, STANDPOINT_HOME: home }
});
const page = await program.firstWindow();
await page.setViewportSize({ width: 1360, height: 850 });
await page.emulateMedia({ colorScheme: 'light' });

await page.getByRole('main').getByText('Trump wants Kyiv and Moscow to go straight').waitFor();
await page.screenshot({ path: join(folder, 'briefing.png') });

await page.keyboard.press('ControlOrMeta+3');
await page.getByRole('grid').getByRole('gridcell').first().getByRole('button').click();
await page.getByRole('region', { name: /United States/ }).waitFor();
await page.screenshot({ path: join(folder, 'positions.png') });

await page.keyboard.press('ControlOrMeta+p');
await page.getByRole('dialog').locator('canvas').first().waitFor();
await page.screenshot({ path: join(folder, 'preview.png') });

await program.close();
const sample = join(root, 'resources/samples/alaska-summit.json');
for (const { name, edition } of [
  { name: 'printed-opening', edition: [] },
  { name: 'printed-changes', edition: ['--template', 'changes', '--since', '2025-08-14'] }
]) {
  const pdf = join(home, `${name}.pdf`);
  execFileSync(process.execPath, [
    join(root, 'out/main/standpoint.js'),
    ...['export', sample, '--to', pdf, '--paper', 'A4', ...edition]
  ]);
  const picture = join(folder, name);
  execFileSync('pdftoppm', ['-f', '1', '-r', '80', '-png', '-singlefile', pdf, picture]);
}

rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
