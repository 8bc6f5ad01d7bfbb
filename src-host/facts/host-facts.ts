/**
 * What is known about this run before the program starts: its folder, its name, and how the host was
 * asked to show it. Knows nothing of windows.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasDisplay } from './choose-host.js';
import { findChromium } from './find-chromium.js';
import { parseHostArguments } from './parse-arguments.js';

interface Package {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main?: string;
}

const parsed = parseHostArguments(process.argv.slice(2));
const target = resolve(parsed.target);
const folder = findPackage(target);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** The nearest folder at or above `path` with a package.json. */
function findPackage(path: string): string {
  if (existsSync(join(path, 'package.json'))) return path;
  if (path === dirname(path)) throw new Error(`There is no package.json at or above ${target}.`);
  return findPackage(dirname(path));
}

/** Holds what was built and not what it was built from. */
const isPackaged =
  existsSync(join(folder, 'out')) && !existsSync(join(folder, 'electron.vite.config.ts'));
const devServer = isPackaged ? '' : (process.env.ELECTRON_RENDERER_URL ?? '');

export const facts = {
  /**
   * Tests ask this host to be like Electron where it is not: the menu is not drawn in the page, nothing zooms and
   * no context menu shows by itself, and what a browser leaves lies where Electron leaves it.
   */
  likeElectron: process.env.STANDPOINT_HOST_LIKE === 'electron',
  ...parsed,
  target,
  /** The module that starts the program. */
  entry: statSync(target).isDirectory() ? join(folder, manifest.main ?? 'index.js') : target,
  name: manifest.productName ?? manifest.name,
  version: manifest.version,
  /** Chromium's executable, or `null` where none is installed. */
  chromium: findChromium(),
  headless: process.env.STANDPOINT_HOST_HEADLESS === '1' || !hasDisplay(),
  /** The development server's origin, the only one that the network lets through; else `null`. */
  devServer: devServer ? new URL(devServer) : null,
  isPackaged
} as const;
