/** The thread that works on PDFs: a hundred pages must not hold up the window. One task after another. */
import { parentPort } from 'node:worker_threads';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { takeTasks } from '../../workers/end-thread.js';
import { readAttachedBundles } from './attached-bundle.js';
import { finishPdf } from './finish-pdf.js';
import { pagesOfAnchors } from './opened-pdf.js';

export type PdfTask =
  | {
      readonly kind: 'finish';
      readonly printed: Uint8Array;
      readonly job: DocumentJob;
      readonly numbered: boolean;
      readonly relisted: boolean;
      readonly scaled: boolean;
    }
  | { readonly kind: 'read' | 'pages'; readonly pdf: Uint8Array };

if (!parentPort) throw new Error('The PDF worker runs in a worker thread only');
const port = parentPort;
// What goes wrong is no message: it ends the thread, whose owner is told.
takeTasks(port, (task: PdfTask) => {
  void workOn(task).then((result) => port.postMessage(result));
});

function workOn(asked: PdfTask): Promise<unknown> {
  switch (asked.kind) {
    case 'finish':
      return finishPdf(asked.printed, asked.job, asked);
    case 'read':
      return readAttachedBundles(asked.pdf);
    case 'pages':
      return pagesOfAnchors(asked.pdf);
  }
}
