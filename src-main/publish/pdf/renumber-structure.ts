/** Makes two printings of one document alike: their structure's identifiers count from the browser's start. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib';

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
