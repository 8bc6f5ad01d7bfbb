/** `standpoint import`: articles and bundles → briefings in the library. */
import { resolve } from 'node:path';
import { readArticleFile } from '../article/read-article.js';
import { isBriefingFile, isStandpointFile } from '../domain/briefing/briefing-file.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { quoted } from '../domain/terms/terms.js';
import { dayInWords } from '../domain/terms/version-words.js';
import { endsImport, type ImportOptions, importUnlessHeld } from '../import/import-article.js';
import { bringIn, mergeIntoLibrary, readCarriedFile } from '../import/import-carried.js';
import { importBundle, readBundlesFile } from '../import/import-bundle.js';
import type { HeldText, Library } from '../store/library.js';
import { backupEnding } from './backup.js';
import { newArticleKinds } from '../domain/program/settings.js';
import { type CliCommand, library, oneOf } from './command.js';
import { closeLibrary, openNamed } from './use-library.js';

export const importFiles: CliCommand = {
  name: 'import',
  usage: 'FILE…',
  summary: 'Adds briefings to the library and prints their ids',
  details: `Takes articles (.txt, .md, .html, .mhtml, .eml, .docx, .pdf), each of which becomes a briefing, and
briefings that were exported as .standpoint, .json or .pdf, and backups (.zip). An id is printed once its briefing is safe on
disk. A file that cannot be read is told and passed over, and so is an article whose text a briefing
of the library has as a source already; the exit code is then 1.

A composed briefing holds what the draft takes from the article in its own words: the bottom line, who
says what, figures, what happened, what comes next, and limits. All of it is unreviewed until a person
confirms it in the window. An article that cannot be drafted in time comes in as cards, and that is told.`,
  options: { ...library, as: { type: 'string' }, again: { type: 'boolean' } },
  arity: [1, null],
  async run({ positionals, values }, io) {
    const as = oneOf(values, 'as', newArticleKinds, 'composed');
    // Opened for the first file that can be read: else the library is not touched, nor made.
    let opened: Library | null = null;
    let refused = false;
    try {
      for (const path of positionals) {
        try {
          if (path.toLowerCase().endsWith(backupEnding)) {
            opened ??= await openNamed(values, io, 'make');
            const { added, left, mended } = await opened.restoreBackup(resolve(io.folder, path));
            for (const id of added) io.out(id);
            for (const sentence of [...left, ...mended]) io.err(`standpoint: ${sentence}`);
            refused ||= left.length > 0;
            continue;
          }
          const add = await readToImport(
            resolve(io.folder, path),
            { as, again: values['again'] === true },
            (message) => io.err(`standpoint: ${message}`)
          );
          opened ??= await openNamed(values, io, 'make');
          await add(opened, (id) => io.out(id));
        } catch (error) {
          // Without a library the other files would only fail likewise.
          if (!(error instanceof ExpectedFailure) || endsImport(error)) throw error;
          io.err(`standpoint: ${error.message}`);
          refused = true;
        }
      }
    } finally {
      if (opened) await closeLibrary(opened, io);
    }
    return refused ? 1 : 0;
  }
};

function inNoteCard(clashes: number): string {
  return clashes === 1
    ? 'one difference from what the library holds could not be merged and stands in a note card'
    : `${clashes} differences from what the library holds could not be merged and stand in note cards`;
}

/** Reads now, adds later; tells each id once its briefing is safe on disk. */
async function readToImport(
  path: string,
  options: ImportOptions,
  tell: (message: string) => void
): Promise<(opened: Library, tellId: (id: Id) => void) => Promise<void>> {
  if (isBriefingFile(path) && !isStandpointFile(path)) {
    const read = await readBundlesFile(path);
    return async (opened, tellId) => {
      for (const each of read) {
        tellId(await importBundle(opened, each));
        if (each.mended !== null) tell(each.mended);
      }
    };
  }
  const carried = await readCarriedFile(path);
  if (carried.length > 0) {
    return async (opened, tellId) => {
      for (const each of carried) {
        const { id, isNew, copy } = await bringIn(opened, each);
        if (!isNew && !copy) tell(`${each.name} holds nothing that is not in the library already.`);
        const clashes = copy ? await mergeIntoLibrary(opened, copy) : 0;
        if (clashes > 0) tell(`${each.name}: ${inNoteCard(clashes)}.`);
        tellId(id);
        if (each.mended !== null) tell(each.mended);
        each.missing.forEach(tell);
      }
    };
  }
  const article = await readArticleFile(path);
  return async (opened, tellId) => {
    const arrival = await importUnlessHeld(opened, article, options);
    if ('held' in arrival) throw alreadyThere(article.name, arrival.held);
    arrival.remarks.forEach(tell);
    tellId(arrival.id);
  };
}

function alreadyThere(name: string, { id, title, importedAt }: HeldText): ExpectedFailure {
  const which = `${title.trim() ? quoted(title) : 'a briefing without a title'} (${id})`;
  return new ExpectedFailure(
    'held',
    `${name} is in the library already, in ${which}, where it came in on ${dayInWords(importedAt)}. Nothing of it was taken in; --again imports it once more.`
  );
}
