/**
 * The painting by itself, on a plain page in Chromium: the program's own modules, without notes,
 * toolbar and saving around them.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import type { Annotation } from '../../src-main/domain/briefing/annotation.js';
import { renderPlainText } from '../../src-main/domain/markdown/plain-text.js';
import { findChromium } from '../../src-host/facts/find-chromium.js';
import { threadTime } from './thread-time.js';

const root = resolve(import.meta.dirname, '../..');

interface Painting {
  /** `added`: how many more than at first. */
  paint(added: number): void;
}
declare const window: Window & { painting: Painting };

export interface PaintTimes {
  /** Milliseconds of the main thread until all is painted, beyond what two empty frames take. */
  readonly all: number;
  readonly one: readonly number[];
}

export async function paintAlone(
  text: string,
  annotations: readonly Annotation[],
  folder: string
): Promise<PaintTimes> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<!doctype html><style>::highlight(key) { background: gold } ::highlight(claim) { text-decoration: underline }</style>
      <div data-scrolls style="block-size: 100vh; overflow-y: auto"><div id="text">${renderPlainText(text).html}</div></div>`
    );
    await page.evaluate(await bundlePainting(folder));
    await page.evaluate(([all, words]) => Object.assign(window, { all, words }), [
      annotations,
      text
    ] as const);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const timeOf = async (added: number | null) => {
      const before = await threadTime(session);
      await page.evaluate(
        (count) =>
          new Promise<void>((drawn) => {
            if (count !== null) window.painting.paint(count);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
          }),
        added
      );
      return (await threadTime(session)) - before;
    };
    // The first two frames lay the text out.
    await timeOf(null);
    const empty = Math.min(await timeOf(null), await timeOf(null), await timeOf(null));
    const all = (await timeOf(0)) - empty;
    const one: number[] = [];
    for (let i = 1; i <= 10; i++) one.push(Math.max(0, (await timeOf(i)) - empty));
    return { all, one };
  } finally {
    await browser.close();
  }
}

/** A script that puts the walk through the program's own modules on `window.painting`. */
async function bundlePainting(folder: string): Promise<string> {
  const from = (path: string) => JSON.stringify(join(root, path));
  const entry = join(folder, 'painting.js');
  writeFileSync(
    entry,
    `import { Paper } from ${from('src-renderer/annotations/text/paper.ts')};
    import { seenSpan } from ${from('src-renderer/annotations/text/watch-selection.ts')};
    import { describe } from ${from('src-main/domain/anchoring/locate.ts')};
    let paper = null;
    let surface = null;
    export function paint(added) {
      if (!paper) {
        paper = new Paper();
        const target = { type: 'source', id: window.all[0].target.id };
        surface = paper.surfaces.put(target, document.querySelector('#text'), window.words);
      }
      const more = Array.from({ length: added }, (_, i) => {
        const selectors = describe(window.words, 10 * i, 10 * i + 30);
        const first = window.all[0];
        return { ...first, id: 'added' + i, target: { ...first.target, selectors } };
      });
      const sorted = [...more, ...window.all].sort(
        (a, b) => a.target.selectors.position.start - b.target.selectors.position.start
      );
      const area = document.querySelector('[data-scrolls]');
      paper.paint(surface, sorted, null, seenSpan(surface, area, 0.5));
    }`
  );
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte()],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'painting' } }
  })) as Rolldown.RolldownOutput[];
  return `(() => { ${built[0]?.output[0].code ?? ''}; window.painting = painting; })()`;
}
