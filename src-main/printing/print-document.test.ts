/** The whole way from a briefing to its PDF by Typst: what every document keeps, in each kind and language. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { newCard } from '../domain/briefing/entries.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition, type Edition } from '../domain/publication/edition.js';
import { forReaders } from '../publish/formats.js';
import { readAttachedBundles } from '../publish/pdf/attached-bundle.js';
import { lintBytes } from '../publish/pdf/testing/lint-bytes.js';
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

let place: string;
let typesetter: Typesetter;
const print = (job: DocumentJob) => printDocument(job, {}, typesetter);
beforeAll(async () => {
  typesetter = new Typesetter(template, await fontsForTests());
  place = mkdtempSync(join(tmpdir(), 'standpoint-pages-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

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

function wordsOf(pdf: Uint8Array): string {
  const path = join(place, 'document.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
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
  ['submission', () => jobOf(ordinarySubmission())]
];

describe.each(documents)('%s', (_name, made) => {
  test('keeps every rule of accessibility, and of an archive where that is asked for', async () => {
    const job = made();
    const pdf = await print(job);
    const standards = job.edition.archive ? (['ua', 'archive'] as const) : (['ua'] as const);
    expect(await lintBytes(pdf, standards)).toEqual([]);
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
  expect((await lintBytes(pdf, ['ua'])).join(' ')).toMatch(/^5 Its metadata/);
  const archive = { ...job, edition: { ...job.edition, archive: true } };
  await expect(print(archive)).rejects.toThrow(
    /cannot be kept as PDF\/A-3u, so nothing was written/
  );
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
  const told = wordsOf(await print(jobOf({ briefing, texts: {} }))).replace(/\s+/gu, ' ');
  expect(told.split(hostile.replace(/\s+/gu, ' ')).length).toBeGreaterThan(3);
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
  await expect(print(jobOf({ briefing, texts: {} }, { template: 'brief' }))).rejects.toThrow(
    /does not fit on one page of A4\. What runs over: “Point \d+”, /
  );
});
