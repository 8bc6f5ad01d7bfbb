/** GNOME's own save dialog, where it is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFilter } from 'electron';

/** The executable, or `null`. */
export function findZenity(): string | null {
  if (process.platform !== 'linux') return null;
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, 'zenity')).find((path) => existsSync(path)) ?? null;
}

/** Resolves to the chosen path, or to `null` when the dialog was dismissed. */
export function askZenity(
  zenity: string,
  title: string,
  path: string,
  filters: readonly FileFilter[]
): Promise<string | null> {
  const patterns = filters.map(
    ({ name, extensions }) =>
      `--file-filter=${name} | ${extensions.map((extension) => `*.${extension}`).join(' ')}`
  );
  const dialog = spawn(
    zenity,
    [
      '--file-selection',
      '--save',
      '--confirm-overwrite',
      `--title=${title}`,
      `--filename=${path}`,
      ...patterns
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] }
  );
  let chosen = '';
  dialog.stdout.on('data', (data: Buffer) => (chosen += data.toString()));
  return new Promise((resolve, reject) => {
    dialog.once('error', reject);
    dialog.once('close', (code) => resolve(code === 0 ? chosen.trimEnd() : null));
  });
}
