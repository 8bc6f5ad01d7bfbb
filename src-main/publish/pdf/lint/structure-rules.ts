/** Rules of a document's structure. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFName, PDFRef } from '@cantoo/pdf-lib';
import { textOf, type Element, type LookedAt, type PdfRule } from './looked-at.js';

const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const standardTypes = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', ...headings, 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR'],
  ...['TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry'],
  ...['Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure'],
  ...['Formula', 'Form']
]);

/** What an element may hold; others may hold anything. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']
};
/** What must hold an element; others may stand anywhere. */
const mustStandIn: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC']
};
const languageTag = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

export const structureRules: readonly PdfRule[] = [
  {
    ua: '7.1',
    says: 'It has a structure',
    find: ({ elements }) => (elements.length > 0 ? [] : ['it'])
  },
  {
    ua: '7.1',
    says: 'Every element has a standard type, or one mapped to it',
    *find(pdf) {
      const { elements } = pdf;
      const dicts = pdf.dicts('Type', 'StructElem');
      for (const { ref, type } of elements)
        if (!standardTypes.has(type)) yield `${ref.tag} ${type}`;
      // What no element leads to is heard by nobody.
      const known = new Set(elements.map(({ ref }) => ref));
      for (const [ref] of dicts) if (!known.has(ref)) yield `${ref.tag} lost`;
    }
  },
  {
    ua: '7.1',
    says: 'No standard type is mapped to another, and no mapping leads back to itself',
    *find({ roles }) {
      for (const [own, type] of roles) {
        if (standardTypes.has(own) || !standardTypes.has(roles.get(type) ?? type)) yield own;
      }
    }
  },
  {
    ua: '7.2',
    says: 'It names its language',
    find: (pdf) => (languageTag.test(pdf.text(pdf.catalog, 'Lang')) ? [] : ['it'])
  },
  {
    ua: '7.2',
    says: 'The language of an element is a language tag',
    find: ({ elements }) =>
      elements
        .filter(({ dict }) => {
          const language = dict.get(PDFName.of('Lang'));
          return language !== undefined && !languageTag.test(textOf(language));
        })
        .map(refOf)
  },
  {
    ua: '7.2',
    says: 'Tables, lists and contents hold what belongs in them',
    find: (pdf) =>
      pdf
        .ofType(...Object.keys(mayHold))
        .filter(
          ({ type, kids, draws }) => draws || kids.some((kid) => !mayHold[type]?.includes(kid.type))
        )
        .map(refOf)
  },
  {
    ua: '7.2',
    says: 'Rows, cells and items stand where they belong',
    find: (pdf) =>
      pdf
        .ofType(...Object.keys(mustStandIn))
        .filter(({ type, parent }) => !mustStandIn[type]?.includes(parent?.type ?? ''))
        .map(refOf)
  },
  {
    ua: '7.2',
    says: 'A table has one head and one foot at most, and with either a body',
    find: (pdf) =>
      pdf
        .ofType('Table')
        .filter(({ kids }) => {
          const count = (type: string) => kids.filter((kid) => kid.type === type).length;
          const parts = count('THead') + count('TFoot');
          return count('THead') > 1 || count('TFoot') > 1 || (parts > 0 && count('TBody') === 0);
        })
        .map(refOf)
  },
  {
    ua: '7.2',
    says: 'A caption stands first, in a table first or last, and is the only one',
    find: (pdf) =>
      pdf
        .ofType('Table', 'L', 'TOC')
        .filter(({ type, kids }) => {
          const places = kids.flatMap((kid, index) => (kid.type === 'Caption' ? [index] : []));
          const [place = 0] = places;
          const last = type === 'Table' ? kids.length - 1 : 0;
          return places.length > 1 || (place !== 0 && place !== last);
        })
        .map(refOf)
  },
  {
    ua: '7.2',
    says: 'Each row of a table has a cell for each of its columns, and none overlaps another',
    find: (pdf) =>
      pdf
        .ofType('Table')
        .filter((table) => !isRegular(pdf, table))
        .map(refOf)
  },
  {
    ua: '7.3',
    says: 'A figure has words',
    find: (pdf) => pdf.ofType('Figure').filter(hasNoWords).map(refOf)
  },
  {
    ua: '7.4.2',
    says: 'Headings begin with the first level, and descend by one',
    *find({ elements }) {
      let last = 0;
      for (const { ref, type } of elements) {
        const level = headings.indexOf(type) + 1;
        if (level > last + 1) yield ref;
        if (level > 0) last = level;
      }
    }
  },
  {
    ua: '7.4.4',
    says: 'Beside headings with a level none stands without',
    find: (pdf) => (pdf.ofType(...headings).length > 0 ? pdf.ofType('H').map(refOf) : [])
  },
  {
    ua: '7.5',
    says: 'A head tells what it heads',
    find: (pdf) =>
      pdf
        .ofType('TH')
        .filter(
          (head) => !['Row', 'Column', 'Both'].includes(attributeOf(pdf, head, 'Scope') ?? '')
        )
        .map(refOf)
  },
  {
    ua: '7.5',
    says: 'The heads that a cell names are heads of its own table',
    *find(pdf) {
      for (const table of pdf.ofType('Table')) {
        const cells = rowsOf(table).flatMap(({ kids }) => kids);
        const heads = new Set(cells.filter(({ type }) => type === 'TH').map(identifierOf));
        for (const cell of cells) {
          const named = pdf.list(attributes(pdf, cell, 'Headers')).map(textOf);
          if (named.some((id) => !heads.has(id))) yield cell.ref;
        }
      }
    }
  },
  {
    ua: '7.7',
    says: 'A formula has words',
    find: (pdf) => pdf.ofType('Formula').filter(hasNoWords).map(refOf)
  },
  {
    ua: '7.9',
    says: 'A note has an identifier',
    find: (pdf) =>
      pdf
        .ofType('Note')
        .filter((note) => identifierOf(note) === '')
        .map(refOf)
  },
  {
    ua: '7.9',
    says: 'No identifier is that of two elements, and the tree of identifiers knows each',
    *find(pdf) {
      const listed = identifiersIn(pdf);
      const seen = new Set<string>();
      for (const element of pdf.elements) {
        const id = identifierOf(element);
        if (id === '') continue;
        if (seen.has(id) || listed.get(id) !== element.ref) yield element.ref;
        seen.add(id);
      }
    }
  }
];

function refOf({ ref }: Element): PDFRef {
  return ref;
}

function identifierOf({ dict }: Element): string {
  return textOf(dict.get(PDFName.of('ID')));
}

function hasNoWords({ dict }: Element): boolean {
  const words = ['Alt', 'ActualText'].map((key) => textOf(dict.get(PDFName.of(key))));
  return words.every((each) => each.trim() === '');
}

function rowsOf(table: Element): readonly Element[] {
  return table.kids
    .flatMap((kid) => (kid.type === 'TR' ? kid : kid.kids))
    .filter(({ type }) => type === 'TR');
}

function attributes(pdf: LookedAt, { dict }: Element, key: string) {
  for (const each of pdf.list(dict.get(PDFName.of('A')))) {
    const found = pdf.at(pdf.dict(each), key);
    if (found) return found;
  }
  return undefined;
}

function attributeOf(pdf: LookedAt, element: Element, key: string): string | null {
  const found = attributes(pdf, element, key);
  return found instanceof PDFName ? found.decodeText() : null;
}

function spanOf(pdf: LookedAt, cell: Element, key: 'ColSpan' | 'RowSpan'): number {
  const found = Number(attributes(pdf, cell, key)?.toString() ?? 1);
  return Number.isInteger(found) && found > 0 ? found : 1;
}

/** Lays the cells out, row by row, each in the next place that is free (ISO 32000-1, 14.8.5.7). */
function isRegular(pdf: LookedAt, table: Element): boolean {
  const rows = rowsOf(table);
  /** For each column, how many rows a cell above still takes. */
  let taken: number[] = [];
  let columns: number | null = null;
  for (const { kids } of rows) {
    let column = 0;
    const next = taken.map((left) => Math.max(0, left - 1));
    for (const cell of kids) {
      while ((taken[column] ?? 0) > 0) column += 1;
      const width = spanOf(pdf, cell, 'ColSpan');
      for (let end = column + width; column < end; column += 1) {
        if ((taken[column] ?? 0) > 0) return false;
        next[column] = spanOf(pdf, cell, 'RowSpan') - 1;
      }
    }
    while ((taken[column] ?? 0) > 0) column += 1;
    columns ??= column;
    if (column !== columns || next.length > columns) return false;
    taken = next;
  }
  return taken.every((left) => left === 0);
}

function identifiersIn(pdf: LookedAt): ReadonlyMap<string, PDFRef> {
  const found = new Map<string, PDFRef>();
  const visit = (node: PDFDict | null): void => {
    const names = pdf.list(node?.get(PDFName.of('Names')));
    for (let index = 0; index + 1 < names.length; index += 2) {
      const ref = names[index + 1];
      if (ref instanceof PDFRef) found.set(textOf(names[index]), ref);
    }
    for (const kid of pdf.list(node?.get(PDFName.of('Kids')))) visit(pdf.dict(kid));
  };
  visit(pdf.dict(pdf.at(pdf.catalog, 'StructTreeRoot', 'IDTree')));
  return found;
}
