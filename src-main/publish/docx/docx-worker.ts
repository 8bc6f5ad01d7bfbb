/** The thread that writes one Word document, and ends: a large one takes a minute, and memory that goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { asDocx } from './briefing-docx.js';

if (!parentPort) throw new Error('The Word worker runs in a worker thread only');
const port = parentPort;
// What goes wrong is no message: it ends the thread, whose owner is told.
void asDocx(workerData as DocumentJob).then((document) => port.postMessage(document));
