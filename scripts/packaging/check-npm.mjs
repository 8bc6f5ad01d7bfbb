/** Tries npm's package: installed into an empty folder without a network, and used. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/child.mjs';
import { npm } from '../setup/npm.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { installPrograms, isOnPath } from '../setup/system.mjs';
import { foreignIn, packByNpm } from './contents.mjs';
import { windowScript } from './window-script.mjs';

/** @param {string} folder a new one */
export async function checkNpm(folder) {
  mkdirSync(folder, { recursive: true });
  const packed = await packByNpm(folder);
  const foreign = foreignIn(packed.files.map(({ path }) => path));
  check(foreign.length === 0, `it holds what nobody needs: ${foreign.join(', ')}`);

  const prefix = join(folder, 'prefix');
  const installed = await npm(
    ['install', '--global', '--offline', `--prefix=${prefix}`, join(folder, packed.filename)],
    { cwd: folder, output: 'kept' }
  );
  check(installed.code === 0, `it cannot be installed without a network: ${installed.output}`);
  check(!/\bwarn\b/i.test(installed.output), `npm warns: ${installed.output}`);
  const program = join(
    prefix,
    process.platform === 'win32' ? '' : 'lib',
    'node_modules/standpoint'
  );
  const samples = join(program, 'resources/samples');

  const entry = join(program, 'out/main/standpoint.js');
  const surroundings = /** @type {const} */ ({
    cwd: folder,
    output: 'kept',
    env: { STANDPOINT_HOME: join(folder, 'home'), INIT_CWD: undefined }
  });
  /** @param {string[]} args */
  const standpoint = async (...args) => {
    const { code, output } = await run(process.execPath, [entry, ...args], surroundings);
    check(code === 0, `“standpoint ${args.join(' ')}” ended with ${code}: ${output}`);
    check(!/warning/i.test(output), `“standpoint ${args.join(' ')}” warns: ${output}`);
    return output.trim();
  };
  await standpoint('--version');
  const id = await standpoint('import', join(samples, 'alaska-summit.json'));
  await standpoint('draft', join(samples, 'alaska-summit.txt'));
  await standpoint('search', 'summit');
  await standpoint('export', id, '--to', 'briefing.pdf');
  await standpoint('export', id, '--to', 'briefing.docx');
  check(existsSync(join(folder, 'briefing.pdf')), 'it printed nothing');
  if (process.platform === 'linux') {
    const missing = /** @type {const} */ (['xvfb', 'xdotool']).filter(
      (name) => !isOnPath(name === 'xvfb' ? 'xvfb-run' : name)
    );
    await installPrograms(missing, 'to look at a window');
    const script = windowScript(`${process.execPath} ${entry}`, 'Alaska', null);
    const { code, output } = await run('sh', ['-c', script], surroundings);
    check(code === 0, `no window came: ${output}`);
    check(!/warning/i.test(output), `the window warns: ${output}`);
  }
  const { count, size } = measure(prefix);
  say(
    `npm: ${megabytes(packed.size)} packed, ${megabytes(size)} in ${count} files installed, without a network and without a warning.`
  );
}

/** @param {string} folder */
function measure(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile()
  );
  const sizes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { count: files.length, size: sizes.reduce((sum, size) => sum + size, 0) };
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {boolean} holds @param {string} otherwise */
function check(holds, otherwise) {
  if (!holds) throw new SetupFailure(`npm’s package fails: ${otherwise}`);
}
