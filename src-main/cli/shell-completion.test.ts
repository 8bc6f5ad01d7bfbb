/** Completions and the manual page tell of every command and option, and shells understand them. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { optionsOf, takesFiles, type CommandTable } from './command-table.js';
import { manPage } from './man-page.js';
import { cliCommands as loadCommands, optionHelp } from './run.js';
import { completionFor, shells } from './shell-completion.js';

const cliCommands = await loadCommands();
const table: CommandTable = { commands: cliCommands, optionHelp };
const named = (name: string) => cliCommands.find((each) => each.name === name)!;

test('every option has a line of help, from which its value is read', () => {
  for (const command of cliCommands) {
    for (const { name, help } of optionsOf(command, optionHelp)) {
      expect([command.name, name, help]).toEqual([command.name, name, expect.stringMatching(/\w/)]);
    }
  }
  const of = (command: string, option: string) =>
    optionsOf(named(command), optionHelp).find(({ name }) => name === option);
  expect(of('export', 'template')?.choices).toEqual(['full', 'brief', 'positions', 'changes']);
  expect(of('export', 'to')).toMatchObject({ value: 'PATH', takes: 'file', choices: [] });
  expect(of('export', 'library')).toMatchObject({ takes: 'folder' });
  expect(of('export', 'book')).toMatchObject({ value: null, takes: 'nothing' });
  expect(of('show', 'as-of')).toMatchObject({ value: 'DAY', takes: 'other' });
});

test('files are completed for the commands that take them', () => {
  const taking = cliCommands.filter(takesFiles).map(({ name }) => name);
  expect(taking).toEqual(
    expect.arrayContaining(['import', 'draft', 'export', 'backup', 'restore'])
  );
  for (const name of ['list', 'show', 'search', 'compare', 'check'])
    expect(taking).not.toContain(name);
});

test.each(shells)('%s completes every command and option', (shell) => {
  const script = completionFor(shell, table);
  for (const { name, options } of cliCommands) {
    expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    for (const option of Object.keys(options)) {
      expect(script).toMatch(new RegExp(shell === 'fish' ? `-l ${option}\\b` : `--${option}\\b`));
    }
  }
});

describe.skipIf(process.platform !== 'linux')('Bash completes', () => {
  const complete = (...words: readonly string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const script = `${completionFor('bash', table)}
      compopt() { echo "compopt $*"; }
      COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _standpoint; echo "\${COMPREPLY[*]}"`;
    return execFileSync('bash', ['-uc', script], { encoding: 'utf8' }).trim();
  };

  test.each([
    [['standpoint', 'exp'], 'export'],
    [['standpoint', '--library', 'list', 'op'], 'open-points'],
    [['standpoint', 'help', 'res'], 'restore'],
    [['standpoint', 'export', '--pap'], '--paper'],
    [['standpoint', 'export', '--paper', 'A'], 'A4'],
    [['standpoint', 'export', '--paper', '=', 'L'], 'Letter'],
    [['standpoint', 'export', '--paper', '='], 'A4 Letter'],
    [['standpoint', 'completion', 'z'], 'zsh'],
    [['standpoint', 'show', '--as-of', ''], ''],
    [['standpoint', 'list', ''], '']
  ])('%j', (words, expected) => {
    expect(complete(...words)).toBe(expected);
  });

  test.each([
    [['standpoint', 'arti']],
    [['standpoint', 'import', 'a']],
    [['standpoint', 'export', '--to', 'a']]
  ])('%j by files', (words) => {
    expect(complete(...words)).toBe('compopt -o default');
  });
});

describe('the manual page', () => {
  const page = manPage(table, { version: '1.2.3', day: '2026-01-31' });

  test('tells every command with its options', () => {
    const shown = page.replace(/\\-/g, '-');
    for (const { name, options } of cliCommands) {
      expect(shown).toContain(`\n.SS ${name} `);
      for (const option of Object.keys(options))
        expect(shown).toMatch(new RegExp(`^\\.BI? --${option}\\b`, 'm'));
    }
    expect(page).toMatch(/^\.TH STANDPOINT 1 2026-01-31 "Standpoint 1\.2\.3"/);
  });

  test('takes no text for a request', () => {
    const [odd] = cliCommands;
    const told = manPage(
      { commands: [{ ...odd!, details: '.hidden\n\n\'so \\x "q"' }], optionHelp },
      { version: '1', day: '2026-01-31' }
    );
    expect(told).toContain("\\&.hidden\n.PP\n\\&'so \\ex \\(dqq\\(dq\n");
  });
});
