import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { embedSwitches, mutate } from './embed-switches.mjs';
import { findSites } from './find-sites.mjs';

const text = 'if (n > 0) calls.push(n); else calls.push(-1);\ntotal = n + 2;\n';
const sites = findSites('src-main/a.ts', text);
const wanted = ['swap relation', 'drop call', 'swap arithmetic'];
const mutants = wanted.map((operator, at) => {
  const site = sites.find((one) => one.operator === operator);
  if (!site) throw new Error(operator);
  return { id: at + 1, site };
});

/** What the text does with the mutant of that number on. @param {number | null} on @param {number} n */
function outcome(on, n) {
  const embedded = embedSwitches('src-main/a.ts', text, mutants, './switch.js');
  const globals = {
    n,
    calls: /** @type {number[]} */ ([]),
    total: 0,
    ...(on === null ? {} : { standpointMutant: (/** @type {number} */ id) => id === on })
  };
  runInNewContext(embedded.replace("import './switch.js';", ''), globals);
  return [globals.calls, globals.total];
}

describe('embedSwitches', () => {
  it.each([
    ['as it was where no mutant is on', 0, 1, [[1], 3]],
    ['as it was where there are no switches', null, 1, [[1], 3]],
    ['the first', 1, 0, [[0], 2]],
    ['the second, and keeps the `else` where it was', 2, 1, [[], 3]],
    ['the second, which does nothing in the other branch', 2, -1, [[-1], 1]],
    ['the third', 3, 1, [[1], -1]]
  ])('runs %s', (_what, on, n, expected) => expect(outcome(on, n)).toEqual(expected));

  it('imports the switches in the same line, in a component within its script', () => {
    const component = '<script lang="ts">\n  let a = 1;\n</script>\n<p>{a}</p>\n';
    const [site] = findSites('src-renderer/A.svelte', component);
    if (!site) throw new Error('no site');
    const embedded = embedSwitches(
      'src-renderer/A.svelte',
      component,
      [{ id: 4, site }],
      '../s.js'
    );
    expect(embedded.split('\n')).toEqual([
      `<script lang="ts">import '../s.js';`,
      '  let a = (globalThis.standpointMutant?.(4) ? (2) : (1));',
      '</script>',
      '<p>{a}</p>',
      ''
    ]);
  });

  it('leaves the first line of an executable file first', () => {
    const script = '#!/usr/bin/env node\nx = 1;\n';
    const [site] = findSites('src-host/bin.ts', script);
    if (!site) throw new Error('no site');
    const embedded = embedSwitches('src-host/bin.ts', script, [{ id: 4, site }], './s.js');
    expect(embedded).toMatch(/^#!\/usr\/bin\/env node\n\/\/ @ts-nocheck\nimport '\.\/s\.js';x = /);
  });
});

describe('mutate', () => {
  it('changes that place and nothing else', () => {
    expect(mutants.map(({ site }) => mutate(text, site))).toEqual([
      text.replace('n > 0', '(n >= 0)'),
      text.replace('calls.push(n);', '{}'),
      text.replace('n + 2', '(n - 2)')
    ]);
  });
});
