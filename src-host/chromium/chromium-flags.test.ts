import { expect, test } from 'vitest';
import { listChromiumFlags, type LaunchOptions } from './chromium-flags.js';

const options: LaunchOptions = {
  profile: '/tmp/profile',
  headless: false,
  noSandbox: false,
  debuggingPort: null,
  devServer: null,
  name: 'Standpoint',
  asked: [],
  window: { width: 800, height: 600, position: null }
};

test('only who asks for it goes without the sandbox, and nobody is warned of flags over the page', () => {
  const safe = listChromiumFlags(options);
  const unsafe = listChromiumFlags({ ...options, noSandbox: true });
  expect(safe).not.toContain('--no-sandbox');
  expect(unsafe).toContain('--no-sandbox');
  for (const flags of [safe, unsafe]) expect(flags).toContain('--test-type');
});

test('no address of Chromium’s own services is left', () => {
  const addresses = listChromiumFlags(options)
    .filter((flag) => /^--(gaia|gcm)/.test(flag))
    .map((flag) => new URL(flag.slice(flag.indexOf('=') + 1)).hostname);
  expect(addresses).toEqual(['nowhere.invalid', 'nowhere.invalid']);
});
