/** What the tests consist of, as a table: `npm test` runs the usual steps, `npm run test:rest` all that they leave out. */

/** @typedef {'usual' | 'rest'} Suite */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {Suite} suite
 * @property {string} title
 * @property {string} script of package.json
 * @property {readonly string[]} args its further arguments
 * @property {Readonly<Record<string, string>>} env
 * @property {{ file: string, kind: 'unit' | 'e2e' } | null} report where its tests are counted;
 *   `null` for a check, which counts as one
 * @property {'nothing' | 'build' | 'windows' | 'electron'} needs `windows`: a host, a display and the programs
 *   that read what was printed; `electron`: also Electron's own binary. Each of them takes a build.
 * @property {boolean} alone it uses both cores itself, so nothing runs beside it
 */

/** Loops at their full numbers (by-size.mjs). */
const full = { STANDPOINT_THOROUGH: '1' };
const reporters = ['--reporter=./scripts/testing/unit-progress.mjs', '--reporter=json'];

/** @type {Pick<Step, 'suite' | 'args' | 'env' | 'report' | 'needs' | 'alone'>} */
const check = { suite: 'usual', args: [], env: {}, report: null, needs: 'nothing', alone: false };

/** In the order in which they are begun. @type {readonly Step[]} */
export const STEPS = [
  { ...check, name: 'lint', title: 'Lint', script: 'check:lint' },
  { ...check, name: 'types', title: 'Types', script: 'check:types' },
  { ...check, name: 'rules', title: 'Walls and repository', script: 'check:rules' },
  { ...check, name: 'format', title: 'Formatting', script: 'check:format' },
  {
    name: 'unit',
    suite: 'usual',
    title: 'Unit tests',
    script: 'check:unit',
    args: [...reporters, '--outputFile.json=test-results/unit.json'],
    env: {},
    report: { file: 'test-results/unit.json', kind: 'unit' },
    needs: 'build',
    alone: true
  },
  endToEnd('e2e', 'usual', 'End-to-end tests', ['--grep-invert=@rest']),
  {
    ...endToEnd('electron', 'usual', 'A short run on Electron', ['--grep=@short']),
    needs: 'electron'
  },
  // The usual lint and types leave out what is slow and seldom finds more.
  {
    ...check,
    name: 'lint',
    suite: 'rest',
    title: 'Lint of components by their types',
    script: 'check:lint',
    env: full
  },
  {
    ...check,
    name: 'types',
    suite: 'rest',
    title: 'Types as the build has them',
    script: 'check:build-types'
  },
  {
    name: 'unit',
    suite: 'rest',
    title: 'Unit tests at their full numbers',
    script: 'check:unit',
    args: [...reporters, '--outputFile.json=test-results/unit-rest.json'],
    env: full,
    report: { file: 'test-results/unit-rest.json', kind: 'unit' },
    needs: 'build',
    alone: true
  },
  endToEnd('e2e', 'rest', 'Further end-to-end tests', ['--grep=@rest']),
  endToEnd('like-electron', 'rest', 'Repeats on a host like Electron', [
    '--project=electron-like-repeats',
    '--grep-invert=@rest'
  ]),
  {
    ...check,
    name: 'crash',
    suite: 'rest',
    title: 'Kills of the store at work',
    script: 'test:crash',
    args: ['--kills', '100', '--windows', '0'],
    needs: 'build',
    alone: true
  },
  {
    ...check,
    name: 'team',
    suite: 'rest',
    title: 'Faults of a team library',
    script: 'test:team',
    args: ['--kills', '12', '--attacks', '16'],
    needs: 'build',
    alone: true
  }
];

/**
 * @param {string} name
 * @param {Suite} suite
 * @param {string} title
 * @param {readonly string[]} args
 * @returns {Step}
 */
function endToEnd(name, suite, title, args) {
  const file = `test-results/${name}-${suite}.json`;
  return {
    name,
    suite,
    title,
    script: 'check:e2e',
    args,
    // Where playwright.config.ts has the report written.
    env: { STANDPOINT_TEST_REPORT: file, ...(suite === 'rest' && full) },
    report: { file, kind: 'e2e' },
    needs: 'windows',
    alone: true
  };
}

/** @type {Readonly<Record<string, readonly Suite[]>>} */
const SUITES = { '--rest': ['rest'], '--all': ['usual', 'rest'] };

/**
 * The steps that the arguments ask for: `--rest`, `--all` or neither, then names of steps, or none for all.
 * @param {readonly string[]} args
 * @returns {readonly Step[] | string} a sentence when one of them does not exist
 */
export function selectSteps(args) {
  const [first = ''] = args;
  const suites = SUITES[first] ?? ['usual'];
  const names = SUITES[first] ? args.slice(1) : args;
  const offered = STEPS.filter((step) => suites.includes(step.suite));
  const unknown = names.find((name) => !offered.some((step) => step.name === name));
  if (unknown !== undefined) {
    const known = [...new Set(offered.map((step) => step.name))].join(', ');
    return `There is no step “${unknown}”; the steps are ${known}.`;
  }
  return names.length === 0 ? offered : offered.filter((step) => names.includes(step.name));
}
