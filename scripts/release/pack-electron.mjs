/**
 * `npm run package -- electron [--stand-in] [ARGUMENT…]`: packs the program with Electron, by
 * electron-builder, and reads back what was packed. What electron-builder takes, it is given. With
 * `--stand-in` nothing is fetched: the folder is made with a binary that cannot run.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publisherOf } from '../packaging/publisher.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { run } from '../setup/child.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { root } from '../setup/root.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { checkPacked } from './check-packed.mjs';
import { writeStandIn } from './stand-in.mjs';
import { ensureTools, toolsFolder } from './tools.mjs';

const packed = join(root, 'dist/electron');

/** @param {readonly string[]} args @throws {SetupFailure} */
export async function packElectron(args) {
  await ensurePackages();
  await ensureBuild();
  await ensureTools();
  rmSync(packed, { recursive: true, force: true });
  if (args.includes('--stand-in')) {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-electron-'));
    try {
      writeStandIn(folder, manifest().devDependencies.electron);
      const rest = args.filter((each) => each !== '--stand-in');
      await build(['--linux', '--dir', `-c.electronDist=${folder}`, ...rest]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } else {
    await build(args);
  }
  await readBack();
}

/** @param {readonly string[]} args */
async function build(args) {
  const cli = join(toolsFolder, 'node_modules/electron-builder/cli.js');
  const { maintainer, homepage } = publisherOf(process.env, manifest().author);
  const named = [
    `-c.linux.maintainer=${maintainer}`,
    ...(homepage === null ? [] : [`-c.extraMetadata.homepage=${homepage}`])
  ];
  const all = [cli, ...args, ...named, '--publish', 'never'];
  const { code } = await run(process.execPath, all, { cwd: root });
  if (code !== 0) throw new SetupFailure('electron-builder failed: the reason is above.');
}

async function readBack() {
  const programs = programsIn(packed);
  if (programs.length === 0) throw new SetupFailure(`${packed} holds no packed program.`);
  for (const program of programs) {
    const { faults, files, bytes } = await checkPacked(program);
    say(`${program.archive}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB of ours.`);
    for (const fault of faults) say(fault);
    if (faults.length > 0) throw new SetupFailure('What was packed is not what it should be.');
  }
}

/** What electron-builder leaves unpacked, a folder for each system and processor. @param {string} folder */
function programsIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const place = join(folder, name);
    if (/^mac/.test(name)) {
      const bundle = join(place, 'Standpoint.app');
      return [{ archive: join(bundle, 'Contents/Resources/app.asar'), binary: bundle }];
    }
    if (!name.endsWith('-unpacked')) return [];
    const binary = join(place, /^win/.test(name) ? 'Standpoint.exe' : 'standpoint');
    return [{ archive: join(place, 'resources/app.asar'), binary }];
  });
}

/** @returns {{ author: string, devDependencies: { electron: string } }} */
function manifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
