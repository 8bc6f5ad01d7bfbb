/** The formats in which several briefings leave Standpoint as one file, by its ending. */
import type { BookEnding, BookJob } from '../domain/api.js';
import type { Bundle } from '../domain/briefing/bundle.js';
import { collect } from '../domain/exchange/collect.js';
import { writeWebCollection } from '../domain/exchange/write-web-annotations.js';
import { maxBookBriefings } from '../domain/base/limits.js';
import { bookTitle } from '../domain/publication/book.js';
import type { Edition } from '../domain/publication/edition.js';
import { applyProfile } from '../domain/publication/profile.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WrittenPair } from '../domain/briefing/written-state.js';
import { bookAsMarkdown } from './briefing-markdown.js';
import { bundlesAsJson } from './bundle-json.js';
import { writeInDocxWorker } from './docx/in-docx-worker.js';
import { printJobFor, type ExportOptions } from './formats.js';
import { bookAsHtml } from './html/briefing-html.js';
import { ledgersAsCsv } from './ledger-csv.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** As of one briefing, whose states differ by briefing. */
export interface BookOptions extends Omit<ExportOptions, 'written'> {
  /** In the order of the briefings; see `ExportOptions`. */
  readonly writtenEach?: readonly (WrittenPair | undefined)[];
}

interface BookFormat {
  readonly ending: BookEnding;
  readonly name: string;
  readonly make: (
    title: string,
    bundles: readonly Bundle[],
    options: BookOptions
  ) => Promise<Uint8Array> | string;
}

export const bookFormats: readonly BookFormat[] = [
  { ending: 'pdf', name: 'PDF', make: printed },
  { ending: 'docx', name: 'Word', make: asDocx },
  { ending: 'html', name: 'Web page', make: asHtml },
  { ending: 'md', name: 'Markdown', make: bookAsMarkdown },
  { ending: 'csv', name: 'Position ledgers', make: (_title, bundles) => ledgersAsCsv(bundles) },
  { ending: 'json', name: 'Standpoint bundles', make: (_title, bundles) => bundlesAsJson(bundles) },
  { ending: 'jsonld', name: 'W3C Web Annotation', make: asCollection }
];

/** Throws an `ExpectedFailure` for an ending that names no format of a book. */
export function bookFormatOf(path: string): BookFormat {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = bookFormats.find((known) => known.ending === ending);
  if (format) return format;
  const known = bookFormats.map((each) => `.${each.ending}`).join(', ');
  const problem = ending ? `A book cannot be written as .${ending}` : `“${path}” has no ending`;
  throw new ExpectedFailure('unknown-format', `${problem}. The name must end in one of ${known}.`);
}

/**
 * Writes the whole file or nothing; see writeAtomically. The briefings stand in the order given, and
 * the profile holds for all. Throws an `ExpectedFailure` for more briefings than a book may hold.
 */
export async function exportBook(
  title: string,
  bundles: readonly Bundle[],
  path: string,
  options: BookOptions
): Promise<void> {
  const { make } = bookFormatOf(path);
  refuseTooMany(bundles.length);
  const shown = bundles.map((bundle) => applyProfile(bundle, options.edition.profile));
  const made = await make(title, shown, options);
  options.beforeWrite?.();
  await writeAtomically(path, typeof made === 'string' ? new TextEncoder().encode(made) : made);
}

/** For those who would read the briefings first. */
export function refuseTooMany(count: number): void {
  if (count <= maxBookBriefings) return;
  throw new ExpectedFailure(
    'too-many',
    `A book holds up to ${maxBookBriefings} briefings, and these are ${count}. Nothing was written.`
  );
}

function asDocx(
  title: string,
  bundles: readonly Bundle[],
  { edition, signal }: ExportOptions
): Promise<Uint8Array> {
  return writeInDocxWorker({ kind: 'book', title, bundles, edition }, signal);
}

function asCollection(title: string, bundles: readonly Bundle[]): string {
  const collections = bundles.map(({ briefing, texts }) => collect(briefing, texts, null));
  return writeWebCollection(bookTitle(title), collections);
}

function asHtml(title: string, bundles: readonly Bundle[], { edition }: ExportOptions): string {
  return bookAsHtml(title, bundles, edition);
}

function printed(
  title: string,
  bundles: readonly Bundle[],
  { edition, print, writtenEach }: BookOptions
): Promise<Uint8Array> {
  return print(bookJobFor(title, bundles, edition, writtenEach));
}

/** What `print` is to make of a book: an edition for others is given nothing that is not for them. */
export function bookJobFor(
  title: string,
  bundles: readonly Bundle[],
  edition: Edition,
  writtenEach?: BookOptions['writtenEach']
): BookJob {
  const parts = bundles.map((bundle, index) => {
    const { briefing, texts, written } = printJobFor(bundle, edition, writtenEach?.[index]);
    return { briefing, texts, ...(written && { written }) };
  });
  return { title, parts, edition };
}
