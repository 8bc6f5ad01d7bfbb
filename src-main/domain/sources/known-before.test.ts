/** An article that is known before is told from a new one, whatever stands around it. Texts of our own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedSource, knownBefore } from './known-before.js';

const report = `The old river bridge at Halden will stay shut until March, the roads department said on
Tuesday. Engineers found cracks in two of its piers during a routine inspection last week. Around
14,000 drivers cross it every day. Buses will run over the motorway crossing, and the city has
promised to waive its toll. Shopkeepers on the east bank fear for their Christmas trade.`;
const other = `Parliament voted on Wednesday to spend ninety million crowns on villages hit by the floods in
June. The money is meant for houses first and for farms second. Opposition members abstained because
they wanted a flood wall to be paid from the same fund. Payments would begin before the first frost.`;
const third = `Growers of apples along the lake expect the smallest harvest in twenty years. A late frost
took the blossom in April, and hail did the rest in July. Two cooperatives have asked for loans without
interest. Prices in shops have not moved yet, since last year's stores are still full.`;
const footer = `Read more of our reports every morning and tell us what you think of them. Write to the desk
or call us between nine and five, we are always glad to hear from readers wherever they may live.
All rights reserved, and no part of this report may be passed on without our consent in writing.`;
const later = `${report} On Thursday the minister said that a ferry would be hired for the winter.`;
const here = 'https://gazette.example/halden';

let count = 0;
function source(text: string, more: Partial<ComparedSource> = {}): ComparedSource {
  count += 1;
  const id = `s${String(count).padStart(4, '0')}`;
  const nothing = { url: '', title: '', publisher: '', published: null };
  return { id, hash: `hash of ${text}`, text, ...nothing, ...more };
}

function verdict(article: ComparedSource, ...sources: readonly ComparedSource[]): string {
  const found = knownBefore(article, sources);
  return found.is === 'new'
    ? 'new'
    : `${found.is} ${sources.findIndex(({ id }) => id === found.source)}`;
}

describe('the same text', () => {
  test.each([
    ['to the letter', report],
    ['with other line ends and blanks', report.replaceAll('\n', '\r\n  ')],
    ['with a byte order mark', `\ufeff${report}\n`]
  ])('%s', (_, text) => {
    expect(verdict(source(text), source(other), source(report))).toBe('same 1');
  });

  test('with other quotation marks', () => {
    const [typed, set] = [`"It's shut," he said.`, `“It’s shut,” he said.`];
    expect(verdict(source(typed), source(set))).toBe('same 0');
  });

  test('leads to the source of its own address, where several have it', () => {
    const [copy, own] = [
      source(report, { url: 'https://a.example/b' }),
      source(report, { url: here })
    ];
    expect(verdict(source(report, { url: `${here}?utm_source=x` }), copy, own)).toBe('same 1');
  });
});

const cases: readonly (readonly [
  what: string,
  article: ComparedSource,
  sources: readonly ComparedSource[],
  verdict: string
])[] = [
  [
    'its publisher added more at the end',
    source(later, { publisher: 'The Gazette' }),
    [source(other), source(report, { publisher: 'the gazette' })],
    'update 1'
  ],
  [
    'more was added under its title',
    source(later, { title: 'Bridge shut' }),
    [source(report, { title: 'Bridge shut' })],
    'update 0'
  ],
  [
    'more was added on another day',
    source(later, { published: '2025-08-16' }),
    [source(report, { published: '2025-08-15' })],
    'update 0'
  ],
  [
    'nothing is known of a copy that somebody else printed under a headline of its own',
    source(`Bridge out of use until spring. ${later}`, { title: 'Bridge out of use' }),
    [source(report, { title: 'Bridge shut', publisher: 'The Gazette' })],
    'new'
  ],
  ['nothing is known but the words', source(later), [source(report)], 'new'],
  [
    'a copy was cut at its end',
    source(report, { title: 'Bridge shut' }),
    [source(later, { title: 'Bridge shut' })],
    'new'
  ],
  [
    'another publisher has the title and the words, and more of them',
    source(later, { title: 'Bridge shut', publisher: 'The Courier', published: '2025-08-16' }),
    [source(report, { title: 'Bridge shut', publisher: 'The Gazette', published: '2025-08-15' })],
    'new'
  ],
  [
    'its address stayed, half was written anew',
    source(`${report.slice(0, 160)} ${other}`, {
      url: `http://www.gazette.example/halden/?utm_id=3`
    }),
    [source(report, { url: here }), source(third)],
    'update 0'
  ],
  [
    'a flash of two lines grew to a report at its address',
    source(report, { url: here }),
    [source('The old river bridge at Halden will stay shut.', { url: here })],
    'update 0'
  ],
  [
    'one version is closer than another',
    source(`${later} It will carry cars too.`, { publisher: 'The Gazette' }),
    [source(report, { publisher: 'The Gazette' }), source(later, { publisher: 'The Gazette' })],
    'update 1'
  ],
  [
    'only its beginning stayed, as in the version before',
    source(`${report.slice(0, 130)} ${third}`, { url: here }),
    [
      source(`${report.slice(0, 130)} ${other}`, { url: here }),
      source(`${report} ${report.toUpperCase().replaceAll('E', 'X')}`, { url: here })
    ],
    'update 0'
  ],
  [
    'a page of changing reports has the next',
    source(other, { url: here }),
    [source(report, { url: here })],
    'new'
  ],
  [
    'that page repeats its footer below each',
    source(`${other} ${footer}`, { url: here }),
    [
      source(`${report} ${footer}`, { url: here }),
      source(`${third} ${footer}`, { url: 'https://gazette.example/apples' })
    ],
    'new'
  ],
  [
    'one publisher has a long footer',
    source(`${other.slice(0, 190)} ${footer}`, { url: 'https://gazette.example/floods' }),
    [
      source(`${report} ${footer}`, { url: here }),
      source(`${third} ${footer}`, { url: 'https://gazette.example/apples' })
    ],
    'new'
  ],
  [
    'another publisher has a copy',
    source(later, { url: 'https://courier.example/bridge' }),
    [source(report, { url: here })],
    'new'
  ],
  [
    'a digest holds the whole report',
    source(
      `${other} ${third} ${footer} ${later} ${other.toUpperCase().replaceAll('E', 'X')} ${third.replaceAll('e', 'o')}`
    ),
    [source(report)],
    'new'
  ],
  [
    'short texts share a phrase',
    source('More soon, he said on Tuesday.'),
    [source('Well. More soon, he said on Tuesday.')],
    'new'
  ],
  ['nothing is alike', source(third), [source(report), source(other)], 'new'],
  ['there is no source', source(third), [], 'new'],
  ['the text has no words', source('…'), [source('?'), source(report)], 'new']
];
test.each(cases)('%s', (_, article, sources, expected) => {
  expect(verdict(article, ...sources)).toBe(expected);
});

test('a title that stayed vouches for a version that was half rewritten', () => {
  const half = `${report.slice(0, report.length * 0.45)} ${other}`;
  const title = 'Bridge at Halden shut';
  expect(verdict(source(half), source(report))).toBe('new');
  expect(verdict(source(half, { title }), source(report, { title }))).toBe('update 0');
});

test.each([
  ['2025-08-16', '2025-08-15', false],
  ['2025-08-14', '2025-08-15', true],
  ['2025-08', '2025-08-15', false],
  [null, '2025-08-15', false]
])('published %s, after a source of %s', (published, before, isEarlier) => {
  const publisher = 'The Gazette';
  const found = knownBefore(source(later, { published, publisher }), [
    source(report, { published: before, publisher })
  ]);
  expect(found).toMatchObject({ is: 'update', isEarlier, kept: 1 });
});

test('of two sources with one text the first by id is named, in whatever order they are', () => {
  const published = '2025-08-14';
  const [first, second] = [source(report, { published }), source(`${report} `, { published })];
  for (const sources of [
    [first, second],
    [second, first]
  ]) {
    const newer = source(later, { published: '2025-08-15' });
    expect(knownBefore(newer, sources)).toMatchObject({ source: first.id });
    expect(knownBefore(source(report), sources)).toMatchObject({ source: first.id });
  }
});

test('the answer does not depend on the order of the sources', () => {
  const sentences = [report, other, third, footer].flatMap((text) => text.split(/(?<=\.)\s/));
  const text = fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 14 })
    .map((list) => list.join(' '));
  const url = fc.constantFrom('', here, 'https://gazette.example/b', 'https://courier.example/b');
  const published = fc.constantFrom(null, '2025-08-15', '2025-08');
  const publisher = fc.constantFrom('', 'The Gazette', 'The Courier');
  const made = fc.record({ text, url, published, publisher });
  fc.assert(
    fc.property(
      made,
      fc.array(made, { maxLength: 7 }),
      fc.infiniteStream(fc.nat()),
      (article, all, order) => {
        const sources = all.map(({ text, ...more }) => source(text, more));
        const asked = source(article.text, article);
        const shuffled = sources
          .map((each) => [order.next().value, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        expect(knownBefore(asked, shuffled)).toEqual(knownBefore(asked, sources));
      }
    )
  );
});
