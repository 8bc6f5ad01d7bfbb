/** The thread that drafts: gets one DraftTask after another, answers each with progress and then the Draft. */
import { parentPort } from 'node:worker_threads';
import type { Draft } from '../domain/suggestions/draft.js';
import { draftArticle, type DraftTask } from './draft-article.js';
import { takeTasks } from '../workers/end-thread.js';
import type { WorkerMessage } from './run-in-worker.js';

/** Often enough for a bar that moves. */
const step = 0.02;

const port = parentPort;
if (!port) throw new Error('The drafting worker runs in a worker thread only');
const post = (message: WorkerMessage<Draft>) => port.postMessage(message);

// What goes wrong is no message: it ends the thread, whose owner is told.
takeTasks(port, ({ article, asEnglish }: DraftTask) => {
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
});
