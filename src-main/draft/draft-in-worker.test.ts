import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Article } from '../domain/article.js';
import { draftArticle } from './draft-article.js';

// Only the build turns this import into a thread; the tests start a bundled worker themselves.
vi.mock('./draft-worker?nodeWorker', () => ({ default: null }));
const { draftInWorker } = await import('./draft-in-worker.js');

const article: Article = {
  name: 'a.txt',
  format: 'text',
  text: 'Talks resume\n\nAll sides came.',
  sha256: '0'.repeat(64)
};
const long: Article = { ...article, name: 'long.txt', text: 'a\n\n'.repeat(1_000_000) };
let folder = '';
let running: Worker | undefined;

function startWorker(options: WorkerOptions): Worker {
  running = new Worker(join(folder, 'draft-worker.mjs'), options);
  return running;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draft-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'draft-worker.ts'),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } }
    }
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('drafts in a thread as it does without one', async () => {
  expect(await draftInWorker(article, { startWorker })).toEqual(draftArticle(article));
});

test('stops when asked, and the thread is gone', async () => {
  const stop = new AbortController();
  const drafting = draftInWorker(long, { startWorker, signal: stop.signal });
  stop.abort(new Error('not wanted any more'));
  await expect(drafting).rejects.toThrow('not wanted any more');
  expect(running?.threadId).toBe(-1);
});

test('does not start what was stopped before', async () => {
  await expect(
    draftInWorker(long, { signal: AbortSignal.abort(new Error('never')) })
  ).rejects.toThrow('never');
});

test('gives up after its time limit, with a sentence', async () => {
  await expect(draftInWorker(long, { startWorker, limit: 20 })).rejects.toMatchObject({
    code: 'drafting-too-slow',
    message: 'long.txt could not be drafted within 0.02 seconds.'
  });
});

test('passes on what breaks in the thread', async () => {
  const broken = { ...article, text: null as unknown as string };
  await expect(draftInWorker(broken, { startWorker })).rejects.toThrow(TypeError);
});
