/** The file that a person names for a command to write: what may lie there, and what is never written over. */
import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { refuseInLibrary } from '../store/open-folder.js';
import { shown, type Io, type OptionValues } from './command.js';

export const overwrite = { overwrite: { type: 'boolean' } } as const;

/** For the help of a command with such a file. */
export const overwriteInWords =
  'A file that is there already is replaced only with --overwrite, or if you say so at a terminal.';

/**
 * The path of `given`. Throws an `ExpectedFailure` where its folder is missing, where it lies in a library,
 * where it is one of `inputs`, and where a file is there already that is not to be replaced: without
 * `--overwrite` the person is asked, if there is one at a terminal.
 *
 * @param inputs paths of the files that the command reads.
 */
export async function outputFile(
  given: string,
  values: OptionValues,
  io: Pick<Io, 'folder' | 'confirm'>,
  inputs: readonly string[] = []
): Promise<string> {
  const target = resolve(io.folder, given);
  const folder = await orNull(realpath(dirname(target)));
  if (folder === null || !(await orNull(stat(folder)))?.isDirectory()) {
    throw new ExpectedFailure(
      'no-folder',
      `There is no folder ${dirname(target)}, so nothing was written.`
    );
  }
  await refuseInLibrary(folder, given);
  const there = await orNull(stat(target));
  if (there === null) return target;
  await refuseInLibrary(dirname(await realpath(target)), given);
  for (const input of inputs) {
    const read = await orNull(stat(input));
    if (read?.ino === there.ino && read.dev === there.dev) {
      throw new ExpectedFailure(
        'output-is-input',
        `${given} is the file that is read. Name another file. Nothing was written.`
      );
    }
  }
  const isReplaced =
    values['overwrite'] === true ||
    there.isDirectory() ||
    (await io.confirm(`${shown(given)} is there already. Replace it?`)) === true;
  if (!isReplaced) {
    throw new ExpectedFailure(
      'file-exists',
      `${given} is there already. Name another file, or add --overwrite. Nothing was written.`
    );
  }
  return target;
}

/** Whatever the disk says against it is told by the reading or the writing itself. */
function orNull<T>(work: Promise<T>): Promise<T | null> {
  return work.catch(() => null);
}
