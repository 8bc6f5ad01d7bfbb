/** The thread that drafts: a long article must not hold up the window. Gets an Article, answers with its Draft. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../domain/article.js';
import { draftArticle } from './draft-article.js';

if (!parentPort) throw new Error('The drafting worker runs in a worker thread only');
parentPort.postMessage(draftArticle(workerData as Article));
