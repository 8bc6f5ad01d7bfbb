/**
 * The as-of slider in the real window, moved over every stop, one a frame, and then from end to end
 * and back, which changes nearly every cell. Frames are what the page sees of them
 * (`requestAnimationFrame`), so they hold the load of the machine; a bare page on the same machine,
 * before, between and after, tells how much of that is not ours. A step is timed inside the page, from the
 * slider's event until its style, layout and paint are recorded; processor time of the page's main
 * thread is what Chromium counts (`ThreadTime` of `Performance.getMetrics`).
 * STANDPOINT_BENCH_PICTURE: where to put pictures of the matrices, such as `/tmp/matrix`.
 */
import type { CDPSession, Page } from '@playwright/test';
import { rowOf, type Row } from './median.js';
import { threadTime } from './painting/thread-time.js';
import { framesOfBarePage } from './sliding/bare-page.js';
import { everyStop, slideOver } from './sliding/frame-times.js';
import { ledgerBundle, type LedgerSize } from './sliding/ledger-bundle.js';
import { withOpenBriefing } from './with-open-briefing.js';

export const title =
  'the as-of slider over a filled matrix, a stop a frame (needs a build and a display)';

const sizes: readonly LedgerSize[] = [
  { actors: 60, issues: 40, entries: 3_600, days: 200 },
  { actors: 200, issues: 100, entries: 20_000, days: 200 }
];

export async function measure(runs = 2): Promise<Row[]> {
  const bare: number[] = [];
  const rows: Row[] = [];
  for (const size of sizes) {
    bare.push(...(await framesOfBarePage(200)));
    const { shown, settled, slid, jumped } = await measureSize(size, runs);
    const name = `${size.actors} × ${size.issues}`;
    rows.push(
      rowOf(`${name}: showing the matrix, main thread`, 'ms', [shown]),
      rowOf(`${name}: and the summary below it`, 'ms', [settled]),
      rowOf(`${name}: a step, processor, mean of a run`, 'ms', slid.processor),
      ...spread(`${name}: a step until it is painted`, slid.steps),
      ...frameRows(`${name}: frame to frame`, slid.intervals),
      ...spread(`${name}: from end to end until it is painted`, jumped.steps),
      ...frameRows(`${name}: frame to frame, from end to end`, jumped.intervals)
    );
  }
  bare.push(...(await framesOfBarePage(200)));
  return [...frameRows('a bare page: frame to frame', bare), ...rows];
}

interface Slides {
  readonly processor: number[];
  readonly intervals: number[];
  readonly steps: number[];
}

function measureSize(size: LedgerSize, runs: number) {
  return withOpenBriefing(ledgerBundle(size), async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await threadTime(session);
    await page.keyboard.press('ControlOrMeta+3');
    await page.locator('[data-row="0"][data-column="0"]').waitFor();
    const shown = (await threadTime(session)) - before;
    await page.getByRole('heading', { name: 'Common ground' }).waitFor();
    const settled = (await threadTime(session)) - before - shown;
    const stops = await everyStop(page);
    const ends = stops.map((stop) => (stop % 2 === 0 ? 0 : stops.length - 2));
    const slid = await slide(page, session, stops, runs);
    const jumped = await slide(page, session, ends, runs);
    const picture = process.env['STANDPOINT_BENCH_PICTURE'];
    if (picture) await page.screenshot({ path: `${picture}-${size.actors}.png` });
    return { shown, settled, slid, jumped };
  });
}

async function slide(
  page: Page,
  session: CDPSession,
  stops: readonly number[],
  runs: number
): Promise<Slides> {
  const all: Slides = { processor: [], intervals: [], steps: [] };
  // The first time warms up.
  for (let run = -1; run < runs; run++) {
    const begun = await threadTime(session);
    const seen = await slideOver(page, stops);
    if (run < 0) continue;
    all.processor.push(((await threadTime(session)) - begun) / seen.steps.length);
    all.intervals.push(...seen.intervals);
    all.steps.push(...seen.steps);
  }
  return all;
}

function spread(name: string, times: readonly number[]): Row[] {
  const late = times.toSorted((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? NaN;
  return [rowOf(name, 'ms', times), rowOf(`${name}, 95th of a hundred`, 'ms', [late])];
}

/** 16.7 ms are a frame of sixty a second; one more tells those that were missed from a clock's noise. */
function frameRows(name: string, intervals: readonly number[]): Row[] {
  const late = intervals.filter((time) => time > 17.7).length;
  return [
    ...spread(name, intervals),
    rowOf(`${name}, over 17.7 ms`, '% of all', [(100 * late) / intervals.length])
  ];
}
