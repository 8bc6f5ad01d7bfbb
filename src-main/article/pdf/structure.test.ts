/** What a PDF tells by its structure tree, whatever its layout looks like. */
import { describe, expect, test } from 'vitest';
import { type MadeElement, makePdf, type PlacedLine } from './testing/make-pdf.js';
import { readPdf } from './read-pdf.js';

/** Makes the pages as the elements are made: each text is the next marked content of its page. */
class Writer {
  readonly pages: PlacedLine[][] = [[]];
  #page = 0;

  /** An element with this text. */
  of(role: string, ...kids: readonly (string | MadeElement)[]): MadeElement {
    return { role, kids: kids.map((kid) => (typeof kid === 'string' ? this.#text(kid) : kid)) };
  }

  /** What comes next stands on the next page. */
  turn(): void {
    this.#page = this.pages.push([]) - 1;
  }

  /** Beside the text. */
  beside(text: string): void {
    this.pages[this.#page]!.push({ text, x: 72, y: 40, content: 'artifact' });
  }

  #text(text: string) {
    const lines = this.pages[this.#page]!;
    const content = lines.filter((line) => typeof line.content === 'number').length;
    // All in one look, from top to bottom: the layout tells nothing.
    lines.push({ text, x: 72, y: 780 - 14 * lines.length, content });
    return { page: this.#page, content };
  }
}

async function blocksOf(build: (writer: Writer) => readonly MadeElement[]) {
  const writer = new Writer();
  const root = { role: 'Document', kids: build(writer) };
  const { text } = await readPdf('a.pdf', makePdf(writer.pages, {}, root));
  return text.split('\n\n');
}

test('headings, texts, lists and tables are what it says they are', async () => {
  const blocks = await blocksOf((w) => [
    w.of('H1', 'Talks stall'),
    w.of('P', w.of('Span', 'The sides met'), w.of('Span', 'and parted.')),
    w.of('H3', 'Who was there'),
    w.of(
      'L',
      w.of('LI', w.of('Lbl', '1.'), w.of('LBody', 'The north')),
      w.of(
        'LI',
        w.of('Lbl', '2.'),
        w.of('LBody', w.of('P', 'The south'), w.of('L', w.of('LI', w.of('LBody', 'Its islands'))))
      )
    ),
    w.of(
      'Table',
      w.of('Caption', 'What was counted'),
      w.of('THead', w.of('TR', w.of('TH', 'Side'), w.of('TH', 'Votes'))),
      w.of(
        'TBody',
        w.of('TR', w.of('TD', w.of('P', 'North'), w.of('P', 'and east')), w.of('TD', '12'))
      )
    )
  ]);
  expect(blocks).toEqual([
    '# Talks stall',
    'The sides met and parted.',
    '### Who was there',
    '1. The north\n2. The south\n   - Its islands',
    'What was counted',
    '| Side | Votes |\n| --- | --- |\n| North and east | 12  |'
  ]);
});

test('what is beside the text is none of it', async () => {
  const blocks = await blocksOf((w) => {
    w.beside('The Gazette, page 1');
    return [w.of('P', 'The sides met and parted.')];
  });
  expect(blocks).toEqual(['The sides met and parted.']);
});

test('texts, items and tables go on over the page', async () => {
  const blocks = await blocksOf((w) => {
    const row = (...cells: string[]) => w.of('TR', ...cells.map((cell) => w.of('TD', cell)));
    const first = [w.of('P', 'Before.'), w.of('Table', row('Side', 'Votes'), row('North', '12'))];
    w.turn();
    const second = [
      w.of('Table', row('Side', 'Votes'), row('South', '7')),
      w.of('P', 'They met and')
    ];
    w.turn();
    return [...first, ...second, w.of('P', 'parted.'), w.of('P', 'After.')];
  });
  expect(blocks).toEqual([
    'Before.',
    '| Side | Votes |\n| --- | --- |\n| North | 12  |\n| South | 7   |',
    'They met and parted.',
    'After.'
  ]);
});

test('a note that hangs in a sentence comes behind it', async () => {
  const blocks = await blocksOf((w) => [
    w.of('P', 'The sides met', w.of('Note', '1 In May.'), 'and parted.')
  ]);
  expect(blocks).toEqual(['The sides met and parted.', '1 In May.']);
});

test('a table that only places texts is taken apart', async () => {
  const blocks = await blocksOf((w) => [
    w.of(
      'Table',
      w.of('TR', w.of('TD', w.of('H2', 'Left'), w.of('P', 'One.')), w.of('TD', w.of('P', 'Two.')))
    )
  ]);
  expect(blocks).toEqual(['## Left', 'One.', 'Two.']);
});

describe('is not believed', () => {
  test('where it holds a part of the words only: the layout tells then', async () => {
    const page: PlacedLine[] = [
      { text: 'A title that the structure knows', x: 72, y: 780, content: 0 },
      { text: 'The sides met again in the old town hall and they', x: 72, y: 740 },
      { text: 'parted without any result.', x: 72, y: 726 }
    ];
    const root: MadeElement = { role: 'H1', kids: [{ page: 0, content: 0 }] };
    const { text } = await readPdf('a.pdf', makePdf([page], {}, root));
    expect(text.split('\n\n')).toEqual([
      'A title that the structure knows',
      'The sides met again in the old town hall and they parted without any result.'
    ]);
  });

  test('but what it forgot is kept where it holds nearly all', async () => {
    const writer = new Writer();
    const root = writer.of('P', 'The sides met again in the old town hall, and they parted.');
    writer.pages[0]!.push({ text: 'Draft', x: 300, y: 60 });
    const { text } = await readPdf('a.pdf', makePdf(writer.pages, {}, root));
    expect(text).toBe('The sides met again in the old town hall, and they parted.\n\nDraft');
  });
});

test('where it names no heading, the layout does', async () => {
  const page: PlacedLine[] = [
    { text: 'Talks stall', x: 72, y: 780, size: 20, content: 0 },
    { text: 'The sides met again in the old town hall and they', x: 72, y: 740, content: 1 },
    { text: 'parted without any result.', x: 72, y: 726, content: 2 }
  ];
  const part = (...contents: number[]): MadeElement => ({
    role: 'P',
    kids: contents.map((content) => ({ page: 0, content }))
  });
  const root: MadeElement = { role: 'Document', kids: [part(0), part(1, 2)] };
  expect((await readPdf('a.pdf', makePdf([page], {}, root))).text).toMatch(/^# Talks stall\n\nThe/);
});

test('one that is nested without end is read to a depth, and loses no words', async () => {
  const writer = new Writer();
  let root = writer.of('P', 'The sides met.');
  for (let i = 0; i < 500; i += 1) root = { role: 'Div', kids: [root] };
  expect((await readPdf('a.pdf', makePdf(writer.pages, {}, root))).text).toBe('The sides met.');
});
