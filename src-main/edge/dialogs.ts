/** Questions that the system asks for us. Paths stay in the main process: the page gets tokens. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isStandpointFile } from '../domain/briefing/briefing-file.js';
import { articleEndings } from '../domain/program/article.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { app, dialog as system, shell, type Surface, type WindowSurface } from './electron.js';

let isAsking = false;

/** One question at a time: another would lie over it, and pages have put a hundred there. */
async function askAlone<T>(question: () => Promise<T>): Promise<T> {
  if (isAsking) {
    throw new ExpectedFailure(
      'question-open',
      'Another question of Standpoint is still open. Answer that one first.'
    );
  }
  isAsking = true;
  try {
    return await question();
  } finally {
    isAsking = false;
  }
}

const dialog: Pick<Surface['dialog'], 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'> = {
  showOpenDialog: (...args) => askAlone(() => system.showOpenDialog(...args)),
  showSaveDialog: (...args) => askAlone(() => system.showSaveDialog(...args)),
  showMessageBox: (...args) => askAlone(() => system.showMessageBox(...args))
};

const named = new Map<string, string>();

/** Issues the token by which the page names a file that we wrote, or that a person chose. */
export function tokenFor(path: string): { token: string; name: string } {
  const token = randomUUID();
  named.set(token, path);
  return { token, name: basename(path) };
}

/** Throws for a token that was never issued. */
export function pathOf(token: string): string {
  const path = named.get(token);
  if (path === undefined) throw new ExpectedFailure('unknown-file', 'That file is not known here.');
  return path;
}

/**
 * A file that the person opened or wrote: the system offers it again, in the Dock, the taskbar or the
 * menu. Only documents of ours, since others belong to other programs there.
 */
export function noteDocument(path: string): void {
  if (isStandpointFile(path)) app.addRecentDocument(path);
}

/** In the program that the system has for such files. Throws an `ExpectedFailure` where there is none. */
export async function openFile(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem) {
    throw new ExpectedFailure('open-failed', `The file could not be opened: ${problem}`);
  }
}

/** The chosen files; none when the dialog was cancelled. */
export async function chooseArticles(window: WindowSurface): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import articles or briefings',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Articles and briefings', extensions: [...articleEndings, 'standpoint', 'json'] }
    ]
  });
  return filePaths;
}

/** The chosen file; `null` when the dialog was cancelled. */
export function chooseFile(
  window: WindowSurface,
  title: string,
  name: string,
  extensions: string[]
): Promise<string | null> {
  return chooseOne(window, { title, properties: ['openFile'], filters: [{ name, extensions }] });
}

async function chooseOne(
  window: WindowSurface,
  options: Parameters<typeof dialog.showOpenDialog>[1]
): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, options);
  return filePaths[0] ?? null;
}

/** Where to write; `null` when the dialog was cancelled. */
export async function chooseTarget(
  window: WindowSurface,
  title: string,
  defaultPath: string,
  filter: { readonly name: string; readonly ending: string }
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters: [{ name: filter.name, extensions: [filter.ending] }],
    // GTK writes over a file without a word otherwise.
    properties: ['showOverwriteConfirmation', 'createDirectory']
  });
  return canceled || !filePath ? null : filePath;
}

/** The folder of a library, or one to make it in; `null` when the dialog was cancelled. */
export function chooseLibrary(
  window: WindowSurface,
  defaultPath: string,
  holds: readonly string[]
): Promise<string | null> {
  return chooseOne(window, {
    ...folderToUse,
    title: 'Open or make a library',
    defaultPath,
    folderKind: { name: 'Standpoint library', holds, buttonLabel: 'Open library' }
  });
}

/** A folder to write into, which need not be there yet; `null` when the dialog was cancelled. */
export function chooseFolder(
  window: WindowSurface,
  title: string,
  defaultPath: string
): Promise<string | null> {
  return chooseOne(window, { ...folderToUse, title, defaultPath });
}

const folderToUse = {
  buttonLabel: 'Use this folder',
  properties: ['openDirectory', 'createDirectory', 'promptToCreate']
} satisfies Parameters<typeof dialog.showOpenDialog>[1];

/** Whether to make a library in a folder that has nothing in it, or is not there yet. */
export function askToMakeLibrary(window: WindowSurface, folder: string): Promise<boolean> {
  return confirm(window, {
    title: 'No library yet',
    message: `Make a library in ${basename(folder)}?`,
    detail: `${folder} has nothing in it yet. A library keeps all that belongs to it in its folder.`,
    deed: 'Make library'
  });
}

async function confirm(
  window: WindowSurface,
  { deed, ...words }: Record<'title' | 'message' | 'detail' | 'deed', string>
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    ...words,
    buttons: ['Cancel', deed],
    defaultId: 1,
    cancelId: 0
  });
  return response === 1;
}

/** What to do with a folder that holds other things. `names` are some of them, out of `count`. */
export async function askAboutOtherThings(
  window: WindowSurface,
  folder: string,
  names: readonly string[],
  count: number
): Promise<'cancel' | 'another' | 'here'> {
  const rest = count - names.length;
  const held = `${names.map((name) => `“${name}”`).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Not a library',
    message: `${basename(folder)} holds other things. Make a library among them?`,
    detail: `${folder} holds ${held}, and is not a library. They would stay as they are, with the library’s own files and folders beside them.`,
    buttons: ['Cancel', 'Choose another folder', 'Make library here'],
    defaultId: 1,
    cancelId: 0
  });
  return (['cancel', 'another', 'here'] as const)[response] ?? 'cancel';
}

/** Says why the program cannot start, before there is a window to say it in. */
/** What to do with a window whose work could not be saved. */
export async function askAboutUnsaved(window: WindowSurface): Promise<'stay' | 'close'> {
  // Also over another: what is not saved would be lost.
  const { response } = await system.showMessageBox(window, {
    type: 'warning',
    title: 'Not saved',
    message: 'Your latest changes are not saved.',
    detail:
      'Stay to try again or to copy what you wrote. If you close now, those changes are lost.',
    buttons: ['Stay', 'Close and lose the changes'],
    defaultId: 0,
    cancelId: 0
  });
  return response === 1 ? 'close' : 'stay';
}

const schemesForLinks = ['https:', 'http:', 'mailto:'];

/** Opens a web or mail address outside the program once the person has seen where it leads. */
export async function openLink(window: WindowSurface, address: string): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !schemesForLinks.includes(url.protocol)) {
    throw new ExpectedFailure('link-refused', 'Only web and mail links can be opened.');
  }
  const where = url.protocol === 'mailto:' ? url.pathname : url.host;
  const isMeant = await confirm(window, {
    title: 'Open link',
    message: `Open ${where} outside Standpoint?`,
    detail: url.href,
    deed: 'Open'
  });
  if (isMeant) await shell.openExternal(url.href);
}
