/** The formats in which annotations come and go, by the ending of the file. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { ExpectedFailure } from '../base/result.js';
import type { TextHash } from '../briefing/source.js';
import { readAnnotationsCsv, writeAnnotationsCsv } from './annotations-csv.js';
import { readAnnotationsMarkdown, writeAnnotationsMarkdown } from './annotations-markdown.js';
import { collect, type Collection } from './collect.js';
import type { ReadAnnotations } from './exchanged.js';
import { readHypothesis, writeHypothesis } from './hypothesis.js';
import { readWebAnnotations } from './read-web-annotations.js';
import { writeWebAnnotations } from './write-web-annotations.js';

export interface ExchangeFormat {
  /** Of the files that it writes, without the first dot. */
  readonly ending: string;
  readonly name: string;
  /** Endings of the files that it reads. */
  readonly reads: readonly string[];
  readonly write: (collection: Collection) => string;
  readonly read: (text: string) => ReadAnnotations;
}

export const exchangeFormats: readonly ExchangeFormat[] = [
  {
    ending: 'jsonld',
    name: 'W3C Web Annotation',
    reads: ['jsonld'],
    write: writeWebAnnotations,
    read: readWebAnnotations
  },
  {
    ending: 'hypothesis.json',
    name: 'Hypothesis',
    reads: ['json'],
    write: writeHypothesis,
    read: readHypothesis
  },
  {
    ending: 'annotations.md',
    name: 'Markdown',
    reads: ['md', 'markdown'],
    write: writeAnnotationsMarkdown,
    read: readAnnotationsMarkdown
  },
  {
    ending: 'annotations.csv',
    name: 'Table',
    reads: ['csv'],
    write: writeAnnotationsCsv,
    read: readAnnotationsCsv
  }
];

/** `only`: ids of the annotations to write; `null` for all. */
export function writeAnnotations(
  format: ExchangeFormat,
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  only: ReadonlySet<Id> | null = null
): string {
  return format.write(collect(briefing, texts, only));
}

/** Throws an `ExpectedFailure` with a sentence for a file that holds no annotations in a known format. */
export function readAnnotations(name: string, text: string): ReadAnnotations {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const format = exchangeFormats.find(({ reads }) => reads.includes(ending));
  if (!format) {
    const known = exchangeFormats.flatMap(({ reads }) => reads.map((each) => `.${each}`));
    throw new ExpectedFailure(
      'unknown-format',
      `${name} does not end in one of ${known.join(', ')}, so it was not read.`
    );
  }
  if (ending === 'json' && text.includes('http://www.w3.org/ns/anno.jsonld')) {
    return readWebAnnotations(text);
  }
  return format.read(text);
}
