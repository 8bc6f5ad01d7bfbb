/** What the program gets when it imports `electron` on this host. */
import { app } from './app.js';
import { dialog } from './dialogs.js';
import { ipcMain } from './ipc-main.js';
import { HostMenu as Menu } from './menu.js';
import { handleScheme } from './protocol.js';
import type { Surface } from '../surface/surface.js';
import { HostWindow as BrowserWindow } from './window.js';
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/**
 * Chromium keeps every session in a profile that ends with the run, and its switches refuse every
 * permission and download, whatever the program would answer.
 */
const session: Surface['session'] = {
  fromPartition: () => ({
    protocol: { handle: handleScheme },
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    on: () => undefined
  })
};

/** Chromium places its windows itself. */
const screen: Surface['screen'] = { getAllDisplays: () => [] };

/** The stand-in origin of every scheme is standard and secure already. Too late is too late, as in Electron. */
const protocol: Surface['protocol'] = {
  registerSchemesAsPrivileged() {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  }
};

/** Hands addresses and files to the desktop. */
const shell: Surface['shell'] = {
  openExternal: (url) => openByDesktop(url),
  openPath: (path) =>
    openByDesktop(path).then(
      () => '',
      (error: Error) => error.message
    ),
  showItemInFolder(path) {
    openByDesktop(dirname(path)).catch((error: unknown) => console.error(error));
  }
};

/** Resolves when the desktop's opener has started; rejects when there is none. */
function openByDesktop(target: string): Promise<void> {
  const opener = spawn(nameOpener(), [target], { stdio: 'ignore', detached: true });
  return new Promise((resolve, reject) => {
    opener.once('error', reject);
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}

function nameOpener(): string {
  switch (process.platform) {
    case 'darwin':
      return 'open';
    case 'win32':
      return 'explorer.exe';
    default:
      return 'xdg-open';
  }
}

/** Beyond the surface: Playwright finds the window of a page by this. */
const webContents = {
  fromDevToolsTargetId: (targetId: string) =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.targetId === targetId)
      ?.webContents ?? null
};

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell, webContents };

const electron: Surface = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell
} satisfies Surface;
export default { ...electron, webContents };
