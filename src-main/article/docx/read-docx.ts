/** Word document → Markdown of its text, and what its properties say. */
import mammoth from 'mammoth';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Extracted } from '../extracted.js';
import { readDocumentHtml } from '../html/read-html.js';
import { readCoreProperties } from './core-properties.js';
import { Measure, slimPart } from './slim-part.js';
import { unpackDocx } from './unpack-docx.js';

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
