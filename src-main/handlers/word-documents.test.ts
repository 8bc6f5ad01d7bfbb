/** What is exported for Word is read back by the importer, which is other people's code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackDocx } from '../article/docx/read-docx.js';
import { readDocument, readPlainText } from '../article/read-article.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { fullEdition } from '../domain/publication/edition.js';
import { asDocx } from '../publish/docx/briefing-docx.js';

const bundle = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);

/** Of one briefing by itself. */
function briefingAsDocx(part: Bundle): Promise<Uint8Array> {
  return asDocx({ title: null, parts: [part], edition: fullEdition });
}

test('a Word document holds every heading, quote and position of its briefing', async () => {
  const made = await briefingAsDocx(bundle);
  const { text } = await readDocument('briefing.docx', made, { readPlain: readPlainText });
  const flat = (words: string) => words.replace(/[\s\\*_]+/g, ' ').trim();
  const { title, cards, actors, positions, annotations } = bundle.briefing;
  const whole = flat(text);
  for (const words of [title, ...cards.map(({ heading }) => heading)]) {
    expect(whole).toContain(flat(words));
  }
  for (const { actor, statement } of positions) {
    expect(whole).toContain(flat(statement));
    expect(whole).toContain(flat(actors.find(({ id }) => id === actor)!.name));
  }
  for (const { target } of annotations) {
    expect(whole).toContain(flat(target.selectors.quote.exact));
  }
});

test('a book lists its briefings in Word, and no two of its comments share a number', async () => {
  const copy = { ...bundle, briefing: { ...bundle.briefing, title: 'The week before' } };
  const made = await asDocx({ title: 'Two weeks', parts: [bundle, copy], edition: fullEdition });
  const { text } = await readDocument('book.docx', made.slice(), { readPlain: readPlainText });
  for (const title of ['Two weeks', bundle.briefing.title, copy.briefing.title]) {
    expect(text).toContain(title);
  }
  const parts = unpackDocx('book.docx', made);
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const ids = [...xml('word/comments.xml').matchAll(/<w:comment [^>]*w:id="(\d+)"/g)];
  const used = [...xml('word/document.xml').matchAll(/<w:commentReference w:id="(\d+)"/g)];
  const numbers = ids.map(([, id]) => id);
  expect(numbers.length).toBeGreaterThan(4);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(used.map(([, id]) => id).sort()).toEqual(numbers.toSorted());
});

test('words that run from the right do so in Word, and every page bears the marking', async () => {
  const title = 'المحادثات';
  const briefing = { ...bundle.briefing, title, marking: 'For two' };
  const made = await briefingAsDocx({ ...bundle, briefing });
  const parts = unpackDocx('briefing.docx', made);
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const paragraphs = xml('word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const fromRight = paragraphs.filter((each) => each.includes('<w:bidi/>'));
  expect(fromRight).toHaveLength(1);
  expect(fromRight[0]).toContain(title);
  const foot = Object.keys(parts).find((name) => name.startsWith('word/footer'));
  expect(xml(foot ?? '')).toContain('For two');
});

test('every list of numbers begins at its own first one', async () => {
  const [card] = bundle.briefing.cards;
  const body = '1. one\n2. two\n\nBetween.\n\n1. first\n2. second\n   1. inner\n';
  const briefing = { ...bundle.briefing, annotations: [], cards: [{ ...card!, body }] };
  const made = await briefingAsDocx({ ...bundle, briefing });
  const xml = new TextDecoder().decode(unpackDocx('b.docx', made)['word/document.xml']);
  const lists = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(new Set(lists.slice(0, 2)).size).toBe(1);
  expect(new Set(lists).size).toBe(3);
});
