import { expect, test } from 'vitest';
import { cliCommands } from './run.js';
import { wayIn } from './way-in.js';

test.each([
  [[]],
  [['article.txt']],
  [['./list']],
  [['/tmp/list']],
  [['C:\\Papers\\summit']],
  [['Summit']],
  [['gipfel 2025']],
  [['--library', 'list']],
  [['--library=list']],
  [['--library', 'list', 'a.standpoint']]
])('%j opens the window', (args) => {
  expect(wayIn(args)).toBe('window');
});

test.each([
  [['--help']],
  [['-h']],
  [['--version']],
  [['help', 'list']],
  [['lsit']],
  [['--library', 'article.txt', 'list']],
  [['--library=article.txt', 'list']],
  [['--json', 'list']],
  [['--librarian', 'article.txt']]
])('%j is for the command line', (args) => {
  expect(wayIn(args)).toBe('command');
});

test('every command is taken for one', () => {
  for (const { name } of cliCommands) expect([name, wayIn([name])]).toEqual([name, 'command']);
});
