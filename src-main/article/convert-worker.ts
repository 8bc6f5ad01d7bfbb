/** The thread that converts: a hostile or huge file must not hold up the window. Gets a Conversion, answers with its Result. */
import { parentPort, workerData } from 'node:worker_threads';
import { convert, type Conversion } from './convert.js';

if (!parentPort) throw new Error('The conversion worker runs in a worker thread only');
const port = parentPort;
// A rejection that nobody catches ends the thread, and the one who waits is told.
void convert(workerData as Conversion).then((result) => port.postMessage(result));
