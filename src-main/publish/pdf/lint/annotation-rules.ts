/** Rules of annotations and links. */
import { PDFArray, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { LookedAt, PdfRule } from './looked-at.js';

/** What ISO 19005-3 allows; a document of ours has two of them. */
const allowed = new Set([
  ...['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight'],
  ...['Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'FileAttachment'],
  ...['Widget', 'PrinterMark', 'TrapNet', 'Watermark', 'Redact']
]);
const standsIn: Readonly<Record<string, string>> = { Link: 'Link', Widget: 'Form' };
/** By their bits (ISO 32000-1, 12.5.3). */
const flags = { invisible: 1, hidden: 2, print: 4, noView: 32, toggleNoView: 256 };

export const annotationRules: readonly PdfRule[] = [
  {
    ua: '7.18.1',
    says: 'An annotation stands in the structure, where its kind belongs',
    *find(pdf) {
      for (const { ref, type, annotation } of pdf.annotations()) {
        if (type === 'Popup' || isHidden(pdf.number(annotation, 'F'))) continue;
        if (
          type === 'PrinterMark'
            ? pdf.ownerOf(ref) !== null
            : pdf.ownerOf(ref)?.type !== (standsIn[type] ?? 'Annot')
        )
          yield ref;
      }
    }
  },
  {
    ua: '7.18.1',
    says: 'From an annotation its element is found',
    *find(pdf) {
      const parents = parentsIn(pdf);
      for (const { ref, annotation } of pdf.annotations()) {
        const owner = pdf.ownerOf(ref);
        const number = pdf.number(annotation, 'StructParent');
        if (owner && (number === null || parents.get(number) !== owner.ref)) yield ref;
      }
    }
  },
  {
    ua: '7.18.1',
    says: 'An annotation has words',
    *find(pdf) {
      for (const { ref, type, annotation } of pdf.annotations()) {
        if (type === 'Popup' || type === 'Widget' || type === 'Link') continue;
        const alt = pdf.text(pdf.ownerOf(ref)?.dict ?? null, 'Alt');
        if (pdf.text(annotation, 'Contents').trim() === '' && alt === '') yield ref;
      }
    }
  },
  {
    ua: '7.18.5',
    says: 'A link says where it leads',
    *find(pdf) {
      for (const { ref, type, annotation } of pdf.annotations()) {
        if (type === 'Link' && pdf.text(annotation, 'Contents').trim() === '') yield ref;
      }
    }
  },
  {
    ua: '7.18.2',
    says: 'It has no annotation for trapping',
    *find(pdf) {
      for (const { ref, type } of pdf.annotations()) if (type === 'TrapNet') yield ref;
    }
  },
  {
    ua: '7.18.3',
    says: 'The annotations of a page are passed in the order of its structure',
    *find(pdf) {
      const pages = new Set([...pdf.annotations()].map(({ page }) => page.page));
      for (const page of pages) if (pdf.name(page.node, 'Tabs') !== 'S') yield page.ref;
    }
  },
  {
    archive: '6.3.1',
    says: 'Every annotation is of a kind that will be known',
    *find(pdf) {
      for (const { ref, type } of pdf.annotations()) if (!allowed.has(type)) yield ref;
    }
  },
  {
    archive: '6.3.2',
    says: 'Every annotation is printed and nowhere hidden',
    *find(pdf) {
      for (const { ref, type, annotation } of pdf.annotations()) {
        const { print, ...wrong } = flags;
        const set = pdf.number(annotation, 'F') ?? 0;
        const isWrong = Object.values(wrong).some((flag) => (set & flag) !== 0);
        if (type !== 'Popup' && (isWrong || (set & print) === 0)) yield ref;
      }
    }
  },
  {
    archive: '6.3.3',
    says: 'Every annotation but a link brings its own look, and no other',
    *find(pdf) {
      for (const { ref, type, annotation } of pdf.annotations()) {
        if (type === 'Popup' || type === 'Link' || isPoint(pdf.at(annotation, 'Rect'))) continue;
        const looks = pdf.dict(annotation.get(PDFName.of('AP')));
        const only = looks?.keys().every((key) => key === PDFName.of('N')) ?? false;
        if (!only || !pdf.dict(pdf.at(looks, 'N'))?.has(PDFName.of('BBox'))) yield ref;
      }
    }
  }
];

/** Elements by the numbers of what they own. */
export function parentsIn(pdf: LookedAt): ReadonlyMap<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const visit = (object: PDFObject | undefined): void => {
    const node = pdf.dict(object);
    const numbers = pdf.list(node?.get(PDFName.of('Nums')));
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [key, value] = [numbers[index], numbers[index + 1]];
      if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
    }
    for (const kid of pdf.list(node?.get(PDFName.of('Kids')))) visit(kid);
  };
  visit(pdf.at(pdf.catalog, 'StructTreeRoot', 'ParentTree'));
  return found;
}

function isHidden(set: number | null): boolean {
  return ((set ?? 0) & flags.hidden) !== 0;
}

function isPoint(rect: PDFObject | undefined): boolean {
  if (!(rect instanceof PDFArray)) return false;
  const [left, bottom, right, top] = rect.asArray().map(String);
  return left === right && bottom === top;
}
