/** The thread that makes cards for an import: a long article must not hold up the window. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../domain/program/article.js';
import { regroupArticle, type Regrouped } from './regroup-article.js';
import type { WorkerMessage } from './run-in-worker.js';

if (!parentPort) throw new Error('The regrouping worker runs in a worker thread only');
const message: WorkerMessage<Regrouped> = { result: regroupArticle(workerData as Article) };
parentPort.postMessage(message);
