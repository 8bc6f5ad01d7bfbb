/** The thread that writes one Word document, and ends: a large one takes a minute, and memory that goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Bundle } from '../../domain/briefing/bundle.js';
import type { Edition } from '../../domain/publication/edition.js';
import { bookAsDocx, briefingAsDocx } from './briefing-docx.js';

export type DocxTask =
  | { readonly kind: 'briefing'; readonly bundle: Bundle; readonly edition: Edition }
  | {
      readonly kind: 'book';
      readonly title: string;
      readonly bundles: readonly Bundle[];
      readonly edition: Edition;
    };

if (!parentPort) throw new Error('The Word worker runs in a worker thread only');
const port = parentPort;
// What goes wrong is no message: it ends the thread, whose owner is told.
void write(workerData as DocxTask).then((document) => port.postMessage(document));

function write(task: DocxTask): Promise<Uint8Array> {
  return task.kind === 'briefing'
    ? briefingAsDocx(task.bundle, task.edition)
    : bookAsDocx(task.title, task.bundles, task.edition);
}
