/** What a package says about its licence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression, or as the package puts it
 * @property {string} text of its licence files; of its words about itself where it has none; empty where it says nothing
 */

/**
 * @param {string} folder
 * @returns {Licence}
 */
export function licenceOf(folder) {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8')
  );
  const stated = [license ?? licenses ?? 'not stated'].flat();
  const files = readdirSync(folder);
  const words = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).sort();
  const read = (/** @type {string} */ file) =>
    readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  const readme = files.find((file) => /^readme/i.test(file));
  return {
    name,
    version,
    licence: stated.map((each) => each.type ?? each).join(' or '),
    text: words.map(read).join('\n\n') || (readme ? licencePart(read(readme)) : '')
  };
}

/**
 * Some packages have their licence only at the end of what they say of themselves.
 * @param {string} readme Markdown
 */
function licencePart(readme) {
  const heading = /^#+ *licen[cs]e[^\n]*\n/im.exec(readme);
  return heading ? readme.slice(heading.index + heading[0].length).trim() : '';
}
