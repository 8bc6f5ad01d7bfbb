/**
 * Hostile Markdown as a card and as a source in the real window: how long the page's thread stands
 * still at most, and how much memory a process of the program holds at most. A line a text as it is
 * measured; the table at the end is of the worst.
 * STANDPOINT_BENCH_KINDS: of which kinds alone, as a regular expression; STANDPOINT_BENCH_SIZES: of
 * which sizes alone, in thousands of UTF-16 units, as `25,200`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hostileBundle } from './hostile/hostile-bundle.js';
import { hostileKinds, type HostileKind } from './hostile/kinds.js';
import { greatestPeak, type Peak } from './hostile/process-memory.js';
import { NeverEnds, walk } from './hostile/walk.js';
import type { Stop } from './hostile/watch-thread.js';
import { withWindow } from './with-open-briefing.js';

const root = resolve(import.meta.dirname, '..');
const sizes = (process.env['STANDPOINT_BENCH_SIZES'] ?? '25,50,100,200')
  .split(',')
  .map((thousands) => 1_000 * Number(thousands));
const asked = new RegExp(process.env['STANDPOINT_BENCH_KINDS'] ?? '', 'i');
/** Rows of the table at the end. */
const shown = 12;
/** UTF-16 units: a card that is as long as may be takes no key. */
const roomToType = 10;
const never: Stop = { clock: Infinity, processor: Infinity };

export const title =
  'the longest stop of the page’s thread and the most memory of a process (needs a build, a display and Linux)';

interface Measured {
  readonly kind: string;
  readonly size: number;
  readonly card: Stop;
  readonly source: Stop;
  readonly act: string;
  readonly peak: Peak;
  readonly errors: readonly string[];
}

export async function measure() {
  const measured: Measured[] = [];
  for (const kind of hostileKinds.filter(({ name }) => asked.test(name))) {
    for (const one of await measureKind(kind)) {
      measured.push(one);
      console.log(Object.values(rowOf(one)).join('  '));
    }
  }
  const stopOf = ({ card, source }: Measured) => Math.max(card.processor, source.processor);
  const slowest = measured.toSorted((a, b) => stopOf(b) - stopOf(a)).slice(0, shown);
  const largest = measured.toSorted((a, b) => b.peak.megabytes - a.peak.megabytes).slice(0, shown);
  return [...new Set([...slowest, ...largest])].map(rowOf);
}

function rowOf({ kind, size, card, source, act, peak, errors }: Measured) {
  const round = ({ clock, processor }: Stop) =>
    `${Math.round(processor)} ms (${Math.round(clock)} by the clock)`;
  return {
    kind: kind.padEnd(42),
    size: `${size / 1_000} KB`,
    card: round(card),
    source: round(source),
    'longest in': act,
    memory: `${Math.round(peak.megabytes)} MB (${peak.process})`,
    errors: errors.join('; ')
  };
}

/** All sizes in one window, as long as it answers. */
async function measureKind({ name, write }: HostileKind): Promise<Measured[]> {
  const texts = sizes.map((size) => ({
    size,
    title: `Hostile ${size}`,
    text: write(size - roomToType)
  }));
  const measured: Measured[] = [];
  try {
    await withWindow(
      (home, env) => {
        // The briefing that was changed last is the one that is open at first.
        const bundles = [
          ...texts.map(({ title: of, text }) => hostileBundle(of, text)),
          hostileBundle('Calm', 'Calm words.')
        ];
        const files = bundles.map((bundle, n) => {
          const file = join(home, `${n}.json`);
          writeFileSync(file, JSON.stringify(bundle));
          return file;
        });
        const program = join(root, 'out/main/standpoint.js');
        execFileSync(process.execPath, [program, 'import', ...files], { env });
      },
      async (page, app) => {
        await page.getByRole('navigation').getByText('Calm', { exact: true }).first().click();
        const session = await page.context().newCDPSession(page);
        const id = app.process().pid ?? 0;
        for (const { size, title: of } of texts) {
          try {
            const walked = await walk(page, session, of);
            measured.push({ kind: name, size, ...walked, peak: greatestPeak(id) });
          } catch (error) {
            if (!(error instanceof NeverEnds)) throw error;
            const { act } = error;
            const stops = { card: never, source: never };
            measured.push({ kind: name, size, ...stops, act, peak: greatestPeak(id), errors: [] });
            throw error;
          }
        }
      }
    );
  } catch (error) {
    if (!(error instanceof NeverEnds)) throw error;
  }
  return measured;
}
