/**
 * Prints a briefing to PDF in a window that is never shown. With print-jobs.ts this is all of
 * publishing that knows the host.
 */
import type { PrintJob } from '../../api.js';
import { composePublication, hasContentsList } from '../../domain/publication/publication.js';
import { ExpectedFailure } from '../../domain/result.js';
import { BrowserWindow, type WindowSurface } from '../../electron.js';
import { tell } from '../../ipc.js';
import { bundleOrigin } from '../../protocol.js';
import { denyEscape, webPreferences } from '../../window.js';
import { awaitReady, endJob } from './print-jobs.js';

/** Milliseconds: far more than a hundred pages take, so only a page that hangs meets it. */
const timeLimit = 60_000;

/** Throws an `ExpectedFailure` when the page fails or is not done within `limit` ms. */
export async function printBriefing(job: PrintJob, limit = timeLimit): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false, webPreferences });
  const { id } = window.webContents;
  denyEscape(window.webContents);
  const watch = watchPage(window, limit);
  try {
    const printed = await Promise.race([printTwice(window, job), watch.failed]);
    // Loaded late: the PDF library would slow down every start.
    const { finishPdf } = await import('./finish-pdf.js');
    return await finishPdf(printed, job.briefing);
  } finally {
    watch.end();
    endJob(id);
    if (!window.isDestroyed()) window.destroy();
  }
}

/** The page numbers of the contents list are known only from a first printing. */
async function printTwice(window: WindowSurface, job: PrintJob): Promise<Uint8Array> {
  const contents = window.webContents;
  const layout = { preferCSSPageSize: true, printBackground: true };
  await Promise.all([awaitReady(contents.id, job), window.loadURL(`${bundleOrigin}/print.html`)]);
  if (hasContentsList(composePublication(job.briefing, job.texts))) {
    const draft = await contents.printToPDF({ ...layout, generateTaggedPDF: false });
    const { destinationPages } = await import('./destination-pages.js');
    const renumbered = awaitReady(contents.id, job);
    tell(contents, 'pageNumbers', await destinationPages(draft));
    await renumbered;
  }
  // Without tags Chromium leaves the outline out, and says nothing.
  return contents.printToPDF({ ...layout, generateTaggedPDF: true, generateDocumentOutline: true });
}

/** `failed` only ever rejects; `end` stops the clock. */
function watchPage(
  { webContents }: WindowSurface,
  limit: number
): { failed: Promise<never>; end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    const fail = (code: string, what: string) =>
      reject(new ExpectedFailure(code, `${what} Nothing was written.`));
    timer = setTimeout(() => {
      fail('print-timeout', `The document was not printed within ${limit / 1_000} seconds.`);
    }, limit);
    webContents.on('render-process-gone', (_event, { reason }) =>
      fail('print-crashed', `The page that lays out the document stopped (${reason}).`)
    );
  });
  return { failed, end: () => clearTimeout(timer) };
}
