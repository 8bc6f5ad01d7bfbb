/** Which files hold texts for the window, and to which area they belong. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In the domain: what documents say in their own languages, lists of words that a text is read by, formats of
 * files, and words that come into a briefing by themselves. In main: the command line.
 */
const LEFT_OUT = [
  'src-main/domain/terms/printed/',
  'src-main/domain/text/',
  'src-main/domain/origins/agencies.ts',
  'src-main/domain/lint/likelihood-terms.ts',
  'src-main/domain/suggestions/who-speaks.ts',
  'src-main/domain/suggestions/condition.ts',
  'src-main/domain/suggestions/coding/words-of-text.ts',
  'src-main/domain/contradictions/same-measure.ts',
  'src-main/domain/markdown/',
  'src-main/domain/exchange/',
  'src-main/domain/merge/clash-card.ts',
  'src-main/domain/search/',
  'src-main/domain/suggestions/alike-issues.ts',
  'src-main/domain/publication/covered-signs.ts',
  'src-main/domain/references/bibtex.ts',
  'src-main/domain/references/ris.ts',
  'src-main/edge/content-security-policy.ts',
  'src-main/cli/',
  'src-main/draft/',
  'src-main/publish/',
  'src-main/typst/'
];
/** Modules of the left-out folders that hold text for the window all the same. */
const KEPT = ['src-main/domain/text/size-in-words.ts', 'src-main/domain/exchange/formats.ts'];

/** @param {string} path from the root, with `/` */
export function isCovered(path) {
  if (!/^src-(?:renderer|main)\/.*\.(?:ts|svelte)$/.test(path)) return false;
  if (/\.test\.ts$|\.d\.ts$|\/testing\//.test(path)) return false;
  return KEPT.includes(path) || !LEFT_OUT.some((left) => path.startsWith(left));
}

/** In main only whole sentences are for a person, and what its menus and dialogs say. @param {string} path */
export function holdsOnlySentences(path) {
  return path.startsWith('src-main/') && !/^src-main\/(?:domain|window|edge)\//.test(path);
}

/** @param {string} path */
export function areaOf(path) {
  return path.slice(0, path.lastIndexOf('/'));
}

/** @param {string} root @returns {string[]} paths from the root, with `/` */
export function listCovered(root) {
  return ['src-renderer', 'src-main']
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${top}/${path.replaceAll('\\', '/')}`
      )
    )
    .filter(isCovered)
    .sort();
}
