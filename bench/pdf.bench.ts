/**
 * Standpoint's whole export, from its command line and with everything that the file carries,
 * against other programs that print the same briefing from HTML. Each figure is a whole run of a
 * program. `STANDPOINT_BENCH_PAGES=2,20,100,500` chooses the lengths.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from '../src-host/find-chromium.js';
import { fullEdition } from '../src-main/domain/publication/edition.js';
import { briefingAsHtml } from '../src-main/publish/html/briefing-html.js';
import { makeBundle } from '../src-main/publish/test-bundle.js';
import { median } from './median.js';
import { installRivals, type Rival } from './printing/rivals.js';
import { timed } from './printing/timed.js';

export const title =
  'a briefing → PDF, whole runs by the clock; the ratio is Standpoint’s time to the program’s (build first)';

interface Row {
  readonly pages: number;
  readonly program: string;
  readonly runs: number;
  readonly 'wall s': number;
  readonly KB: number;
  readonly ratio: number;
}

const root = resolve(import.meta.dirname, '..');

export function measure(): Row[] {
  const browser = findChromium();
  if (browser === null) throw new Error('The bench needs an installed Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  try {
    const rivals = installRivals(folder, browser);
    const lengths = (process.env['STANDPOINT_BENCH_PAGES'] ?? '2,20,100').split(',').map(Number);
    return lengths.flatMap((pages) => race(pages, folder, rivals));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The programs take turns, so that what else the machine does meets all of them. */
function race(pages: number, folder: string, rivals: readonly Rival[]): readonly Row[] {
  const bundle = makeBundle(pages);
  const [json, html, pdf] = ['in.json', 'in.html', 'out.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
    string
  ];
  writeFileSync(json, JSON.stringify(bundle));
  writeFileSync(html, briefingAsHtml(bundle, fullEdition));
  const program = join(root, 'out/main/standpoint.js');
  const standpoint: Rival = {
    name: 'Standpoint',
    print: () =>
      timed(process.execPath, [program, 'export', json, '--to', pdf], { INIT_CWD: folder })
  };
  const runs = pages > 50 ? 1 : 3;
  const taken = new Map<string, number[]>();
  const sizes = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    for (const each of [standpoint, ...rivals]) {
      rmSync(pdf, { force: true });
      try {
        const took = each.print(html, pdf);
        taken.set(each.name, [...(taken.get(each.name) ?? []), took]);
        sizes.set(each.name, statSync(pdf).size);
      } catch (error) {
        console.error(`${each.name}, ${pages} pages: ${String(error).slice(0, 300)}`);
      }
    }
  }
  const timeOf = (name: string) => median(taken.get(name) ?? []);
  const own = timeOf(standpoint.name);
  return [...taken].map(([name, times]) => ({
    pages,
    program: name,
    runs: times.length,
    'wall s': round(timeOf(name)),
    KB: Math.round((sizes.get(name) ?? 0) / 1_000),
    ratio: round(own / timeOf(name))
  }));
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
