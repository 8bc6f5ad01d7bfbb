/** The formats in which a briefing leaves Standpoint, by the ending of the file. */
import type { ExportEnding, PrintJob } from '../domain/api.js';
import type { BriefingJob } from '../domain/publication/print-job.js';
import type { Bundle } from '../domain/briefing/bundle.js';
import { exchangeFormatOf, exchangeFormats, writeAnnotations } from '../domain/exchange/formats.js';
import type { Edition } from '../domain/publication/edition.js';
import { applyProfile, applyProfileToState } from '../domain/publication/profile.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WrittenPair, WrittenState } from '../domain/briefing/written-state.js';
import { writeInDocxWorker } from './docx/in-docx-worker.js';
import { briefingAsMarkdown } from './briefing-markdown.js';
import { bundleAsJson } from './bundle-json.js';
import { briefingAsHtml } from './html/briefing-html.js';
import { ledgerAsCsv } from './ledger-csv.js';
import { writeAtomically } from '../disk/write-atomically.js';

export interface ExportOptions {
  readonly edition: Edition;
  /** Between which states an edition tells changes; left out where no versions are at hand. */
  readonly written?: WrittenPair | undefined;
  /** Passed in, since only a host with a window can print. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>;
  /** Told when the file is about to be written. Throws to stop that. */
  readonly beforeWrite?: () => void;
  /** Stops what is written without printing. `print` has its own way to be stopped. */
  readonly signal?: AbortSignal;
}

interface Format {
  readonly ending: ExportEnding;
  readonly name: string;
  readonly make: (bundle: Bundle, options: ExportOptions) => Promise<Uint8Array> | string;
}

export const formats: readonly Format[] = [
  { ending: 'pdf', name: 'PDF', make: printed },
  { ending: 'docx', name: 'Word', make: asDocx },
  { ending: 'html', name: 'Web page', make: asHtml },
  { ending: 'md', name: 'Markdown', make: briefingAsMarkdown },
  { ending: 'csv', name: 'Position ledger', make: ledgerAsCsv },
  { ending: 'json', name: 'Standpoint bundle', make: bundleAsJson }
];

/** Throws an `ExpectedFailure` for an ending that names no format. */
export function formatOf(path: string): Omit<Format, 'ending'> & { readonly ending: string } {
  const exchange = exchangeFormatOf(path);
  if (exchange) {
    const make = ({ briefing, texts }: Bundle) => writeAnnotations(exchange, briefing, texts);
    return { ending: exchange.ending, name: exchange.name, make };
  }
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = formats.find((known) => known.ending === ending);
  if (format) return format;
  const known = [...formats, ...exchangeFormats].map((each) => `.${each.ending}`).join(', ');
  const problem = ending ? `Standpoint cannot write .${ending} files` : `“${path}” has no ending`;
  throw new ExpectedFailure('unknown-format', `${problem}. The name must end in one of ${known}.`);
}

/** Writes the whole file or nothing; see writeAtomically. */
export async function exportBriefing(
  bundle: Bundle,
  path: string,
  options: ExportOptions
): Promise<void> {
  const { make } = formatOf(path);
  const made = await make(applyProfile(bundle, options.edition.profile), options);
  options.beforeWrite?.();
  await writeAtomically(path, typeof made === 'string' ? new TextEncoder().encode(made) : made);
}

/** What `print` is to make of a briefing: an edition for others is given nothing that is not for them. */
export function printJobFor(bundle: Bundle, edition: Edition, written?: WrittenPair): BriefingJob {
  const { briefing, texts } = applyProfile(bundle, edition.profile);
  const shown = (state: WrittenState | null) => applyProfileToState(state, edition.profile);
  return {
    briefing,
    texts,
    edition,
    written: written && { before: shown(written.before), after: shown(written.after) }
  };
}

function asHtml(bundle: Bundle, { edition }: ExportOptions): string {
  return briefingAsHtml(bundle, edition);
}

function asDocx(bundle: Bundle, { edition, signal }: ExportOptions): Promise<Uint8Array> {
  return writeInDocxWorker({ kind: 'briefing', bundle, edition }, signal);
}

function printed(bundle: Bundle, options: ExportOptions): Promise<Uint8Array> {
  return options.print(printJobFor(bundle, options.edition, options.written));
}
