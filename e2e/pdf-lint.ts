/**
 * Points of PDF/UA-1 (ISO 14289-1) that can be checked without a person:
 *
 * 5 declares the standard · 7.1 is marked as tagged, shows its title, has its metadata, all content
 * is real or artifact, types are standard · 7.2 names its language · 7.3 figures have words ·
 * 7.4.2 headings descend by one · 7.5 tables of rows of cells, heads with a scope · 7.2/14.8.4
 * lists of items of label and body · 7.11 attachments have names · 7.18 annotations stand in the
 * structure, have words, and are passed in its order · 7.21 fonts are embedded and name their
 * characters.
 *
 * Returns a sentence for each fault; an empty list is a clean document.
 */
import { isReference, nameOf, PdfObjects, textOf, type PdfDict } from './pdf-objects.js';
import { structureOf, within, type Element } from './pdf-structure.js';

const standardTypes = new Set(
  [
    ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
    ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl'],
    ...['LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note'],
    ...['Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'Warichu', 'Figure', 'Formula']
  ].map((type) => `/${type}`)
);

const children: Readonly<Record<string, readonly string[]>> = {
  '/Table': ['/TR', '/THead', '/TBody', '/TFoot', '/Caption'],
  '/THead': ['/TR'],
  '/TBody': ['/TR'],
  '/TR': ['/TH', '/TD'],
  '/L': ['/LI', '/L', '/Caption'],
  '/LI': ['/Lbl', '/LBody']
};

export function lintPdf(path: string): readonly string[] {
  const pdf = new PdfObjects(path);
  const elements = structureOf(pdf).flatMap((root) => [...within(root)]);
  return [
    ...document(pdf),
    ...structure(pdf, elements),
    ...headings(elements),
    ...annotations(pdf, elements),
    ...fonts(pdf),
    ...content(pdf)
  ];
}

function faults(...checks: readonly (readonly [string, boolean])[]): readonly string[] {
  return checks.filter(([, right]) => !right).map(([what]) => what);
}

function document(pdf: PdfObjects): readonly string[] {
  const { catalog } = pdf;
  const xmp = Buffer.from(pdf.streamOf(catalog['/Metadata']), 'latin1').toString('utf8');
  const files = [...pdf.dicts()].filter(([, dict]) => dict['/Type'] === '/Filespec');
  return faults(
    ['5: it declares PDF/UA-1', xmp.includes('<pdfuaid:part>1</pdfuaid:part>')],
    ['7.1: it is marked as tagged', pdf.dict(catalog['/MarkInfo'])['/Marked'] === true],
    [
      '7.1: its title is shown',
      pdf.dict(catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true
    ],
    ['7.1: its metadata have a title', /<dc:title>.*\S.*<\/dc:title>/.test(xmp)],
    ['7.2: it names its language', textOf(catalog['/Lang']) !== ''],
    [
      '7.11: attachments have names',
      files.every(([, file]) => textOf(file['/F']) !== '' && textOf(file['/UF']) !== '')
    ]
  );
}

function structure(pdf: PdfObjects, elements: readonly Element[]): readonly string[] {
  return elements.flatMap(({ ref, type, dict, kids, pages }) => {
    const allowed = children[type];
    const attributes = pdf.list(dict['/A']).map((each) => pdf.dict(each));
    return faults(
      [`7.1: ${ref} has a standard type, not ${type}`, standardTypes.has(type)],
      [
        `7.2: ${ref}, a ${type}, holds ${kids.map((kid) => kid.type).join(' ')}`,
        !allowed || (pages.length === 0 && kids.every((kid) => allowed.includes(kid.type)))
      ],
      [
        `7.5: the head ${ref} has a scope`,
        type !== '/TH' || attributes.some((each) => each['/Scope'] !== undefined)
      ],
      [`7.3: the figure ${ref} has words`, type !== '/Figure' || textOf(dict['/Alt']) !== '']
    );
  });
}

function headings(elements: readonly Element[]): readonly string[] {
  const levels = elements.flatMap(({ type }) => (/^\/H\d$/.test(type) ? [Number(type[2])] : []));
  return levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`7.4.2: heading ${index + 1} skips a level`] : []
  );
}

function annotations(pdf: PdfObjects, elements: readonly Element[]): readonly string[] {
  const owners = new Map(
    elements.flatMap(({ annotations: held, type }) => held.map((ref) => [ref, type] as const))
  );
  return pdf.pages().flatMap(([page, dict]) => {
    const held = pdf.list(dict['/Annots']).map((ref) => [nameOf(ref), pdf.dict(ref)] as const);
    return [
      ...faults([
        `7.18.3: page ${page} is passed in the order of its structure`,
        held.length === 0 || dict['/Tabs'] === '/S'
      ]),
      ...held.flatMap(([ref, annotation]) => {
        const wanted = annotation['/Subtype'] === '/Link' ? '/Link' : '/Annot';
        return faults(
          [`7.18.1: ${ref} stands in a ${wanted}`, owners.get(ref) === wanted],
          [
            `7.18.1: ${ref} has its place among the parents`,
            annotation['/StructParent'] !== undefined
          ],
          [`7.18.5: ${ref} has words`, textOf(annotation['/Contents']) !== '']
        );
      })
    ];
  });
}

function fonts(pdf: PdfObjects): readonly string[] {
  const isFont = ([, dict]: readonly [string, PdfDict]) =>
    dict['/Type'] === '/Font' && dict['/Subtype'] === '/Type0';
  return [...pdf.dicts()].filter(isFont).flatMap(([ref, font]) => {
    const descendant = pdf.dict(pdf.list(font['/DescendantFonts'])[0]);
    const descriptor = pdf.dict(descendant['/FontDescriptor']);
    return faults(
      [
        `7.21.4: the font ${ref} is embedded`,
        ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key] !== undefined)
      ],
      [`7.21.7: the font ${ref} names its characters`, isReference(font['/ToUnicode'])]
    );
  });
}

const marks = /(?:BDC|BMC)$/;
const paints = /(?:^|\s)(?:Tj|TJ|f\*?|F|S|s|B\*?|b\*?|Do|sh)$/;

/** Operations stand one a line, as Chromium writes them. */
function content(pdf: PdfObjects): readonly string[] {
  return pdf.pages().flatMap(([page, dict]) => {
    const open: string[] = [];
    const loose = pdf
      .streamOf(dict['/Contents'])
      .split('\n')
      .filter((line) => {
        if (marks.test(line)) open.push(line);
        else if (line === 'EMC') open.pop();
        return paints.test(line) && open.length === 0;
      });
    return faults([`7.1: all of page ${page} is real or an artifact`, loose.length === 0]);
  });
}
