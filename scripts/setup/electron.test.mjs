import { expect, test } from 'vitest';
import { explainFailure } from './electron.mjs';

test.each([
  ['TypeError: fetch failed\n    at node:internal', 'its download site cannot be reached'],
  ['Error: getaddrinfo ENOTFOUND example.org', 'its download site cannot be reached'],
  ['\nError: Response code 403 (Forbidden)\n    at x', 'Response code 403 (Forbidden)'],
  ['', 'its installer gave no reason']
])('explainFailure %j', (output, expected) => {
  expect(explainFailure(output)).toBe(expected);
});
