/** The manual page, standpoint(1), from the table of commands. Pure. */
import { type CommandTable, optionsOf } from './command-table.js';

export interface ManualEdition {
  readonly version: string;
  /** ISO 8601, of the build; the page is the same whenever it is made. */
  readonly day: string;
}

export function manPage(
  { commands, optionHelp }: CommandTable,
  { version, day }: ManualEdition
): string {
  const parts = commands.flatMap((command) => [
    `.SS ${escape(`${command.name} ${command.usage}`)}`,
    escape(`${command.summary}.`),
    ...(command.details ? ['.PP', escape(flowing(command.details))] : []),
    ...optionsOf(command, optionHelp).flatMap(({ name, value, help }) => [
      '.TP',
      value === null
        ? `.B ${escape(`--${name}`)}`
        : `.BI ${escape(`--${name}`)} " ${escape(value)}"`,
      escape(`${help}.`)
    ])
  ]);
  return `${[
    `.TH STANDPOINT 1 ${day} "Standpoint ${escape(version)}" "User Commands"`,
    '.SH NAME',
    'standpoint \\- drafts, keeps and prints briefings: who holds which position, on what evidence',
    '.SH SYNOPSIS',
    '.B standpoint',
    '.RB [ \\-\\-library',
    '.IR DIR ]',
    '.RI [ FILE ...]',
    '.br',
    '.B standpoint',
    '.I COMMAND',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    'Without a command Standpoint opens its window, and in it each',
    '.IR FILE :',
    'an article, a PDF that it wrote, a Standpoint file. A file that is called like a command is written',
    'as a path,',
    '.BR ./list .',
    'With a command it does one thing and ends.',
    '.PP',
    'Results go to standard output, messages to standard error. It works wholly offline.',
    '.SH COMMANDS',
    ...parts,
    '.SS help COMMAND',
    'Tells every option of a command.',
    '.SH EXIT STATUS',
    '.TP',
    '.B 0',
    'Success.',
    '.TP',
    '.B 1',
    'The input or the library is at fault, as one sentence says.',
    '.TP',
    '.B 2',
    'Wrong usage.',
    '.SH ENVIRONMENT',
    '.TP',
    '.B STANDPOINT_HOME',
    'The folder of the library, the settings and everything else that Standpoint keeps.',
    '.TP',
    '.B STANDPOINT_CHROMIUM',
    'The executable of the Chromium, Chrome or Edge that the window is to use.',
    '.TP',
    '.B STANDPOINT_HOST',
    'electron or chromium: only this one is used for the window.',
    '.SH FILES',
    '.TP',
    '.I ~/.local/share/Standpoint/library',
    'The library: one file a briefing and a copy of each, in plain JSON.'
  ].join('\n')}\n`;
}

/** Lines that were broken for a terminal flow; what is set off by an empty line stays so. */
function flowing(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => part.replace(/\n\s*/g, ' '))
    .join('\n.PP\n');
}

/** Text stays text, and a dash the dash that a person types. Lines that begin with `.PP` are ours. */
function escape(text: string): string {
  return text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/"/g, '\\(dq')
    .replace(/^(?!\.PP$)(?=['.])/gm, '\\&');
}
