/** The catalogue of texts, made of source files. Pure. */
import { areaOf, holdsOnlySentences } from './covered-files.mjs';
import { findTexts } from './find-texts.mjs';
import { isSentence } from './text-rule.mjs';

/**
 * @typedef {object} Entry
 * @property {string} words with `{name}` for what is put in
 * @property {string[]} places `file:line`, the file without its area
 */

/** @typedef {{ area: string, texts: Entry[] }} Area of which the texts come in the order of files and lines */

/** @param {readonly { path: string, source: string }[]} files @returns {Area[]} */
export function makeCatalogue(files) {
  /** @type {Map<string, Map<string, string[]>>} */
  const areas = new Map();
  for (const { path, source } of files) {
    const area = areaOf(path);
    const texts = areas.get(area) ?? new Map();
    for (const { words, line } of findTexts(path, source)) {
      if (holdsOnlySentences(path) && !isSentence(words)) continue;
      const places = texts.get(words) ?? [];
      texts.set(words, [...places, `${path.slice(area.length + 1)}:${line}`]);
    }
    if (texts.size > 0) areas.set(area, texts);
  }
  return [...areas].map(([area, texts]) => ({
    area,
    texts: [...texts].map(([words, places]) => ({ words, places }))
  }));
}

/** @param {readonly Area[]} catalogue */
export function writeCatalogue(catalogue) {
  const count = catalogue.reduce((sum, { texts }) => sum + texts.length, 0);
  const areas = catalogue.map(({ area, texts }) =>
    [
      `## ${area}`,
      '',
      ...texts.map(({ words, places }) => `${words}  · ${places.join(', ')}`),
      ''
    ].join('\n')
  );
  return `${areas.join('\n')}\n${count} texts in ${catalogue.length} areas\n`;
}
