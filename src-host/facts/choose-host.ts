/**
 * Says which of the two hosts runs Standpoint on this machine, and by which command.
 *
 * The start, development and test scripts, the end-to-end fixtures and the command line all ask
 * here. It looks and decides; it must not start, fetch or install anything. In particular it must
 * never load the module `electron`, which downloads the binary when that is missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type HostName = 'electron' | 'chromium';

/** A host that is there; `binary` is Electron's, or that of a Chromium, Chrome or Edge. */
export interface Host {
  readonly name: HostName;
  readonly binary: string;
}

/** What to spawn; the arguments of the program itself come after `args`. */
export interface HostCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** What `electronBinary` looks at. The paths that it asks for lie in Electron's package. */
export interface ElectronLookup {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** `null` when there is no such file. */
  readonly read: (path: string) => string | null;
  readonly exists: (path: string) => boolean;
}

/**
 * The first host that is there; `wanted` leaves only that one. `null` when there is none.
 *
 * Electron comes first where there is a display. Without one Chromium does, since it runs headless
 * by design and Electron does not. A host is looked for only when it is needed.
 */
export function chooseHost(
  wanted: HostName | null,
  display: boolean,
  find: Readonly<Record<HostName, () => string | null>>
): Host | null {
  const order: readonly HostName[] = display ? ['electron', 'chromium'] : ['chromium', 'electron'];
  for (const name of wanted === null ? order : [wanted]) {
    const binary = find[name]();
    if (binary !== null) return { name, binary };
  }
  return null;
}

/** Whether a window can be shown. Only Linux tells; elsewhere a desktop is taken for granted. */
export function hasDisplay(
  machine: Pick<ElectronLookup, 'env' | 'platform'> = thisMachine
): boolean {
  if (machine.platform !== 'linux') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => Boolean(machine.env[name]));
}

/**
 * How `host` runs the checkout in `root`. Chromium itself is started by Node.
 * Electron, like Chromium, refuses to run as root inside its sandbox.
 */
export function hostCommand(host: Host, root: string, uid = process.getuid?.()): HostCommand {
  if (host.name === 'chromium') {
    return { file: process.execPath, args: [join(root, 'out/host/bin.js'), root] };
  }
  return { file: host.binary, args: uid === 0 ? ['--no-sandbox', root] : [root] };
}

/** Reads a host's name as a person writes it; `null` when it is neither. */
export function parseHostName(text: string): HostName | null {
  return text === 'electron' || text === 'chromium' ? text : null;
}

/** Beside Electron's package.json: why its binary, although it is there, cannot run here. */
export const UNUSABLE = 'unusable.txt';

/**
 * Electron's executable, or `null` when its package or binary is missing, is of another version,
 * or was found unable to run. Follows `isInstalled` in Electron's install.js.
 */
export function electronBinary(
  packageFolder: string | null = electronPackage(),
  machine: ElectronLookup = thisMachine
): string | null {
  if (packageFolder === null || machine.exists(join(packageFolder, UNUSABLE))) return null;
  const override = machine.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const named = machine.read(join(packageFolder, 'path.txt'))?.trim();
  if (override !== undefined && override !== '') {
    const binary = join(override, named ?? defaultName(machine.platform));
    return machine.exists(binary) ? binary : null;
  }
  if (named === undefined || named === '') return null;
  const dist = join(packageFolder, 'dist');
  const found = machine.read(join(dist, 'version'))?.trim().replace(/^v/, '');
  const binary = join(dist, named);
  return found === packageVersion(packageFolder, machine) && machine.exists(binary) ? binary : null;
}

function defaultName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function packageVersion(packageFolder: string, machine: ElectronLookup): string | null {
  const text = machine.read(join(packageFolder, 'package.json'));
  return text === null ? null : (JSON.parse(text) as { version: string }).version;
}

/** The folder of the package `electron`; `null` in an installation that ships without it. */
function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const thisMachine: ElectronLookup = {
  env: process.env,
  platform: process.platform,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  exists: existsSync
};
