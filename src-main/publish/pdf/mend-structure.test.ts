import { PDFDict, PDFName, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { mendStructure, renumberStructure } from './mend-structure.js';
import { inspectPdf, type OpenedPdf } from './opened-pdf.js';
import { element, type Shape, taggedPdf } from './testing/tagged-pdf.js';

async function mended(...shapes: readonly Shape[]): Promise<OpenedPdf> {
  const pdf = inspectPdf(await taggedPdf(...shapes));
  mendStructure(pdf);
  return pdf;
}

/** The structure with the words of each element, in the order in which it is heard. */
function heard({ document, tree, pages }: OpenedPdf): unknown {
  const read = (ref: PDFRef): unknown => {
    const kids = tree.childrenOf(ref);
    const words = tree
      .sequencesOf(ref)
      .map(({ mcid }) => pages[0]?.content.sequences.find((each) => each.mcid === mcid)?.text)
      .join('');
    const type = tree.typeOf(ref);
    return kids.length === 0 ? [type, words] : [type, ...kids.map(read)];
  };
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  return read(root.get(PDFName.of('K')) as PDFRef);
}

const note = (number: string, words: string) => element('Aside', number, words);

describe('a note in the margin', () => {
  test('is heard behind the sentence that it stands in, with its number as its label', async () => {
    const pdf = await mended(
      element('P', 'Before ', element('NonStruct', note('1', 'Why.')), 'after.'),
      element('P', 'Next.')
    );
    expect(heard(pdf)).toEqual([
      'Document',
      ['P', ['NonStruct', 'Before '], ['NonStruct', 'after.']],
      ['Note', ['Lbl', '1'], ['NonStruct', 'Why.']],
      ['P', ['NonStruct', 'Next.']]
    ]);
  });

  test('follows the others of its sentence, in their order', async () => {
    const pdf = await mended(
      element('P', 'One ', note('1', 'A.'), 'two ', note('2', 'B.'), 'three.'),
      element('P', 'Next.')
    );
    const names = (heard(pdf) as readonly unknown[]).slice(1).map((each) => JSON.stringify(each));
    expect(names[1]).toContain('A.');
    expect(names[2]).toContain('B.');
    expect(names[3]).toContain('Next.');
  });

  test('in an item without a paragraph stands before the list within it', async () => {
    const pdf = await mended(
      element(
        'L',
        element(
          'LI',
          element('Lbl', '1.'),
          element('Strong', 'Words ', note('1', 'Why.')),
          ' go on.',
          element('L', element('LI', 'Inner.'))
        )
      )
    );
    expect(JSON.stringify(heard(pdf))).toMatch(/Words .* go on\..*"Note".*Why.*Inner/);
  });

  test('has an identifier that no other has and the tree of identifiers finds', async () => {
    const pdf = await mended(element('P', note('1', 'A.'), note('2', 'B.')));
    renumberStructure(pdf.document);
    pdf.tree.listIdentifiers();
    const root = pdf.document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const names = root
      .lookup(PDFName.of('IDTree'), PDFDict)
      .lookup(PDFName.of('Names'))
      ?.toString();
    const ids = [...pdf.tree.elements].flatMap(([ref, dict]) => {
      const id = dict.lookup(PDFName.of('ID'));
      return id instanceof PDFString ? [`${String(id)} ${String(ref)}`] : [];
    });
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(names).toContain(id);
  });
});

test('words in another language are a run of their sentence', async () => {
  const pdf = await mended(element('P', element('Div', 'Bonjour'), '.'), element('Div', 'Apart.'));
  expect(heard(pdf)).toEqual([
    'Document',
    ['P', ['Span', ['NonStruct', 'Bonjour']], ['NonStruct', '.']],
    ['Div', ['NonStruct', 'Apart.']]
  ]);
});
