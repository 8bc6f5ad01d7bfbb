/** Standpoint's own export: a whole run of its command line, and one from its open window. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { Bridge } from '../../src-main/domain/api.js';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import type { Id } from '../../src-main/domain/base/values.js';
import { firstPage } from '../../e2e/first-page.js';
import { type Cost, costOf, processorTime } from './cost.js';
import type { Printer, Task } from './rivals.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'out/main/standpoint.js');

export const commandLine: Printer = {
  name: 'Standpoint, cold',
  print: (task) => exportBriefing(task)
};

/** The same briefing as a brief of one page. */
export const briefAlone: Printer = {
  name: 'Standpoint, brief',
  print: (task) => exportBriefing(task, '--template', 'brief')
};

function exportBriefing({ json, pdf }: Task, ...options: readonly string[]): Cost {
  const args = [program, 'export', json, '--to', pdf, ...options];
  return costOf(process.execPath, args, { INIT_CWD: dirname(pdf) });
}

/** A command that makes nothing: what Node and the program itself take. */
export const emptyList: Printer = {
  name: 'Standpoint, an empty list',
  print({ pdf }) {
    const home = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
    try {
      writeFileSync(pdf, '');
      return costOf(process.execPath, [program, 'list'], { STANDPOINT_HOME: home });
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
};

export interface OpenStandpoint extends Printer {
  readonly close: () => Promise<void>;
}

/** The program, open on a library that holds this one briefing. Its first export warms it up. */
export async function openStandpoint({ json, pdf }: Task, id: Id): Promise<OpenStandpoint> {
  const home = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  const env = {
    ...(process.env as Record<string, string>),
    STANDPOINT_HOME: home,
    STANDPOINT_HOST_HEADLESS: '1'
  };
  execFileSync(process.execPath, [program, 'import', json], { env });
  const executablePath = join(root, 'out/host/bin.js');
  const app = await _electron.launch({ executablePath, args: [root], env });
  const page = await firstPage(app);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  const exportOnce = () =>
    page.evaluate(
      async ([briefing, edition]) => {
        const result = await window.standpoint.call(
          'export.write',
          [briefing],
          'pdf',
          edition,
          'alone'
        );
        if (!result.ok) throw new Error(result.error.message);
      },
      [id, fullEdition] as const
    );
  const pid = app.process().pid ?? 0;
  await exportOnce();
  return {
    name: 'Standpoint, open',
    async print() {
      const before = processorTime(pid);
      const begun = performance.now();
      await exportOnce();
      const wall = (performance.now() - begun) / 1_000;
      const after = processorTime(pid);
      const cpu = before === null || after === null ? null : after - before;
      return { wall, cpu, peak: null };
    },
    async close() {
      await app.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  };
}

/** Puts what all programs are given into a folder. */
export function writeTask(folder: string, html: string, json: string): Task {
  const task = {
    html: join(folder, 'in.html'),
    json: join(folder, 'in.json'),
    pdf: join(folder, 'out.pdf')
  };
  writeFileSync(task.html, html);
  writeFileSync(task.json, json);
  return task;
}
