import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const source = readFileSync(join(import.meta.dirname, 'switch.mjs'), 'utf8');
const [idle, seventh, recording] = ['000000', '000007', '999999'];

/** The switches as one that has no Node gets them. @param {string} number @param {object} scope */
function load(number, scope = {}) {
  const built = source.replace('mutant-on:000000', `mutant-on:${number}`);
  const globals = { ...scope, standpointMutant: (/** @type {number} */ _id) => false };
  Reflect.deleteProperty(globals, 'standpointMutant');
  runInNewContext(built, globals);
  return globals.standpointMutant;
}

it('turns on the one mutant whose number stands in the built file', () => {
  const isOn = load(seventh);
  expect([6, 7, 8].map(isOn)).toEqual([false, true, false]);
  expect([1, 7].map(load(idle))).toEqual([false, false]);
});

it('tells from a page which mutants it and its workers come by, and turns none on', () => {
  /** @type {string[]} */
  const told = [];
  class BroadcastChannel {
    onmessage = null;
  }
  const console = { debug: (/** @type {string} */ text) => told.push(text) };
  const isOn = load(recording, { document: {}, console, BroadcastChannel });
  expect([7, 7, 8].map(isOn)).toEqual([false, false, false]);
  expect(told).toEqual(['standpoint-mutant-reached:7', 'standpoint-mutant-reached:8']);
});

it('tells from a worker by its page', () => {
  /** @type {number[]} */
  const posted = [];
  class BroadcastChannel {
    /** @param {number} id */
    postMessage(id) {
      posted.push(id);
    }
  }
  load(recording, { BroadcastChannel })(9);
  expect(posted).toEqual([9]);
});
