/**
 * The as-of slider in the real window, moved over every stop, one a frame. Frames are what the page
 * sees of them (`requestAnimationFrame`), so they hold the load of the machine; processor time of the
 * page's main thread is what Chromium counts (`ThreadTime` of `Performance.getMetrics`).
 * STANDPOINT_BENCH_PICTURE: where to put pictures of the matrices, such as `/tmp/matrix`.
 */
import { rowOf, type Row } from './median.js';
import { threadTime } from './painting/thread-time.js';
import { slideThrough } from './sliding/frame-times.js';
import { ledgerBundle, type LedgerSize } from './sliding/ledger-bundle.js';
import { withOpenBriefing } from './with-open-briefing.js';

export const title =
  'the as-of slider over a filled matrix, a stop a frame (needs a build and a display)';

/** The larger has few stops, since each of its steps takes many frames. */
export const sizes: readonly LedgerSize[] = [
  { actors: 60, issues: 40, entries: 3_600, days: 200 },
  { actors: 200, issues: 100, entries: 20_000, days: 20 }
];

export async function measure(runs = 2, asked = sizes): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of asked) {
    const { shown, processor, intervals, steps } = await measureSize(size, runs);
    const name = `${size.actors} × ${size.issues}`;
    // 16.7 ms as the clock of the page tells it, in tenths.
    const share = (most: number) => [
      (100 * intervals.filter((time) => time > most).length) / intervals.length
    ];
    rows.push(
      rowOf(`${name}: showing the matrix, main thread`, 'ms', [shown]),
      rowOf(`${name}: a step, main thread, mean of a run`, 'ms', processor),
      rowOf(`${name}: a step until it is painted`, 'ms', steps),
      rowOf(`${name}: from frame to frame`, 'ms', intervals),
      rowOf(`${name}: of that the 95th of a hundred`, 'ms', [percentile(intervals, 0.95)]),
      rowOf(`${name}: frames of over 16.7 ms`, '% of all', share(16.75)),
      rowOf(`${name}: frames of over 50 ms`, '% of all', share(50))
    );
  }
  return rows;
}

function measureSize(size: LedgerSize, runs: number) {
  return withOpenBriefing(ledgerBundle(size), async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await threadTime(session);
    await page.keyboard.press('Control+3');
    await page.locator('[data-row="0"][data-column="0"]').waitFor();
    const shown = (await threadTime(session)) - before;
    const picture = process.env['STANDPOINT_BENCH_PICTURE'];
    const processor: number[] = [];
    const intervals: number[] = [];
    const steps: number[] = [];
    // The first time warms up.
    for (let run = -1; run < runs; run++) {
      const begun = await threadTime(session);
      const seen = await slideThrough(page);
      if (run < 0) continue;
      processor.push(((await threadTime(session)) - begun) / seen.steps.length);
      intervals.push(...seen.intervals);
      steps.push(...seen.steps);
    }
    if (picture) await page.screenshot({ path: `${picture}-${size.actors}.png` });
    return { shown, processor, intervals, steps };
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
