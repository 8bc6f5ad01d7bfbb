/** Installs missing programs of the system where we may, and says the command where we may not. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { say, SetupFailure } from './say.mjs';
import {
  aptHas,
  CHROME_PACKAGE,
  detectSystem,
  installCommand,
  packageNames
} from './system-packages.mjs';

/** @typedef {import('./system-packages.mjs').Program} Program */

/** @type {Record<Program, string>} */
const NAMES = {
  chromium: 'Chromium, Chrome or Edge',
  xvfb: 'Xvfb',
  poppler: 'Poppler’s tools',
  qpdf: 'qpdf',
  xdotool: 'xdotool',
  dpkg: 'dpkg-deb',
  debootstrap: 'debootstrap',
  postgresql: 'PostgreSQL'
};

/**
 * Makes sure of `programs`, all of which are known to be missing.
 * @param {readonly Program[]} programs
 * @param {string} purpose such as "for the tests"
 * @throws {SetupFailure} with exit code 3 and the command to type
 */
export async function installPrograms(programs, purpose) {
  if (programs.length === 0) return;
  const system = detectSystem(process.platform, osRelease());
  const isRoot = process.getuid?.() === 0;
  const what = programs.map((program) => NAMES[program]).join(', ');
  const apt = isRoot && existsSync('/usr/bin/apt-get');
  if (apt && (system === 'debian' || system === 'ubuntu')) {
    say(`Installing ${what} by apt-get, ${purpose} …`);
    const install = () => aptInstall(packageNames(system, programs));
    if (await (programs.includes('postgresql') ? withoutCluster(install) : install())) {
      if (aptHas(system, programs) || (await installChrome())) return;
    }
  }
  const command = installCommand(system, programs, isRoot);
  const advice = command === null ? 'your system’s own means' : `this command: ${command}`;
  throw new SetupFailure(`${what} must be installed first, ${purpose}, by ${advice}`, 3);
}

/** Whether a program of this name can be run. @param {string} name */
export function isOnPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, file)));
}

/**
 * Debian's package makes a server with a data folder, and starts it, unless it was told not to before it is
 * there: only its programs are wanted.
 * @template T
 * @param {() => Promise<T>} install
 * @returns {Promise<T>}
 */
async function withoutCluster(install) {
  const folder = '/etc/postgresql-common/createcluster.d';
  const file = join(folder, 'standpoint-tests.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
  try {
    return await install();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string[]} packages @returns {Promise<boolean>} whether they are there now */
async function aptInstall(packages) {
  if (packages.length === 0) return true;
  if (hasPackageLists() && (await apt('install', '--no-install-recommends', ...packages))) {
    return true;
  }
  // The lists are missing or too old.
  return (await apt('update')) && (await apt('install', '--no-install-recommends', ...packages));
}

/** Chrome, where the distribution has no Chromium that we can drive. It exists for x64 only. */
async function installChrome() {
  if (process.arch !== 'x64' || !(await aptInstall(['ca-certificates']))) return false;
  const file = join(tmpdir(), 'google-chrome.deb');
  const helper = await run('/usr/lib/apt/apt-helper', ['download-file', CHROME_PACKAGE, file], {
    output: 'stderr'
  });
  return helper.code === 0 && (await apt('install', '--no-install-recommends', file));
}

/** @param {string[]} args */
async function apt(...args) {
  // `aptInstall` tries twice itself; where no server answers, apt-get's own three repeats take ten minutes.
  const limits = ['DPkg::Lock::Timeout=120', 'Acquire::Retries=0'];
  const options = ['-y', '-q', ...limits.flatMap((limit) => ['-o', limit])];
  const { code } = await run('apt-get', [...options, ...args], {
    output: 'stderr',
    env: { DEBIAN_FRONTEND: 'noninteractive' }
  });
  return code === 0;
}

function hasPackageLists() {
  const folder = '/var/lib/apt/lists';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'));
}

function osRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
