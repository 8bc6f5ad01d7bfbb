/** Hands addresses and files to the desktop. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Surface } from '../surface/surface.js';

export const shell: Surface['shell'] = {
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
