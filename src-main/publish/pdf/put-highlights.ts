/**
 * Turns the links that stand for marked words into real highlights (ISO 32000-1, 12.5.6.10), which
 * every viewer lists with their notes. The tint itself is printed; the highlight above it is clear.
 */
import {
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFDict,
  type PDFRef
} from '@cantoo/pdf-lib';
import { highlightColours, idsInMarkAddress } from '../../domain/publication/marks.js';
import type { PdfLink, OpenedPdf } from './opened-pdf.js';
import type { PageContent } from './page-content.js';
import type { PrintedHighlight } from './document-of-job.js';

/** The words under each highlight, as drawn, for comparison with its quote. */
export type WordsByHighlight = ReadonlyMap<string, string>;

export function putHighlights(
  pdf: OpenedPdf,
  highlights: ReadonlyMap<string, PrintedHighlight>
): WordsByHighlight {
  const drawn = new Map<string, string>();
  for (const [page, marks] of marksByPage(pdf.links)) {
    const links = [...marks.keys()];
    const owners = new Map(links.map((link) => [link, pdf.tree.ownerOf(link.ref)]));
    for (const link of links) removeLink(pdf, link, owners.get(link) ?? null);
    for (const id of new Set([...marks.values()].flat())) {
      const highlight = highlights.get(id);
      if (!highlight) continue;
      const own = links.filter((link) => marks.get(link)?.includes(id));
      const elements = [...new Set(own.map((link) => owners.get(link)))].filter(isThere);
      // One that runs on over the page is two to a viewer, which must not share a name.
      const name = drawn.has(id) ? `${id}-${pdf.pages.indexOf(page) + 1}` : id;
      drawn.set(id, (drawn.get(id) ?? '') + wordsOn(pdf, page, elements));
      const annotation = annotationFor(pdf, page, highlight, name, own);
      const ref = pdf.document.context.register(annotation);
      // Not `addAnnot`, which also wraps the page's content.
      page.page.node.Annots()?.push(ref);
      const [element] = elements;
      if (element) {
        pdf.tree.setType(element, 'Annot');
        const parent = pdf.tree.adopt(element, ref, page.ref);
        annotation.set(PDFName.of('StructParent'), PDFNumber.of(parent));
      }
    }
  }
  return drawn;
}

/** The links that stand for marked words, with whose words they are, by page in the order of the pages. */
function marksByPage(links: readonly PdfLink[]): Map<PageContent, Map<PdfLink, readonly string[]>> {
  const pages = new Map<PageContent, Map<PdfLink, readonly string[]>>();
  for (const link of links) {
    const ids = idsInMarkAddress(link.address ?? '');
    if (ids.length === 0) continue;
    const marks = pages.get(link.page) ?? new Map<PdfLink, readonly string[]>();
    pages.set(link.page, marks.set(link, ids));
  }
  return pages;
}

function isThere<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function removeLink(pdf: OpenedPdf, { page, ref }: PdfLink, owner: PDFRef | null): void {
  const annotations = page.page.node.Annots();
  const index = annotations?.indexOf(ref);
  if (index !== undefined) annotations?.remove(index);
  pdf.tree.forget(ref);
  if (owner) pdf.tree.setType(owner, 'Span');
  pdf.document.context.delete(ref);
}

function wordsOn(
  pdf: OpenedPdf,
  { ref, content }: PageContent,
  elements: readonly PDFRef[]
): string {
  return elements
    .flatMap((element) => pdf.tree.sequencesOf(element))
    .filter(({ page }) => page === ref)
    .map(({ mcid }) => content.sequences.find((each) => each.mcid === mcid)?.text ?? '')
    .join('');
}

function annotationFor(
  { document: { context } }: OpenedPdf,
  page: PageContent,
  { kind, note, createdAt, modifiedAt }: PrintedHighlight,
  name: string,
  links: readonly PdfLink[]
): PDFDict {
  const boxes = mergeOnLine(links.map(({ box }) => box));
  const bounds = [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, bottom]) => bottom)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , top]) => top))
  ];
  const clear = context.stream('', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: bounds,
    Resources: { ExtGState: { Clear: { Type: 'ExtGState', BM: 'Multiply', CA: 0, ca: 0 } } },
    Group: { S: 'Transparency' }
  });
  return context.obj({
    Type: 'Annot',
    Subtype: 'Highlight',
    P: page.ref,
    Rect: bounds,
    QuadPoints: boxes.flatMap(([left, bottom, right, top]) => [
      ...[left, top, right, top],
      ...[left, bottom, right, bottom]
    ]),
    C: [...highlightColours[kind]],
    Contents: PDFHexString.fromText(note),
    Subj: PDFHexString.fromText(kind),
    NM: PDFString.of(name),
    CreationDate: PDFString.fromDate(new Date(createdAt)),
    M: PDFString.fromDate(new Date(modifiedAt)),
    // Printed with the page.
    F: 4,
    AP: { N: context.register(clear) }
  });
}

type Box = PdfLink['box'];

/** Pieces that follow one another on one line become one, in reading order. Points. */
function mergeOnLine(boxes: readonly Box[]): readonly Box[] {
  const merged: Box[] = [];
  for (const box of boxes.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && Math.abs(last[1] - box[1]) < 1 && box[0] - last[2] < 2) {
      merged[merged.length - 1] = [
        last[0],
        Math.min(last[1], box[1]),
        Math.max(last[2], box[2]),
        Math.max(last[3], box[3])
      ];
    } else merged.push(box);
  }
  return merged;
}
