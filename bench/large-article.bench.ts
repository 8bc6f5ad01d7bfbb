/**
 * An article as long as may be, with thousands of annotations, in the real window: how long the page's
 * thread stands still in each act, and how much memory a process of the program has held by then.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import {
  annotationKinds,
  type Annotation,
  newAnnotation
} from '../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../src-main/domain/briefing/bundle.js';
import { newId, type Id } from '../src-main/domain/base/values.js';
import { maxArticleBytes } from '../src-main/domain/base/limits.js';
import { greatestPeak } from './hostile/process-memory.js';
import { watchThread } from './hostile/watch-thread.js';
import { withWindow } from './with-open-briefing.js';
import { newSource } from '../src-main/domain/briefing/source.js';

const root = resolve(import.meta.dirname, '..');
const annotated = 5_000;
/** Milliseconds that a busy machine may take to show something. */
const limit = 120_000;
const moment = new Date(0).toISOString();

export const title =
  '5 MB of text with 5,000 annotations: stops of the page’s thread, and memory (needs a build, a display and Linux)';

interface Act {
  readonly name: string;
  readonly run: (page: Page) => Promise<unknown>;
}

const press = (key: string) => (page: Page) => page.keyboard.press(`ControlOrMeta+${key}`);

function scrollTo(share: number) {
  return (page: Page) =>
    page
      .locator('#view-read')
      .evaluate((area, part) => area.scrollTo(0, area.scrollHeight * part), share);
}

const acts: readonly Act[] = [
  { name: 'opening', run: open },
  { name: 'showing the source', run: showSource },
  { name: 'scrolling to the middle', run: scrollTo(0.5) },
  { name: 'scrolling to the end', run: scrollTo(1) },
  { name: 'selecting a sentence', run: selectSentence },
  { name: 'annotating it', run: (page) => page.keyboard.press('1') },
  { name: 'undoing', run: press('z') },
  { name: 'doing it again', run: press('Shift+z') },
  { name: 'leaving for the briefing', run: press('2') },
  { name: 'coming back', run: press('1') }
];

export async function measure() {
  return withWindow(importLarge, async (page, app) => {
    await page.getByRole('navigation').getByText('Calm', { exact: true }).first().click();
    const session = await page.context().newCDPSession(page);
    const rows: object[] = [];
    for (const { name, run } of acts) {
      const end = await watchThread(session);
      await run(page);
      // Main has what is to be saved, and workers have answered, once the person pauses.
      await page.waitForTimeout(2_000);
      const { processor, clock } = await end();
      const peak = greatestPeak(app.process().pid ?? 0);
      const longest = `${Math.round(processor)} ms (${Math.round(clock)} by the clock)`;
      rows.push({
        act: name,
        longest,
        memory: `${Math.round(peak.megabytes)} MB (${peak.process})`
      });
    }
    return rows;
  });
}

/** The briefing that was changed last is the one that is open at first: a calm one. */
function importLarge(home: string, env: Readonly<Record<string, string>>): void {
  const calm: Bundle = { schema: bundleSchema, briefing: emptyBriefing('Calm'), texts: {} };
  const files = [largeBundle(), calm].map((bundle, n) => {
    const file = join(home, `${n}.json`);
    writeFileSync(file, JSON.stringify(bundle));
    return file;
  });
  const program = join(root, 'out/main/standpoint.js');
  execFileSync(process.execPath, [program, 'import', ...files], { env });
}

function largeBundle(): Bundle {
  const text = longText();
  const hash = createHash('sha256').update(text).digest('hex');
  const source = newId();
  return {
    schema: bundleSchema,
    briefing: {
      ...emptyBriefing('Large', new Date(0)),
      sources: [newSource({ id: source, title: 'Large', text: hash, importedAt: moment })],
      annotations: Array.from({ length: annotated }, (_, n) => annotationAt(n, source, text))
    },
    texts: { [hash]: text }
  };
}

/** Paragraphs that each hold words of their own. */
function longText(): string {
  const paragraph = (n: number) =>
    `${n}. The minister said that talks number ${n} would go on, while neither side had moved.`
      .concat(` Observers doubted it, and said so on day ${n}.`.repeat(1 + (n % 9)))
      .concat('\n\n');
  let text = '';
  for (let n = 0; text.length < maxArticleBytes - 1_000; n += 1) text += paragraph(n);
  return text;
}

function annotationAt(n: number, source: Id, text: string): Annotation {
  const start = Math.floor((n * (text.length - 100)) / annotated);
  const end = start + 30 + (n % 40);
  const selectors = {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32)
    },
    position: { start, end }
  };
  return newAnnotation({ type: 'source', id: source, selectors }, moment, {
    kind: annotationKinds[n % annotationKinds.length] ?? 'key',
    note: n % 3 === 0 ? `A note on number ${n}.` : ''
  });
}

async function open(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('Large', { exact: true }).first().click();
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('h1 textarea')?.value === 'Large',
    undefined,
    { timeout: limit }
  );
}

async function showSource(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Read' }).click();
  await page.waitForSelector('[data-text] .text > *', { timeout: limit });
}

async function selectSentence(page: Page): Promise<void> {
  await page.getByRole('article', { name: 'Text of the source' }).focus();
  await page.keyboard.press('s');
}
