import { expect, it } from 'vitest';
import { attributeReach } from './attribute-reach.mjs';

/** @param {string} key @param {number} begun @param {string} worker */
const end = (key, begun, worker) => ({
  key,
  file: 'e2e/a.spec.ts',
  title: key,
  tags: [],
  status: 'passed',
  asExpected: true,
  retry: 0,
  begun,
  seconds: 1,
  worker
});

it('gives what was reached to the test that the same worker had begun last', () => {
  const ends = [end('second', 200, '0'), end('first', 100, '0'), end('beside', 150, '1')];
  const records = ['120\t7\t0\t', '210\t7\t0\t', '210\t8\t1\t', '50\t9\t0\t', '220\t7\t0\t'];
  expect(attributeReach(records, ends)).toEqual({ 7: ['first', 'second'], 8: ['beside'] });
});
