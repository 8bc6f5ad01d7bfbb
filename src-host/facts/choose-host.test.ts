import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  chooseHost,
  electronBinary,
  hasDisplay,
  hostCommand,
  parseHostName,
  type HostName
} from './choose-host.js';

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
  [
    'a binary that was found unable to run here',
    { ...installed, [at('unusable.txt')]: 'libgtk-3.so.0 is missing' },
    {},
    null
  ],
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

test.each<[HostName | null, boolean, string | null, string | null, HostName | null]>([
  [null, true, 'E', 'C', 'electron'],
  [null, true, null, 'C', 'chromium'],
  [null, true, null, null, null],
  [null, false, 'E', 'C', 'chromium'],
  [null, false, 'E', null, 'electron'],
  ['electron', true, 'E', 'C', 'electron'],
  ['electron', false, 'E', 'C', 'electron'],
  ['electron', true, null, 'C', null],
  ['chromium', true, 'E', 'C', 'chromium'],
  ['chromium', true, 'E', null, null]
])(
  'chooseHost: wanted %s, display %s, Electron %s, Chromium %s: %s',
  (wanted, display, electron, chromium, expected) => {
    const found = { electron: () => electron, chromium: () => chromium };
    expect(chooseHost(wanted, display, found)?.name ?? null).toBe(expected);
  }
);

test('chooseHost does not look for Chromium when Electron is there', () => {
  const never = () => expect.fail('looked for Chromium');
  expect(chooseHost(null, true, { electron: () => 'E', chromium: never })).toEqual({
    name: 'electron',
    binary: 'E'
  });
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true]
] as const)('hasDisplay: %s %o: %s', (platform, env, expected) => {
  expect(hasDisplay({ platform, env })).toBe(expected);
});

test('hostCommand runs Electron itself, but Chromium through Node', () => {
  const electron = { name: 'electron', binary: 'E' } as const;
  expect(hostCommand(electron, '/app', 1000)).toEqual({ file: 'E', args: ['/app'] });
  expect(hostCommand(electron, '/app', 0).args).toEqual(['--no-sandbox', '/app']);
  expect(hostCommand({ name: 'chromium', binary: 'C' }, '/app')).toEqual({
    file: process.execPath,
    args: [join('/app', 'out/host/bin.js'), '/app']
  });
});

test('parseHostName takes the two names and nothing else', () => {
  expect(['electron', 'chromium', 'Electron', ''].map(parseHostName)).toEqual([
    'electron',
    'chromium',
    null,
    null
  ]);
});
