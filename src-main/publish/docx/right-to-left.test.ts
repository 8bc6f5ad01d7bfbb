/** Words from the right in a Word document: how each paragraph, column and run is told to go. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { newActor, newIssue } from '../../domain/briefing/entries.js';
import { entry } from '../../domain/ledger/testing/ledger.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { arabicWords, makeArabicBundle } from '../testing/arabic.js';
import { makeBundle } from '../testing/bundle.js';
import { asDocx } from './briefing-docx.js';

async function documentOf(parts: Parameters<typeof asDocx>[0]['parts']): Promise<string> {
  const written = unzipSync(await asDocx({ title: null, parts, edition: fullEdition }));
  return Buffer.from(written['word/document.xml'] ?? []).toString();
}

const arabic = await documentOf([makeArabicBundle()]);
const paragraphs = arabic.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
const wordsOf = (xml: string) => xml.replace(/<[^>]*>/gu, '');
/** The first that holds the words. */
const paragraphWith = (words: string) =>
  paragraphs.find((paragraph) => wordsOf(paragraph).includes(words)) ?? '';
/** Of a run in it, by its words. */
const isFromRight = (paragraph: string, words: string) => {
  const run = (paragraph.match(/<w:r>.*?<\/w:r>/gsu) ?? []).find((each) =>
    wordsOf(each).includes(words)
  );
  return run === undefined ? null : run.includes('<w:rtl/>');
};

test('paragraphs and columns go from the right', () => {
  for (const words of [arabicWords.title, arabicWords.minister, arabicWords.outcome])
    expect([words, paragraphWith(words).includes('<w:bidi/>')]).toEqual([words, true]);
  const tables = arabic.match(/<w:tbl>/gu) ?? [];
  expect(tables.length).toBeGreaterThan(1);
  expect(arabic.match(/<w:bidiVisual\/>/gu)).toHaveLength(tables.length);
});

test('a sentence from the left keeps its full stop, and stands under the head of its column', () => {
  const statement = paragraphWith(arabicWords.statement);
  expect(statement).not.toContain('<w:bidi/>');
  expect(statement).toContain('<w:jc w:val="right"/>');
});

test('each name of a line is a run of its own, among words that run as the document does', () => {
  const place = paragraphWith(`${arabicWords.source}\u2069،`);
  expect(place).toContain('<w:bidi/>');
  expect([
    isFromRight(place, arabicWords.source),
    isFromRight(place, arabicWords.publisher),
    isFromRight(place, '١٦ أغسطس ٢٠٢٥')
  ]).toEqual([false, true, true]);
});

test('numbers of notes are in the digits of the document, and join no number before them', () => {
  const outcome = paragraphs.find(
    (paragraph) => paragraph.includes(arabicWords.outcome) && paragraph.includes('superscript')
  );
  expect(wordsOf(outcome ?? '')).toContain('٢٠٢٥\u200f١');
});

test('a map has signs for heads that would stand upright, and tells them below', async () => {
  const bundle = makeArabicBundle();
  const { briefing } = bundle;
  const actors = Array.from({ length: 14 }, (_, index) => newActor(`Actor ${index}`, 'state'));
  const issues = Array.from({ length: 10 }, (_, index) => newIssue(`المسألة الطويلة ${index}`));
  const positions = actors.flatMap(({ id: actor }, row) =>
    issues.map(({ id: issue }, column) => entry(row * 10 + column, { actor, issue }))
  );
  const map = await documentOf([
    { ...bundle, briefing: { ...briefing, actors, issues, positions } }
  ]);
  expect(map).not.toContain('w:textDirection');
  const [head = ''] =
    /<w:tr>.*?<\/w:tr>/su.exec(map.slice(map.indexOf('<w:tblHeader/>') - 200)) ?? [];
  expect(wordsOf(head)).toContain('١٢٣٤٥٦٧٨٩١٠+−');
  expect(wordsOf(map)).toContain('١٠ المسألة الطويلة 9');
});

test('a document from the left has none of it', async () => {
  const bundle = makeBundle(1);
  const plain = { ...bundle.briefing, cards: [], sources: [], annotations: [], positions: [] };
  const english = await documentOf([{ ...bundle, briefing: plain }]);
  expect(english).not.toMatch(/<w:(?:bidi|rtl|bidiVisual)\/>/u);
});
