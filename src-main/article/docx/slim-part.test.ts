import { describe, expect, test } from 'vitest';
import {
  maxArticleBytes,
  maxDocumentElements,
  maxDocumentStyles
} from '../../domain/base/limits.js';
import { Measure, slimPart } from './slim-part.js';

const slim = (xml: string) => slimPart(xml, new Measure('a.docx'));

describe('leaves out what only places or colours words', () => {
  test.each([
    [
      'properties that are not read, and then what held them',
      '<w:p><w:pPr><w:jc w:val="start"/><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>a</w:t></w:r></w:p>'
    ],
    [
      'but not those that are',
      '<w:r><w:rPr><w:b/><w:sz w:val="3"/></w:rPr></w:r><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
      '<w:r><w:rPr><w:b/></w:rPr></w:r><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    ],
    ['a list’s number stays whole', '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>', null],
    ['a tab in a text stays', '<w:r><w:tab/></w:r>', null],
    [
      'sessions of writing',
      '<w:p w:rsidR="1" w14:paraId="2" w:x="3">a</w:p>',
      '<w:p w:x="3">a</w:p>'
    ],
    [
      'pictures, whatever is in them',
      '<w:r><w:drawing><a/><w:drawing/></w:drawing>b</w:r>',
      '<w:r>b</w:r>'
    ],
    ['comments, instructions, types', '<?xml?><!DOCTYPE a><!-- <b> --><a/>', '<a/>'],
    ['a sign in an attribute ends no tag', '<a b="c>d" e=\'">\'/>', null],
    ['text in a section of its own', '<w:t><![CDATA[<w:p>]]></w:t>', null]
  ])('%s', (_, xml, slimmed) => {
    expect(slim(xml)).toBe(slimmed ?? xml);
  });

  test.each(['<a><b></a>', '<a', '<w:drawing><a>', '<!-- a', 'a', ''])(
    'what is no XML stays as it is: %j',
    (xml) => {
      expect(slim(xml)).toBe(xml);
    }
  );
});

describe('limits hold for all parts of a document together', () => {
  test.each([
    [
      'elements',
      '<w:p/>'.repeat(maxDocumentElements / 2 + 1),
      /more than 150,000 elements and attri/
    ],
    ['attributes', '<w:p a="" b="" c=""/>'.repeat(maxDocumentElements / 8 + 1), /150,000 elements/],
    [
      'styles',
      Array.from({ length: maxDocumentStyles / 2 + 1 }, (_, i) => `<w:pStyle w:val="${i}"/>`).join(
        ''
      ),
      /more than 1,000 styles/
    ],
    ['text', `<w:t>${'a'.repeat(maxArticleBytes + 1)}</w:t>`, /more than 5 MB of text/]
  ])('%s', (_, xml, sentence) => {
    const measure = new Measure('a.docx');
    const once = slimPart(xml, measure);
    expect(once).toBe(xml);
    expect(() => slimPart(xml.replaceAll('w:val="', 'w:val="x'), measure)).toThrow(sentence);
    expect(() => slimPart(xml, measure)).toThrow(/^a\.docx .* Nothing of it was taken in\.$/);
  });
});
