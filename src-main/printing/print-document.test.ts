/** The whole way from a briefing to its PDF by Typst: what every document keeps, in each kind and language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { newCard } from '../domain/briefing/entries.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition, type Edition } from '../domain/publication/edition.js';
import { forReaders } from '../publish/formats.js';
import { readAttachedBundles } from '../publish/pdf/attached-bundle.js';
import { readPages } from '../publish/pdf/lint/page-content.js';
import { lintPdf } from '../publish/pdf/lint/lint.js';
import { makeArabicBundle } from '../publish/testing/arabic.js';
import { makeBundle } from '../publish/testing/bundle.js';
import { ordinarySubmission } from '../publish/testing/ordinary-submission.js';
import { Typesetter } from '../typst/typesetter.js';
import { printDocument, template } from './print-document.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);

let typesetter: Typesetter;
const print = (job: DocumentJob) => printDocument(job, {}, typesetter);
beforeAll(async () => {
  typesetter = new Typesetter(template, await fontsForTests());
});

function jobOf(
  { briefing, texts }: Pick<Bundle, 'briefing' | 'texts'>,
  edition: Partial<Edition> = {}
): DocumentJob {
  return forReaders({
    title: null,
    parts: [{ briefing, texts }],
    edition: { ...fullEdition, ...edition }
  });
}

/** Without Poppler, which unit tests must not need. It takes the bytes for itself. */
async function wordsOf(pdf: Uint8Array): Promise<string> {
  return (await extractText(pdf, { mergePages: true })).text;
}

function inArabic(bundle: Bundle): Bundle {
  return { ...bundle, briefing: { ...bundle.briefing, language: 'ar' } };
}

/** Fonts for Chinese are not among those of the program. */
function withoutChinese(bundle: Bundle): Bundle {
  return Bundle.parse(
    JSON.parse(JSON.stringify(bundle).replaceAll(/[\u4e00-\u9fff]+/gu, 'Chinese'))
  );
}

const documents: readonly (readonly [string, () => DocumentJob])[] = [
  ['full', () => jobOf(sample)],
  ['full, archive', () => jobOf(sample, { archive: true })],
  ['full, Letter', () => jobOf(sample, { paper: 'Letter' })],
  ['full, large print', () => jobOf(sample, { largePrint: true })],
  ['brief', () => jobOf(sample, { template: 'brief' })],
  ['positions', () => jobOf(sample, { template: 'positions' })],
  ['changes', () => jobOf(sample, { template: 'changes' })],
  ['twenty pages in seven scripts', () => jobOf(withoutChinese(makeBundle(20)))],
  ['Arabic', () => jobOf(makeArabicBundle())],
  ['Arabic, with notes in English', () => jobOf(inArabic(sample))],
  ['submission', () => jobOf(ordinarySubmission())]
];

describe.each(documents)('%s', (_name, made) => {
  test('keeps every rule of accessibility, and of an archive where that is asked for', async () => {
    const job = made();
    const pdf = await print(job);
    const standards = job.edition.archive ? (['ua', 'archive'] as const) : (['ua'] as const);
    expect(await lintPdf(pdf, standards)).toEqual([]);
    const [bundle] = await readAttachedBundles(pdf);
    expect(bundle).toMatchObject({ genuine: true });
    expect(JSON.parse(new TextDecoder().decode(bundle?.bytes))).toMatchObject({
      briefing: { id: job.parts[0]?.briefing.id }
    });
  });
});

test('signs that no font holds print as boxes, and the document says that it is not accessible', async () => {
  const briefing = {
    ...emptyBriefing('Signs'),
    cards: [newCard('fact', { body: 'A sign: \u{13000}\u{17000}' })]
  };
  let remark = '';
  const job = jobOf({ briefing, texts: {} });
  const onRemark = (told: string) => (remark = told);
  const pdf = await printDocument(job, { onRemark }, typesetter);
  expect(remark).toMatch(/empty boxes.*does not say that it is accessible/);
  expect((await lintPdf(pdf, ['ua'])).join(' ')).toMatch(/^5 Its metadata/);
  const archive = { ...job, edition: { ...job.edition, archive: true } };
  await expect(print(archive)).rejects.toThrow(
    /cannot be kept as PDF\/A-3u, so nothing was written/
  );
});

test.each([
  ['none', 'eA=='],
  // The first bytes of a PNG, and nothing behind them.
  ['cut off', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').toString('base64')]
])('a picture that is %s prints as its description', async (_how, bytes) => {
  const body = `![A map of the line](data:image/png;base64,${bytes})`;
  const briefing = { ...emptyBriefing('Picture'), cards: [newCard('fact', { body })] };
  expect(await wordsOf(await print(jobOf({ briefing, texts: {} })))).toContain('A map of the line');
});

test('a word longer than a line goes on in the next, whatever its letters are', async () => {
  const body = `The ${'a'.repeat(200)} and ${'Ω'.repeat(200)} stood.`;
  const briefing = { ...emptyBriefing('Long'), cards: [newCard('fact', { body })] };
  const told = await wordsOf(await print(jobOf({ briefing, texts: {} })));
  expect(told.match(/a{20,}/g)?.length).toBeGreaterThan(1);
  expect(told.match(/Ω{20,}/g)?.length).toBeGreaterThan(1);
});

test('equal input gives equal bytes', async () => {
  const [one, other] = [await print(jobOf(sample)), await print(jobOf(sample))];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test.each([
  '#import "@preview/x:1"',
  '*bold* _not_ $x$ `y` #sys',
  '</style><b>',
  '\\ [x] <label> @ref',
  '= no heading'
])('what stands in a field stays words: %s', async (hostile) => {
  const briefing = {
    ...emptyBriefing(hostile),
    cards: [newCard('fact', { heading: hostile, body: '```\n' + hostile + '\n```' })],
    marking: hostile
  };
  const told = await wordsOf(await print(jobOf({ briefing, texts: {} })));
  expect(told.replace(/\s+/gu, ' ').split(hostile.replace(/\s+/gu, ' ')).length).toBeGreaterThan(3);
});

describe('on the page', () => {
  const written = (body: string): Pick<Bundle, 'briefing' | 'texts'> => ({
    briefing: { ...emptyBriefing('Page'), cards: [newCard('fact', { body })] },
    texts: {}
  });
  /** With its lines as they stand. */
  const told = async (bundle: Pick<Bundle, 'briefing' | 'texts'>, edition?: Partial<Edition>) =>
    (await extractText(await print(jobOf(bundle, edition)), { mergePages: false })).text.join('\n');

  test('letters of Arabic stay joined behind a number', async () => {
    const briefing = {
      ...emptyBriefing('قرار'),
      language: 'ar',
      cards: [newCard('fact', { body: 'قالت في 12 مارس إن الحكومة لن ترفع الرسوم.' })]
    };
    const words = (await told({ briefing, texts: {} })).normalize('NFKC');
    expect(words).toContain('مارس');
    expect(words).toMatch(/(?<!\p{L})من(?!\p{L})/u);
  });

  test.each([{}, { largePrint: true }])(
    'words are searched for and copied whole %j',
    async (edition) => {
      const long = [
        'https://example.org/very/long/path/to/the/complaint/under/2024-000123456789.html?all=yes',
        'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'.repeat(2),
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
      ];
      const words = await told(
        written(long.map((each) => `It says ${each} to all.`).join(' ')),
        edition
      );
      const joined = words.replace(/[\u00ad\s-]/gu, '');
      for (const each of long) expect(joined).toContain(each.replaceAll('-', ''));
      expect(await told(sample, edition)).not.toMatch(/[\u200b\u2060\ufeff]/u);
    }
  );

  test('neither a range nor a number is parted from what follows it', async () => {
    const ranges = Array.from(
      { length: 40 },
      (_, n) => `${'x'.repeat(n % 9)} in ${n + 10}–99 % of all`
    );
    const words = await told(written(ranges.join('; ')));
    expect(words).toMatch(/10–99\s%/u);
    expect(words).not.toMatch(/–\s*\n|\d\s*\n\s*%/u);
  });

  test.each([{}, { largePrint: true }])(
    'each paragraph of a source has its number %j',
    async (edition) => {
      const text =
        '# Head\n\nWords.\n\n- One\n- Two\n  - Three\n\n> Said\n\n| A | B |\n|---|---|\n| c | d |\n\nEnd.';
      const [source, ...others] = sample.briefing.sources;
      const [hash = ''] = Object.keys(sample.texts);
      if (!source) throw new Error('The sample has no source');
      const briefing = {
        ...emptyBriefing('Page'),
        sources: [{ ...source, textHash: hash, format: 'markdown' as const }]
      };
      expect(others).not.toEqual([]);
      const words = await told({ briefing, texts: { [hash]: text } }, edition);
      expect(words.match(/¶\d+(?:–\d+)?/gu)).toEqual([
        '¶1',
        '¶2',
        '¶3',
        '¶4',
        '¶5',
        '¶6',
        '¶7–8',
        '¶9'
      ]);
    }
  );

  test('head and foot stand on one line each in large print', async () => {
    const words = await told(sample, { largePrint: true });
    expect(words).toMatch(/^After Alaska… For internal use/mu);
    expect(words).toMatch(/Page 19 of \d+/u);
    expect(words.match(/17 August 2025/gu)?.length).toBeGreaterThan(20);
  });

  test('what runs from the left among words from the right stands in order', async () => {
    const inArabic = { ...sample, briefing: { ...sample.briefing, language: 'ar' } };
    const document = await getDocumentProxy(await print(jobOf(inArabic)));
    const pages = Array.from({ length: document.numPages }, async (_, index) =>
      (await (await document.getPage(index + 1)).getTextContent()).items.flatMap((item) =>
        'str' in item && item.str !== '' ? [item] : []
      )
    );
    const items = (await Promise.all(pages)).flat();
    const place = ({ transform }: (typeof items)[number]) => transform as readonly number[];
    const isBefore = (item: (typeof items)[number], words: (typeof items)[number] | undefined) =>
      words !== undefined &&
      place(item)[5] === place(words)[5] &&
      (place(item)[4] ?? 0) < (place(words)[4] ?? 0);
    const questions = items.filter(({ str }) => /[a-z]\?$/u.test(str));
    const parted = items.filter(
      (item, index) => item.str === '?' && isBefore(item, items[index - 1])
    );
    expect(questions.length).toBeGreaterThan(10);
    expect(parted).toEqual([]);
  });

  test('quotes have the colours of their kinds only where a legend tells these', async () => {
    const colours = async (edition: Partial<Edition>) =>
      readPages(await PDFDocument.load(await print(jobOf(sample, edition)))).flatMap(
        ({ lines }) => lines
      );
    const ofClaims = '0.8509804 0.9098039 0.96862745 scn';
    expect(await colours({})).toContain(ofClaims);
    expect(await colours({ profile: 'audience' })).not.toContain(ofClaims);
  });
});

test('a brief that no rule makes fit is refused, and what runs over is named', async () => {
  const cards = Array.from({ length: 60 }, (_, index) =>
    newCard('fact', {
      heading: `Point ${index}`,
      keyPoint: `Sentence ${index} of its author, which is never left out of the page. `
        .repeat(3)
        .trim()
    })
  );
  const briefing = { ...emptyBriefing('Long'), cards };
  const job = jobOf({ briefing, texts: {} }, { template: 'brief' });
  await expect(print(job)).rejects.toThrow(
    /does not fit on one page of A4\. What runs over: “Point \d+”, /
  );
  const book = { ...job, title: 'Book', parts: [sample, ...job.parts] };
  await expect(print(book)).rejects.toThrow(/What runs over: “Long: Point \d+”, /);
});
