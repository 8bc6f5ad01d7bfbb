import { expect, test } from 'vitest';
import { cliCommands } from './run.js';
import { commandOfPackaged, wayIn } from './way-in.js';

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

test('every command is taken for one', async () => {
  for (const { name } of await cliCommands())
    expect([name, wayIn([name])]).toEqual([name, 'command']);
});

test.each([
  [[], null],
  [['--no-sandbox', '--ozone-platform=x11'], null],
  [['--no-sandbox', '/tmp/a.standpoint'], null],
  [['--library', 'list'], null],
  [
    ['list', '--json'],
    ['list', '--json']
  ],
  [
    ['--no-sandbox', 'export', 'a.json'],
    ['export', 'a.json']
  ],
  [
    ['--library', 'there', 'list'],
    ['--library', 'there', 'list']
  ],
  [['--version'], ['--version']]
])('packed with Electron, %j is the command %j', (args, expected) => {
  expect(commandOfPackaged(args)).toEqual(expected);
});
