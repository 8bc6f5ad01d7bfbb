/** Writes which signs the bundled fonts hold, for the product, which cannot read them all at each export. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { readCoverage } from './read-coverage.mjs';

/** Such as `20-7e a0`, in hexadecimal digits. @param {number[]} signs rising */
export function inRanges(signs) {
  /** @type {[number, number][]} */
  const ranges = [];
  for (const sign of signs) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === sign) last[1] = sign;
    else ranges.push([sign, sign]);
  }
  return ranges
    .map((ends) => [...new Set(ends)].map((end) => end.toString(16)).join('-'))
    .join(' ');
}

if (import.meta.filename === process.argv[1]) {
  const words = inRanges(await readCoverage()).replace(/(.{1,92})( |$)/g, '  $1\n');
  writeFileSync(
    join(root, 'src-main/domain/publication/covered-signs.ts'),
    `/** Written by scripts/fonts/write-coverage.mjs: the signs that the bundled fonts hold, as ranges of code points in hexadecimal digits. */
export const coveredSigns = \`
${words}\`;
`
  );
}
