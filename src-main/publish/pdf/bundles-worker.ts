/** The thread that reads briefings out of PDFs: a file of a hundred megabytes must not hold up the window. One after another. */
import { parentPort } from 'node:worker_threads';
import { takeTasks } from '../../workers/end-thread.js';
import { readAttachedBundles } from './attached-bundle.js';

if (!parentPort) throw new Error('Briefings are read out of PDFs in a worker thread only');
const port = parentPort;
// What goes wrong is no message: it ends the thread, whose owner is told.
takeTasks(port, (pdf: Uint8Array) => {
  void readAttachedBundles(pdf).then((bundles) => port.postMessage(bundles));
});
