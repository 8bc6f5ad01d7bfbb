/** Which end-to-end test came by which mutant, by when and in which of Playwright's workers it did. Pure. */

/**
 * @typedef {object} TestEnd
 * @property {string} key as Playwright lists it
 * @property {string} file
 * @property {string} title
 * @property {readonly string[]} tags
 * @property {string} status
 * @property {boolean} asExpected
 * @property {number} retry
 * @property {number} begun in ms
 * @property {number} seconds
 * @property {string} worker
 */

/**
 * @param {readonly string[]} records lines of switch.mjs: time, mutant, worker
 * @param {readonly TestEnd[]} ends
 * @returns {Record<string, string[]>} the tests' keys, by the number of the mutant
 */
export function attributeReach(records, ends) {
  /** @type {Map<string, Set<string>>} */
  const reached = new Map();
  const ordered = [...ends].sort((a, b) => a.begun - b.begun);
  for (const record of records) {
    const [time, id = '', worker] = record.split('\t');
    const test = ordered.findLast((end) => end.worker === worker && end.begun <= Number(time));
    if (test) reached.set(id, (reached.get(id) ?? new Set()).add(test.key));
  }
  return Object.fromEntries([...reached].map(([id, keys]) => [id, [...keys].sort()]));
}
