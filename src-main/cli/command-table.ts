/** The commands and their options as facts for what is made of them: completions and the manual page. Pure. */
import type { CliCommand } from './command.js';

/** A command as its completions and its page in the manual need it. */
export type DescribedCommand = Pick<
  CliCommand,
  'name' | 'usage' | 'summary' | 'details' | 'options'
>;

/** The help line of each option, by its name without dashes: `--to PATH   the file to write`. */
export type OptionHelp = Readonly<Record<string, string>>;

export interface CommandTable {
  readonly commands: readonly DescribedCommand[];
  readonly optionHelp: OptionHelp;
}

export interface DescribedOption {
  /** Without dashes. */
  readonly name: string;
  /** What it takes, as help shows it; `null` when it takes nothing. */
  readonly value: string | null;
  /** The values it can have, where they are few; else empty. */
  readonly choices: readonly string[];
  readonly takes: 'file' | 'folder' | 'other' | 'nothing';
  readonly help: string;
}

export function optionsOf(
  { options }: DescribedCommand,
  optionHelp: OptionHelp
): readonly DescribedOption[] {
  return Object.entries(options).map(([name, { type }]) => {
    const [, value = null, help = ''] =
      /^--\S+(?: (\S(?:(?! {2}).)*))? {2,}(.*)$/s.exec(optionHelp[name] ?? '') ?? [];
    const given = type === 'string' ? (value ?? 'VALUE') : null;
    const choices = given?.includes('|') ? given.split('|') : [];
    return { name, value: given, choices, takes: takenBy(given), help };
  });
}

function takenBy(value: string | null): DescribedOption['takes'] {
  if (value === null) return 'nothing';
  if (value === 'DIR') return 'folder';
  return value === 'PATH' || value === 'LIST' ? 'file' : 'other';
}

/** Whether a command takes files by themselves, not as the value of an option. */
export function takesFiles({ usage }: DescribedCommand): boolean {
  return /\b(?:FILE|PATH)\b/.test(usage.replace(/--\S+ (?:PATH|LIST)/g, ''));
}
