/** The formats in which sources come and go as references, by the ending of the file. */
import { ExpectedFailure } from '../base/result.js';
import { readBibtex, writeBibtex } from './bibtex.js';
import { readCslJson, writeCslJson } from './csl-json.js';
import type { ReadReferences, Reference } from './reference.js';
import { readRis, writeRis } from './ris.js';

export interface ReferenceFormat {
  /** Of the files that it writes, without the first dot. */
  readonly ending: string;
  readonly name: string;
  /** Endings of the files that it reads. */
  readonly reads: readonly string[];
  readonly write: (references: readonly Reference[]) => string;
  readonly read: (text: string) => ReadReferences;
}

export const referenceFormats: readonly ReferenceFormat[] = [
  { ending: 'csl.json', name: 'CSL-JSON', reads: ['json'], write: writeCslJson, read: readCslJson },
  { ending: 'bib', name: 'BibTeX', reads: ['bib'], write: writeBibtex, read: readBibtex },
  { ending: 'ris', name: 'RIS', reads: ['ris'], write: writeRis, read: readRis }
];

/** Throws an `ExpectedFailure` with a sentence for a file that is of none of these formats. */
export function readReferences(name: string, text: string): ReadReferences {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = referenceFormats.find(({ reads }) => reads.includes(ending));
  if (format) return format.read(text.replace(/^\ufeff/, ''));
  throw new ExpectedFailure(
    'unknown-format',
    `${name} is no file of references: those end in ${referenceFormats.flatMap(({ reads }) => reads.map((each) => `.${each}`)).join(', ')}.`
  );
}
