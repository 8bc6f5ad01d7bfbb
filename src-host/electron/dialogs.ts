/** Electron's dialogs: Chromium's picker for files, zenity or the page itself to save, for folders and to ask. */
import { resolve } from 'node:path';
import type {
  MessageBoxOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue
} from 'electron';
import { askZenityForFolder, askZenityToSave, findZenity } from '../dialogs/ask-zenity.js';
import { facts } from '../facts/host-facts.js';
import { ipcMain } from './ipc-main.js';
import {
  viewFolder,
  makeFolder,
  startOf,
  completeExtension,
  lookAtTarget
} from '../dialogs/typed-path.js';
import { makeMessageBox, makePathDialog } from '../chromium/page-scripts.js';
import { getPath } from '../facts/paths.js';
import type { Wanted } from '../page/show-path.js';
import type { FolderKind, Surface } from '../surface/surface.js';
import type { HostContents } from './web-contents.js';
import { HostWindow } from './window.js';

export const dialog: Surface['dialog'] = {
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
  showOpenDialog: (parent, options) => showOpenDialog(contentsOf(parent), options),
  showSaveDialog: (parent, options) => showSaveDialog(contentsOf(parent), options),
  showMessageBox: (parent, options) => showMessageBox(contentsOf(parent), options)
};

// The dialogs in the page ask these about the disk.
ipcMain.handle('host:look-at-path', (_event, typed, asked) => {
  const wanted = asked as Wanted;
  const base = getPath('documents');
  return wanted.what === 'file'
    ? lookAtTarget(typed as string, base, wanted.extensions)
    : viewFolder(typed as string, base, wanted.kind as FolderKind | null, wanted.mayBeNew);
});
ipcMain.handle('host:make-folder', (_event, parent, name) =>
  makeFolder(parent as string, name as string)
);

function contentsOf({ id }: { readonly id: number }): HostContents {
  const window = HostWindow.getAllWindows().find((open) => open.id === id);
  if (!window) throw new Error('The window has been closed.');
  return window.webContents;
}

function showOpenDialog(
  contents: HostContents,
  options: OpenDialogOptions & { readonly folderKind?: FolderKind }
): Promise<OpenDialogReturnValue> {
  return options.properties?.includes('openDirectory')
    ? chooseFolder(contents, options)
    : pickFiles(contents, options);
}

async function chooseFolder(
  contents: HostContents,
  options: OpenDialogOptions & { readonly folderKind?: FolderKind }
): Promise<OpenDialogReturnValue> {
  const { title = 'Choose a folder', message = '', buttonLabel = 'Open', properties } = options;
  const mayBeNew = properties?.includes('promptToCreate') ?? false;
  const wanted = resolve(getPath('documents'), options.defaultPath ?? '');
  const zenity = facts.headless ? null : findZenity();
  const chosen = zenity
    ? await askZenityForFolder(zenity, title, startOf(wanted, false))
    : await contents.ask(
        makePathDialog({
          title,
          message,
          button: buttonLabel,
          start: startOf(wanted, mayBeNew),
          wanted: {
            what: 'folder',
            kind: options.folderKind ?? null,
            mayMake: properties?.includes('createDirectory') ?? false,
            mayBeNew
          }
        })
      );
  const filePaths = typeof chosen === 'string' ? [chosen] : [];
  return { canceled: filePaths.length === 0, filePaths };
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
    ? await askZenityToSave(zenity, title, path, filters)
    : await contents.ask(
        makePathDialog({
          title,
          message,
          button: buttonLabel,
          start: path,
          wanted: { what: 'file', extensions }
        })
      );
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

/**
 * Chromium's own file picker, opened by a file input that the page never sees; the DevTools protocol
 * tells the real paths. Its title, start folder and button are Chromium's to choose.
 */
async function pickFiles(
  contents: HostContents,
  { filters = [], properties = [] }: OpenDialogOptions
): Promise<OpenDialogReturnValue> {
  const extensions = filters.flatMap((filter) => filter.extensions);
  const accept = extensions.includes('*') ? '' : extensions.map((e) => `.${e}`).join(',');
  const files = await contents.evaluate(`new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ${JSON.stringify(accept)};
    input.multiple = ${properties.includes('multiSelections')};
    input.onchange = () => resolve([...input.files]);
    input.oncancel = () => resolve([]);
    input.click();
  })`);
  const session = await contents.session();
  const { result } = await session.send('Runtime.getProperties', {
    objectId: files.objectId!,
    ownProperties: true
  });
  const filePaths: string[] = [];
  for (const { value } of result) {
    if (value?.className !== 'File') continue;
    const { path } = await session.send('DOM.getFileInfo', { objectId: value.objectId! });
    filePaths.push(path);
  }
  return { canceled: filePaths.length === 0, filePaths };
}
