/**
 * A throw-away PostgreSQL: `node scripts/testing/postgres.mjs [durable] [data=FOLDER]`. It has a data folder
 * of its own in FOLDER, as on a small disk, or in the folder for temporary files, which belongs to an
 * unprivileged user where root starts it, and listens on a free port of the loopback address alone. Nothing of
 * a server that is installed is touched.
 *
 * The first line on stdout says how to reach it, as JSON. Then each line on stdin is a command, which a
 * line on stdout answers: `kill`, `stop`, `start`, `freeze`, `thaw`, `certificate KIND`. Once stdin ends,
 * as it does however whoever started us ends, the server ends and its folder is removed.
 *
 * `durable`: what is committed survives a kill of the whole machine. Without it a test is faster.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  appendFileSync,
  chmodSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificates } from './certificates.mjs';
import { findPostgres } from './find-postgres.mjs';

/**
 * @typedef {object} ServerFacts
 * @property {string} host
 * @property {number} port
 * @property {string} socketFolder
 * @property {string} role that may do everything
 * @property {string} password
 * @property {string | null} rootCertificate file; `null` where there is no openssl, and so no TLS
 * @property {string} log the file that the server's log goes to
 * @property {string} data the folder of its data
 * @property {string} programs the folder of its own programs, as pg_dump: another's may be too old for it
 */

/** @typedef {import('node:child_process').ChildProcess} Child */

const owner = 'owner';
const isDurable = process.argv.includes('durable');
const ready = /ready to accept connections/;
/** How often a start is tried: children of a killed server may still be about to end. */
const TRIES = 40;

const bin = findPostgres();
if (bin === null) {
  console.log(JSON.stringify({ missing: 'PostgreSQL is not installed here' }));
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'standpoint-postgres-'));
const data = join(
  process.argv.find((each) => each.startsWith('data='))?.slice(5) ?? folder,
  'data'
);
const log = join(folder, 'log');
const password = 'own/er:of@the%database';
const user = unprivileged();
/** @type {Child | null} */
let server = null;

// The group that a terminal interrupts may be ours: the end of stdin is what counts.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, end);
try {
  const facts = await setUp();
  console.log(JSON.stringify(facts));
} catch (error) {
  console.log(JSON.stringify({ missing: `PostgreSQL could not be started: ${error}` }));
  await end();
}
const lines = createInterface({ input: process.stdin });
lines.on('close', end);
let last = Promise.resolve();
lines.on('line', (line) => {
  last = last
    .then(() => obey(line))
    .then(
      () => console.log('{}'),
      (error) => console.log(JSON.stringify({ error: String(error) }))
    );
});

/** @returns {Promise<ServerFacts>} */
async function setUp() {
  mkdirSync(data);
  const hasTls = await makeCertificates(folder);
  writeFileSync(join(folder, 'password'), password);
  giveAway();
  await asUser('initdb', [
    '-D',
    data,
    '-U',
    owner,
    '--pwfile',
    join(folder, 'password'),
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '-N'
  ]);
  const port = await freePort();
  const facts = {
    host: '127.0.0.1',
    port,
    socketFolder: folder,
    role: owner,
    password,
    rootCertificate: hasTls ? join(folder, 'root.crt') : null,
    log,
    data,
    programs: bin ?? ''
  };
  writeFileSync(join(data, 'postgresql.auto.conf'), settings(facts));
  if (hasTls) placeCertificate('good');
  giveAway();
  await start();
  return facts;
}

/** @param {ServerFacts} facts */
function settings({ port, rootCertificate }) {
  const sockets = process.platform === 'win32' ? '' : folder;
  return `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = '${sockets}'
fsync = ${isDurable ? 'on' : 'off'}
full_page_writes = ${isDurable ? 'on' : 'off'}
synchronous_commit = ${isDurable ? 'on' : 'off'}
shared_buffers = '64MB'
max_connections = 60
log_statement = 'ddl'
log_connections = on
logging_collector = off
${rootCertificate === null ? '' : `ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n`}`;
}

/** @param {string} line */
async function obey(line) {
  const [deed, kind = 'good'] = line.split(' ');
  if (deed === 'kill') await endServer('SIGKILL');
  else if (deed === 'stop') await endServer('SIGINT');
  else if (deed === 'start') await start();
  else if (deed === 'freeze') signalAll('SIGSTOP');
  else if (deed === 'thaw') signalAll('SIGCONT');
  else if (deed === 'certificate') {
    placeCertificate(kind);
    const before = readFileSync(log, 'utf8').length;
    server?.kill('SIGHUP');
    while (!/reloading configuration files/.test(readFileSync(log, 'utf8').slice(before)))
      await sleep(10);
  } else throw new Error(`There is no command “${line}”`);
}

async function start() {
  if (server !== null) return;
  for (let tries = 1; ; tries += 1) {
    if (await startOnce()) return;
    if (tries === TRIES)
      throw new Error(`the server did not start: ${readFileSync(log, 'utf8').slice(-1000)}`);
    await sleep(100);
  }
}

/** @returns {Promise<boolean>} */
function startOnce() {
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin ?? '', 'postgres'), ['-D', data], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment()
    });
    server = child;
    child.stderr.on('data', (chunk) => {
      appendFileSync(log, chunk);
      if (ready.test(String(chunk))) resolve(true);
    });
    child.once('error', reject);
    child.once('exit', () => {
      if (server === child) server = null;
      resolve(false);
    });
  });
}

/** @param {NodeJS.Signals} signal */
async function endServer(signal) {
  const child = server;
  if (child === null) return;
  signalAll('SIGCONT');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** The server and each process that serves a connection. @param {NodeJS.Signals} signal */
function signalAll(signal) {
  const parent = server?.pid;
  if (parent === undefined || process.platform === 'win32') return;
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pids = table.split('\n').flatMap((line) => {
    const [pid, of] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && of === parent ? [pid] : [];
  });
  for (const pid of [parent, ...pids]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended since.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
    }
  }
}

async function end() {
  // Quit at once: nothing in it is needed any more.
  if (server !== null) await Promise.race([endServer('SIGQUIT'), sleep(5_000)]);
  server?.kill('SIGKILL');
  for (const each of [data, folder]) {
    rmSync(each, { recursive: true, force: true, maxRetries: 5 });
  }
  process.exit(0);
}

/** @param {string} kind */
function placeCertificate(kind) {
  for (const part of ['crt', 'key']) {
    const target = join(data, `server.${part}`);
    rmSync(target, { force: true });
    copyFileSync(join(folder, `${kind}.${part}`), target);
    chmodSync(target, 0o600);
    if ('uid' in user) chownSync(target, user.uid, user.gid);
  }
}

/** PostgreSQL does not run as root. @returns {{ uid: number, gid: number } | {}} */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

function giveAway() {
  if (!('uid' in user)) return;
  const { uid, gid } = user;
  for (const root of [folder, data]) {
    for (const name of ['', ...readdirSync(root, { recursive: true })]) {
      chownSync(join(root, String(name)), uid, gid);
    }
  }
}

/** Nothing of a person's own server. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

/** @param {string} program @param {string[]} args */
async function asUser(program, args) {
  execFileSync(join(bin ?? '', program), args, {
    ...user,
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe']
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      );
    });
  });
}
