/**
 * From starting the program to its first contentful paint, on the Chromium host, warm and cold, beside a
 * bare Chromium that opens a page of one word as an app, in turns in one run; and where the time goes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, chromium, type Page } from '@playwright/test';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { median, rowOf, type Row } from './median.js';

export const title = 'start to first contentful paint, Chromium host (needs a build and a display)';

const root = resolve(import.meta.dirname, '..');

/** All in milliseconds since the program was started. */
interface Start {
  /** The page is asked for: Node and its modules, and Chromium, have started. */
  readonly asked: number;
  /** Its frame is painted: the window is no longer empty. */
  readonly painted: number;
  /** The scripts that draw the rest have come. */
  readonly loaded: number;
  /** The briefing that was open last is shown. */
  readonly shown: number;
}

/** The first start of a home makes the sample library and the browser profile; later ones find them. */
export async function measure(runs = 7): Promise<Row[]> {
  const first: Start[] = [];
  const later: Start[] = [];
  const bare: number[] = [];
  for (let i = 0; i < runs; i++) {
    const home = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
    try {
      first.push(await start(home));
      later.push(await start(home));
      bare.push(await startBare(home));
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  const painted = later.map((each) => each.painted);
  const ratio = median(painted) / median(bare);
  return [
    rowOf(
      'first start',
      'ms',
      first.map((each) => each.painted)
    ),
    rowOf('later start', 'ms', painted),
    rowOf('a bare Chromium, a page of one word', 'ms', bare),
    rowOf('later start to that', '×', [ratio]),
    rowOf(
      'later start: until its page is asked for',
      'ms',
      later.map(({ asked }) => asked)
    ),
    rowOf(
      'later start: then until its frame is painted',
      'ms',
      later.map(({ asked, painted }) => painted - asked)
    ),
    rowOf(
      'later start: then until its first scripts have come',
      'ms',
      later.map(({ painted, loaded }) => loaded - painted)
    ),
    rowOf(
      'later start: then until the briefing is shown',
      'ms',
      later.map(({ loaded, shown }) => shown - loaded)
    )
  ];
}

async function start(home: string): Promise<Start> {
  const begun = Date.now();
  const app = await _electron.launch({
    executablePath: join(root, 'out/host/bin.js'),
    args: [root],
    env: { ...(process.env as Record<string, string>), STANDPOINT_HOME: home }
  });
  const page = await app.firstWindow();
  // The host's window first shows a page of its own, which is no paint of ours.
  await page.waitForURL(/^(app|https?):/);
  const { asked, painted } = await paintOf(page);
  const { shown, loaded } = await page.evaluate(
    () =>
      new Promise<{ shown: number; loaded: number }>((report) => {
        const first = document.head.querySelectorAll('script[src], link[rel="modulepreload"]');
        const names = [...first].map((one) => ('src' in one ? one.src : 'href' in one && one.href));
        const look = () => {
          if (!document.querySelector('[data-card]')) return void requestAnimationFrame(look);
          const ends = performance
            .getEntriesByType('resource')
            .filter(({ name }) => names.includes(name))
            .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
          const loaded = performance.timeOrigin + Math.max(0, ...ends);
          report({ shown: Date.now(), loaded });
        };
        look();
      })
  );
  await app.close();
  return {
    asked: asked - begun,
    loaded: loaded - begun,
    painted: painted - begun,
    shown: shown - begun
  };
}

async function startBare(home: string): Promise<number> {
  const found = findChromium();
  if (found === null) throw new Error('There is no Chromium to compare with.');
  const file = join(home, 'one-word.html');
  writeFileSync(file, '<!doctype html><title>One word</title><p>Word');
  const begun = Date.now();
  const context = await chromium.launchPersistentContext(join(home, 'bare'), {
    executablePath: found,
    headless: false,
    args: [`--app=${pathToFileURL(file).href}`]
  });
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^file:/);
  const { painted } = await paintOf(page);
  await context.close();
  return painted - begun;
}

/** Moments of the page's loading, in milliseconds of the clock. */
function paintOf(page: Page) {
  return page.evaluate(
    () =>
      new Promise<{ asked: number; painted: number }>((report) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          const { timeOrigin } = performance;
          if (paint) report({ asked: timeOrigin, painted: timeOrigin + paint.startTime });
        }).observe({ type: 'paint', buffered: true });
      })
  );
}
