/** How the web page and Word write what somebody wrote: headings, lists, pictures, marks and comments. */
import { expect, test } from 'vitest';
import { unpackDocx } from '../article/docx/read-docx.js';
import { newAnnotation } from '../domain/briefing/annotation.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../domain/briefing/bundle.js';
import { newActor, newCard, newIssue } from '../domain/briefing/entries.js';
import { entry } from '../domain/ledger/testing/ledger.js';
import { renderMarkdown } from '../domain/markdown/render-markdown.js';
import { fullEdition } from '../domain/publication/edition.js';
import { asDocx } from './docx/briefing-docx.js';
import { asHtml } from './html/briefing-html.js';

const moment = '2025-08-17T09:00:00Z';
const body =
  '# Why\n\nSee [the *plan*](https://example.org/a?b&c#d).\n\n1. First\n\n   More of it.\n2. Second\n   - Inner\n\n```\na <b>\nc\n```';
const card = newCard('fact', { heading: 'Closed', body });
const { text } = renderMarkdown(body);
const start = text.indexOf('plan');
const selectors = {
  quote: { exact: 'plan', prefix: '', suffix: '' },
  position: { start, end: start + 4 }
};
const note = newAnnotation({ type: 'card', id: card.id, selectors }, moment, {
  note: 'Ask **again**.\n\n- Soon'
});
const bundle: Bundle = {
  ...{ schema: bundleSchema, texts: {} },
  briefing: {
    ...emptyBriefing('Line 4', new Date(moment)),
    ...{ language: 'en', cards: [card], annotations: [note] }
  }
};
const jobOf = (part: Bundle, title: string | null = null) => ({
  ...{ title, parts: [part], edition: fullEdition }
});

async function partsOfWord(title: string | null = null) {
  const parts = unpackDocx('a.docx', await asDocx(jobOf(bundle, title)));
  const xml = (name: string) => Buffer.from(parts[name] ?? []).toString();
  const paragraphs = xml('word/document.xml').match(/<w:p>.*?<\/w:p>/gsu) ?? [];
  return {
    xml,
    /** The first paragraph with these words that stands in no list of contents. */
    paragraphWith: (words: string) =>
      paragraphs
        .filter((each) => !each.includes('"TOC'))
        .find((each) => each.replace(/<[^>]*>/gu, '').includes(words)) ?? ''
  };
}

test.each([
  [null, '2', '3'],
  ['A book', '3', '4']
])('a heading in a card stands below that of the card (%s)', async (title, level, below) => {
  const html = asHtml(jobOf(bundle, title));
  expect(html).toMatch(new RegExp(`<h${level} [^>]*>Closed</h${level}>`, 'u'));
  expect(html).toContain(`<h${below}>Why</h${below}>`);
  const { paragraphWith } = await partsOfWord(title);
  expect(paragraphWith('Closed')).toContain(`w:val="Heading${Number(level) - 1}"`);
  expect(paragraphWith('Why')).toContain(`w:val="Heading${Number(below) - 1}"`);
});

test('the web page writes runs, lists and code as they are meant, and a note below', () => {
  const html = asHtml(jobOf(bundle));
  expect(html).toContain(
    '<a href="https://example.org/a?b&#38;c#d">the </a><a href="https://example.org/a?b&#38;c#d"><em><mark class="key">plan</mark></em></a><sup id="mark-1"><a href="#note-1">1</a></sup>'
  );
  expect(html).toContain('<ol><li><p>First</p>\n<p>More of it.</p></li>');
  expect(html).toContain('<li>Second\n<ul><li>Inner</li></ul></li></ol>');
  expect(html).toContain('<pre>\n<code>a &#60;b&#62;</code>\n<code>c</code></pre>');
  expect(html).toMatch(/<aside id="note-1" class="note">.*<p>Ask <strong>again<\/strong>\.<\/p>/u);
});

test('Word writes them too: the note is a comment, and the rest of an item has no number', async () => {
  const { xml, paragraphWith } = await partsOfWord();
  expect(paragraphWith('First')).toContain('<w:numPr>');
  expect(paragraphWith('More of it.')).not.toContain('<w:numPr>');
  expect(paragraphWith('Inner')).toContain('<w:ilvl w:val="1"/>');
  expect(paragraphWith('plan')).toMatch(/<w:commentRangeStart w:id="1"\/>.*<w:hyperlink/su);
  expect(xml('word/_rels/document.xml.rels')).toContain('Target="https://example.org/a?b');
  const comments = xml('word/comments.xml').replace(/<[^>]*>/gu, '');
  expect(comments).toContain('Ask again.');
  expect(comments).toContain('Soon');
});

test('a map is a table on the web page, whose heads can stand upright, and its ledger has places', () => {
  const actors = Array.from({ length: 14 }, (_, index) => newActor(`Actor ${index}`, 'state'));
  const issues = Array.from({ length: 10 }, (_, index) => newIssue(`Issue ${index}`));
  const positions = actors.flatMap(({ id: actor }, row) =>
    issues.map(({ id: issue }, column) => entry(row * 10 + column, { actor, issue }))
  );
  const html = asHtml(
    jobOf({ ...bundle, briefing: { ...bundle.briefing, actors, issues, positions } })
  );
  expect(html).toContain('<table class="map">');
  expect(html).toMatch(/<th scope="col" dir="auto"><span>10 Issue 9<\/span><\/th>/u);
  expect(html.match(/<th scope="row" id="claim-\d+"/gu)).toHaveLength(positions.length);
});
