/** Second starts: who is told, who is believed, and what another user of the machine can do about it. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { holdFile } from '../src-host/disk/hold-file.js';
import { expect } from './fixtures.js';
import { hostApp } from './host-app.js';
import { isRunning, listProcesses, listSocketInodes, test } from './host-process.js';

test.use({ program: hostApp });

const isRoot = process.getuid?.() === 0;
/** The user `nobody`. */
const nobody = { uid: 65534, gid: 65534 };

/** The flag of a socket that listens, as /proc/net/unix writes it. */
const ACCEPTS_CONNECTIONS = '00010000';

/** The addresses at which these processes listen on Unix sockets, as connect(2) takes them. */
function listAddresses(pids: readonly number[]): string[] {
  // A process in Chromium's sandbox, into which only root may look, may not listen.
  const inodes = new Set(pids.flatMap((pid) => listSocketInodes(pid) ?? []));
  return readFileSync('/proc/net/unix', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, flags, inode = '', path = ''] =
        /^\S+ \S+ \S+ (\S+) \S+ \S+ +(\d+) (.+)$/.exec(line) ?? [];
      const listens = flags === ACCEPTS_CONNECTIONS && inodes.has(inode);
      return listens ? path.replace(/^@/, '\0') : [];
    });
}

/** Runs a script as the user `nobody`, and gives what it wrote. */
function runAsNobody(script: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['-e', script, ...args], { ...nobody, cwd: '/' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.once('close', () => resolve(output)));
}

/** Says of each address what became of a connection, and of each file what became of reading it. */
const ATTACK = `
const { connect } = require('node:net');
const { readFile, rm, writeFile } = require('node:fs/promises');
for (const address of JSON.parse(process.argv[1])) {
  const socket = connect(address, () => {
    console.log('REACHED', address);
    socket.write('not json\\n');
    socket.destroy();
  });
  socket.on('error', (error) => console.log(error.code));
}
for (const path of JSON.parse(process.argv[2]))
  for (const attempt of [readFile(path), rm(path), writeFile(path, '{}')])
    attempt.then(() => console.log('REACHED', path), (error) => console.log(error.code));
`;

test(
  'another user reaches nothing of a running program',
  { tag: '@rest' },
  async ({ start, home }) => {
    // As a home often is: the program's own folders within are what keeps others out.
    chmodSync(home, 0o755);
    const host = start();
    await host.sees('loaded');
    const addresses = listAddresses(listProcesses(host.pid));
    const running = join(home, 'running');
    expect(addresses).toContain(join(running, 'socket'));
    for (const address of addresses) {
      const { mode, uid } = statSync(dirname(address));
      expect([address, mode & 0o777, uid]).toEqual([address, 0o700, process.getuid!()]);
    }
    if (isRoot) {
      const files = ['announcement.json', 'lock', 'socket'].map((name) => join(running, name));
      const output = await runAsNobody(ATTACK, JSON.stringify(addresses), JSON.stringify(files));
      const tries = addresses.length + 3 * files.length;
      expect(output.trim().split('\n')).toEqual(Array.from({ length: tries }, () => 'EACCES'));
    } else {
      const description = 'the attempts themselves: only root may act as another user';
      test.info().annotations.push({ type: 'left out', description });
    }
    const second = start({ args: ['after the attack'] });
    expect(await second.exit).toBe(0);
    expect(host.output).toContain('after the attack');
  }
);

test(
  'where the folder for it is a link, or another user’s, nothing starts',
  { tag: '@rest' },
  async ({ start, home }) => {
    const running = join(home, 'running');
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), running);
    const linked = start();
    expect(await linked.exit).toBe(1);
    expect(linked.output).toBe(
      `${running} is a link to another place, not a folder. Another can be named by STANDPOINT_HOME.\n`
    );
    if (!isRoot) {
      const description = 'a folder of another user: only root may give one away';
      test.info().annotations.push({ type: 'left out', description });
      return;
    }
    rmSync(running);
    mkdirSync(running);
    chownSync(running, nobody.uid, nobody.gid);
    const theirs = start();
    expect(await theirs.exit).toBe(1);
    expect(theirs.output).toBe(
      `${running} belongs to another user of this computer. Another can be named by STANDPOINT_HOME.\n`
    );
  }
);

test('who only says “told” is not believed', { tag: '@rest' }, async ({ start, home }) => {
  const running = join(home, 'running');
  mkdirSync(running, { mode: 0o700 });
  const hold = holdFile(join(running, 'lock'));
  const address = join(running, 'socket');
  let asked = '';
  const impostor = createServer((socket) => {
    socket.on('data', (data) => {
      asked += data.toString();
      socket.end('told\n');
    });
  });
  await new Promise<void>((resolve) => impostor.listen(address, resolve));
  writeFileSync(join(running, 'announcement.json'), JSON.stringify({ address, key: 'theirs' }));
  const host = start({ args: ['secret.txt'] });
  expect(await host.exit).toBe(1);
  expect(host.output).toBe(
    `What listens at ${address} is not the Standpoint that is running. Nothing was opened.\n`
  );
  expect(asked).not.toContain('theirs');
  impostor.close();
  if (hold.state === 'held') hold.release();
});

test(
  'a start that gets no answer gives up with a sentence',
  { tag: '@rest' },
  async ({ start, home }) => {
    const stopped = start();
    await stopped.sees('loaded');
    stopped.kill('SIGSTOP');
    // Its lock is held by who says nothing at all.
    const mute = join(home, 'mute');
    mkdirSync(join(mute, 'running'), { recursive: true });
    const lock = join(mute, 'running/lock');
    const hold = holdFile(lock);
    const [first, second] = [start(), start({ env: { STANDPOINT_HOME: mute } })];
    expect(await Promise.all([first.exit, second.exit])).toEqual([1, 1]);
    expect(first.output).toBe(
      'Standpoint is running already, but has not answered within 20 seconds. Nothing was opened.\n'
    );
    expect(second.output).toMatch(
      new RegExp(`^Another program holds ${lock} and does not answer\\. .*end it first\\.\n$`)
    );
    if (hold.state === 'held') hold.release();
  }
);

test(
  'a second start with too many arguments says how many may be given',
  { tag: '@rest' },
  async ({ start }) => {
    const first = start();
    await first.sees('loaded');
    const second = start({ args: ['x'.repeat(70_000)] });
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/can be given arguments of 64 KB; these have 69 KB\./);
    const third = start({ args: ['x'.repeat(60_000)] });
    expect(await third.exit).toBe(0);
    expect(first.output).toContain('x'.repeat(60_000));
  }
);

test(
  'of many starts at once exactly one runs, whatever a killed one left',
  { tag: '@rest' },
  async ({ start }) => {
    const killed = start();
    await killed.sees('loaded');
    killed.kill('SIGKILL');
    const starts = Array.from({ length: 8 }, () => start());
    const winner = await Promise.any(starts.map((host) => host.sees('loaded').then(() => host)));
    const others = starts.filter((host) => host !== winner);
    expect(await Promise.all(others.map((host) => host.exit))).toEqual(others.map(() => 0));
    expect(isRunning(winner.pid)).toBe(true);
  }
);

test(
  'a folder whose path is too long for a socket has its channel elsewhere',
  { tag: '@rest' },
  async ({ start, home }) => {
    const env = { STANDPOINT_HOME: join(home, 'x'.repeat(100)) };
    const first = start({ env });
    await first.sees('loaded');
    const second = start({ env, args: ['heard'] });
    expect(await second.exit).toBe(0);
    expect(first.output).toContain('heard');
  }
);
