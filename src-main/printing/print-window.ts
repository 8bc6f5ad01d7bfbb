/**
 * The window that prints, which is never shown. It stays loaded between documents: a new one costs
 * more than a short document takes to print.
 */
import { BrowserWindow, type WindowSurface } from '../edge/electron.js';
import { bundleOrigin } from '../edge/protocol.js';
import { denyEscape, webPreferences } from '../edge/window.js';
import { admitPage, awaitReady, dismissPage } from './print-jobs.js';

/** How a page came to its end, in a word of the host's. */
type Ended = (how: string) => void;

export interface PrintWindow {
  readonly window: WindowSurface;
  /** Told once when its page ends before its time; `null` for nobody. One that prints at a time. */
  onEnd: Ended | null;
}

let warm: Promise<PrintWindow> | null = null;
const own = new Set<PrintWindow>();

/** Opens the window now if it is not open, so that the next document need not wait for it. */
export function openPrintWindow(): Promise<PrintWindow> {
  if (warm) return warm;
  const opening = open(forget);
  function forget(): void {
    if (warm === opening) warm = null;
  }
  warm = opening;
  opening.catch(forget);
  return opening;
}

/**
 * A window of its own, for a document that may stand in a print dialog for long. Whoever opens it
 * closes it with `closeOwnPrintWindow`.
 */
export async function openOwnPrintWindow(): Promise<PrintWindow> {
  const window = await open(() => undefined);
  own.add(window);
  return window;
}

export function closeOwnPrintWindow(window: PrintWindow): void {
  own.delete(window);
  close(window);
}

/** Whatever they are printing: they would keep the program alive. */
export function closePrintWindows(): void {
  closePrintWindow();
  for (const window of own) closeOwnPrintWindow(window);
}

/** Closes the warm window, also in the middle of a document. The next document gets a new one. */
export function closePrintWindow(): void {
  const closing = warm;
  warm = null;
  // One that could not be opened has told whoever asked for it.
  closing?.then(close, () => undefined);
}

/** @param forget is called when its page has ended, whoever ended it. */
async function open(forget: () => void): Promise<PrintWindow> {
  const window = new BrowserWindow({ show: false, webPreferences });
  const { webContents } = window;
  // A window that has gone does not tell it any more.
  const { id } = webContents;
  const printing: PrintWindow = { window, onEnd: null };
  denyEscape(webContents);
  admitPage(id);
  const ended = new Promise<never>((_resolve, reject) => {
    const end: Ended = (how) => {
      forget();
      dismissPage(id);
      printing.onEnd?.(how);
      close(printing);
      reject(new Error(`The print page ended: ${how}`));
    };
    webContents.on('render-process-gone', (_event, { reason }) => end(reason));
    window.on('closed', () => end('its window was closed'));
  });
  // Once it stands, `onEnd` is told.
  ended.catch(() => undefined);
  // Electron closes all windows at once when the program quits, and what is being printed is to be
  // finished first. `destroy` asks nobody.
  window.on('close', (event) => event.preventDefault());
  try {
    const standing = awaitReady(id);
    await Promise.race([
      Promise.all([standing, window.loadURL(`${bundleOrigin}/print.html`)]),
      ended
    ]);
  } catch (error) {
    close(printing);
    throw error;
  }
  return printing;
}

function close(printing: PrintWindow): void {
  printing.onEnd = null;
  if (!printing.window.isDestroyed()) printing.window.destroy();
}
