/** What `standpoint team` is given: places, invitations, and the passwords of servers. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { isErrno } from '../disk/file-system.js';
import { lowerFirst } from '../domain/text/joined-words.js';
import { type Io, type OptionValues, shown, text, UsageError } from './command.js';
import { passwordFrom, withPassword } from './secret-input.js';

/** A folder may be named from where the person is. */
export function placeFrom(given: string, values: OptionValues, io: Io): Promise<string> {
  const [, path = null] = /^folder:(.*)$/i.exec(given) ?? [];
  const isServer = path === null && /^\w{2,}:/.test(given);
  if (!isServer) return Promise.resolve(`folder:${resolve(io.folder, path ?? given)}`);
  return withPassword(given, 'the role in the address', values, io);
}

export async function ownerFrom(values: OptionValues, io: Io): Promise<string | null> {
  const owner = text(values, 'owner');
  return owner === null ? null : withPassword(owner, 'the server’s owner', values, io);
}

/** A file, from where the person is. */
export function certificatesFrom(values: OptionValues, io: Io): string | undefined {
  const named = text(values, 'certificates');
  return named === null ? undefined : resolve(io.folder, named);
}

export async function lookAt(line: string) {
  const { lookAtEntrance } = await import('../team/entrance.js');
  return lookAtEntrance(line);
}

/** Where the invitation is for a role that somebody made by hand. */
export async function passwordFor(
  line: string,
  values: OptionValues,
  io: Io
): Promise<string | null> {
  const { needs, place } = await lookAt(line);
  if (needs !== 'password') return null;
  return (
    (await passwordFrom(values, io)) ??
    io.askSecret(`Your password, for ${lowerFirst(place ?? 'it')}: `)
  );
}

/** The line itself, or what the file holds that is named; “-” is stdin. */
export async function lineOf(given: string, io: Io): Promise<string> {
  if (given === '-') {
    const lines: string[] = [];
    for await (const line of io.lines()) lines.push(line);
    return lines.join('\n');
  }
  if (/^\s*standpoint-join:/.test(given)) return given;
  try {
    return await readFile(resolve(io.folder, given), 'utf8');
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR')) throw error;
    throw new ExpectedFailure(
      'no-invitation',
      `“${shown(given).slice(0, 60)}” is no invitation, and no file that can be read. An invitation is one line that begins with “standpoint-join:”; a recovery sheet is typed into a file.`
    );
  }
}

/** How long an invitation is good. */
export function daysOption(values: OptionValues): number {
  const given = text(values, 'days') ?? '7';
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days;
  throw new UsageError(`--days is a number from 1 to 365, not “${given}”.`);
}

/** An option that has to be given. */
export function needed(values: OptionValues, name: string): string {
  const given = text(values, name)?.trim();
  if (given) return given;
  throw new UsageError(`team needs --${name} here.`);
}
