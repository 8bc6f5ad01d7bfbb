/** The thread that converts: a hostile or huge file must not hold up the window. Gets a Conversion, answers with its Result. */
import { parentPort, workerData } from 'node:worker_threads';
import { convert, type Conversion } from './convert.js';

if (!parentPort) throw new Error('The conversion worker runs in a worker thread only');
const port = parentPort;
// pdf.js leaves promises of a damaged file's objects behind, whose rejection nobody awaits: what matters
// of them it tells in the answer.
process.on('unhandledRejection', () => undefined);
convert(workerData as Conversion).then(
  (result) => port.postMessage(result),
  (fault: unknown) => {
    // Ours: it ends the thread, and the one who waits is told.
    setImmediate(() => {
      throw fault;
    });
  }
);
