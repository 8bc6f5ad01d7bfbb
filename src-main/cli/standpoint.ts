#!/usr/bin/env node
/** The entry that Node runs: the window, or a command. Each is loaded only where it is asked for. */
import { wayIn } from './way-in.js';

const args = process.argv.slice(2);
const surroundings = {
  err: (text: string) => void process.stderr.write(`${text}\n`),
  env: process.env,
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  program: import.meta.dirname
};

if (wayIn(args) === 'window') {
  const { startWindow } = await import('./start-window.js');
  await startWindow(args, surroundings);
} else {
  const { runCommandLine } = await import('./command-line.js');
  await runCommandLine(args, surroundings);
}
