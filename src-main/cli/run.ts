/** From arguments to an exit code: finds the command, runs it, turns failures into one sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { readArguments, UsageError, type CliCommand, type Io } from './command.js';
import type { CommandTable } from './command-table.js';

/** Results on stdout, messages on stderr. 0: done, 1: input or library at fault, 2: wrong usage. */
export async function run(argv: readonly string[], io: Io): Promise<0 | 1 | 2> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`standpoint: ${error.message}`);
      return 2;
    }
    if (!(error instanceof ExpectedFailure)) throw error;
    io.err(`standpoint: ${error.message}`);
    return 1;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const [name, ...rest] = await commandFirst(argv);
  if (name === undefined) {
    io.err(overview(await cliCommands()));
    return 2;
  }
  if (name === '--version') return print(io, versionIn(io.program));
  if (name === '--help' || name === '-h') return print(io, overview(await cliCommands()));
  if (name === 'help' && rest[0] === undefined) return print(io, overview(await cliCommands()));
  if (name === 'help' && rest[0] === '--man') return print(io, await manualOf(io, rest[1]));

  const wanted = name === 'help' ? rest[0] : name;
  const load = wanted !== undefined && Object.hasOwn(loaders, wanted) ? loaders[wanted] : undefined;
  if (!load) {
    const names = Object.keys(loaders).join(', ');
    throw new UsageError(
      `there is no command “${wanted}”. The commands are ${names}. A file of that name is opened as ./${wanted}.`
    );
  }
  const command = await load();
  if (name === 'help') return print(io, helpFor(command));
  try {
    const args = readArguments(command, rest);
    if (args.values['help']) return print(io, helpFor(command));
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\nUsage: ${usageLine(command.name, command.usage)}`);
  }
}

/** Options may come before the command, as in `--library DIR list`: they are read as if they came after it. */
async function commandFirst(argv: readonly string[]): Promise<readonly string[]> {
  let at = 0;
  while (/^--./.test(argv[at] ?? '') && !ownWords.includes(argv[at] ?? '')) {
    const [name = '', value] = (argv[at] ?? '').slice(2).split('=', 2);
    const known = (await cliCommands()).find(({ options }) => Object.hasOwn(options, name));
    const option = known?.options[name];
    if (!option) throw new UsageError(`no command has the option “--${name}”.`);
    at += option.type === 'string' && value === undefined ? 2 : 1;
  }
  const name = argv[at];
  if (at === 0 || name === undefined || ownWords.includes(name)) return argv.slice(at);
  return [name, ...argv.slice(0, at), ...argv.slice(at + 1)];
}
/** What stands for a command. */
const ownWords = ['--help', '-h', '--version', 'help'];

function usageLine(name: string, usage: string): string {
  return `standpoint ${name} ${usage}. See: standpoint help ${name}`;
}

function print(io: Io, text: string): 0 {
  io.out(text);
  return 0;
}

function versionIn(program: string): string {
  const manifest = readFileSync(join(program, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What packages install as standpoint(1). @param day of the build; today if not given */
async function manualOf(
  { program }: Io,
  day = new Date().toISOString().slice(0, 10)
): Promise<string> {
  const { manPage } = await import('./man-page.js');
  return manPage(await commandTable(), { version: versionIn(program), day }).trimEnd();
}

/**
 * The table of commands: a new one is one file and one line here. Each is loaded only where it is asked for,
 * since reading the code of all takes longer than most of them work.
 */
const loaders: Readonly<Record<string, () => Promise<CliCommand>>> = {
  draft: async () => (await import('./draft.js')).draft,
  import: async () => (await import('./import.js')).importFiles,
  add: async () => (await import('./sources.js')).add,
  sources: async () => (await import('./sources.js')).sources,
  list: async () => (await import('./list.js')).list,
  show: async () => (await import('./show.js')).show,
  search: async () => (await import('./search.js')).search,
  positions: async () => (await import('./positions.js')).positions,
  new: async () => (await import('./new.js')).whatIsNew,
  'open-points': async () => (await import('./open-points.js')).openPoints,
  versions: async () => (await import('./versions.js')).versions,
  compare: async () => (await import('./compare.js')).compare,
  lint: async () => (await import('./lint.js')).lint,
  export: async () => (await import('./export.js')).exportCommand,
  anchor: async () => (await import('./anchor.js')).anchor,
  'import-annotations': async () => (await import('./import-annotations.js')).importAnnotations,
  'import-references': async () => (await import('./import-references.js')).importReferences,
  check: async () => (await import('./check.js')).check,
  backup: async () => (await import('./backup.js')).backup,
  restore: async () => (await import('./backup.js')).restore,
  team: async () => (await import('./team.js')).team,
  completion: async () => (await import('./completion.js')).completionOf(commandTable)
};

/** All of them, in the order in which help lists them. */
export function cliCommands(): Promise<readonly CliCommand[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}

async function commandTable(): Promise<CommandTable> {
  return { commands: await cliCommands(), optionHelp };
}

/** What the command line says of itself. */
export function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length + 1));
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`
  );
  return `Standpoint drafts, keeps and prints briefings.

Usage: standpoint COMMAND [options], with the options before the command or after it
       standpoint [FILE…], which opens the window

${lines.join('\n')}

Options of most commands:
  --library DIR  the library to use, if not your own
  --json         results for machines
  --help         more about a command

Results go to stdout, messages to stderr. Exit code 0 is success, 1 a fault of the input or the
library, 2 wrong usage.`;
}

function helpFor({ name, usage, summary, details, options }: CliCommand): string {
  const known = Object.keys(options).map((option) => `  ${optionHelp[option] ?? `--${option}`}`);
  const list = known.length ? `\n\nOptions:\n${known.join('\n')}` : '';
  return `Usage: standpoint ${name} ${usage}\n\n${summary}.${details ? `\n${details}` : ''}${list}`;
}

export const optionHelp: Readonly<Record<string, string>> = {
  library: '--library DIR            the library to use, if not your own',
  json: '--json                   results for machines',
  batch: '--batch LIST             drafts every file named in LIST, one path a line',
  to: '--to PATH                the file to write; its ending chooses the format',
  template: '--template full|brief|positions|changes  the parts of the document; full if not given',
  since:
    '--since DAY              new: from this day on, or since the last visit; changes: after this day, or the first in the ledger',
  book: '--book                    several briefings in one document',
  title: '--title WORDS            the title of the book; “Briefing book” if not given',
  paper: '--paper A4|Letter        the paper of a PDF; A4 if not given',
  'prepared-by': '--prepared-by NAME       names who prepared it; nobody if not given',
  check:
    '--check                  checks the PDF by the rules of PDF/UA-1, and of PDF/A-3u with --archive',
  'large-print':
    '--large-print            running text of 16 points or more in a PDF, and all else as much larger',
  'leave-out':
    '--leave-out ID,…          cards, outcomes, events and quoted annotations that the brief leaves out',
  'copy-number': '--copy-number N          which copy it is, such as “3 of 12”, beside the marking',
  archive: '--archive                a PDF for keeping (PDF/A-3u), or none where it cannot be one',
  profile: '--profile audience|full  audience leaves out notes and full sources',
  positions: '--positions              only its positions',
  'as-of':
    '--as-of DAY              a day, a month or a year: 2025-08-15; as last known if not given',
  actor: '--actor NAME             a name or alias',
  issue: '--issue WORDS            words of its wording',
  from: '--from DAY               the day of the earlier side; as it is now if not given',
  until: '--until DAY              the last day; as it is now if not given',
  as: '--as composed|cards|empty  what a new article becomes; composed if not given',
  again: '--again                  imports also articles that the library holds already',
  ledger: '--ledger                 days by the dates of the ledger, also where versions are kept',
  overwrite: '--overwrite              replaces a file that is there already',
  'as-english': '--as-english             makes suggestions whatever the language of the text',
  stance: '--stance STANCE          a stance, such as opposes',
  limit: '--limit N                at most N briefings; 50 if not given',
  name: '--name NAME              what the shared library is called',
  person: '--person NAME            your name, as the others see it',
  at: '--at ADDRESS             where its rows lie, if that is called otherwise here',
  days: '--days N                 how long an invitation is good; 7 if not given',
  owner: '--owner ADDRESS          a server’s address with a role that may make roles',
  role: '--role ROLE              a role that is there already, and is let in',
  'as-owner':
    '--as-owner               works with the role in ADDRESS itself, as where it may make none',
  'password-file':
    '--password-file PATH     its first line is the password that an address lacks; “-” is stdin',
  certificates:
    '--certificates FILE      the certificates that the server’s own is checked against',
  file: '--file PATH              writes the invitation to a file',
  new: '--new                  makes a new recovery sheet, which takes the place of all',
  'with-mine': '--with-mine              shares the briefings that this library holds, too',
  repair: '--repair                 mends what can be mended; damaged copies are kept aside'
};
