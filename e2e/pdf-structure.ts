/** The structure of a PDF as a reader aloud meets it: elements, in order, with what they own. */
import {
  isReference,
  nameOf,
  type PdfDict,
  type PdfObjects,
  type PdfValue
} from './pdf-objects.js';

export interface Element {
  readonly ref: string;
  /** The standard type that its own one is mapped to. */
  readonly type: string;
  readonly dict: PdfDict;
  readonly kids: readonly Element[];
  /** References of annotations that it holds itself. */
  readonly annotations: readonly string[];
  /** References of the pages that it draws on itself. */
  readonly pages: readonly string[];
}

export function structureOf(pdf: PdfObjects): readonly Element[] {
  const root = pdf.dict(pdf.catalog['/StructTreeRoot']);
  const roles = pdf.dict(root['/RoleMap']);
  const read = (ref: PdfValue): Element => {
    const dict = pdf.dict(ref);
    const type = nameOf(dict['/S']);
    const kids = pdf.list(dict['/K']);
    const own = nameOf(dict['/Pg']);
    const held = kids.filter((kid) => !isReference(kid)).map((kid) => pdf.dict(kid));
    return {
      ref: nameOf(ref),
      type: nameOf(roles[type] ?? type),
      dict,
      kids: kids.filter((kid) => isReference(kid)).map(read),
      annotations: held.flatMap((kid) => (kid['/Obj'] ? [nameOf(kid['/Obj'])] : [])),
      pages: [
        ...kids.flatMap((kid) => (typeof kid === 'number' ? [own] : [])),
        ...held.flatMap((kid) => (kid['/MCID'] === undefined ? [] : [nameOf(kid['/Pg'] ?? own)]))
      ]
    };
  };
  return pdf.list(root['/K']).map(read);
}

/** The element and all below it. */
export function* within(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) yield* within(kid);
}

/** How many pages the element and all below it draw on. */
export function pageCountOf(element: Element): number {
  return new Set([...within(element)].flatMap(({ pages }) => pages)).size;
}
