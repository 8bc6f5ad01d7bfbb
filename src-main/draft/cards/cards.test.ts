import { expect, test } from 'vitest';
import type { DraftCard } from '../../domain/suggestions/draft.js';
import { bottomLine } from '../composed/bottom-line.js';
import { cardKind } from './card-title.js';
import { groupParagraphs } from '../outline/group-paragraphs.js';
import { splitParagraphs } from '../outline/paragraphs.js';

test.each<[kind: DraftCard['kind'], text: string]>([
  [
    'quote',
    'He said: “We will not sign. Not today, not tomorrow, not under these terms.” She agreed.'
  ],
  [
    'constraint',
    'Ukrainian officials face constitutional constraints, as territorial changes require referendums.'
  ],
  ['outcome', 'Several potential outcomes could emerge, ranging from agreements to disagreement.'],
  [
    'event',
    'Monday’s White House meeting will determine policy. The agenda covers three questions.'
  ],
  ['position', 'Zelenskyy rejected this proposal and insisted on a vote.'],
  ['fact', 'The region has 1.6 million inhabitants and an area of 26,517 km.'],
  ['context', 'The river rises in the mountains and reaches the sea after a long way.'],
  ['context', '']
])('takes for %s: %s', (kind, text) => {
  expect(cardKind(text)).toBe(kind);
});

function groups(text: string): string[][] {
  return groupParagraphs(text, splitParagraphs(text)).map((group) =>
    group.map(({ start, end }) => text.slice(start, end))
  );
}

const filler =
  'and so the work went on for a long while with nothing else to report from there. '.repeat(3);

test('keeps together what shares names, and apart what does not', () => {
  const dam = `The ministry closed the Aswan Dam on Monday ${filler}`.trim();
  const dam2 = `Engineers at the Aswan Dam found cracks ${filler}`.trim();
  const film = `A festival opened in Cannes with a comedy ${filler}`.trim();
  const film2 = `The jury in Cannes will name a festival winner ${filler}`.trim();
  expect(groups([dam, dam2, film, film2].join('\n\n'))).toEqual([
    [dam, dam2],
    [film, film2]
  ]);
});

test('never parts a quotation that runs over paragraphs', () => {
  const paragraphs = [
    `She began: “First, there is the water, ${filler}`.trim(),
    `“Second, there is the land, ${filler}”`,
    `Nobody replied, ${filler}`.trim()
  ];
  expect(groups(paragraphs.join('\n\n'))[0]?.slice(0, 2)).toEqual(paragraphs.slice(0, 2));
});

test('keeps an interviewer’s question with its answer', () => {
  const turns = [1, 2, 3, 4].flatMap((n) => [
    `Question ${n}?`,
    `Answer ${n} is this: ${filler}`.trim()
  ]);
  expect(groups(turns.join('\n'))).toEqual([0, 2, 4, 6].map((i) => turns.slice(i, i + 2)));
});

test('a long text makes larger cards, not hundreds', () => {
  expect(
    groups(Array.from({ length: 3_000 }, (_, i) => `Paragraph ${i}. ${filler}`).join('\n')).length
  ).toBeLessThan(101);
});

test.each<[what: string, text: string, expected: string[]]>([
  ['two short sentences', 'Talks resumed. All came. Nobody left.', ['Talks resumed.', 'All came.']],
  [
    'one long sentence only',
    `Talks ${'went on and '.repeat(40)}ended. Yes.`,
    [`Talks ${'went on and '.repeat(40)}ended.`]
  ],
  [
    'the second paragraph where the first is short',
    'Talks resumed.\nAll sides came.',
    ['Talks resumed.', 'All sides came.']
  ],
  [
    'the answer, not the question',
    'Will it work?\nWe hope so. It must.',
    ['We hope so.', 'It must.']
  ],
  [
    'points of a list without their marks',
    '- Talks resume\n- Dam closed',
    ['Talks resume', 'Dam closed']
  ],
  ['no dateline', 'GENEVA, 3 March - Talks resumed.', ['Talks resumed.']],
  [
    'nothing that tells nothing, nor the number of a note',
    'Clothing supply.\n\nIntroduction. The talks, which had stalled, resumed. [17] All sides came to the capital again.',
    ['The talks, which had stalled, resumed.', 'All sides came to the capital again.']
  ],
  [
    'no headline, caption or banner',
    'Four states meet again in Geneva\n\nThis site uses cookies.\n\nThe hall, pictured in 2021.\n\nTalks resumed.',
    ['Talks resumed.']
  ],
  ['nothing from a table', 'Mon    04:12\nTue    04:58', []]
])('takes as the bottom line %s', (_, text, expected) => {
  const lines = bottomLine(text, splitParagraphs(text), '');
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
