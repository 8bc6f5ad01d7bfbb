/** Shows the system's print dialog for a document. */
import type { DocumentJob } from '../domain/publication/document-job.js';
import type { WebContentsSurface } from '../edge/electron.js';
import { tell } from '../edge/ipc.js';
import { pagesInWorker } from '../publish/pdf/in-pdf-worker.js';
import { awaitReady, giveJob } from './print-jobs.js';
import { closeOwnPrintWindow, openOwnPrintWindow } from './print-window.js';

/** `reason`: why there was no dialog, or nothing came of it, in the host's words. */
type DialogOutcome =
  { readonly kind: 'sent' | 'cancelled' } | { readonly kind: 'failed'; readonly reason: string };

/**
 * Lays the document out once more and prints that page: Electron prints pages dependably, and PDFs
 * in hidden windows as blank sheets.
 *
 * @param pdf the finished document of the same job, which knows on which page each heading stands.
 * @param scale by which that was made larger or smaller.
 */
export async function printInDialog(
  job: DocumentJob,
  pdf: Uint8Array,
  scale: number
): Promise<DialogOutcome> {
  const [printing, pages] = await Promise.all([openOwnPrintWindow(), pagesInWorker(pdf)]);
  const { webContents } = printing.window;
  try {
    const gone = new Promise<DialogOutcome>((resolve) => {
      printing.onEnd = (how) =>
        resolve({ kind: 'failed', reason: `the page that lays out the document stopped: ${how}` });
    });
    return await Promise.race([layOutAndAsk(webContents, job, pages, scale), gone]);
  } finally {
    closeOwnPrintWindow(printing);
  }
}

async function layOutAndAsk(
  webContents: WebContentsSurface,
  job: DocumentJob,
  pages: Readonly<Record<string, number>>,
  scale: number
): Promise<DialogOutcome> {
  giveJob(webContents.id, job);
  const laidOut = awaitReady(webContents.id);
  tell(webContents, 'printJob', null);
  await laidOut;
  if (scale !== 1) {
    const scaled = awaitReady(webContents.id);
    tell(webContents, 'pageScale', scale);
    await scaled;
  }
  const numbered = awaitReady(webContents.id);
  tell(webContents, 'pageNumbers', pages);
  await numbered;
  return new Promise((resolve) => {
    webContents.print(
      { silent: false, printBackground: true, pageSize: job.edition.paper },
      (success, reason) => {
        if (success) resolve({ kind: 'sent' });
        // Electron's words for it have changed more than once.
        else if (/cancell?ed/i.test(reason)) resolve({ kind: 'cancelled' });
        else resolve({ kind: 'failed', reason });
      }
    );
  });
}
