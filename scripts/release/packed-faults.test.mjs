/** What is packed for others holds what it needs and nothing else, and its fuses stand as they are to. */
import { describe, expect, it } from 'vitest';
import { faultsOfFiles, faultsOfFuses, wantedFuses } from './packed-faults.mjs';

const typst = {
  path: 'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node',
  bytes: 52_000_000,
  unpacked: true
};
const ours = [
  'package.json',
  'out/main/main.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/fonts/standpoint-serif-regular.ttf',
  'out/licences.json'
].map((path) => ({ path, bytes: 1_000 }));
const whole = [...ours, typst];

describe('the files of a packed program', () => {
  it('has no fault with all that it needs', () => {
    expect(faultsOfFiles(whole)).toEqual([]);
  });

  it('names a part that is missing', () => {
    expect(faultsOfFiles(whole.slice(1))).toEqual(['package.json is missing.']);
  });

  it.each([
    'src-main/main.ts',
    'e2e/window.ts',
    'out/host/bin.js',
    'node_modules/zod/src/index.ts',
    'node_modules/diff/test/index.js',
    'node_modules/rollup/rollup.linux-x64-gnu.node',
    'out/main/main.js.map',
    'out/renderer/assets/source-sans-3.woff',
    '.npmrc'
  ])('names %s as not belonging in it', (path) => {
    const faults = faultsOfFiles([...whole, { path, bytes: 1 }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(path);
  });

  it('has Typst for one system, beside the archive', () => {
    expect(faultsOfFiles(ours)).toEqual(['It holds Typst for 0 systems, not for one.']);
    const packed = faultsOfFiles([...ours, { ...typst, unpacked: false }]);
    expect(packed).toHaveLength(1);
    expect(packed[0]).toContain('lies in the archive');
  });

  it('says when it has become too large', () => {
    const faults = faultsOfFiles([...whole, { path: 'out/main/x.js', bytes: 70_000_000 }]);
    expect(faults[0]).toMatch(/^It holds 70006000 bytes/);
  });
});

describe('the fuses of a packed program', () => {
  it('has no fault when all stand as they are to', () => {
    expect(faultsOfFuses(wantedFuses)).toEqual([]);
  });

  it('names the one that was not set, and one that the binary lacks', () => {
    expect(faultsOfFuses({ ...wantedFuses, RunAsNode: true, OnlyLoadAppFromAsar: null })).toEqual([
      'The fuse RunAsNode is on, and is to be off.',
      'The fuse OnlyLoadAppFromAsar is not there, and is to be on.'
    ]);
  });
});
