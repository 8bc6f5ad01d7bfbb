import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseHost, electronBinary, hostCommand, type HostName } from './choose-host.js';

const at = (...parts: string[]) => join('/modules/electron', ...parts);

/** A machine that holds just these files. */
function machine(files: Record<string, string>, env: Record<string, string> = {}) {
  return {
    env,
    platform: 'linux' as const,
    read: (path: string) => files[path] ?? null,
    exists: (path: string) => path in files
  };
}

const installed = {
  [at('package.json')]: '{"version":"45.4.1"}',
  [at('path.txt')]: 'electron',
  [at('dist/version')]: 'v45.4.1\n',
  [at('dist/electron')]: ''
};
const without = (...gone: string[]) =>
  Object.fromEntries(Object.entries(installed).filter(([path]) => !gone.includes(path)));

test.each([
  ['an installed binary is found', installed, {}, at('dist/electron')],
  ['no path.txt: the installer never ran', without(at('path.txt')), {}, null],
  ['no version: the archive was not unpacked', without(at('dist/version')), {}, null],
  ['the binary was deleted', without(at('dist/electron')), {}, null],
  ['a binary of another version', { ...installed, [at('dist/version')]: '44.0.0' }, {}, null],
  [
    'a distribution of the user’s own, of whatever version',
    { ...without(at('path.txt')), '/own/electron': '' },
    { ELECTRON_OVERRIDE_DIST_PATH: '/own' },
    join('/own', 'electron')
  ],
  [
    'a distribution of the user’s own that is not there',
    installed,
    { ELECTRON_OVERRIDE_DIST_PATH: '/gone' },
    null
  ]
])('electronBinary: %s', (_case, files, env, expected) => {
  expect(electronBinary(at(), machine(files, env))).toBe(expected);
});

test('electronBinary: no package, as in an installation without development packages', () => {
  expect(electronBinary(null, machine(installed))).toBeNull();
});

test.each<[HostName | null, string | null, string | null, HostName | null]>([
  [null, 'E', 'C', 'electron'],
  [null, null, 'C', 'chromium'],
  [null, null, null, null],
  ['electron', 'E', 'C', 'electron'],
  ['electron', null, 'C', null],
  ['chromium', 'E', 'C', 'chromium'],
  ['chromium', 'E', null, null]
])(
  'chooseHost: wanted %s, Electron %s, Chromium %s: %s',
  (wanted, electron, chromium, expected) => {
    const host = chooseHost(
      wanted,
      () => electron,
      () => chromium
    );
    expect(host?.name ?? null).toBe(expected);
  }
);

test('chooseHost does not look for Chromium when Electron is there', () => {
  const never = () => expect.fail('looked for Chromium');
  expect(chooseHost(null, () => 'E', never)).toEqual({ name: 'electron', binary: 'E' });
});

test('hostCommand runs Electron itself, but Chromium through Node', () => {
  expect(hostCommand({ name: 'electron', binary: 'E' }, '/app')).toEqual({
    file: 'E',
    args: ['/app']
  });
  expect(hostCommand({ name: 'chromium', binary: 'C' }, '/app')).toEqual({
    file: process.execPath,
    args: [join('/app', 'out/host/bin.js'), '/app']
  });
});
