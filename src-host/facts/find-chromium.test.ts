import { expect, it } from 'vitest';
import { findChromium, type ChromiumLookup } from './find-chromium.js';

function machine(
  platform: NodeJS.Platform,
  env: Record<string, string>,
  files: readonly string[]
): ChromiumLookup {
  return {
    platform,
    env,
    exists: (path) => files.includes(path),
    isSnap: (path) => path.startsWith('/snap/') || path === '/usr/bin/chromium-browser'
  };
}

const linux = { PATH: '/usr/local/bin:/usr/bin' };
const mac = { HOME: '/Users/u' };
const windows = {
  PROGRAMFILES: 'C:\\Program Files',
  'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\u\\AppData\\Local'
};
const chromeOnMac = 'Google Chrome.app/Contents/MacOS/Google Chrome';

it.each([
  [
    'Chromium before Chrome',
    'linux',
    linux,
    ['/usr/bin/google-chrome', '/usr/bin/chromium'],
    '/usr/bin/chromium'
  ],
  [
    'Edge where it is alone',
    'linux',
    linux,
    ['/usr/bin/microsoft-edge'],
    '/usr/bin/microsoft-edge'
  ],
  [
    'no snap',
    'linux',
    linux,
    ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    '/usr/bin/google-chrome'
  ],
  ['nothing where there is nothing', 'linux', linux, ['/usr/bin/firefox'], null],
  ['nothing without a PATH', 'linux', {}, ['/usr/bin/chromium'], null],
  [
    'for all users of a Mac',
    'darwin',
    mac,
    [`/Applications/${chromeOnMac}`],
    `/Applications/${chromeOnMac}`
  ],
  [
    'for one user of a Mac',
    'darwin',
    mac,
    [`/Users/u/Applications/${chromeOnMac}`],
    `/Users/u/Applications/${chromeOnMac}`
  ],
  [
    'for one user of Windows',
    'win32',
    windows,
    ['C:\\Users\\u\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    'C:\\Users\\u\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
  ],
  [
    'Edge, which is 32-bit by place',
    'win32',
    windows,
    ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  ],
  [
    'what STANDPOINT_CHROMIUM names',
    'linux',
    { ...linux, STANDPOINT_CHROMIUM: '/opt/mine' },
    ['/opt/mine', '/usr/bin/chromium'],
    '/opt/mine'
  ],
  [
    'nothing else when that is missing',
    'linux',
    { ...linux, STANDPOINT_CHROMIUM: '/opt/mine' },
    ['/usr/bin/chromium'],
    null
  ]
] as const)('finds %s', (_what, platform, env, files, found) => {
  expect(findChromium(machine(platform, env, files))).toBe(found);
});
