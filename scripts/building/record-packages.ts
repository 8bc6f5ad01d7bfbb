/**
 * A plugin of the build that writes out/licences.json: every package of which something is in the
 * program, with its version and the words of its licence, as the licences ask. So with data: the licences
 * of `lists.json` stand in `lists.licences.json` beside it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../../src-main/domain/program/library-state.js';
import { licenceOf } from './licence-of.js';

/**
 * Makes a plugin for each part of the program; all of them share one list. `root` is the checkout.
 * @param beside packages of which the program holds something that the bundler does not see
 */
export function recordPackages(root: string, beside: readonly string[]): () => Plugin {
  const folders = new Set<string>();
  for (const name of beside) addWithNeeds(name, root, folders);
  const ofData = new Set<string>();
  const file = resolve(root, 'out/licences.json');

  function add(module: string): void {
    const folder = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
    if (folder !== undefined) folders.add(folder);
    const beside = module.replace(/\.json$/, '.licences.json');
    if (beside !== module && existsSync(beside)) ofData.add(beside);
  }

  return () => ({
    name: 'standpoint:record-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      // Assets are named from here.
      const base = this.environment.config.root;
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset') {
          for (const asset of part.originalFileNames) add(resolve(base, asset));
          continue;
        }
        part.moduleIds.forEach(add);
        // What is not bundled is loaded from beside the program, with all that it needs.
        for (const name of [...part.imports, ...part.dynamicImports]) {
          if (!(name in bundle) && !isOfHost(name)) addWithNeeds(packageOf(name), root, folders);
        }
      }
    },
    closeBundle() {
      const licences = [...[...folders].map(licenceOf), ...[...ofData].flatMap(licencesIn)];
      licences.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(licences));
    }
  });
}

function licencesIn(file: string): readonly Licence[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Licence[];
}

/** @param from the folder that asks for it */
function addWithNeeds(name: string, from: string, folders: Set<string>): void {
  const folder = findPackage(name, from);
  if (folder === null || folders.has(folder)) return;
  folders.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  for (const needed of Object.keys(dependencies)) addWithNeeds(needed, folder, folders);
}

/** As Node looks for it: beside who asks, then further up. */
function findPackage(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(from);
  return above === from ? null : findPackage(name, above);
}

function isOfHost(module: string): boolean {
  return module.startsWith('node:') || module === 'electron' || builtinModules.includes(module);
}

/** `lowdb` of `lowdb/node`. */
function packageOf(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}

/** By code units, so that the list is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
