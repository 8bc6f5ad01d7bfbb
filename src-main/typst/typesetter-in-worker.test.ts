/** Real threads and the real Typst, by a small template: what it makes, refuses and gives up. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import { type Finish, Typesetter, type TypesetJob, type TypesetLimits } from './typesetter.js';

const fonts = await fontsForTests();
const template = join(import.meta.dirname, 'testing/template');
const typesetter = new Typesetter(template, fonts);

interface Content {
  readonly title?: string;
  readonly paragraphs?: readonly (readonly Record<string, unknown>[])[];
  readonly fault?: string;
  readonly turns?: number;
  readonly picture?: string;
}

function jobFor(content: Content, more: Partial<TypesetJob> = {}): TypesetJob {
  const data = JSON.stringify({ title: 'A title', paragraphs: [[{ t: 'Words.' }]], ...content });
  const createdAt = '2025-08-17T00:00:00.000Z';
  return { data, pictures: {}, queries: [], createdAt, make: 'look', ...more };
}

/** What is to be accessible is checked. */
const checked: Finish = {
  ...{
    isAccessible: true,
    archive: false,
    packet: '',
    info: {},
    places: {},
    attachments: [],
    highlights: {}
  },
  ...{ createdAt: '2025-08-17T00:00:00.000Z', modifiedAt: '2025-08-17T00:00:00.000Z' }
};

function words(t: string): Content {
  return { paragraphs: [[{ t }]] };
}

test('pages are set, counted, and what the template tells is answered', async () => {
  const { pdf, pages, values } = await typesetter.typeset(jobFor({}, { queries: ['counted'] }));
  expect(Buffer.from(pdf).toString('latin1', 0, 8)).toBe('%PDF-1.7');
  expect(pages).toBe(1);
  expect(values).toEqual({ counted: [{ pages: 1 }] });
});

test('equal input gives equal bytes, also from a thread that has set other pages meanwhile', async () => {
  const first = await typesetter.typeset(jobFor(words('Equal.')));
  await typesetter.typeset(jobFor(words('Other.')));
  const other = await new Typesetter(template, fonts).typeset(jobFor(words('Equal.')));
  expect(Buffer.compare(first.pdf, (await typesetter.typeset(jobFor(words('Equal.')))).pdf)).toBe(
    0
  );
  expect(Buffer.compare(first.pdf, other.pdf)).toBe(0);
});

test('words of the data are never markup', async () => {
  const hostile = ['#panic("x")', '#import "@preview/cetz:0.3.0": *', '$ #eval("1") $', '*_`#[ \\'];
  const { pages } = await typesetter.typeset(jobFor(words(hostile.join(' '))));
  expect(pages).toBe(1);
});

test('control characters and halves of characters are left out, and words that look like them stay', async () => {
  const plain = await typesetter.typeset(jobFor(words('ab\\u0001c d')));
  const odd = await typesetter.typeset(jobFor(words('a\u0001\b\u007f\u0085b\\u0001c\ud800 d')));
  expect(Buffer.compare(plain.pdf, odd.pdf)).toBe(0);
});

test('signs that no font of ours has are named, though a font of the system may have them', async () => {
  const asked = typesetter.typeset(jobFor(words('日 Ա and \ue123 and 日'), { make: checked }));
  await expect(asked).rejects.toMatchObject({
    name: 'ExpectedFailure',
    code: 'missing-glyph',
    message: expect.stringContaining('日 (U+65E5), Ա (U+0531), U+E123.') as string
  });
});

test('a broken picture is said to be one, and one that is left out of the next job is gone', async () => {
  const png = Buffer.from('not a picture');
  const broken = jobFor({ picture: 'picture-1.png' }, { pictures: { 'picture-1.png': png } });
  await expect(typesetter.typeset(broken)).rejects.toMatchObject({ code: 'broken-picture' });
  await expect(typesetter.typeset(jobFor({ picture: 'picture-1.png' }))).rejects.toThrow(
    'main.typ'
  );
});

test.each([
  ['warning', 'block may not occur inside of a paragraph'],
  ['outside', 'access denied'],
  ['beside', 'failed to load file'],
  ['no words', 'missing alt text']
])('a template is at fault for “%s”', async (fault, message) => {
  await expect(typesetter.typeset(jobFor({ fault }, { make: checked }))).rejects.toThrow(message);
});

test('a template that names a package is refused before anything is fetched', async () => {
  const asks = new Typesetter(join(import.meta.dirname, 'testing/asks-for-package'), fonts);
  await expect(asks.typeset(jobFor({}))).rejects.toThrow('main.typ names a package');
});

const wide: TypesetLimits = { data: 2_000_000, time: 60_000, memory: 1_000_000_000 };

test.each<[keyof TypesetLimits, string, Partial<TypesetLimits>, object]>([
  ['data', 'pages-too-many', { data: 10 }, { fault: 'slow', turns: 1 }],
  // Several seconds, of which the first is waited for.
  ['time', 'pages-too-slow', { time: 0 }, { fault: 'long', turns: 30_000 }],
  ['memory', 'pages-too-large', { memory: 1_000_000 }, { fault: 'slow', turns: 2_500 }]
])(
  'beyond its limit of %s a job is given up with a sentence, and the next one works',
  async (_, code, own, job) => {
    const limits = { ...wide, ...own };
    const narrow = new Typesetter(template, fonts, limits);
    await expect(narrow.typeset(jobFor(job))).rejects.toMatchObject({
      code
    });
    Object.assign(limits, wide);
    expect((await narrow.typeset(jobFor({}))).pages).toBe(1);
  }
);

test('one that nobody wants any more is given up at once, and the next one works', async () => {
  const stop = new AbortController();
  const asked = typesetter.typeset(jobFor({ fault: 'slow', turns: 50 }), stop.signal);
  stop.abort(new Error('stopped'));
  await expect(asked).rejects.toThrow('stopped');
  expect((await typesetter.typeset(jobFor({}))).pages).toBe(1);
});
