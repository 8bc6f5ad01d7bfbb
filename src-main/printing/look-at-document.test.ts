/** Pages for the window by the real Typst: what they tell of themselves, and when a version is kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import { Bundle } from '../domain/briefing/bundle.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition, type Edition } from '../domain/publication/edition.js';
import { makeArabicBundle } from '../publish/testing/arabic.js';
import { Typesetter, type TypesetJob } from '../typst/typesetter.js';
import { lookAtDocument } from './look-at-document.js';
import { template } from './print-document.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);

class CountingTypesetter extends Typesetter {
  readonly made: TypesetJob['make'][] = [];

  override typeset(job: TypesetJob) {
    this.made.push(job.make);
    return super.typeset(job);
  }
}

const typesetter = new CountingTypesetter(template, await fontsForTests());

function jobOf(
  { briefing, texts }: Pick<Bundle, 'briefing' | 'texts'>,
  edition: Partial<Edition> = {}
): DocumentJob {
  return { title: null, parts: [{ briefing, texts }], edition: { ...fullEdition, ...edition } };
}

const brief = { template: 'brief' } as const;
const withCards = (bodies: readonly string[]): Pick<Bundle, 'briefing' | 'texts'> => {
  const cards = bodies.map((body, index) =>
    newCard('fact', { heading: `Card ${index}`, body, keyPoint: body })
  );
  const briefing: Briefing = { ...sample.briefing, cards };
  return { briefing, texts: sample.texts };
};

test('a brief tells where its cards and parts stand, in the order of the page', async () => {
  const { places, pdf } = await lookAtDocument(jobOf(sample, brief), null, undefined, typesetter);
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  const names = places.map(({ of }) => of);
  const cards = sample.briefing.cards
    .map(({ id }) => id as string)
    .filter((id) => names.includes(id));
  expect(cards.length).toBeGreaterThan(5);
  expect(names).toEqual([
    ...['title', 'bottom-line', 'points', ...cards],
    ...['next', 'outlook', 'quotes', 'positions']
  ]);
  const of = (name: string) => places.find((each) => each.of === name)!;
  expect(places.every(({ page }) => page === 0)).toBe(true);
  expect(of('title').y).toBeLessThan(of('bottom-line').y);
  expect(of('outlook').x).toBeGreaterThan(300);
  const heights = cards.map((id) => of(id).y);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test.each([
  ['the sample', () => jobOf(sample)],
  ['a briefing from right to left', () => jobOf(makeArabicBundle())]
])(
  'the full document of %s tells of cards and of sources with their texts by their ids',
  async (_name, made) => {
    const job = made();
    const { briefing } = job.parts[0]!;
    const { places } = await lookAtDocument(job, null, undefined, typesetter);
    const names = places.map(({ of }) => of);
    expect(names).toEqual(
      expect.arrayContaining([...briefing.cards, ...briefing.sources].map(({ id }) => id))
    );
    const order = places.map(({ page, y }) => page * 10_000 + y);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
);

test('a version that still fits is set once while somebody types, and chosen anew after', async () => {
  const long = withCards(
    Array.from({ length: 14 }, () => 'The same sentence fills a line or two. '.repeat(3))
  );
  const { version } = await lookAtDocument(jobOf(long, brief), null, undefined, typesetter);
  expect(version.detail.briefs?.[0]?.tight).toBe(true);
  const short = jobOf(withCards(['A sentence.']), brief);
  typesetter.made.length = 0;
  const typing = await lookAtDocument(short, version, undefined, typesetter);
  expect(typesetter.made).toEqual(['look']);
  expect(typing.version).toBe(version);
  const rested = await lookAtDocument(short, null, undefined, typesetter);
  expect(rested.version.detail.briefs?.[0]?.tight).toBe(false);
});

test('a version that fits no more gives way', async () => {
  const { version } = await lookAtDocument(
    jobOf(withCards(['A sentence.']), brief),
    null,
    undefined,
    typesetter
  );
  const long = withCards(
    Array.from({ length: 14 }, () => 'The same sentence fills a line or two. '.repeat(3))
  );
  const look = await lookAtDocument(jobOf(long, brief), version, undefined, typesetter);
  expect(look.version).not.toEqual(version);
});

test('what runs over the one page of a brief is named', async () => {
  const far = withCards(
    Array.from({ length: 60 }, () => 'Words that their author chose. '.repeat(12))
  );
  await expect(lookAtDocument(jobOf(far, brief), null, undefined, typesetter)).rejects.toThrow(
    /^The brief does not fit on one page of A4\. What runs over: “.*Shorten it/
  );
});
