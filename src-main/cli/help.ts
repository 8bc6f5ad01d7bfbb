/** What the command line says of itself. */
import type { Command } from './command.js';

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length + 1));
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`
  );
  return `Standpoint drafts, keeps and prints briefings.

Usage: standpoint COMMAND [options], with the options before the command or after it

${lines.join('\n')}

Options of most commands:
  --library DIR  the library to use, if not your own
  --json         results for machines
  --help         more about a command

Results go to stdout, messages to stderr. Exit code 0 is success, 1 a fault of the input or the
library, 2 wrong usage.`;
}

export function helpFor({ name, usage, summary, details, options }: Command): string {
  const known = Object.keys(options).map((option) => `  ${optionHelp[option] ?? `--${option}`}`);
  const list = known.length ? `\n\nOptions:\n${known.join('\n')}` : '';
  return `Usage: standpoint ${name} ${usage}\n\n${summary}.${details ? `\n${details}` : ''}${list}`;
}

const optionHelp: Readonly<Record<string, string>> = {
  library: '--library DIR            the library to use, if not your own',
  json: '--json                   results for machines',
  batch: '--batch LIST             drafts every file named in LIST, one path a line',
  to: '--to PATH                the file to write; its ending chooses the format',
  template: '--template full|brief|positions|changes  the parts of a PDF; full if not given',
  since:
    '--since DAY              tells changes after this day; the first in the ledger if not given',
  book: '--book                    several briefings in one document',
  title: '--title WORDS            the title of the book; “Briefing book” if not given',
  paper: '--paper A4|Letter        the paper of a PDF; A4 if not given',
  profile: '--profile audience|full  audience leaves out private notes and full sources',
  positions: '--positions              only its positions',
  'as-of':
    '--as-of DAY              a day, a month or a year: 2025-08-15; as last known if not given',
  actor: '--actor NAME             a name or alias',
  issue: '--issue WORDS            words of its wording',
  from: '--from DAY               the day of the earlier side; as it is now if not given',
  until: '--until DAY              the last day; as it is now if not given',
  again: '--again                  imports also articles that the library holds already',
  ledger: '--ledger                 days by the dates of the ledger, also where versions are kept',
  repair: '--repair                 mends what can be mended; damaged copies are kept aside'
};
