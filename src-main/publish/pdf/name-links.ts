/** Says in words where each link leads, as readers aloud need it (ISO 14289-1, 7.18.5). */
import { PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { ContentsEntry } from '../../domain/publication/publication.js';
import type { OpenedPdf } from './opened-pdf.js';

export function nameLinks(
  { document, links, destinations }: OpenedPdf,
  entries: readonly ContentsEntry[]
): void {
  const headings = new Map(entries.map(({ anchor, heading }) => [anchor, heading]));
  for (const { ref, annotation, anchor, address } of links) {
    // One that stood for marked words is a highlight now.
    if (!document.context.lookup(ref)) continue;
    const page = anchor === null ? undefined : destinations.get(anchor);
    const words =
      address ?? `${placeOf(anchor ?? '', headings)}${page === undefined ? '' : `, page ${page}`}`;
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words));
  }
}

/** Anchors are named by the print page: `note-3`, `mark-3`, `claim-4`, in a book `b2-note-3`. */
function placeOf(anchor: string, headings: ReadonlyMap<string, string>): string {
  const heading = headings.get(anchor);
  if (heading !== undefined) return heading;
  const [, what = '', number = ''] = /^(?:b\d+-)?(\w+)-(\d+)$/.exec(anchor) ?? [];
  switch (what) {
    case 'note':
      return `Note ${number}`;
    case 'mark':
      return `The words of note ${number}`;
    case 'claim':
      return `Entry ${number} of the position ledger`;
    default:
      return 'Elsewhere in this document';
  }
}
