/**
 * Standpoint's whole export, with everything that its file carries, against other programs that
 * print the same briefing from HTML: the same words, notes beside them, fonts, running heads and
 * contents numbers, and where they can, tags. `cold` is a whole run of the command line, as every
 * run of the others is; `open` is an export from a window that has exported before. A ratio is
 * Standpoint's cost to the program's; the processors' is the one to trust on a machine that does
 * other things too. `STANDPOINT_BENCH_PAGES=2,20,100,500` chooses the lengths,
 * `STANDPOINT_BENCH_WITHOUT=vivliostyle` leaves programs out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../src-host/facts/find-chromium.js';
import { makeBundle } from '../src-main/publish/testing/bundle.js';
import { median } from './median.js';
import type { Cost } from './printing/cost.js';
import { rivalDocument } from './printing/rival-document.js';
import { installRivals, type Printer, type Task } from './printing/rivals.js';
import {
  briefAlone,
  commandLine,
  emptyList,
  openStandpoint,
  writeTask
} from './printing/standpoint.js';

export const title =
  'a briefing → PDF; the ratios are Standpoint’s cost to the program’s, cold and from an open window (build first)';

interface Row {
  readonly asked: number;
  readonly program: string;
  readonly pages: number;
  readonly runs: number;
  readonly 'wall s': number;
  readonly 'CPU s': number | null;
  readonly KB: number;
  /** Of the largest process. */
  readonly 'peak MB': number | null;
  readonly 'cold/wall': number;
  readonly 'cold/CPU': number | null;
  readonly 'open/wall': number;
  readonly 'open/CPU': number | null;
}

export async function measure(): Promise<Row[]> {
  const browser = findChromium();
  if (browser === null) throw new Error('The bench needs an installed Chromium.');
  const left = (process.env['STANDPOINT_BENCH_WITHOUT'] ?? '').split(',');
  const lengths = (process.env['STANDPOINT_BENCH_PAGES'] ?? '2,20,100').split(',').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  const rows: Row[] = [];
  try {
    const rivals = installRivals(folder, browser).filter(({ name }) => !left.includes(name));
    for (const pages of lengths) rows.push(...(await race(pages, folder, rivals)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The programs take turns, so that what else the machine does meets all of them. */
async function race(asked: number, folder: string, rivals: readonly Printer[]): Promise<Row[]> {
  const bundle = makeBundle(asked);
  const task = writeTask(folder, rivalDocument(bundle), JSON.stringify(bundle));
  // Of the key points that an author chose none is dropped, and those of a hundred pages do not fit on one.
  const briefs = asked > 20 ? [] : [briefAlone];
  const open = await openStandpoint(task, bundle.briefing.id);
  try {
    const seen = new Map<string, { costs: Cost[]; pages: number; bytes: number }>();
    for (let run = 0; run < runsOf(asked); run += 1) {
      for (const printer of [commandLine, open, ...briefs, emptyList, ...rivals]) {
        rmSync(task.pdf, { force: true });
        try {
          const cost = await printer.print(task);
          const costs = [...(seen.get(printer.name)?.costs ?? []), cost];
          seen.set(printer.name, { costs, pages: pagesOf(task), bytes: statSync(task.pdf).size });
        } catch (error) {
          console.error(`${printer.name}, ${asked} pages: ${String(error).slice(0, 300)}`);
        }
      }
    }
    const [cold, warm] = [commandLine, open].map(({ name }) => middle(seen.get(name)?.costs ?? []));
    return [...seen].map(([program, { costs, pages, bytes }]) => {
      const cost = middle(costs);
      return {
        ...{ asked, program, pages, runs: costs.length },
        ...{ 'wall s': round(cost.wall), 'CPU s': cost.cpu && round(cost.cpu) },
        KB: Math.round(bytes / 1_000),
        'peak MB': cost.peak && Math.round(cost.peak / 1_000_000),
        ...{ 'cold/wall': ratio(cold?.wall, cost.wall)!, 'cold/CPU': ratio(cold?.cpu, cost.cpu) },
        ...{ 'open/wall': ratio(warm?.wall, cost.wall)!, 'open/CPU': ratio(warm?.cpu, cost.cpu) }
      };
    });
  } finally {
    await open.close();
  }
}

function runsOf(pages: number): number {
  if (pages > 100) return 1;
  return pages > 20 ? 2 : 3;
}

/** By the clock and of the processors apart. */
function middle(costs: readonly Cost[]): Cost {
  const cpu = costs.flatMap((cost) => cost.cpu ?? []);
  const peaks = costs.flatMap((cost) => cost.peak ?? []);
  return {
    wall: median(costs.map(({ wall }) => wall)),
    cpu: cpu.length > 0 ? median(cpu) : null,
    peak: peaks.length > 0 ? Math.max(...peaks) : null
  };
}

/** `null` where one of them was not measured. */
function ratio(own: number | null | undefined, other: number | null): number | null {
  return own == null || other === null ? null : round(own / other);
}

/** 0 for an empty file. */
function pagesOf({ pdf }: Task): number {
  if (statSync(pdf).size === 0) return 0;
  return Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
