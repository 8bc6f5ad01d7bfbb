/** What was found by what, as a table and as sums. Pure. */

/**
 * @typedef {object} Verdict
 * @property {'found' | 'missed' | 'not reached' | 'not within the limit'} outcome
 * @property {string} [by] the test, or what the compiler says
 * @property {number} [tests] how many files or tests were run
 * @property {number} seconds
 */

/** In the order in which they are tried. `npm test` runs the first three. */
export const LEVELS = /** @type {const} */ (['types', 'unit', 'e2e', 'unit-full', 'e2e-rest']);
/** @typedef {(typeof LEVELS)[number]} Level */

const IN_NPM_TEST = 3;

/**
 * @typedef {object} Result
 * @property {import('./pick-mutants.mjs').Mutant} mutant
 * @property {Partial<Record<Level, Verdict>>} levels
 * @property {string} [equivalent] why no test can tell it from the original: written by a person
 */

/** @param {Result} result @returns {Level | null} */
export function foundBy({ levels }) {
  return LEVELS.find((level) => levels[level]?.outcome === 'found') ?? null;
}

/** @param {readonly Result[]} results @param {number} gone how many of the list no longer fit */
export function formatSums(results, gone) {
  const counts = LEVELS.map((level) => results.filter((one) => foundBy(one) === level).length);
  const sum = (/** @type {readonly number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);
  const left = results.filter((one) => foundBy(one) === null);
  const equivalent = left.filter((one) => one.equivalent).length;
  const open = left.filter((one) => !one.equivalent && isUntried(one)).length;
  return [
    `${results.length} mutants, ${gone} of the list no longer fit`,
    ...LEVELS.map((level, at) => `found by ${level}: ${counts[at]}`),
    `found by npm test: ${sum(counts.slice(0, IN_NPM_TEST))}`,
    `found by npm run test:all: ${sum(counts)}`,
    `not found: ${left.length - equivalent - open}, equivalent: ${equivalent}, not tried on all levels: ${open}`
  ].join('\n');
}

/** @param {Result} result */
function isUntried({ levels }) {
  return LEVELS.some((level) => levels[level] === undefined);
}

/** A line a mutant, in Markdown. @param {readonly Result[]} results */
export function formatTable(results) {
  const lines = results.map((result) => {
    const { id, file, line, operator } = result.mutant;
    const level = foundBy(result);
    const verdict = level ? result.levels[level] : null;
    const seconds = LEVELS.reduce((all, one) => all + (result.levels[one]?.seconds ?? 0), 0);
    const found = level ?? (result.equivalent ? 'equivalent' : lastOutcomes(result));
    const by = (verdict?.by ?? result.equivalent ?? '').replaceAll('|', '\\|').slice(0, 120);
    return `| ${id} | ${file}:${line} | ${operator} | ${found} | ${by} | ${seconds} |`;
  });
  return ['| # | place | operator | found by | test | s |', '|--|--|--|--|--|--|', ...lines].join(
    '\n'
  );
}

/** @param {Result} result */
function lastOutcomes({ levels }) {
  const tried = LEVELS.flatMap((level) => {
    const verdict = levels[level];
    return verdict ? [`${level} ${verdict.outcome}`] : [];
  });
  return tried.length === 0 ? 'not tried' : `— (${tried.join(', ')})`;
}
