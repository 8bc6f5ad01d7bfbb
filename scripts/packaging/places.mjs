/** Where the Debian package is tried: a clean system in a folder, or this machine. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/child.mjs';
import { say, SetupFailure } from '../setup/say.mjs';

/**
 * @typedef {object} Ran
 * @property {number} code
 * @property {string} output of both streams
 */
/**
 * @typedef {object} Place
 * @property {string} root where its `/` lies
 * @property {(user: string, ...command: string[]) => Promise<Ran>} run as `root` or another user of it
 */

/** @returns {Place} */
export function thisMachine() {
  return {
    root: '/',
    run: (user, ...command) =>
      run('runuser', ['-u', user, '--', ...command], { output: 'kept', env: ENVIRONMENT })
  };
}

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8', INIT_CWD: undefined };

/**
 * Runs a script in a world of its own, in which what it mounts is seen by nobody else, and gone with it.
 * @param {string} script @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runApart(script, args) {
  const unshare = ['--mount', '--propagation=private', '--', process.execPath, script, ...args];
  return (await run('unshare', unshare)).code;
}

/**
 * A clean Debian in `folder`, from where this machine has its packages; one that is there is used
 * again. Only for what runs apart.
 * @param {string} folder @param {string} suite such as `trixie`
 * @returns {Promise<Place>}
 */
export async function cleanDebian(folder, suite) {
  if (!existsSync(join(folder, 'etc/debian_version'))) {
    say(`Making a clean Debian (${suite}) …`);
    const mirror = mirrorOf('/etc/apt');
    const made = await run('debootstrap', ['--variant=minbase', suite, folder, mirror], {
      output: 'kept'
    });
    if (made.code !== 0) throw new SetupFailure(`debootstrap failed:\n${lastLines(made.output)}`);
    copySources('/etc/apt', join(folder, 'etc/apt'));
    if (existsSync('/etc/resolv.conf')) {
      writeFileSync(join(folder, 'etc/resolv.conf'), readFileSync('/etc/resolv.conf'));
    }
  }
  for (const each of ['proc', 'sys', 'dev', 'dev/shm']) {
    const { code, output } = await run('mount', ['--bind', `/${each}`, join(folder, each)], {
      output: 'kept'
    });
    if (code !== 0) throw new SetupFailure(`mount failed: ${output.trim()}`);
  }
  return {
    root: folder,
    run: (user, ...command) =>
      run('chroot', [folder, 'runuser', '-u', user, '--', ...command], {
        output: 'kept',
        env: { ...ENVIRONMENT, PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: undefined }
      })
  };
}

/** The first archive of Debian that apt is told of. @param {string} apt */
function mirrorOf(apt) {
  const found = sourcesIn(apt)
    .map(([, text]) => /^(?:URIs:|deb (?:\[[^\]]*\] )?)\s*(https?:\S+)/m.exec(text)?.[1])
    .find((address) => address !== undefined);
  if (found === undefined) throw new SetupFailure('/etc/apt names no archive to take Debian from.');
  return found;
}

/** Sources that lie in the files of this machine stay here. @param {string} from @param {string} to */
function copySources(from, to) {
  writeFileSync(join(to, 'sources.list'), '');
  mkdirSync(join(to, 'sources.list.d'), { recursive: true });
  for (const [name, text] of sourcesIn(from)) {
    if (/^(?:URIs:|deb)\s.*file:/m.test(text)) continue;
    writeFileSync(join(to, name), text);
  }
  for (const folder of ['apt.conf.d', 'auth.conf.d', 'trusted.gpg.d']) {
    if (!existsSync(join(from, folder))) continue;
    for (const name of readdirSync(join(from, folder))) {
      const isOwn = existsSync(join(to, folder, name)) || /docker/.test(name);
      if (!isOwn) cpSync(join(from, folder, name), join(to, folder, name), { recursive: true });
    }
  }
}

/** @param {string} apt @returns {[name: string, text: string][]} */
function sourcesIn(apt) {
  const folder = join(apt, 'sources.list.d');
  const names = existsSync(folder)
    ? readdirSync(folder).map((name) => `sources.list.d/${name}`)
    : [];
  return ['sources.list', ...names]
    .filter((name) => existsSync(join(apt, name)))
    .map((name) => [name, readFileSync(join(apt, name), 'utf8')]);
}

/** @param {string} text */
export function lastLines(text) {
  return text.trim().split('\n').slice(-15).join('\n');
}
