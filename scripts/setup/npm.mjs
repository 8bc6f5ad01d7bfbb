/** Runs npm: the one that runs us, if one does. */
import { run } from './child.mjs';

/**
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /\.c?js$/.test(cli)) {
    return run(process.execPath, [cli, ...args], options);
  }
  // On Windows npm is a script of the shell.
  return process.platform === 'win32'
    ? run('cmd', ['/c', 'npm', ...args], options)
    : run('npm', args, options);
}
