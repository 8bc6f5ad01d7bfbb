/** The page's Markdown renderer: one worker, what it rendered last kept. */
import type {} from 'trusted-types';
import workerUrl from './markdown.worker.ts?worker&url';
import { createRenderer, remember } from './render-in-worker.js';

/** Lets this one worker pass and no other address. */
const policy = window.trustedTypes?.createPolicy('standpoint-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new Error(`Not a worker of this program: ${url}`);
    return url;
  }
});

function startWorker(): Worker {
  // The DOM's types do not know yet that a worker takes a trusted address.
  const address = (policy?.createScriptURL(workerUrl) ?? workerUrl) as string;
  return new Worker(address, { type: 'module' });
}

export const renderMarkdown = remember(createRenderer(startWorker));
