import { describe, expect, it } from 'vitest';
import { findSites } from './find-sites.mjs';

/** @param {string} text @param {string} [path] */
const told = (text, path = 'a.ts') =>
  findSites(path, text).map(
    ({ operator, original, mutated }) => `${operator}: ${original} → ${mutated}`
  );

describe('findSites', () => {
  it.each([
    ['if (a) b = c;', ['negate condition: a → !(a)']],
    ['while (a()) b = c;', ['negate condition: a() → !(a())']],
    ['x = a <= b;', ['swap relation: a <= b → a < b']],
    ['x = a > b;', ['swap relation: a > b → a >= b']],
    ['x = a !== b;', ['swap equality: a !== b → a === b']],
    ['x = a && b;', ['swap logic: a && b → (a) || (b)']],
    ['x = a - b;', ['swap arithmetic: a - b → a + b']],
    ['x = a + `${b}`;', []],
    ['x = 7;', ['change number: 7 → 8']],
    ['x = a[0];', []],
    ['x = true;', ['flip boolean: true → false']],
    ["x = 'id';", ["empty string: 'id' → ''"]],
    ["x = 'No briefing has this title.';", []],
    ['await a.close();', ['drop call: await a.close(); → {}']],
    ['x = a ?? b;', ['drop fallback: a ?? b → (a)!']],
    ['function f(): string | null { return a; }', ['return empty: a → null']],
    ['async function f(): Promise<string> { return a; }', ["return empty: a → ''"]],
    ['const f = (): readonly X[] => a;', ['return empty: a → []']],
    ['function f(): ReadonlyMap<A, B> { return a; }', ['return empty: a → new Map()']],
    ['function f(): X { return a; }', []],
    ['function f(): string | null { return null; }', []]
  ])('finds in %s what can be mutated', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['types', "type A = 'a' | 1; interface B { c: 'd' } let e: 'f';"],
    ['imports and exports', "import a from 'b'; export * from 'c'; x = import('d');"],
    ['keys', "x = { 'a': b, 1: c };"],
    ['what is thrown', "throw new Error('code' + 1);"],
    ['the log', "console.error('code', 1); log.write('code');"],
    ['the start of a class', 'class A extends B { constructor() { super(); } }']
  ])('leaves out %s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });

  it('finds the scripts of a component, by their places in the file', () => {
    const text =
      '<script module>\nlet a = 1;\n</script>\n<script lang="ts">\nlet b = 2;\n</script>\n{3}';
    const sites = findSites('A.svelte', text);
    expect(sites.map(({ original, line, atLoad }) => ({ original, line, atLoad }))).toEqual([
      { original: '1', line: 2, atLoad: true },
      { original: '2', line: 5, atLoad: false }
    ]);
    expect(sites.map(({ start, end }) => text.slice(start, end))).toEqual(['1', '2']);
  });

  it('tells what runs when the module is loaded from what is called later', () => {
    const text = 'const a = 1; function f() { x = 2; } class C { b = 3; static c = 4; }';
    expect(findSites('a.ts', text).map(({ atLoad }) => atLoad)).toEqual([true, false, false, true]);
  });

  it('numbers those that are alike', () => {
    const text = 'x = 1;\ny = 2;\nx = 1;\n';
    expect(findSites('a.ts', text).map(({ ordinal }) => ordinal)).toEqual([0, 0, 1]);
  });
});
