import { expect, test } from 'vitest';
import { libraryArguments, takeHost } from './arguments.mjs';

test.each([
  [[], null, []],
  [['--host=electron', 'a.md'], 'electron', ['a.md']],
  [['a.md', '--host=chromium', '--library=x'], 'chromium', ['a.md', '--library=x']],
  [['--host=electron', '--host=chromium'], 'chromium', []]
])('takeHost %j', (args, host, rest) => {
  expect(takeHost(args)).toEqual({ host, rest });
});

test.each([['--host=firefox'], ['--host=']])('takeHost refuses %s as wrong usage', (arg) => {
  expect(() => takeHost([arg])).toThrow(expect.objectContaining({ exitCode: 2 }));
});

test.each([
  [['a.md'], []],
  [['--library=/x', 'a.md'], ['--library=/x']],
  [
    ['a.md', '--library', '/x', 'b.md'],
    ['--library', '/x']
  ]
])('libraryArguments %j', (args, expected) => {
  expect(libraryArguments(args)).toEqual(expected);
});
