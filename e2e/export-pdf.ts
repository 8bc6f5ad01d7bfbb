/** Exports a PDF through the window, and reads it back with the tools that other people use. */
import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge, OpenedBriefing } from '../src-main/domain/api.js';
import { fullEdition, type Edition } from '../src-main/domain/publication/edition.js';
import type { Outlined } from './pdf-expected.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

export interface ExportResult {
  readonly ok: boolean;
  /** Why not; empty when all went well. */
  readonly message: string;
}

/** The save dialog answers with `target`. */
export async function exportTo(
  app: ElectronApplication,
  page: Page,
  id: string,
  target: string,
  edition: Partial<Edition> = {}
): Promise<ExportResult> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  return page.evaluate(
    async ([briefing, whole]) => {
      const result = await window.standpoint.call(
        'export.write',
        [briefing],
        'pdf',
        whole,
        'alone'
      );
      return { ok: result.ok, message: result.ok ? '' : result.error.message };
    },
    [id, { ...fullEdition, ...edition }] as const
  );
}

export function openBriefing(page: Page, id: string): Promise<OpenedBriefing> {
  return page.evaluate(async (briefing) => {
    const result = await window.standpoint.call('briefing.open', briefing);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }, id);
}

/** Returns the ids of what came in, and then of what was there already. */
export function importBytes(page: Page, name: string, bytes: Buffer): Promise<readonly string[]> {
  return page.evaluate(
    async ([file, base64]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const result = await window.standpoint.call('article.importFile', file, content, true);
      if (!result.ok) return [];
      const { ids, held = [] } = result.value;
      return [...ids, ...held.map(({ id }) => id)];
    },
    [name, bytes.toString('base64')] as const
  );
}

export function read(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** As a reader takes it in: line breaks of the page are no part of the words. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** From now on what is printed opens nowhere. Returns the path of what was to be opened last. */
export async function printIntoViewer(app: ElectronApplication): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Object.assign(globalThis, { opened: path });
      return Promise.resolve('');
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'opened') as string);
}

/** The words of each page. */
export function pagesOf(pdf: string): readonly string[] {
  return read('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
}

/** The outline, by qpdf. */
export function outlineOf(pdf: string): readonly Outlined[] {
  const { outlines } = JSON.parse(read('qpdf', '--json', '--json-key=outlines', pdf)) as {
    outlines: readonly Outlined[];
  };
  const plain = ({ title, kids }: Outlined): Outlined => ({
    title: flat(title),
    kids: kids.map(plain)
  });
  return outlines.map(plain);
}

/** Left, bottom, right, top; points from the page's lower left. */
export type Box = readonly [number, number, number, number];

/** The words inside a box of a page, but not what touches it; pages count from 1. */
export function wordsIn(pdf: string, page: number, height: number, box: Box): string {
  const [left, bottom, right, top] = box.map((edge) => Math.round(edge * 10)) as unknown as Box;
  const place = [
    '-x',
    left + 3,
    '-y',
    Math.round(height * 10) - top,
    '-W',
    right - left - 6,
    '-H',
    top - bottom
  ];
  const pages = ['-f', page, '-l', page, '-r', 720];
  return read('pdftotext', ...[...pages, ...place].map(String), pdf, '-');
}
