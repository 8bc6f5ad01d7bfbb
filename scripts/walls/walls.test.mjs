/** Protects the walls: every way that the list of rooms forbids is tried, and has to be stopped. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { Linter } from 'eslint';
import svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { root } from '../setup/root.mjs';
import { isFullSize } from '../testing/by-size.mjs';
import { wallsRule } from './eslint-rule.mjs';
import { rooms } from './rooms.mjs';
import { mayEnter, roomOf } from './walls.mjs';

/** @typedef {import('./rooms.mjs').Room} Room */

/** @param {Room} room */
const forbiddenFrom = (room) => rooms.filter((other) => !mayEnter(room, other));
/** @param {Room} room */
const allowedFrom = (room) => rooms.filter((other) => other !== room && mayEnter(room, other));

/** The name of a test: every forbidden pair is listed. @param {Room} room */
const waysOut = (room) =>
  `stops ${room.folder} on its way to ${forbiddenFrom(room)
    .map(({ folder }) => folder)
    .join(', ')}`;

describe('the list of rooms', () => {
  it('has no circle: each room uses only rooms above it', () => {
    const below = rooms.flatMap((room, index) =>
      rooms
        .filter((other, at) => at > index && mayEnter(room, other))
        .map((other) => `${room.folder} uses ${other.folder}`)
    );
    expect(below).toEqual([]);
  });

  it('has a room for every folder of code', () => {
    const homeless = ['src-main', 'src-renderer', 'src-host']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          posix.join(folder, name.replaceAll('\\', '/'))
        )
      )
      .filter((path) => /\/.*\.(ts|svelte)$/.test(path) && roomOf(path) === null);
    expect(homeless).toEqual([]);
  });

  it('names only rooms that there are', () => {
    const known = new Set(rooms.map(({ folder }) => folder));
    const unknown = rooms.flatMap(({ uses }) =>
      uses.filter(
        (used) => !known.has(used) && ![...known].some((folder) => folder.startsWith(used))
      )
    );
    expect(unknown).toEqual([]);
  });
});

/** Every kind of statement that names a module. @param {string} from */
const ways = (from) => [
  `import { x } from '${from}'; x;`,
  `import type { X } from '${from}'; export type Y = X;`,
  `void import('${from}');`,
  `export type Z = import('${from}').Z;`
];
/** A component cannot export from another module. @param {string} from */
const waysOfModules = (from) => [`export { x } from '${from}';`, `export type * from '${from}';`];

/** @param {Room} from @param {Room} to */
function specifier(from, to) {
  const way = posix.relative(from.folder, `${to.folder}/probe.js`);
  return way.startsWith('.') ? way : `./${way}`;
}

describe('ESLint', () => {
  const linter = new Linter({ cwd: root });

  /** The lines of `code`, a file of this kind in the room, that the rule of the walls stops. @param {Room} room @param {'ts' | 'svelte'} kind @param {readonly string[]} code */
  function stoppedIn(room, kind, code) {
    const text =
      kind === 'svelte' ? `<script lang="ts">${code.join('\n')}</script>` : code.join('\n');
    const messages = linter.verify(
      text,
      {
        files: ['**/*.ts', '**/*.svelte'],
        languageOptions: {
          parser: kind === 'svelte' ? svelteParser : ts.parser,
          parserOptions: { parser: ts.parser, suppressDeprecatedPropertyWarnings: true }
        },
        plugins: { standpoint: { rules: { walls: wallsRule(root) } } },
        rules: { 'standpoint/walls': 'error' }
      },
      { filename: join(root, room.folder, `Probe.${kind}`) }
    );
    const lines = messages.filter(({ message }) => message.includes(' may not use '));
    return lines.map(({ line }) => code[line - 1]);
  }

  it.each(rooms.map((room) => /** @type {const} */ ([waysOut(room), room])))('%s', (_, room) => {
    for (const kind of /** @type {const} */ (['ts', 'svelte'])) {
      const all = (/** @type {Room} */ other, /** @type {number} */ at) => {
        const from = specifier(room, other);
        const every = kind === 'ts' ? [...ways(from), ...waysOfModules(from)] : ways(from);
        // At the usual size the kinds of statement take turns.
        return every.filter((_, way) => isFullSize || way === at % every.length);
      };
      const shut = forbiddenFrom(room).flatMap(all);
      const open = allowedFrom(room).flatMap(all);
      expect(stoppedIn(room, kind, [...open, ...shut])).toEqual(shut);
    }
  });
});

describe('dependency-cruiser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-walls-'));
  /** @type {Set<string>} */
  let stopped;

  beforeAll(async () => {
    for (const room of rooms) {
      mkdirSync(join(folder, room.folder), { recursive: true });
      writeFileSync(
        join(folder, room.folder, 'probe.ts'),
        'export const x = 1; export type X = 1;'
      );
      const others = rooms.filter((other) => other !== room);
      const from = (/** @type {Room} */ other) => specifier(room, other).replace(/\.js$/, '');
      writeFileSync(
        join(folder, room.folder, 'values.ts'),
        others
          .map((other, n) => `import { x as x${n} } from '${from(other)}'; void x${n};`)
          .join('\n')
      );
      writeFileSync(
        join(folder, room.folder, 'types.ts'),
        others.map((other, n) => `export type { X as X${n} } from '${from(other)}';`).join('\n')
      );
    }
    const { doNotFollow, exclude, tsPreCompilationDeps, enhancedResolveOptions } = config.options;
    const options = { doNotFollow, exclude, tsPreCompilationDeps, enhancedResolveOptions };
    const walls = config.forbidden.filter(({ name }) => name.startsWith('walls-of-'));
    const { output } = await cruise(['src-main', 'src-renderer', 'src-host'], {
      ...options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: /** @type {any} */ (walls) }
    });
    if (typeof output === 'string') throw new Error(output);
    stopped = new Set(output.summary.violations.map(({ from, to }) => `${from} → ${to}`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(rooms.map((room) => /** @type {const} */ ([waysOut(room), room])))('%s', (_, room) => {
    const tried = (/** @type {Room[]} */ others) =>
      others.flatMap((other) =>
        ['values', 'types'].map((kind) => `${room.folder}/${kind}.ts → ${other.folder}/probe.ts`)
      );
    expect(tried(forbiddenFrom(room)).filter((way) => !stopped.has(way))).toEqual([]);
    expect(tried(allowedFrom(room)).filter((way) => stopped.has(way))).toEqual([]);
  });
});
