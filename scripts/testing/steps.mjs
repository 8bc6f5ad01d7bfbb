/** What `npm test` runs: the check:… scripts of package.json, by name. */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {readonly string[]} args further arguments to its check
 * @property {{ file: string, kind: 'unit' | 'e2e' } | null} report where its tests are counted;
 *   `null` for a check, which counts as one
 */

const unitReport = 'test-results/unit.json';

/** In the order in which they are begun: two run side by side, and the longest is to end with the others. @type {readonly Step[]} */
export const STEPS = [
  {
    name: 'unit',
    title: 'Unit tests',
    args: ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, kind: 'unit' }
  },
  { name: 'lint', title: 'Lint', args: [], report: null },
  { name: 'types', title: 'Types', args: [], report: null },
  { name: 'format', title: 'Formatting', args: [], report: null },
  { name: 'rules', title: 'Dependency rules', args: [], report: null },
  {
    name: 'e2e',
    title: 'End-to-end tests',
    args: [],
    // Written as playwright.config.ts says.
    report: { file: 'test-results/e2e.json', kind: 'e2e' }
  }
];

/**
 * The steps that `names` ask for; all of them when there are none.
 * @param {readonly string[]} names
 * @returns {readonly Step[] | string} a sentence when one of them does not exist
 */
export function selectSteps(names) {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    const known = STEPS.map((step) => step.name).join(', ');
    return `There is no step “${unknown}”; the steps are ${known}.`;
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}
