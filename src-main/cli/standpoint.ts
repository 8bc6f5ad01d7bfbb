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
  const { openWindow } = await import('./open-window.js');
  await openWindow(args, surroundings);
} else {
  const { runCommand } = await import('./run-command.js');
  await runCommand(args, surroundings);
}
