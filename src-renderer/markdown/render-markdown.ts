/** The page's Markdown renderer: one worker, what it rendered last kept. */
import { startWorker } from '../ui/start-worker.js';
import workerUrl from './markdown.worker.ts?worker&url';
import { createRenderer, remember } from './render-in-worker.js';

export const renderMarkdownInWorker = remember(createRenderer(() => startWorker(workerUrl)));
