/** Secrets on their way in: passwords out of a file or from the terminal, never from the list of processes. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { isErrno } from '../disk/file-system.js';
import { type Io, type OptionValues, text } from './command.js';

/** The parts of a server’s address before and after its password. */
const held = /^(postgres(?:ql)?:\/\/[^:@/?#]*):([^@]*)(@.*)$/is;
const lacking = /^(postgres(?:ql)?:\/\/[^:@/?#]+)(@.*)$/is;

/** That `--password-file` names, else `null`. Throws where others may read that file. */
export async function passwordFrom(values: OptionValues, io: Io): Promise<string | null> {
  const named = text(values, 'password-file');
  if (named === null) return null;
  const line = named === '-' ? await firstLine(io) : await firstLineOf(resolve(io.folder, named));
  if (line !== '') return line;
  throw new ExpectedFailure(
    'no-password',
    named === '-'
      ? 'No password came on stdin.'
      : `${named} begins with an empty line, and its first line is to be the password.`
  );
}

/**
 * The address with its password: out of the file that is named, else as it is there, else asked for at the
 * terminal. Of a folder it is the address itself.
 *
 * @param whose for the question, as in “Password of …”
 */
export async function withPassword(
  address: string,
  whose: string,
  values: OptionValues,
  io: Io
): Promise<string> {
  if (held.test(address.trim())) {
    io.err(
      'standpoint: a password in an address stands in the list of processes and in the shell’s history. Leave it out: it is asked for, or name a file with --password-file.'
    );
    return address;
  }
  const [, before, after] = lacking.exec(address.trim()) ?? [];
  if (before === undefined || after === undefined) return address;
  const password =
    (await passwordFrom(values, io)) ?? (await io.askSecret(`Password of ${whose}: `));
  return password === null || password === ''
    ? address
    : `${before}:${encodeURIComponent(password)}${after}`;
}

/** Of stdin; empty where there is none. */
export async function firstLine(io: Io): Promise<string> {
  for await (const line of io.lines()) return line.replace(/\r$/, '');
  return '';
}

async function firstLineOf(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new ExpectedFailure(
        'open-to-others',
        `${path} can be read by others on this computer, so it is not used. “chmod 600” makes it yours alone.`
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR')) throw error;
    throw new ExpectedFailure('no-file', `There is no file ${path} that can be read.`);
  }
  return bytes.toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}
