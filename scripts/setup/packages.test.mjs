import { expect, test } from 'vitest';
import { packagesMatch } from './packages.mjs';

const marked = { version: '18.2.1', integrity: 'sha512-a' };
const forMac = { version: '1.0.0', integrity: 'sha512-m', optional: true };
const lock = {
  packages: { '': { version: '0.1.0' }, 'node_modules/marked': marked, 'node_modules/mac': forMac }
};

test.each([
  ['nothing is installed', null, false],
  ['all of it', { packages: { 'node_modules/marked': marked, 'node_modules/mac': forMac } }, true],
  ['all but what is for another platform', { packages: { 'node_modules/marked': marked } }, true],
  ['a package is missing', { packages: { 'node_modules/mac': forMac } }, false],
  [
    'another version',
    { packages: { 'node_modules/marked': { ...marked, version: '18.2.0' } } },
    false
  ],
  [
    'the same version of other content',
    { packages: { 'node_modules/marked': { ...marked, integrity: 'sha512-b' } } },
    false
  ],
  [
    'more than the lock file names',
    { packages: { 'node_modules/marked': marked, 'node_modules/old': marked } },
    true
  ]
])('packagesMatch: %s', (_case, installed, expected) => {
  expect(packagesMatch(lock, installed)).toBe(expected);
});
