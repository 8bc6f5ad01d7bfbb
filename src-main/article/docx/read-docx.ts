/** Word document → Markdown of its text, and what its properties say. */
import mammoth from 'mammoth';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Extracted } from '../extracted.js';
import { readDocumentHtml } from '../html/read-html.js';
import { Measure, slimPart } from './slim-part.js';
import { decodeXML } from 'entities';
import { type ArticleFacts, noFacts } from '../../domain/program/article.js';
import { readDate } from '../../domain/text/read-date.js';
import { unzipSync } from 'fflate';
import { maxArchiveEntries, maxUnpackedBytes } from '../../domain/base/limits.js';

/** Word's own names for what heads a document, beside those that mammoth knows. */
const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** Throws an `ExpectedFailure` for what is no document, or one without words. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<Extracted> {
  const entries = unpackDocx(name, bytes);
  if (!entries['word/document.xml']) {
    throw new ExpectedFailure(
      'not-a-document',
      `${name} is no Word document: it has no text part.`
    );
  }
  const core = entries['docProps/core.xml'];
  const facts = readCoreProperties(core ? new TextDecoder().decode(core) : '');
  const text = readDocumentHtml(name, await convert(name, entries), facts.title);
  if (text === '') {
    throw new ExpectedFailure('empty-file', `${name} holds no words; pictures are not read.`);
  }
  return { format: 'markdown', text, facts, missing: [] };
}

async function convert(
  name: string,
  entries: Readonly<Record<string, Uint8Array>>
): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(asFile(name, entries), {
      styleMap: styles,
      // A style map that the document brings along could turn its text into anything.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    });
    return value;
  } catch (error) {
    if (error instanceof RangeError || error instanceof ExpectedFailure) throw error;
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new ExpectedFailure(
      'not-a-document',
      `${name} is no Word document that can be read: ${why?.slice(0, 200)}.`
    );
  }
}

/** An opened archive, as mammoth reads it: part by part, so that no two lie in memory as text. */
function asFile(name: string, entries: Readonly<Record<string, Uint8Array>>) {
  const measure = new Measure(name);
  const file = {
    exists: (part: string) => Object.hasOwn(entries, part),
    // A promise, also of a limit that throws.
    read: (part: string) =>
      Promise.resolve(entries[part]).then((bytes) =>
        slimPart(new TextDecoder().decode(bytes), measure)
      )
  };
  // Its types name only ways in that unpack the archive once more.
  return { file } as unknown as { buffer: Buffer };
}

/** What a Word document says about itself: the core properties of ECMA-376, Part 2. */

/** @param xml of `docProps/core.xml`; empty where the document has none. */
function readCoreProperties(xml: string): ArticleFacts {
  const stated = (element: string): string => {
    const found = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]{0,2000})</${element}>`).exec(xml);
    return decodeXML(found?.[1] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  };
  return {
    ...noFacts,
    title: stated('dc:title'),
    author: stated('dc:creator'),
    // Of the last change, not of the template that the document began with.
    made: readDate(stated('dcterms:modified')) ?? readDate(stated('dcterms:created'))
  };
}

/**
 * Word document → the entries of its archive that hold words, within limits that are checked before
 * anything is unpacked: a document of half a megabyte can otherwise take gigabytes.
 */

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
