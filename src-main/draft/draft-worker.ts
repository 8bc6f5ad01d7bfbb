/** The thread that drafts: gets a DraftTask, answers with progress and then the Draft. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Draft } from '../domain/suggestions/draft.js';
import { draftArticle, type DraftTask } from './draft-article.js';
import type { WorkerMessage } from './run-in-worker.js';

/** Often enough for a bar that moves. */
const step = 0.02;

const port = parentPort;
if (!port) throw new Error('The drafting worker runs in a worker thread only');
const post = (message: WorkerMessage<Draft>) => port.postMessage(message);
const { article, asEnglish } = workerData as DraftTask;
let told = 0;
const result = draftArticle(article, {
  asEnglish,
  onProgress(done) {
    if (done - told < step) return;
    told = done;
    post({ progress: done });
  }
});
post({ result });
