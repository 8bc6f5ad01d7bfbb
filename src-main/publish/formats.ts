/** The formats in which briefings leave Standpoint, by the ending of the file. */
import { collect } from '../domain/exchange/collect.js';
import { exchangeFormats } from '../domain/exchange/formats.js';
import { writeWebCollection } from '../domain/exchange/write-web-annotations.js';
import { maxBookBriefings } from '../domain/base/limits.js';
import { bookTitle } from '../domain/publication/book.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { referenceFormats } from '../domain/references/formats.js';
import { referenceOf } from '../domain/references/reference.js';
import { applyProfile } from '../domain/publication/profile.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { bundle } from './bundle-json.js';
import { word } from './docx/in-docx-worker.js';
import type { Format, FormatsByEnding, MakeOptions } from './format.js';
import { webPage } from './html/briefing-html.js';
import { ledger } from './ledger-csv.js';
import { standpointFile } from './standpoint-file.js';
import { markdown } from './briefing-markdown.js';

const pdf: Format = {
  name: 'PDF',
  label: 'PDF',
  shows: 'pdf',
  holds:
    'the printed document, tagged, with highlights, contents and outline; the briefing itself is attached and comes back',
  book: { name: 'PDF', holds: 'one title page and contents list; every briefing attached' },
  make: (job, { print }) => print(job)
};

const table: FormatsByEnding = {
  pdf,
  docx: word,
  html: webPage,
  md: markdown,
  csv: ledger,
  standpoint: standpointFile,
  json: bundle
};

/** In the order in which they are offered. Those of annotations and references are listed in rooms of the domain. */
export const formats: readonly (Format & { readonly ending: string })[] = [
  ...Object.entries<Format>({ ...table }).map(([ending, format]) => ({
    ...format,
    ending
  })),
  ...exchangeFormats.map(({ ending, name, write }) => ({
    ending,
    name,
    label: ending === 'jsonld' ? 'annotations' : null,
    shows: 'data' as const,
    holds: `the annotations alone (${name})`,
    book: ending === 'jsonld' ? { name, holds: 'one annotation collection' } : null,
    make: (job: DocumentJob) => {
      const collections = job.parts.map(({ briefing, texts }) => collect(briefing, texts, null));
      const [first] = collections;
      return job.title === null && first
        ? write(first)
        : writeWebCollection(bookTitle(job.title ?? ''), collections);
    }
  })),
  ...referenceFormats.map(({ ending, name, write }) => ({
    ending,
    name,
    label: `sources as ${name}`,
    shows: 'data' as const,
    holds: `the sources alone, as references (${name})`,
    book: null,
    make: ({ parts }: DocumentJob) =>
      write(parts.flatMap(({ briefing }) => briefing.sources).map(referenceOf))
  }))
];

/** Throws an `ExpectedFailure` for a path whose ending names no format, or none of several briefings. */
export function formatOf(path: string, isBook: boolean): (typeof formats)[number] {
  const known = formats.filter(({ book }) => book || !isBook);
  const named = known.filter(({ ending }) => path.toLowerCase().endsWith(`.${ending}`));
  // Such as .annotations.md before .md.
  const format = named.sort((a, b) => b.ending.length - a.ending.length)[0];
  if (format) return format;
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const cannot = isBook ? 'A book cannot be written as' : 'Standpoint cannot write';
  const problem = ending
    ? `${cannot} .${ending}${isBook ? '' : ' files'}`
    : `“${path}” has no ending`;
  const endings = known.map((each) => `.${each.ending}`).join(', ');
  throw new ExpectedFailure(
    'unknown-format',
    `${problem}. The name must end in one of ${endings}.`
  );
}

export interface ExportOptions extends MakeOptions {
  /** Told when the file is about to be written. Throws to stop that. */
  readonly beforeWrite?: () => void;
}

/**
 * Writes the whole file or nothing, see writeAtomically: what the edition's profile leaves of the
 * briefings, in the order given. Throws an `ExpectedFailure` for more of them than a book may hold.
 */
export async function writeDocument(
  job: DocumentJob,
  path: string,
  options: ExportOptions
): Promise<void> {
  const { make } = formatOf(path, job.title !== null);
  refuseTooMany(job.parts.length);
  const made = await make(forReaders(job), options);
  options.beforeWrite?.();
  await writeAtomically(path, typeof made === 'string' ? new TextEncoder().encode(made) : made);
}

/** What is not for its readers goes before anything is made of it. */
export function forReaders({ title, parts, edition }: DocumentJob): DocumentJob {
  const shown = parts.map(({ behind, ...part }) =>
    applyProfile(
      {
        ...part,
        ...(edition.profile === 'full' && behind && { behind })
      },
      edition.profile
    )
  );
  return { title, parts: shown, edition };
}

/** For those who would read the briefings first. */
export function refuseTooMany(count: number): void {
  if (count <= maxBookBriefings) return;
  throw new ExpectedFailure(
    'too-many',
    `A book holds up to ${maxBookBriefings} briefings, and these are ${count}. Nothing was written.`
  );
}
