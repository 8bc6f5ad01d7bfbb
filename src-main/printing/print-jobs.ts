/** Which print page prints what: the meeting point of the printing window and the page's own calls, and what these may ask. */
import type { DocumentJob } from '../domain/publication/document-job.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { PrintHandlers } from '../edge/answer-calls.js';

interface PrintPage {
  job: DocumentJob | null;
  answer: { readonly ready: () => void; readonly failed: (fault: Error) => void } | null;
}

const pages = new Map<number, PrintPage>();

/** From now on the page with this `webContents` id may call as a print page. */
export function admitPage(contentsId: number): void {
  pages.set(contentsId, { job: null, answer: null });
}

export function dismissPage(contentsId: number): void {
  pages.delete(contentsId);
}

/** Resolves when the page next says that it stands ready; rejects when it reports a fault of its own. */
export function awaitReady(contentsId: number): Promise<void> {
  return new Promise((ready, failed) => {
    pageOf(contentsId).answer = { ready, failed };
  });
}

export function giveJob(contentsId: number, job: DocumentJob): void {
  pageOf(contentsId).job = job;
}

export function isPrintPage(contentsId: number): boolean {
  return pages.has(contentsId);
}

function jobOf(contentsId: number): DocumentJob {
  const { job } = pageOf(contentsId);
  if (!job) throw new ExpectedFailure('no-print-job', 'There is nothing to print.');
  return job;
}

function markReady(contentsId: number): void {
  pageOf(contentsId).answer?.ready();
}

function markFailed(contentsId: number, message: string): void {
  pageOf(contentsId).answer?.failed(new Error(`The print page failed: ${message}`));
}

function pageOf(contentsId: number): PrintPage {
  const found = pages.get(contentsId);
  if (!found) throw new ExpectedFailure('no-print-job', 'There is nothing to print.');
  return found;
}

export const printHandlers: PrintHandlers = {
  'print.job': (caller) => jobOf(caller.contentsId),
  'print.ready': (caller) => {
    markReady(caller.contentsId);
    return null;
  },
  'print.failed': (caller, message) => {
    markFailed(caller.contentsId, message);
    return null;
  }
};
