/** Writes mutants into source text: one for good, or all as switches of which one is on at a time. Pure. */
import { readScripts } from './read-scripts.mjs';

/** @typedef {import('./find-sites.mjs').Site} Site */

/** The function that switch.mjs gives to every thread and page. */
const SWITCH = 'globalThis.standpointMutant?.';

/**
 * @param {string} text
 * @param {Site} site
 */
export function mutate(text, { start, end, mutated, form }) {
  return text.slice(0, start) + (form === 'statement' ? mutated : `(${mutated})`) + text.slice(end);
}

/**
 * Keeps the lines as they are, so that tests which name lines go on to hold.
 * @param {string} path
 * @param {string} text
 * @param {readonly { id: number, site: Site }[]} mutants that do not overlap
 * @param {string} switchModule what the file imports to have the switches
 */
export function embedSwitches(path, text, mutants, switchModule) {
  const changes = mutants.map(({ id, site }) => ({
    start: site.start,
    end: site.end,
    text: asSwitch(id, site)
  }));
  // `#!` has to stay first; the types of a program with all mutants in it say nothing.
  const first = readScripts(path, text)[0]?.offset ?? 0;
  const at = text.startsWith('#!') ? text.indexOf('\n') + 1 : first;
  const quiet = path.startsWith('src-host/') ? '// @ts-nocheck\n' : '';
  changes.push({ start: at, end: at, text: `${quiet}import '${switchModule}';` });
  changes.sort((a, b) => b.start - a.start);
  return changes.reduce(
    (whole, change) => whole.slice(0, change.start) + change.text + whole.slice(change.end),
    text
  );
}

/** @param {number} id @param {Site} site */
function asSwitch(id, { original, mutated, form }) {
  return form === 'statement'
    ? `{ if (!${SWITCH}(${id})) ${original} }`
    : `(${SWITCH}(${id}) ? (${mutated}) : (${original}))`;
}
