/** How a program that is packed with Electron starts itself to print. Pure but for its defaults. */
import type { HostCommand } from './choose-host.js';

/**
 * The command that prints for the command line of a packaged Electron, in `root`; `null` for any other. Its
 * binary takes no script: its program looks whether it is to print (src-main/main.ts).
 */
export function packagedCommand(
  root: string,
  isElectron = 'electron' in process.versions,
  uid = process.getuid?.()
): HostCommand | null {
  const isPackaged = /\.asar$|[\\/]resources[\\/]app$/i.test(root);
  if (!isElectron || !isPackaged) return null;
  return { file: process.execPath, args: uid === 0 ? ['--no-sandbox'] : [] };
}
