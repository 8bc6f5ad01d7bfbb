/** `standpoint backup` and `standpoint restore`: a library → one file, and back. */
import { resolve } from 'node:path';
import { restoredInWords } from '../domain/program/library-state.js';
import { counted } from '../domain/text/joined-words.js';
import { type CliCommand, library } from './command.js';
import { outputFile, overwrite, overwriteInWords } from './output-file.js';
import { useLibrary } from './use-library.js';

/** How the file of a backup ends, in lower case. */
export const backupEnding = '.zip';

export const backup: CliCommand = {
  name: 'backup',
  usage: 'PATH',
  summary: 'Writes the whole library into one file',
  details:
    'Takes along the bin, all versions and all source texts, also while the library is open elsewhere.\n' +
    overwriteInWords,
  options: { ...library, ...overwrite },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const target = await outputFile(given, values, io);
    const { briefings, left } = await useLibrary(values, io, 'read', (opened) =>
      opened.backUp(target)
    );
    for (const sentence of left) io.err(`standpoint: ${sentence}`);
    io.err(`standpoint: ${counted(briefings, 'briefing')} written.`);
    io.out(target);
    return left.length > 0 ? 1 : 0;
  }
};

export const restore: CliCommand = {
  name: 'restore',
  usage: 'FILE',
  summary: 'Takes in what a backup holds and prints the ids of the briefings that were missing',
  details:
    'Overwrites nothing: of a briefing that has changed since, the state in the backup is kept as a version.\n' +
    'Samples that nobody has touched make way. Exit code 1 when a briefing was left out.',
  options: { ...library },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const restored = await useLibrary(values, io, 'make', (opened) =>
      opened.restoreBackup(resolve(io.folder, given))
    );
    for (const id of restored.added) io.out(id);
    for (const sentence of [...restored.left, ...restored.mended])
      io.err(`standpoint: ${sentence}`);
    io.err(`standpoint: ${restoredInWords(restored)}`);
    return restored.left.length > 0 ? 1 : 0;
  }
};
