/** The tables of rooms in ARCHITECTURE.md and src-main/domain/README.md, made from the one list. Pure. */
import { rooms } from './rooms.mjs';

const begin = '<!-- rooms: written by scripts/walls/write-table.mjs -->';
const end = '<!-- /rooms -->';
const inDomain = /^src-main\/domain(\/|$)/;
const inHost = /^src-host/;

/**
 * The documents that show a table, each with the table. Domain and host have their own.
 *
 * @type {readonly (readonly [string, () => string])[]}
 */
export const documents = [
  ['ARCHITECTURE.md', () => table((folder) => !inDomain.test(folder) && !inHost.test(folder))],
  ['src-main/domain/README.md', () => table((folder) => inDomain.test(folder))],
  ['src-host/README.md', () => table((folder) => inHost.test(folder))]
];

/** Whether the document shows these rows, however they are padded. @param {string} document @param {string} rows */
export function isFresh(document, rows) {
  const unpadded = (/** @type {string} */ text) => text.replace(/-+/g, '-').replace(/[ \n]+/g, ' ');
  return unpadded(withTable(document, rows)) === unpadded(document);
}

/**
 * A document with the table between its two marks. Throws where they are missing.
 *
 * @param {string} document
 * @param {string} rows
 */
export function withTable(document, rows) {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`There is no ${begin} … ${end}`);
  return `${before}${begin}\n\n${rows}\n\n${end}${after}`;
}

/** @param {(folder: string) => boolean} isShown @returns {string} Markdown */
function table(isShown) {
  const rows = rooms
    .filter(({ folder }) => isShown(folder))
    .map(({ folder, holds, uses }) => `| \`${folder}\` | ${holds} | ${inWords(folder, uses)} |`);
  return ['| room | holds | may use |', '| --- | --- | --- |', ...rows].join('\n');
}

const all = 'src-main/domain/';

/** Rooms beside this one by their last name. @param {string} folder @param {readonly string[]} uses */
function inWords(folder, uses) {
  const process = `${folder.split('/')[0]}/`;
  const names = uses
    .filter((used) => used !== all)
    .map((used) =>
      used === process
        ? 'all of these'
        : used.replace(process, '').replace('domain/', '').replace(/\/$/, '')
    );
  if (inDomain.test(folder)) return uses.includes(all) ? 'all of these' : names.join(', ') || '–';
  const usesDomain = uses.some((used) => used === all || used === process);
  const only = inHost.test(folder) || usesDomain ? '' : 'only ';
  return names.length > 0 ? only + names.join(', ') : only ? 'nothing' : '–';
}
