/** What holds for the draft of any article. Over 300 lines because all of it is tried on the same texts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import type { Article } from '../domain/program/article.js';
import { Briefing } from '../domain/briefing/briefing.js';
import { Draft, type Span } from '../domain/suggestions/draft.js';
import { foldName } from '../domain/text/fold-name.js';
import { renderMarkdown } from '../domain/markdown/render-markdown.js';
import { composeBriefing } from './compose-briefing.js';
import { draftArticle } from './draft-article.js';

const now = new Date('2025-08-17T09:00:00Z');

function article(text: string, name = 'article.txt'): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name, format: name.endsWith('.md') ? 'markdown' : 'text', text, sha256 };
}

function draftText(text: string, name?: string): Draft {
  return draftArticle(article(text, name));
}

/** Every span of a draft, wherever it stands. */
function spansOf(part: unknown): Span[] {
  if (part === null || typeof part !== 'object') return [];
  const own = 'start' in part && 'text' in part ? [part as Span] : [];
  return [...own, ...Object.values(part).flatMap(spansOf)];
}

/** What holds of every draft, whatever the text. */
function expectSound(text: string, draft: Draft): void {
  expect(Draft.safeParse(draft).error).toBeUndefined();
  const untrue = spansOf(draft).filter((span) => text.slice(span.start, span.end) !== span.text);
  expect(untrue).toEqual([]);
  expectKnownReferences(draft);
  const names = draft.actors.map(({ name }) => foldName(name));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const paragraphs = draft.cards.flatMap((card) => card.spans);
  const disorderly = paragraphs.filter(
    (span, i) => span.end <= span.start || span.start < (paragraphs[i - 1]?.end ?? 0)
  );
  expect(disorderly).toEqual([]);
}

/** Whatever refers to an actor, an attribution or a position refers to one that is there. */
function expectKnownReferences(draft: Draft): void {
  const known = new Set(
    [...draft.actors, ...draft.attributions, ...draft.positions].map(({ id }) => id)
  );
  const named = [
    ...draft.attributions.map(({ actor }) => actor),
    ...draft.positions.flatMap(({ actor, attribution }) => [actor, attribution]),
    ...draft.positionChanges.flatMap(({ actor, before, after }) => [actor, before, after]),
    ...draft.events.flatMap(({ participants }) => participants)
  ];
  expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
}

const pieces = fc.constantFrom(
  'Talks resume',
  'The minister of the town said that he would not go to the talks. ',
  'Ms. Paris and Senate Democrats told the United States that Paris would wait. ',
  'In Paris, PARIS said no; the Senate democrats, Paris University and Mr Senate left. ',
  'European leaders have previously rejected the plan, according to Jane Okafor, and he ',
  'said ',
  ' told her ',
  'Ms ',
  ', ',
  ': ',
  '‘It is over’',
  "''",
  'over 80% of ',
  'three-quarters of the ',
  ' on 3 March 2015 ',
  ' last Monday ',
  'The U.S. envoy said that all would come. ',
  '“We go',
  '”',
  '"',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\ufeff',
  '# Heading',
  '## Sides',
  '- point',
  '```',
  '---\n',
  'title: x\n',
  '👨‍👩‍👧',
  're\u0301sume\u0301 ',
  'اتفاق على المحادثات. ',
  '四国同意。',
  '\u00a0',
  '\0',
  '\u2028',
  '1.6 million',
  '?',
  '* * *',
  '|a|b|',
  'x'.repeat(400),
  ' '
);

test('any text: every span says what stands there, in order, without overlap', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('a.txt', 'a.md'),
      (parts, name) => {
        const text = parts.join('');
        expectSound(text, draftText(text, name));
      }
    ),
    { numRuns: bySize({ usual: 150, full: 2_000 }) }
  );
});

test('any text: the briefing is valid, and plain text reads in its cards as in the article', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('a.txt', 'a.md'),
      (parts, name) => {
        const source = article(parts.join(''), name);
        const draft = draftArticle(source);
        const { briefing, texts } = composeBriefing(source, { as: 'cards', draft }, now);
        expect(Briefing.safeParse(briefing).error).toBeUndefined();
        expect(texts).toEqual({ [source.sha256]: source.text });
        if (name === 'a.md') return;
        for (const [i, card] of briefing.cards.entries()) {
          const words = (text: string) => text.replace(/\s+/g, ' ').trim();
          const original = draft.cards[i]!.spans.map((span) => span.text).join(' ');
          expect(words(renderMarkdown(card.body).text)).toBe(
            words(original.replace(/\0/g, '\ufffd'))
          );
        }
      }
    ),
    { numRuns: bySize({ usual: 100, full: 1_000 }) }
  );
});

const texts = new URL('../../e2e/texts/', import.meta.url);
const samples = new URL('../../resources/samples/', import.meta.url);
const files = [texts, samples]
  .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
  .filter(({ pathname }) => /\.(?:txt|md)$/.test(pathname));

describe.each(files.map((url) => [url.pathname.split('/').at(-1)!, url] as const))(
  '%s',
  (name, url) => {
    const text = readFileSync(url, 'utf8');
    const draft = draftText(text, name);

    test('makes a sound draft, the same each time, of either line end', () => {
      expectSound(text, draft);
      expect(draftText(text, name)).toEqual(draft);
      const dos = text.replace(/\n/g, '\r\n');
      expectSound(dos, draftText(dos, name));
      expect(draftText(dos, name).cards.map(({ label }) => label)).toEqual(
        draft.cards.map(({ label }) => label)
      );
    });

    test('has a title and headings that can be read at a glance', () => {
      expect(draft.title).not.toBeNull();
      for (const { label } of draft.cards) {
        expect(label).toMatch(/[\p{L}\p{N}]/u);
        expect(label.length).toBeLessThanOrEqual(72);
      }
    });
  }
);

test('the sample article: title, dek, bottom line and nine cards', () => {
  const draft = draftText(readFileSync(new URL('alaska-summit.txt', samples), 'utf8'));
  expect(draft.title?.text).toBe(
    'Trump Drops Ceasefire Demand and Presses Ukraine for a Peace Deal'
  );
  expect(draft.dek?.text).toMatch(/^Washington is said to have agreed in principle/);
  expect(draft.summary[0]?.text).toMatch(/^Ukraine should negotiate a peace agreement with Russia/);
  expect(draft.cards.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
    'position: Trump: Ukraine should negotiate a peace agreement with Russia',
    'position: Putin offered to freeze the present front lines',
    'position: Washington’s position has shifted',
    'outcome: Trump was blunt about Kyiv’s hopes of joining the Western alliance',
    'fact: Much of the bargaining turns on Donetsk',
    'constraint: Kyiv’s leaders cannot simply sign land away',
    'position: European leaders have welcomed Trump’s diplomatic engagement',
    'event: Starmer: additional sanctions on Russia would be considered',
    'outcome: Several outcomes are possible'
  ]);
  expect(draft.language).toMatchObject({ code: 'en', suggestions: true });
});

describe('the sample article’s suggestions', () => {
  const draft = draftText(readFileSync(new URL('alaska-summit.txt', samples), 'utf8'));
  const nameOf = (id: string) => draft.actors.find((actor) => actor.id === id)?.name;

  test('positions only where the words take a stance', () => {
    const told = draft.positions.map(
      ({ actor, stance, issue }) => `${nameOf(actor)} ${stance} ${issue}`
    );
    expect(told).toEqual([
      'United States supports Security guarantees for Ukraine',
      'Donald Trump supports Negotiating a peace agreement with Russia',
      'Vladimir Putin conditional Freezing the present front lines',
      'Donald Trump supports Ceasefire',
      'Donald Trump supports Security guarantees for Ukraine',
      'Ukrainians opposes Peace agreement that involves territorial concessions to Russia',
      'European leaders supports Trump’s diplomatic engagement',
      'Keir Starmer conditional Additional sanctions on Russia'
    ]);
  });

  test.each([
    ['Donald Trump', /a ceasefire would be needed/],
    ['Donald Trump', /go directly to a Peace Agreement/],
    ['European leaders', /diplomatic engagement/],
    ['Keir Starmer', /additional sanctions/],
    ['Steve Witkoff', /guarantees resembling/]
  ])('words of %s: %s', (name, words) => {
    const said = draft.attributions
      .filter(({ actor }) => nameOf(actor ?? '') === name)
      .flatMap(({ content }) => content.map(({ text }) => text));
    expect(said.join('\n')).toMatch(words);
  });

  test.each([
    ['over 80%', 80, /oppose a peace agreement/],
    ['approximately 1.6 million civilians', 1_600_000, /contested territories/],
    ['approximately three-quarters of it', 0.75, /parts of the region/],
    ['24 oblasts', 24, /Ukraine's oblasts/]
  ])('the figure %s with what it measures', (words, value, measures) => {
    const figure = draft.figures.find(({ text }) => text === words);
    expect(figure).toMatchObject({ value, measures: expect.stringMatching(measures) as string });
  });

  test('2014 and the weekdays as dates', () => {
    expect(draft.dates.map(({ text, value }) => [text, value])).toEqual([
      ['Saturday, 16 August 2025', '2025-08-16'],
      ['Saturday', '2025-08-16'],
      ['2014', '2014'],
      ['Monday', '2025-08-18']
    ]);
  });
});

test('an empty text makes an empty draft', () => {
  const nothing = { title: null, dek: null, summary: [], cards: [] };
  expect(draftText('')).toMatchObject({ ...nothing, source: { length: 0 } });
});

test('a text without a title is called by its opening sentence', () => {
  const { title, cards } = draftText(
    'Ukrainian officials face constitutional constraints, as territorial changes require referendums. More.\n\nAnd more.'
  );
  expect(title?.text).toBe(
    'Ukrainian officials face constitutional constraints, as territorial changes require referendums'
  );
  expect(cards[0]?.spans[0]?.text).toMatch(/^Ukrainian officials/);
});

test.each([
  ['one line of words', 'word '.repeat(40_000)],
  ['one line without spaces', 'a'.repeat(200_000)],
  ['emoji without spaces', '👨‍👩‍👧'.repeat(20_000)],
  ['quotation marks', '"'.repeat(100_000)],
  ['exclamation marks', `${'!'.repeat(999)}a`.repeat(100)],
  ['blank lines', 'a\n\n'.repeat(50_000)],
  ['headings', '# a\n'.repeat(50_000)],
  ['stars to escape', '*'.repeat(200_000)]
])('%s: a briefing of cards that fit', (_, text) => {
  const source = article(text, text.startsWith('#') ? 'a.md' : 'a.txt');
  const draft = draftArticle(source, { asEnglish: true });
  expectSound(text, draft);
  expect(
    Briefing.parse(composeBriefing(source, { as: 'cards', draft }, now).briefing).cards
  ).not.toEqual([]);
});

describe('the day of a saying', () => {
  /** Words of the date that the first position is given. */
  const dayIn = (sentence: string) =>
    draftText(`Talks resume\n\nGENEVA - ${sentence}\n\nNobody else spoke.\n`)
      .positions.map(({ time }) => time?.text ?? null)
      .at(0);
  test.each([
    ['Jane Okafor said on Friday that she opposes the toll.', 'Friday'],
    ['On 2 May, Jane Okafor said that she opposes the toll.', '2 May'],
    ['“I oppose the toll,” Jane Okafor told reporters last night.', 'last night'],
    ['Jane Okafor said that she opposes the toll of 3 March.', null],
    ['Jane Okafor, who left in March, said that she opposes the toll.', null],
    ['Jane Okafor read the plan on Monday and said that she opposes the tax.', null],
    ['“I oppose the toll,” Jane Okafor said after the vote on Monday.', null],
    ['“I oppose the toll,” Jane Okafor said of the vote on Monday.', null],
    ['“It ends on 9 June.” Jane Okafor said that she opposes the toll.', null]
  ])('%s %s', (sentence, day) => {
    expect(dayIn(sentence)).toBe(day);
  });
});

test.each([
  'LAKESIDE, 9 March 2026 – ',
  'BERLIN, April 14, 2022 (AP) - ',
  'ST ANNE, 20 November 2026 – ',
  '(Reuters) - ',
  'Zürich, 20. Juni 2025 (dpa) – ',
  'LAKESIDE – '
])('nobody says the dateline “%s”', (dateline) => {
  const said = '"I support night flights until eleven," said the mayor, Irene Dahl, on Monday.';
  const told = 'Officials said on Friday that 40 flights would be allowed.';
  for (const line of [said, told]) {
    const draft = draftText(`Mayor backs flights until eleven\n\n${dateline}${line}\n`);
    const { attributions, positions, events, constraints, outcomes } = draft;
    expect(attributions.length).toBeGreaterThan(0);
    const words = spansOf([attributions, positions, events, constraints, outcomes]);
    expect(words.filter(({ text }) => text.includes(dateline.slice(0, 6)))).toEqual([]);
  }
  const [quote] = draftText(`Flights at night\n\n${dateline}${said}\n`).attributions;
  expect(quote?.content.map(({ text }) => text)).toEqual([
    '"I support night flights until eleven,"'
  ]);
});
