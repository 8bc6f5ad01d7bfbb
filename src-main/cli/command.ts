/** What every command is made of: its arguments and how they are read, and what it has of the world outside. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { PartialDate } from '../domain/base/values.js';
import { writtenDates } from '../domain/text/read-date.js';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** The options as given; an option that was left out is absent. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

interface Arguments {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
}

/** 0: done. 1: the input or the library is at fault. */
export type ExitCode = 0 | 1;

export interface CliCommand {
  readonly name: string;
  /** The arguments as help shows them, such as `FILE…`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a person needs to know beyond that, in full lines. */
  readonly details: string;
  readonly options: Options;
  /** The least and the most arguments without a name; `null` for any number. */
  readonly arity: readonly [number, number | null];
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode>;
}

/** Wrong usage; the message says what was wrong. */
export class UsageError extends Error {}

const help = { help: { type: 'boolean', short: 'h' } } as const satisfies Options;
export const library = { library: { type: 'string' } } as const satisfies Options;
export const libraryAndJson = { ...library, json: { type: 'boolean' } } as const satisfies Options;

export function readArguments(command: CliCommand, args: readonly string[]): Arguments {
  const { positionals, values } = parse(command, args);
  const [least, most] = command.arity;
  if (!values['help'] && (positionals.length < least || positionals.length > (most ?? Infinity))) {
    throw new UsageError(
      positionals.length < least
        ? `${command.name} needs ${command.usage}.`
        : `${command.name} takes ${most === 0 ? 'no argument' : command.usage}, so “${positionals[most ?? 0]}” is too much.`
    );
  }
  return { positionals, values };
}

/** The value of an option that takes one. */
export function text(values: OptionValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** The value of an option that takes one of a few. */
export function oneOf<T extends string>(
  values: OptionValues,
  name: string,
  allowed: readonly T[],
  fallback: T
): T {
  const given = text(values, name);
  if (given === null) return fallback;
  const found = allowed.find((each) => each.toLowerCase() === given.toLowerCase());
  if (found === undefined) {
    throw new UsageError(`--${name} is ${allowed.join(' or ')}, not “${given}”.`);
  }
  return found;
}

function parse(command: CliCommand, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, ...help },
      allowPositionals: true
    });
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error;
    if (isUsage && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

/** A date in any form that people write it in; `null` when it was not given. */
export function dayOption(values: OptionValues, name: string): PartialDate | null {
  const given = text(values, name);
  if (given === null) return null;
  const [day, other] = writtenDates(given);
  if (day === undefined) {
    throw new UsageError(
      `--${name} is a day, a month or a year, such as 2025-08-15, not “${given}”.`
    );
  }
  if (other !== undefined) {
    throw new UsageError(`--${name} “${given}” can be ${day} or ${other}. Write one of them.`);
  }
  return day;
}

/** What a command has of the world outside. Tests give one of their own. */
export interface Io {
  /** A result, on stdout. A line end is added. */
  readonly out: (text: string) => void;
  /** A message for a person, on stderr. A line end is added. */
  readonly err: (text: string) => void;
  /** The lines of stdin, without their line feeds. */
  readonly lines: () => AsyncIterable<string>;
  /** Asks at the terminal for what must not be seen; `null` where nobody sits at one. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** Asks at the terminal, “no” by default; `null` where nobody sits at one. */
  readonly confirm: (question: string) => Promise<boolean | null>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the person who calls: relative paths start there. */
  readonly folder: string;
  /** Where the built program lies (`out/main`). */
  readonly program: string;
}

/** Text from a file, made harmless for a terminal: no escape sequences, no reordering, one line. */
export function shown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
