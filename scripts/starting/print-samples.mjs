/**
 * What `npm start` does where no window can be shown: the main job by the command line. The sample
 * article and the finished sample enter an empty library, and both leave it as PDF.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { libraryArguments } from '../setup/arguments.mjs';
import { run } from '../setup/child.mjs';
import { root } from '../setup/root.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { fileName, pickBriefings } from './pick-briefings.mjs';

/** @typedef {import('./pick-briefings.mjs').Listed} Listed */

const samples = join(root, 'resources/samples');

/**
 * @param {string} folder where the PDF files go
 * @param {readonly string[]} args the program's own; only the library's matter here
 * @returns {Promise<number>} the exit code
 */
export async function printSamples(folder, args) {
  /** @param {string[]} command */
  const standpoint = (...command) => runCommand([...command, ...libraryArguments(args)], folder);
  /** @returns {Promise<Listed[]>} */
  const list = async () => JSON.parse(await standpoint('list', '--json'));

  say('There is no display, so Standpoint prints to PDF instead of opening its window.');
  const { article, finished } = findSamples();
  let briefings = await list();
  if (briefings.length === 0) {
    say('The library is empty: importing the sample article and the finished sample briefing …');
    await standpoint('import', article, finished);
    briefings = await list();
  }
  const title = JSON.parse(readFileSync(finished, 'utf8')).briefing.title;
  for (const briefing of pickBriefings(briefings, title)) {
    const path = join(folder, fileName(briefing.title));
    await standpoint('export', briefing.id, '--to', path, '--overwrite');
    process.stdout.write(`“${briefing.title}” is printed to\n${withoutSpaces(path, folder)}\n`);
  }
  return 0;
}

/** The last line is for a program to read, so a folder with a space in its name is left out. @param {string} path @param {string} folder */
function withoutSpaces(path, folder) {
  return /\s/.test(path) ? relative(folder, path) : path;
}

function findSamples() {
  const names = readdirSync(samples);
  const article = names.find((name) => /\.(txt|md)$/.test(name) && name !== 'README.md');
  const finished = names.find((name) => name.endsWith('.json'));
  if (!article || !finished) throw new SetupFailure(`${samples} lacks a sample.`);
  return { article: join(samples, article), finished: join(samples, finished) };
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<string>} what it wrote on stdout
 */
async function runCommand(args, cwd) {
  const { code, output } = await run(
    process.execPath,
    [join(root, 'out/main/standpoint.js'), ...args],
    { cwd, output: 'stdout kept' }
  );
  if (code !== 0) throw new SetupFailure(`“standpoint ${args[0]}” failed, as it says above.`);
  return output;
}
