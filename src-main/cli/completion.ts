/** `standpoint completion`: the script that makes a shell complete what is typed after `standpoint`. */
import { type CliCommand, UsageError } from './command.js';
import type { CommandTable } from './command-table.js';
import { completionFor, shells } from './shell-completion.js';

/** @param table is asked for when the command runs: it holds this command too. */
export function completionOf(table: () => Promise<CommandTable>): CliCommand {
  return {
    name: 'completion',
    usage: shells.join('|'),
    summary: 'Prints the script that makes a shell complete commands, options and files',
    details:
      'The Debian package brings it along. Elsewhere, for Bash: standpoint completion bash >\n' +
      '~/.local/share/bash-completion/completions/standpoint',
    options: {},
    arity: [1, 1],
    async run({ positionals: [wanted = ''] }, io) {
      const shell = shells.find((each) => each === wanted);
      if (shell === undefined) {
        throw new UsageError(`the shell is ${shells.join(' or ')}, not “${wanted}”.`);
      }
      io.out(completionFor(shell, await table()).trimEnd());
      return 0;
    }
  };
}
