/**
 * `npm run measure:rules -- --corpus DIR [--out FILE] [--most N] [--in PART]`: switches each rule of drafting off,
 * one at a time, and tells what every layer gains or loses without it (docs/open-texts.md). `--most` bounds the
 * texts that a rule is tried on, `--in` names the files by a part of their path. `--out` takes a line of JSON a rule,
 * as it comes.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { markRules } from './rules/mark-rules.mjs';
import { root } from './setup/root.mjs';

/** @typedef {import('./rules/mark-rules.mjs').Rule & { readonly file: string }} RuleOfFile */

/** Other languages, and forms of files that a corpus of plain text does not have. */
const leftOut = /\/(languages|outline)\//;

const {
  corpus,
  out,
  most,
  in: part
} = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    most: { type: 'string', default: '100' },
    in: { type: 'string', default: '' }
  }
}).values;
if (corpus === undefined) {
  console.error('Name the folder of the open texts: --corpus DIR.');
  process.exit(2);
}

/** @type {RuleOfFile[]} */
const rules = [];
const marking = {
  name: 'mark-rules',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} text @param {string} path */
  transform(text, path) {
    const file = relative(root, path);
    if (!file.startsWith('src-main/draft/') || !file.endsWith('.ts') || leftOut.test(file))
      return null;
    const marked = markRules(path, text, rules.length);
    rules.push(...marked.rules.map((rule) => ({ ...rule, file })));
    return { code: marked.text, map: null };
  }
};
const { module } = await runnerImport(join(root, 'bench/drafting/measure-rules.ts'), {
  logLevel: 'error',
  plugins: [marking]
});
const run = new module.RuleRun(corpus);
if (out !== undefined) writeFileSync(out, '');
const rows = [];
for (const [id, rule] of rules.entries()) {
  if (!rule.file.includes(part)) continue;
  const effect = run.effectOf(id, Number(most));
  const row = { ...rule, ...effect };
  if (out !== undefined) appendFileSync(out, `${JSON.stringify(row)}\n`);
  rows.push(row);
}
for (const { file, line, kind, words, fired, tried, changed, failed, points } of rows) {
  const told = failed ?? (Object.keys(points).length > 0 ? JSON.stringify(points) : '');
  console.log(`${file}:${line} ${kind} ${words.slice(0, 60)}`);
  console.log(`  fired in ${fired}, changed ${changed} of ${tried} ${told}`);
}
const still = rows.filter(({ changed, failed }) => changed === 0 && failed === null);
console.log(`${rows.length} rules, ${still.length} of which changed nothing.`);
