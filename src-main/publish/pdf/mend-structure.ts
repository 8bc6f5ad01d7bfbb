/**
 * Makes the structure one that readers aloud can follow (ISO 14289-1), since Chromium leaves a few gaps,
 * and two printings of one document alike: its identifiers count from the browser's start.
 */
import {
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFArray,
  PDFDict,
  PDFString,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib';
import type { OpenedPdf } from './opened-pdf.js';
import type { PageContent } from './page-content.js';
import type { StructureTree } from './structure-tree.js';

/** Structure types of PDF 2.0 and HTML, by the nearest that PDF 1.7 knows. */
const roles = { Em: 'Span', Strong: 'Span' };

export function mendStructure({ pages, tree }: OpenedPdf): void {
  tree.setRoles(roles);
  tree.giveListBodies();
  makeNotes(tree, pages);
  for (const element of tree.elements.keys()) {
    // A run of words in another language.
    if (tree.typeOf(element) === 'Div' && isWithin(tree, element, sentences)) {
      tree.setType(element, 'Span');
    }
  }
  for (const page of pages) disownOrnaments(tree, page);
  const byRef = new Map(pages.map((page) => [page.ref, page]));
  for (const row of tree.elements.keys()) {
    if (!isHeadRow(tree, row)) continue;
    const [first, ...rest] = tree.sequencesOf(row);
    // A table that goes on repeats its head on every page: to be seen, not to be heard again.
    for (const { page, mcid } of rest.filter((each) => each.page !== first?.page)) {
      const repeated = byRef.get(page);
      if (repeated) disown(tree, repeated, mcid);
    }
  }
}

/** Elements that hold words, not other such elements. */
const sentences = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** Elements that hold words or other elements that do. */
const blocks = new Set(['LBody', 'TD', 'TH', 'BlockQuote', 'Caption', 'Note']);
/** What may follow the words of such an element. */
const following = new Set([...sentences, 'L', 'Table', 'BlockQuote', 'Figure', 'Note']);

/**
 * The print page makes an aside of each note, and of nothing else. One in a margin stands in the page
 * where its words do, so it would be heard in the middle of their sentence: it follows them here.
 */
function makeNotes(tree: StructureTree, pages: readonly PageContent[]): void {
  const notes = [...tree.elements.keys()].filter((each) => tree.typeOf(each) === 'Aside');
  for (const [index, note] of notes.entries()) {
    tree.setType(note, 'Note');
    tree.setIdentifier(note, `note${String(index).padStart(8, '0')}`);
    const [first] = tree.childrenOf(note);
    if (
      first &&
      tree.typeOf(first) === 'NonStruct' &&
      /^\p{Nd}+$/u.test(wordsOf(tree, pages, first))
    ) {
      tree.setType(first, 'Lbl');
    }
    const around = [...tree.ancestry(note)].slice(1);
    const sentence = around.find((each) => sentences.has(tree.typeOf(each)));
    const block = sentence ?? around.find((each) => blocks.has(tree.typeOf(each)));
    const parent = sentence ? tree.parentOf(sentence) : block;
    if (!parent || around[0] === parent) continue;
    const place = sentence ?? around[around.indexOf(parent) - 1];
    const kids = tree.childrenOf(parent);
    const later = kids.slice(kids.findIndex((kid) => kid === place) + 1);
    // Behind the notes that follow the same words already.
    const before = later.find((kid) =>
      sentence ? tree.typeOf(kid) !== 'Note' : opens(tree.typeOf(kid))
    );
    tree.move(note, parent, before ?? null);
  }
}

function opens(type: string): boolean {
  return following.has(type) && type !== 'Note';
}

function wordsOf(tree: StructureTree, pages: readonly PageContent[], element: PDFRef): string {
  return tree
    .sequencesOf(element)
    .map(({ page, mcid }) => {
      const { sequences } = pages.find(({ ref }) => ref === page)?.content ?? { sequences: [] };
      return sequences.find((each) => each.mcid === mcid)?.text ?? '';
    })
    .join('')
    .trim();
}

function isWithin(tree: StructureTree, element: PDFRef, types: ReadonlySet<string>): boolean {
  return [...tree.ancestry(element)].slice(1).some((each) => types.has(tree.typeOf(each)));
}

/** Rules, boxes and tints are ornament; in a picture lines are what there is to see. */
function disownOrnaments(tree: StructureTree, page: PageContent): void {
  for (const { mcid, onlyShapes } of page.content.sequences) {
    if (!onlyShapes) continue;
    const owner = tree.ownerOfSequence(parentsOf(page), mcid);
    const types = owner ? [...tree.ancestry(owner)].map((each) => tree.typeOf(each)) : [];
    if (!types.includes('Figure')) disown(tree, page, mcid);
  }
}

function isHeadRow(tree: StructureTree, element: PDFRef): boolean {
  const cells = tree.typeOf(element) === 'TR' ? tree.childrenOf(element) : [];
  return cells.length > 0 && cells.every((cell) => tree.typeOf(cell) === 'TH');
}

function disown(tree: StructureTree, page: PageContent, mcid: number): void {
  page.disowned.add(mcid);
  tree.disown(page.ref, parentsOf(page), mcid);
}

function parentsOf({ page }: PageContent): number {
  return page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber();
}

const identifier = /^node\d{8}$/;
/** Where identifiers of structure elements stand (ISO 32000-1, 14.7.2 and 14.8.5.7): on an element, in a cell's headers, in the tree that finds them. */
const keys = ['ID', 'Headers', 'Names', 'Limits'].map((key) => PDFName.of(key));

/** Gives the identifiers numbers from 0, in the same order, so that the sorted tree stays sorted. */
export function renumberStructure(document: PDFDocument): void {
  const places: { readonly id: string; readonly put: (id: PDFString) => void }[] = [];
  const visit = (value: PDFObject | undefined, put: (id: PDFString) => void): void => {
    if (value instanceof PDFArray) {
      value.asArray().forEach((entry, index) => visit(entry, (id) => value.set(index, id)));
    } else if (value instanceof PDFDict) {
      for (const [key, entry] of value.entries()) {
        if (!keys.includes(key) && entry instanceof PDFString) continue;
        visit(entry, (id) => value.set(key, id));
      }
    } else if (value instanceof PDFString && identifier.test(value.asString())) {
      places.push({ id: value.asString(), put });
    }
  };
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    visit(object, (id) => document.context.assign(ref, id));
  }
  const sorted = [...new Set(places.map(({ id }) => id))].sort();
  const numbers = new Map(sorted.map((id, index) => [id, String(index).padStart(8, '0')]));
  for (const { id, put } of places) put(PDFString.of(`node${numbers.get(id)}`));
}
