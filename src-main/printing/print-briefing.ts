/**
 * Prints a briefing to PDF in a window that is never shown. With print-window.ts this is all of
 * publishing that knows the host.
 */
import type { Events, ExportStage } from '../domain/api.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { isBetter } from '../domain/publication/last-page.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WindowSurface } from '../edge/electron.js';
import { tell } from '../edge/ipc.js';
import { remarkOnAccess, whyNotArchival } from '../publish/pdf/accessibility-remark.js';
import { finishInWorker, preparePdfWorker } from '../publish/pdf/in-pdf-worker.js';
import type { Finished, Passes } from '../publish/pdf/finish-pdf.js';
import { startPatience } from '../workers/patience.js';
import { awaitReady, giveJob } from './print-jobs.js';
import { goesOn, tooLong } from './runs-over.js';
import { closePrintWindow, openPrintWindow } from './print-window.js';

export interface PrintOptions {
  /** Stops the work: the promise then rejects with the signal's reason, and nothing is kept. */
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: ExportStage) => void;
  /** Told where all of the document is larger or smaller than usual, for the sake of its last page. */
  readonly onScale?: (scale: number) => void;
  /**
   * Told, in sentences, what the document is not that it should be: what runs over its one page, and
   * what keeps it from saying that it is PDF/UA-1. `rules` tells the broken rules of that standard by
   * clause, for whoever checks files; empty for none.
   */
  readonly onRemark?: (remark: string, rules: string) => void;
  /**
   * Milliseconds that one stage may take on a machine with nothing else to do: far more than a hundred
   * pages do, so only a page that hangs meets it.
   */
  readonly limit?: number;
}

/** One document after the other: they share a window. */
let turn: Promise<unknown> = Promise.resolve();

/** Throws an `ExpectedFailure` when the page fails or is not done within the limit. */
export function printBriefing(job: DocumentJob, options: PrintOptions = {}): Promise<Uint8Array> {
  const printed = turn.then(() => printNow(job, options));
  turn = printed.catch(() => undefined);
  return printed;
}

async function printNow(job: DocumentJob, options: PrintOptions): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  // It reads its code while Chromium lays out and prints.
  preparePdfWorker();
  const watch = startWatch(options);
  const onStage = (stage: ExportStage) => {
    watch.renew();
    options.onStage?.(stage);
  };
  try {
    const printing = await Promise.race([openPrintWindow(), watch.failed]);
    printing.onEnd = (how) => watch.pageEnded(how);
    const { window } = printing;
    return await Promise.race([layOutAndPrint(window, job, { ...options, onStage }), watch.failed]);
  } catch (error) {
    // What it still holds or does is of no use to the next document.
    closePrintWindow();
    throw error;
  } finally {
    watch.end();
  }
}

async function layOutAndPrint(
  { webContents }: WindowSurface,
  job: DocumentJob,
  { signal, onStage, onScale, onRemark }: PrintOptions
): Promise<Uint8Array> {
  const print = () => {
    onStage?.('print');
    // Without tags Chromium leaves the outline out, and says nothing.
    return webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    });
  };
  const finish = (printed: Uint8Array, passes: Passes) => {
    onStage?.('finish');
    return finishInWorker(printed, job, passes, { signal });
  };
  const layOut = async <E extends PageEvent>(event: E, what: Events[E]) => {
    const laidOut = awaitReady(webContents.id);
    tell(webContents, event, what);
    await laidOut;
  };

  onStage?.('layout');
  giveJob(webContents.id, job);
  await layOut('printJob', null);
  let printed: Uint8Array = await print();
  let passes: Passes = { numbered: false, relisted: false, scaled: false };
  let finished = await finish(printed, passes);
  if (finished.kind === 'relist') {
    await layOut('contentsList', finished.listed);
    passes = { ...passes, relisted: true };
    printed = await print();
    finished = await finish(printed, passes);
  }
  let isBack = false;
  if (finished.kind === 'sparse') {
    const { last, scale } = finished;
    await layOut('pageScale', scale);
    const scaled = await print();
    passes = { ...passes, relisted: true };
    finished = await finish(scaled, passes);
    passes = { ...passes, scaled: true };
    isBack = finished.kind === 'sparse' && !isBetter(finished.last, last);
    if (finished.kind === 'sparse') finished = await finish(isBack ? printed : scaled, passes);
    if (!isBack) onScale?.(scale);
  }
  if (finished.kind === 'again') {
    // The numbers could not be put into the printed contents list: print it with them.
    if (isBack) await layOut('pageScale', 1);
    await layOut('pageNumbers', finished.pages);
    finished = await finish(await print(), { numbered: true, relisted: true, scaled: true });
  }
  switch (finished.kind) {
    case 'finished':
      return remarked(finished, job, onRemark);
    case 'not-archival':
      throw notArchival(finished.faults);
    case 'too-long':
      throw tooLong(finished.over, job.edition.paper);
    case 'again':
      throw new Error('The contents list has no stable page numbers');
    case 'relist':
      throw new Error('The contents list comes and goes');
    case 'sparse':
      throw new Error('The last page has been seen to');
  }
}

/** What a print page lays out anew, each answered by `print.ready`. */
type PageEvent = 'printJob' | 'contentsList' | 'pageScale' | 'pageNumbers';

function remarked(
  { pdf, over, faults }: Extract<Finished, { kind: 'finished' }>,
  { edition }: DocumentJob,
  onRemark: PrintOptions['onRemark']
): Uint8Array {
  const access = faults.length > 0 ? remarkOnAccess(faults) : null;
  const remarks = [
    ...(over.length > 0 ? [goesOn(over, edition.paper)] : []),
    ...(access ? [access.words] : [])
  ];
  if (remarks.length > 0) onRemark?.(remarks.join(' '), access?.rules ?? '');
  return pdf;
}

function notArchival(faults: readonly string[]): ExpectedFailure {
  return new ExpectedFailure('not-archival', whyNotArchival(faults));
}

interface Watch {
  /** Only ever rejects. */
  readonly failed: Promise<never>;
  readonly pageEnded: (how: string) => void;
  readonly renew: () => void;
  readonly end: () => void;
}

function startWatch({ signal, limit = 120_000 }: PrintOptions): Watch {
  const ended = new AbortController();
  let fail: (code: string, what: string) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = (code, what) => reject(new ExpectedFailure(code, `${what} Nothing was written.`));
    signal?.addEventListener('abort', () => reject(signal.reason as Error), {
      signal: ended.signal
    });
  });
  // Nobody may be waiting any more when it rejects.
  failed.catch(() => undefined);
  const { renew, end } = startPatience(limit, () =>
    fail(
      'print-timeout',
      `The document was not printed: nothing came of it within ${limit / 1_000} seconds of work.`
    )
  );
  return {
    failed,
    pageEnded: (how) =>
      fail('print-crashed', `The page that lays out the document stopped (${how}).`),
    renew,
    end() {
      end();
      ended.abort();
    }
  };
}
