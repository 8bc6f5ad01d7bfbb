/** Which print page prints what: the meeting point of the printing window and the page's own calls. */
import type { PrintJob } from '../../api.js';
import { ExpectedFailure } from '../../domain/result.js';

interface Waiting {
  readonly job: PrintJob;
  readonly ready: () => void;
  readonly failed: (fault: Error) => void;
}

const waiting = new Map<number, Waiting>();

/** Resolves when the page with this `webContents` id stands ready to print; throws when the page reports a fault of its own. */
export function awaitReady(contentsId: number, job: PrintJob): Promise<void> {
  return new Promise((ready, failed) => waiting.set(contentsId, { job, ready, failed }));
}

export function endJob(contentsId: number): void {
  waiting.delete(contentsId);
}

export function isPrintPage(contentsId: number): boolean {
  return waiting.has(contentsId);
}

export function jobOf(contentsId: number): PrintJob {
  return entry(contentsId).job;
}

export function markReady(contentsId: number): void {
  entry(contentsId).ready();
}

export function markFailed(contentsId: number, message: string): void {
  entry(contentsId).failed(new Error(`The print page failed: ${message}`));
}

function entry(contentsId: number): Waiting {
  const found = waiting.get(contentsId);
  if (!found) throw new ExpectedFailure('no-print-job', 'There is nothing to print.');
  return found;
}
