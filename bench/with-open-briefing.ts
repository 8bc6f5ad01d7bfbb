/** A library that is open in the real window for as long as something is measured there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { firstPage } from '../e2e/first-page.js';
import type { Bundle } from '../src-main/domain/briefing/bundle.js';

const root = resolve(import.meta.dirname, '..');

/**
 * Needs a build and a display. `prepare` fills the library before the window opens; where `work`
 * fails, the program is ended whether it answers or not.
 */
export async function withWindow<T>(
  prepare: (home: string, env: Readonly<Record<string, string>>) => Promise<void> | void,
  work: (page: Page, app: ElectronApplication) => Promise<T>
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  const env = { ...(process.env as Record<string, string>), STANDPOINT_HOME: home };
  try {
    await prepare(home, env);
    const app = await _electron.launch({
      executablePath: join(root, 'out/host/bin.js'),
      args: [root],
      env
    });
    try {
      const page = await firstPage(app);
      await page.setViewportSize({ width: 1_360, height: 850 });
      const result = await work(page, app);
      await app.close();
      return result;
    } catch (error) {
      const ended = new Promise((resolve) => app.process().once('close', resolve));
      // The program goes before it can answer.
      app.evaluate((electron) => electron.app.exit(1)).catch(() => undefined);
      await ended;
      throw error;
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }
}

/** The page shows the words of the first card, whose body must be plain text. */
export function withOpenBriefing<T>(bundle: Bundle, work: (page: Page) => Promise<T>): Promise<T> {
  return withWindow(
    (home, env) => {
      const file = join(home, 'bundle.json');
      writeFileSync(file, JSON.stringify(bundle));
      execFileSync(process.execPath, [join(root, 'out/main/standpoint.js'), 'import', file], {
        env
      });
    },
    async (page) => {
      await page.getByText(bundle.briefing.cards[0]?.body ?? '').waitFor();
      return work(page);
    }
  );
}
