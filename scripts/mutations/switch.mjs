/**
 * What mutated code asks whether its mutant is on. Copied into the mutated sources, so it imports nothing: it runs
 * in Node's threads and processes, in the window's page and in its workers.
 *
 * Which mutant is on stands in the environment, and for pages in the built files, where `MARK` is overwritten.
 * While it is recorded which mutants code comes by, none is on.
 */

const MARK = 'mutant-on:000000';
/** In place of a number in the built files: pages are to say which mutants they come by. */
const RECORD = 999999;
/** A page writes nothing to the disk. Its console reaches the host as a message of the DevTools protocol. */
const TOLD = 'standpoint-mutant-reached:';
/** Code that is run again in another test is to be recorded again, and cheaply in a loop. In ms. */
const AGAIN = 250;

/** Of Node or of a page: neither's types hold for both. @type {any} */
const scope = globalThis;
const node = scope.process?.versions?.node ? scope.process : null;
// A test may exchange the clock later.
const now = Date.now.bind(Date);

if (!scope.standpointMutant) {
  const built = Number(MARK.slice(MARK.indexOf(':') + 1));
  const folder = node?.env.STANDPOINT_MUTANT_REACH;
  const on = Number(node?.env.STANDPOINT_MUTANT ?? built);
  scope.standpointMutantTest ??= node?.env.STANDPOINT_MUTANT_TEST ?? '';
  const record = folder ? writeTo(folder) : !node && built === RECORD ? makeTeller() : null;
  scope.standpointMutant = record ? recordReached(record) : (/** @type {number} */ id) => id === on;
}

/**
 * Records each mutant once in a unit test file, and every so often where no such file is known.
 * @param {(id: number) => void} record
 * @returns {(id: number) => boolean} whether that mutant is on
 */
function recordReached(record) {
  /** @type {Map<number, { test: string, time: number }>} */
  const latest = new Map();
  return (id) => {
    const before = latest.get(id);
    const test = scope.standpointMutantTest;
    const isSame = before !== undefined && before.test === test;
    if (isSame && (test !== '' || now() - before.time < AGAIN)) return false;
    latest.set(id, { test, time: now() });
    record(id);
    return false;
  };
}

/** @param {string} folder */
function writeTo(folder) {
  const { appendFileSync } = node.getBuiltinModule('node:fs');
  const { threadId } = node.getBuiltinModule('node:worker_threads');
  const file = `${folder}/${node.pid}-${threadId}.txt`;
  /** @param {number} id */
  const record = (id) => {
    // Playwright's worker learns its number once it runs, and hands it on to what it starts.
    const worker = node.env.TEST_PARALLEL_INDEX ?? '';
    appendFileSync(file, `${now()}\t${id}\t${worker}\t${scope.standpointMutantTest}\n`);
  };
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    const told = typeof text === 'string' && text.includes(TOLD) ? text : '';
    for (const [, id] of told.matchAll(new RegExp(`${TOLD}(\\d+)`, 'g'))) record(Number(id));
    return parse(text, ...rest);
  };
  return record;
}

function makeTeller() {
  const channel = new scope.BroadcastChannel(TOLD);
  if (!scope.document) return (/** @type {number} */ id) => channel.postMessage(id);
  /** @param {number} id */
  const tell = (id) => console.debug(`${TOLD}${id}`);
  channel.onmessage = (/** @type {{ data: number }} */ { data }) => tell(data);
  return tell;
}
