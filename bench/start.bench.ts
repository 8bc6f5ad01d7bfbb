/** From starting the program to its first contentful paint, on the Chromium host, warm and cold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { rowOf, type Row } from './median.js';

export const title = 'start to first contentful paint, Chromium host (needs a display)';

const root = resolve(import.meta.dirname, '..');

/** The first start of a home makes the sample library and the browser profile; later ones find them. */
export async function measure(runs = 7): Promise<Row[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let i = 0; i < runs; i++) {
    const home = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
    try {
      first.push(await start(home));
      later.push(await start(home));
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return [rowOf('first start', 'ms', first), rowOf('later start', 'ms', later)];
}

async function start(home: string): Promise<number> {
  const begun = Date.now();
  const app = await _electron.launch({
    executablePath: join(root, 'out/host/bin.js'),
    args: [root],
    env: { ...(process.env as Record<string, string>), STANDPOINT_HOME: home }
  });
  const page = await app.firstWindow();
  // The host's window first shows a page of its own, which is no paint of ours.
  await page.waitForURL(/^(app|https?):/);
  const painted = await page.evaluate(
    () =>
      new Promise<number>((report) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) report(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      })
  );
  await app.close();
  return painted - begun;
}
