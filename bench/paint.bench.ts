/**
 * 5,000 annotations on a text of 350,000 characters in the real window: showing them, adding one, and
 * scrolling. Processor time of the page's main thread, as Chromium counts it (`ThreadTime` of
 * `Performance.getMetrics`), so other programs on the machine hardly count.
 */
import { newCard } from '../src-main/domain/briefing/entries.js';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { describe } from '../src-main/domain/anchoring/locate.js';
import {
  annotationKinds,
  type Annotation,
  newAnnotation
} from '../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { rowOf, type Row } from './median.js';
import { paintAlone } from './painting/paint-alone.js';
import { threadTime } from './painting/thread-time.js';
import { withOpenBriefing } from './with-open-briefing.js';
import { newSource } from '../src-main/domain/briefing/source.js';

export const title =
  '5,000 annotations on 350,000 characters, processor time of the page’s main thread (needs a build and a display)';

const characters = 350_000;
const count = 5_000;

export async function measure(runs = 5): Promise<Row[]> {
  const text = writeText();
  const shown: number[] = [];
  const added: number[] = [];
  const frames: number[] = [];
  const bare: number[] = [];
  const painted: number[] = [];
  const paintedOne: number[] = [];
  for (let run = 0; run < runs; run++) {
    const alone = await measureAlone(text);
    painted.push(alone.all);
    paintedOne.push(...alone.one);
    bare.push((await measureOne(bundleOf(text, 0))).shown);
    const full = await measureOne(bundleOf(text, count));
    shown.push(full.shown);
    added.push(...full.added);
    frames.push(...full.frames);
  }
  return [
    rowOf('painting alone, all', 'ms', painted),
    rowOf('painting alone, one more', 'ms', paintedOne),
    rowOf('showing the text alone', 'ms', bare),
    rowOf('showing the text with its annotations', 'ms', shown),
    rowOf(
      'of that the annotations',
      'ms',
      shown.map((time, i) => time - (bare[i] ?? 0))
    ),
    rowOf('adding one by key, until it and its note are drawn', 'ms', added),
    rowOf('a frame while scrolling', 'ms', frames),
    rowOf('such frames of over 50 ms', '% of all', [
      (100 * frames.filter((time) => time > 50).length) / frames.length
    ])
  ];
}

async function measureAlone(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  try {
    return await paintAlone(text, bundleOf(text, count).briefing.annotations, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureOne(bundle: Bundle) {
  return withOpenBriefing(bundle, (page) =>
    measurePage(page, bundle.briefing.annotations.length > 0)
  );
}

async function measurePage(page: Page, isAnnotated: boolean) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await settle(page);
  const shown = await timeOf(session, async () => {
    await page.keyboard.press('ControlOrMeta+1');
    await settle(page);
  });
  const added: number[] = [];
  const frames: number[] = [];
  if (!isAnnotated) return { shown, added, frames };
  await page.getByRole('article', { name: 'Text of the source' }).focus();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('s');
    await settle(page);
    added.push(
      await timeOf(session, async () => {
        await page.keyboard.press('1');
        await settle(page);
      })
    );
  }
  // Saving what was added is no part of scrolling.
  await page.getByText('Saved', { exact: true }).waitFor();
  await settle(page);
  for (let i = 0; i < 40; i++) {
    await page.evaluate(() => document.querySelector('#view-read')?.scrollBy(0, 250));
    // What comes into sight is drawn in one frame, and its notes find their places in the next.
    for (let frame = 0; frame < 2; frame++)
      frames.push(await timeOf(session, () => drawFrame(page)));
  }
  return { shown, added, frames };
}

/** Until what was asked for is drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
      })
  );
}

/** One frame, from its beginning until it is handed on to be shown. */
async function drawFrame(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
  );
}

/** Milliseconds of the main thread. */
async function timeOf(session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await threadTime(session);
  await act();
  return (await threadTime(session)) - before;
}

function writeText(): string {
  const sentence = (n: number) =>
    `Sentence ${n} says that the harbour of town ${n % 97} opens in month ${n % 12}. `;
  let text = '';
  for (let n = 0; text.length < characters; n++) text += sentence(n) + (n % 9 === 8 ? '\n\n' : '');
  return text.slice(0, characters);
}

function bundleOf(text: string, annotated: number): Bundle {
  const hash = createHash('sha256').update(text).digest('hex');
  const now = new Date(0).toISOString();
  const source = newId();
  const annotations = Array.from({ length: annotated }, (_, i): Annotation => {
    const start = Math.floor((i * characters) / annotated);
    const selectors = describe(text, start, Math.min(characters, start + 40));
    return newAnnotation({ type: 'source', id: source, selectors }, now, {
      kind: annotationKinds[i % annotationKinds.length] ?? 'key',
      note: i % 5 === 0 ? `Note ${i}, *short*` : '',
      tags: i % 7 === 0 ? ['harbour'] : []
    });
  });
  return {
    schema: bundleSchema,
    briefing: {
      ...emptyBriefing(`Bench with ${annotated}`, new Date(0)),
      cards: [newCard('note', { heading: 'Card', body: 'The card of the bench' })],
      sources: [newSource({ id: source, title: 'Text of the bench', text: hash, importedAt: now })],
      annotations
    },
    texts: { [hash]: text }
  };
}
