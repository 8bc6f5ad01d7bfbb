/** A printed document taken apart: its pages, structure, links and destinations, and the words of each. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  PDFDocument
} from '@cantoo/pdf-lib';
import type { Sequence } from './content-stream.js';
import { readPages, type PageContent } from './page-content.js';
import { StructureTree } from './structure-tree.js';

export interface OpenedPdf {
  readonly document: PDFDocument;
  readonly pages: readonly PageContent[];
  readonly tree: StructureTree;
  readonly links: readonly PdfLink[];
  /** On which page each anchor that a link leads to stands, from 1. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** One rectangle of a link: a link that runs over two lines has two. */
export interface PdfLink {
  readonly page: PageContent;
  readonly ref: PDFRef;
  readonly annotation: PDFDict;
  /** The anchor that it leads to, or `null`. */
  readonly anchor: string | null;
  /** The address that it leads to, or `null`. */
  readonly address: string | null;
  /** Left, bottom, right, top; points from the page's lower left. */
  readonly box: readonly [number, number, number, number];
}

/** A piece of text on a page. */
export interface Words {
  readonly page: PageContent;
  readonly sequence: Sequence;
}

export function inspectPdf(document: PDFDocument): OpenedPdf {
  const pages = readPages(document);
  return {
    document,
    pages,
    tree: new StructureTree(document),
    links: pages.flatMap((page) => linksOn(document, page)),
    destinations: destinationsOf(document)
  };
}

/** What the element that holds this link draws, piece by piece. */
export function wordsOfLink({ tree, pages }: OpenedPdf, link: PDFRef): readonly Words[] {
  const owner = tree.ownerOf(link);
  if (!owner) return [];
  return tree.sequencesOf(owner).flatMap(({ page: ref, mcid }) => {
    const page = pages.find((each) => each.ref === ref);
    const sequence = page?.content.sequences.find((each) => each.mcid === mcid);
    return page && sequence ? { page, sequence } : [];
  });
}

function linksOn(document: PDFDocument, page: PageContent): readonly PdfLink[] {
  const annotations = page.page.node.Annots()?.asArray() ?? [];
  return annotations.flatMap((ref) => {
    if (!(ref instanceof PDFRef)) return [];
    const annotation = document.context.lookup(ref, PDFDict);
    if (annotation.get(PDFName.of('Subtype')) !== PDFName.of('Link')) return [];
    const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
    const [left = 0, bottom = 0, right = 0, top = 0] = annotation
      .lookup(PDFName.of('Rect'), PDFArray)
      .asArray()
      .map((edge) => (edge instanceof PDFNumber ? edge.asNumber() : 0));
    return {
      page,
      ref,
      annotation,
      anchor: textOf(annotation.lookup(PDFName.of('Dest'))),
      address: textOf(action?.lookup(PDFName.of('URI'))),
      box: [left, bottom, right, top] as const
    };
  });
}

/** On which page each anchor that a link leads to stands, from 1. Chromium names a destination for each. */
function destinationsOf(document: PDFDocument): ReadonlyMap<string, number> {
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const found = new Map<string, number>();
  for (const [name, destination] of destinations?.entries() ?? []) {
    const page = document.context.lookup(destination, PDFArray).get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) found.set(name.decodeText(), number);
  }
  return found;
}

function textOf(object: unknown): string | null {
  if (object instanceof PDFName) return object.decodeText();
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return null;
}

/** Pages count from 1. */
export async function pagesOfAnchors(pdf: Uint8Array): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(destinationsOf(await PDFDocument.load(pdf, { updateMetadata: false })));
}
