/** From arguments to an exit code: finds the command, runs it, turns failures into one sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { readArguments, UsageError } from './command.js';
import { commands } from './commands.js';
import { helpFor, overview } from './help.js';
import type { Io } from './io.js';

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
  const [name, ...rest] = commandFirst(argv);
  if (name === undefined) {
    io.err(overview(commands));
    return 2;
  }
  if (name === '--version') return print(io, versionIn(io.program));
  if (name === '--help' || name === '-h') return print(io, overview(commands));
  if (name === 'help' && rest[0] === undefined) return print(io, overview(commands));

  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((each) => each.name === wanted);
  if (!command) {
    const names = commands.map((each) => each.name).join(', ');
    throw new UsageError(`there is no command “${wanted}”. The commands are ${names}.`);
  }
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
function commandFirst(argv: readonly string[]): readonly string[] {
  let at = 0;
  while (/^--./.test(argv[at] ?? '') && !ownWords.includes(argv[at] ?? '')) {
    const [name = '', value] = (argv[at] ?? '').slice(2).split('=', 2);
    const known = commands.find(({ options }) => Object.hasOwn(options, name));
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
