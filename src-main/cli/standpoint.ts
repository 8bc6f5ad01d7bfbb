#!/usr/bin/env node
/** The command line's entry. Started by a host to print, it does that instead. */
import { printFolderVariable } from '../print-folder.js';
import { readLines } from './read-lines.js';
import { run } from './run.js';

const program = import.meta.dirname;
const printFolder = process.env[printFolderVariable];

if (printFolder) {
  // Loaded only here: it needs a host, and the commands do not.
  const { printOnly } = await import('../print-only.js');
  await printOnly(printFolder, program);
} else {
  // The reader has had enough, as in “standpoint list | head”.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    lines: () => readLines(process.stdin),
    env: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    program
  });
}
