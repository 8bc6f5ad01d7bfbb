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
import { costOf, processorTime } from './cost.js';
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
  print: ({ json, pdf }) =>
    costOf(process.execPath, [program, 'export', json, '--to', pdf], { INIT_CWD: dirname(pdf) })
};

export interface OpenStandpoint extends Printer {
  /** The bytes of what Chromium itself makes of the document that was printed last. */
  readonly rawBytes: () => Promise<number>;
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
      return { wall, cpu: before === null || after === null ? null : after - before };
    },
    rawBytes: () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const printing = BrowserWindow.getAllWindows().at(-1)!;
        const raw = await printing.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true
        });
        return raw.length;
      }),
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
