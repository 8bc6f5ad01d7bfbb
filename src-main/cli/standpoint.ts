#!/usr/bin/env node
/** The command line's entry, which Node runs. */
import { heedEndSignals } from './end-signals.js';
import { readLines } from './read-lines.js';
import { run } from './run.js';

// The reader has had enough, as in “standpoint list | head”.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
heedEndSignals();
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  lines: () => readLines(process.stdin),
  env: process.env,
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  program: import.meta.dirname
});
