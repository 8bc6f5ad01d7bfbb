import { describe, expect, test } from 'vitest';
import { column, makePdf } from './testing/make-pdf.js';
import { readPdf } from './read-pdf.js';

const left = [
  'The two delegations met again on',
  'Monday in the old town hall. They',
  'talked about the agree-',
  'ment and about a well-',
  'known border question. Nothing was',
  'signed. A well-known envoy said that',
  'the next round follows in autumn and',
  'that both sides want to'
];
const right = [
  'come. Observers were not so sure',
  'about that, since the last rounds had',
  'ended without any result at all and',
  'the mood among the envoys was bad.',
  'The hosts will publish a record of',
  'the meeting before the week is over.'
];

async function textOf(pages: Parameters<typeof makePdf>[0]): Promise<string> {
  return (await readPdf('a.pdf', makePdf(pages))).text;
}

test('reads two columns one after the other, under the headline across both', async () => {
  const page = [
    { text: 'Talks in the old town hall go on without any result', x: 72, y: 780, size: 20 },
    ...column(left, { x: 72, top: 740 }),
    ...column(right, { x: 320, top: 740 })
  ];
  expect(await textOf([page])).toBe(
    '# Talks in the old town hall go on without any result\n\n' +
      'The two delegations met again on Monday in the old town hall. They talked about the agreement ' +
      'and about a well-known border question. Nothing was signed. A well-known envoy said that the ' +
      'next round follows in autumn and that both sides want to come. Observers were not so sure about ' +
      'that, since the last rounds had ended without any result at all and the mood among the envoys ' +
      'was bad. The hosts will publish a record of the meeting before the week is over.'
  );
});

test('tells paragraphs apart by a gap, an indent and a short last line', async () => {
  const lines = [
    ...column(['The first paragraph runs over one line and', 'then ends here.'], { top: 720 }),
    ...column(['The second stands right below the first and', 'goes on to this line.'], {
      top: 692
    }),
    ...column(['The third comes after a gap of a whole line'], { top: 640 })
  ];
  expect((await textOf([lines])).split('\n\n')).toEqual([
    'The first paragraph runs over one line and then ends here.',
    'The second stands right below the first and goes on to this line.',
    'The third comes after a gap of a whole line'
  ]);
});

test('drops running heads and page numbers, and joins a sentence over the page', async () => {
  const pages = [1, 2, 3].map((n) => [
    { text: `The Gazette, issue 7, page ${n}`, x: 72, y: 800 },
    ...column(
      [
        `Sentence ${'abc'[n - 1]} begins on this page of the report and`,
        'it goes on and on, as the',
        'next page will show, since it'
      ],
      { top: 740 }
    ),
    { text: `${n}`, x: 300, y: 40 }
  ]);
  const text = await textOf(pages);
  expect(text).not.toMatch(/Gazette|\d/);
  expect(text).toContain('Sentence a begins');
});

test('reads what the document says of itself, but not a program’s file name as its title', async () => {
  const pages = [column(['Some words of an article that is printed here.'])];
  const info = { Title: 'Talks stall', Author: 'Ann Lee', CreationDate: "D:20250816103000+02'00'" };
  expect((await readPdf('a.pdf', makePdf(pages, info))).facts).toEqual({
    title: 'Talks stall',
    publisher: '',
    author: 'Ann Lee',
    published: null,
    made: '2025-08-16',
    url: ''
  });
  const odd = makePdf(pages, { Title: 'Microsoft Word - talks.docx' });
  expect((await readPdf('a.pdf', odd)).facts.title).toBe('');
});

test('a header or footer says the day and the address, but not the time at which a browser printed', async () => {
  const page = (body: string, margins: readonly string[]) => [
    { text: margins[0] ?? '', x: 72, y: 800 },
    ...column([body, 'and it goes on and on, as the next', 'page will show.'], { top: 740 }),
    { text: margins[1] ?? '', x: 72, y: 40 }
  ];
  const factsOf = async (...margins: readonly string[]) =>
    (await readPdf('a.pdf', makePdf([page('One begins', margins), page('Two begins', margins)])))
      .facts;
  expect(await factsOf('The Gazette, Friday 28 October 2016')).toMatchObject({
    published: '2016-10-28'
  });
  const browser = ['30 Nov 2026, 10:12 Talks', 'https://gazette.example/2016/10/28/talks 1/2'];
  expect(await factsOf(...browser)).toMatchObject({
    published: null,
    url: 'https://gazette.example/2016/10/28/talks'
  });
});

describe('scanned pages', () => {
  const words = column(['Some words of an article that is printed here.']);

  test.each([
    [['picture'] as const, /a\.pdf is scanned: its one page is a picture, without text\. .*OCR/],
    [['picture', 'picture', 'blank'] as const, /its 3 pages are pictures/]
  ])('all %j: refused with a sentence', async (pages, sentence) => {
    await expect(readPdf('a.pdf', makePdf(pages))).rejects.toThrow(
      expect.objectContaining({
        code: 'scanned',
        message: expect.stringMatching(sentence) as string
      })
    );
  });

  test('some: the sentence names them, the rest is taken in', async () => {
    const made = makePdf([words, 'picture', 'blank', 'picture', 'picture', words]);
    const { text, missing } = await readPdf('a.pdf', made);
    expect(text).toContain('Some words');
    expect(missing).toEqual([
      'Pages 2, 4–5 of 6 of a.pdf are pictures without text, and missing here. Text recognition (OCR) would bring them.'
    ]);
  });

  test('blank pages only: there are no words', async () => {
    await expect(readPdf('a.pdf', makePdf(['blank']))).rejects.toThrow(/holds no words/);
  });
});

test.each([
  ['no PDF', new TextEncoder().encode('words')],
  ['nothing', new Uint8Array()],
  ['a head without a body', new TextEncoder().encode('%PDF-1.7\n%%EOF')]
])('%s gets a sentence', async (_, bytes) => {
  await expect(readPdf('a.pdf', bytes)).rejects.toThrow(
    expect.objectContaining({
      code: 'not-a-pdf',
      message: expect.stringMatching(/^a\.pdf /) as string
    })
  );
});

test('a PDF whose table of objects is damaged is read all the same', async () => {
  const whole = Buffer.from(makePdf([column(['Some words of an article that is printed here.'])]));
  const damaged = whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n1');
  const bytes = new Uint8Array(Buffer.from(damaged, 'latin1'));
  expect((await readPdf('a.pdf', bytes)).text).toContain('Some words');
});
