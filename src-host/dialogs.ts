/** Electron's dialogs: Chromium's picker to open, zenity or the page itself to save and to ask. */
import { resolve } from 'node:path';
import type { MessageBoxOptions, SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { askZenity, findZenity } from './ask-zenity.js';
import { facts } from './host-facts.js';
import { ipcMain } from './ipc-main.js';
import { showOpenDialog } from './open-dialog.js';
import { makeMessageBox, makeSaveDialog } from './page-scripts.js';
import { getPath } from './paths.js';
import { checkTarget, completeExtension, listFolders } from './save-target.js';
import type { Surface } from './surface.js';
import type { HostContents } from './web-contents.js';
import { HostWindow } from './window.js';

export const dialog: Surface['dialog'] = {
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
  showOpenDialog: (parent, options) => showOpenDialog(contentsOf(parent), options),
  showSaveDialog: (parent, options) => showSaveDialog(contentsOf(parent), options),
  showMessageBox: (parent, options) => showMessageBox(contentsOf(parent), options)
};

// The in-page save dialog asks these about the disk.
ipcMain.handle('host:list-folders', (_event, typed) =>
  listFolders(typed as string, getPath('documents'))
);
ipcMain.handle('host:check-target', (_event, typed, extensions) =>
  checkTarget(typed as string, getPath('documents'), extensions as string[])
);

function contentsOf({ id }: { readonly id: number }): HostContents {
  const window = HostWindow.getAllWindows().find((open) => open.id === id);
  if (!window) throw new Error('The window has been closed.');
  return window.webContents;
}

async function showSaveDialog(
  contents: HostContents,
  options: SaveDialogOptions
): Promise<SaveDialogReturnValue> {
  const { title = 'Save', message = '', buttonLabel = 'Save', filters = [] } = options;
  const path = resolve(getPath('documents'), options.defaultPath ?? '');
  const extensions = filters.flatMap((filter) => filter.extensions);
  const zenity = facts.headless ? null : findZenity();
  const chosen = zenity
    ? await askZenity(zenity, title, path, filters)
    : await contents.ask(makeSaveDialog({ title, message, button: buttonLabel, path, extensions }));
  return typeof chosen === 'string'
    ? { canceled: false, filePath: completeExtension(chosen, extensions) }
    : { canceled: true, filePath: '' };
}

async function showMessageBox(
  contents: HostContents,
  options: MessageBoxOptions
): Promise<{ response: number }> {
  const { type = 'none', title = '', message, detail = '', defaultId = 0 } = options;
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const cancelId = options.cancelId ?? findCancel(buttons);
  const dialog = makeMessageBox({ type, title, message, detail, buttons, defaultId, cancelId });
  return { response: (await contents.ask(dialog)) as number };
}

/** Electron's rule for a box that names no button to cancel by. */
function findCancel(buttons: readonly string[]): number {
  return Math.max(
    buttons.findIndex((label) => ['cancel', 'no'].includes(label.toLowerCase())),
    0
  );
}
