/**
 * The window that prints, which is never shown. It stays loaded between documents: a new one costs
 * more than a short document takes to print.
 */
import { BrowserWindow, type WindowSurface } from '../edge/electron.js';
import { bundleOrigin } from '../edge/protocol.js';
import { denyEscape, webPreferences } from '../edge/window.js';
import { admitPage, awaitReady, dismissPage } from './print-jobs.js';

let warm: Promise<WindowSurface> | null = null;
const own = new Set<WindowSurface>();

/** Opens the window now if it is not open, so that the next document need not wait for it. */
export function openPrintWindow(): Promise<WindowSurface> {
  warm ??= open().catch((error: unknown) => {
    warm = null;
    throw error;
  });
  return warm;
}

/**
 * A window of its own, for a document that may stand in a print dialog for long. Whoever opens it
 * closes it with `closeOwnPrintWindow`.
 */
export async function openOwnPrintWindow(): Promise<WindowSurface> {
  const window = await open();
  own.add(window);
  return window;
}

export function closeOwnPrintWindow(window: WindowSurface): void {
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

async function open(): Promise<WindowSurface> {
  const window = new BrowserWindow({ show: false, webPreferences });
  const { webContents } = window;
  denyEscape(webContents);
  admitPage(webContents.id);
  webContents.on('render-process-gone', () => closePrintWindow());
  try {
    await Promise.all([awaitReady(webContents.id), window.loadURL(`${bundleOrigin}/print.html`)]);
  } catch (error) {
    close(window);
    throw error;
  }
  return window;
}

function close(window: WindowSurface): void {
  dismissPage(window.webContents.id);
  if (!window.isDestroyed()) window.destroy();
}
