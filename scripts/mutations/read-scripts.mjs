/** The scripts of a source file. Pure. */

/**
 * @typedef {object} Script
 * @property {string} content
 * @property {number} offset where it starts in the file
 * @property {boolean} runsAtLoad whether its top level runs when the module is loaded; that of a component's
 *   runs each time one is shown
 */

const SCRIPT = /<script\b([^>]*)>(.*?)<\/script>/gs;

/**
 * All of a module, or the script blocks of a component.
 * @param {string} path
 * @param {string} text
 * @returns {Script[]}
 */
export function readScripts(path, text) {
  if (!path.endsWith('.svelte')) return [{ content: text, offset: 0, runsAtLoad: true }];
  return [...text.matchAll(SCRIPT)].map(
    ({ 0: all, 1: attributes = '', 2: content = '', index }) => ({
      content,
      offset: index + all.indexOf('>') + 1,
      runsAtLoad: /\bmodule\b/.test(attributes)
    })
  );
}
