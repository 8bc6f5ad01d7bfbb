/** What a format says of itself, and how it makes a file. Each has a file of its own; formats.ts lists them. */
import type { TextHash } from '../domain/briefing/source.js';
import type { FormatFacts } from '../domain/publication/edition.js';
import type { DocumentJob } from '../domain/publication/document-job.js';

export interface MakeOptions {
  /** Passed in, since only a host with a window can print. */
  readonly print: (job: DocumentJob) => Promise<Uint8Array>;
  /** Stops what is written without printing. `print` has its own way to be stopped. */
  readonly signal?: AbortSignal;
  /** The file that a source was read from, by its hash; `null` where it is not at hand, left out where none is. */
  readonly original?: (hash: TextHash) => Promise<Uint8Array | null>;
  /** Told a sentence of what could not be taken along. */
  readonly tell?: (sentence: string) => void;
}

export interface Format extends Omit<FormatFacts, 'ending' | 'isBook'> {
  /** As a dialog calls it that asks where to. */
  readonly name: string;
  /** What it holds, as docs/export.md and the command line tell it. */
  readonly holds: string;
  /** The same of a file that holds several briefings; `null`: none of this format does. */
  readonly book: { readonly name: string; readonly holds: string } | null;
  /** What is not for its readers has been left out of the job. */
  readonly make: (job: DocumentJob, options: MakeOptions) => Promise<Uint8Array> | string;
}

/**
 * All formats, by the ending of their files, without the first dot. The file of each adds its own here,
 * so that the table in formats.ts does not compile without it.
 */
export interface FormatsByEnding {
  readonly pdf: Format;
}
