/**
 * A plugin of the build that writes out/licences.json: every package of which something is in the
 * program, with its version and its licence's words, as the licences ask.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { licenceOf } from './licence-of.mjs';

/** @typedef {import('vite').Plugin} Plugin */

/**
 * @param {string} root the checkout
 * @returns {() => Plugin} one for each part of the program; all of them share one list
 */
export function recordPackages(root) {
  /** The folders of the packages. @type {Set<string>} */
  const folders = new Set();
  const file = resolve(root, 'out/licences.json');

  return () => ({
    name: 'standpoint:record-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      // Assets are named from here.
      const base = this.environment.config.root;
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset') part.originalFileNames.forEach((asset) => add(resolve(base, asset)));
        else {
          part.moduleIds.forEach(add);
          // What is not bundled is loaded from beside the program, with all that it needs.
          for (const name of [...part.imports, ...part.dynamicImports]) {
            if (!(name in bundle) && !isOfNode(name)) addWithNeeds(nameOf(name), root);
          }
        }
      }
    },
    closeBundle() {
      const licences = [...folders].map(licenceOf);
      licences.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(licences));
    }
  });

  /** @param {string} module */
  function add(module) {
    const [, folder] = /^(?:\0)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module) ?? [];
    if (folder) folders.add(folder);
  }

  /**
   * @param {string} name
   * @param {string} from the folder that asks for it
   */
  function addWithNeeds(name, from) {
    const folder = findPackage(name, from);
    if (folder === null || folders.has(folder)) return;
    folders.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const needed of Object.keys(dependencies)) addWithNeeds(needed, folder);
  }
}

/**
 * @param {string} name
 * @param {string} from
 * @returns {string | null}
 */
function findPackage(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(from);
  return above === from ? null : findPackage(name, above);
}

/** @param {string} name of a module, or of a package */
function isOfNode(name) {
  return name.startsWith('node:') || name === 'electron' || builtinModules.includes(name);
}

/** @param {string} module such as `lowdb/node` */
function nameOf(module) {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}

/**
 * By code units, so that the list is the same on every machine.
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
