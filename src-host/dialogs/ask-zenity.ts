/** GNOME's own dialogs to save a file and to choose a folder, where they are installed. */
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
export function askZenityToSave(
  zenity: string,
  title: string,
  path: string,
  filters: readonly FileFilter[]
): Promise<string | null> {
  const patterns = filters.map(
    ({ name, extensions }) =>
      `--file-filter=${name} | ${extensions.map((extension) => `*.${extension}`).join(' ')}`
  );
  return ask(zenity, ['--save', '--confirm-overwrite'], title, path, patterns);
}

/** Its dialog offers to make folders. Resolves to a folder that is there, or to `null` when it was dismissed. */
export function askZenityForFolder(
  zenity: string,
  title: string,
  start: string
): Promise<string | null> {
  return ask(zenity, ['--directory'], title, start, []);
}

function ask(
  zenity: string,
  mode: readonly string[],
  title: string,
  path: string,
  patterns: readonly string[]
): Promise<string | null> {
  const dialog = spawn(
    zenity,
    ['--file-selection', ...mode, `--title=${title}`, `--filename=${path}`, ...patterns],
    { stdio: ['ignore', 'pipe', 'ignore'] }
  );
  let chosen = '';
  dialog.stdout.on('data', (data: Buffer) => (chosen += data.toString()));
  return new Promise((resolve, reject) => {
    dialog.once('error', reject);
    // A name may end in spaces; zenity adds one line break.
    dialog.once('close', (code) => resolve(code === 0 ? chosen.replace(/\n$/, '') : null));
  });
}
