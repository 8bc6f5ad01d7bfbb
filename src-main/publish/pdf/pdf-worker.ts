/** The thread that works on PDFs: a hundred pages must not hold up the window. One task, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PrintJob } from '../../api.js';
import { readAttachedBundle } from './attached-bundle.js';
import { finishPdf } from './finish-pdf.js';

export type PdfTask =
  | {
      readonly kind: 'finish';
      readonly printed: Uint8Array;
      readonly job: PrintJob;
      readonly numbered: boolean;
    }
  | { readonly kind: 'read'; readonly pdf: Uint8Array };

if (!parentPort) throw new Error('The PDF worker runs in a worker thread only');
const task = workerData as PdfTask;
parentPort.postMessage(
  task.kind === 'finish'
    ? await finishPdf(task.printed, task.job, task.numbered)
    : await readAttachedBundle(task.pdf)
);
