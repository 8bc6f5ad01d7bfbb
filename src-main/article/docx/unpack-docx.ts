/**
 * Word document → the entries of its archive that hold words, within limits that are checked before
 * anything is unpacked: a document of half a megabyte can otherwise take gigabytes.
 */
import { unzipSync } from 'fflate';
import { maxArchiveEntries, maxUnpackedBytes } from '../../domain/base/limits.js';
import { ExpectedFailure } from '../../domain/base/result.js';

/** Styles, notes and relations go with the text; pictures and fonts are not wanted. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/.*)$/;

/** By name. Throws an `ExpectedFailure` for an archive that is broken, too large or means to harm. */
export function unpackDocx(name: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let entries = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: (entry) => {
        entries += 1;
        unpacked += entry.originalSize;
        if (leavesFolder(entry.name)) throw refused(name, `an entry is named “${entry.name}”`);
        if (entries > maxArchiveEntries) {
          throw tooLarge(name, `more than ${maxArchiveEntries.toLocaleString('en')} parts`);
        }
        if (unpacked > maxUnpackedBytes) {
          throw tooLarge(name, `more than ${maxUnpackedBytes / 1e6} MB when unpacked`);
        }
        return wanted.test(entry.name);
      }
    });
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    // The library's word for whatever is wrong with an archive; none of it is a fault of ours.
    throw refused(name, 'its archive is damaged');
  }
}

function leavesFolder(entry: string): boolean {
  return /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(entry);
}

function refused(name: string, why: string): ExpectedFailure {
  return new ExpectedFailure('not-a-document', `${name} is no Word document: ${why}.`);
}

function tooLarge(name: string, what: string): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `${name} has ${what}; a Word document may have up to ${maxArchiveEntries.toLocaleString('en')} parts and ${maxUnpackedBytes / 1e6} MB unpacked. Nothing of it was taken in.`
  );
}
