/**
 * Protects that what a person wrote is never called a draft’s, that what a draft wrote is unreviewed wherever
 * it stands word for word, and that only the text tells which is which: however it became so.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeBriefings } from '../merge/merge-briefings.js';
import { type Briefing, emptyBriefing } from './briefing.js';
import { hashesOfSentences, sentencesOfMarkdown } from './drafted-sentences.js';
import { type Card, newCard } from './entries.js';
import {
  cardLines,
  confirmLine,
  confirmPart,
  countUnreviewedLines,
  isBottomLineUnreviewed,
  isOfDraft,
  isReviewed,
  joinedReview,
  ownLines,
  unreviewedLines
} from './reviewed.js';

const now = new Date('2025-08-17T09:00:00Z');
const listOf = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const drafted = (body: string, more: Partial<Card> = {}) =>
  newCard('fact', {
    body,
    reviewed: false,
    drafted: true,
    draftedSentences: hashesOfSentences(body),
    ...more
  });

const figures = ['**Sarvis:** “We poll at 13 percent.”', 'The race is close. It ends in May.'];
const list = drafted(listOf(figures));
const prose = drafted('Talks began in Geneva. They ended at noon.\n\nMr. Lee left first.');

describe('of a card that a draft made', () => {
  test.each<[string, Card, string, boolean, readonly number[]]>([
    ['nothing was changed', list, list.body, false, [0, 1]],
    ['a letter of one line was', list, list.body.replace('13', '16'), false, [1]],
    ['a sentence was added to a line', list, `${list.body} I doubt it.`, false, [0]],
    [
      'a sentence was taken out of a line',
      list,
      list.body.replace(' It ends in May.', ''),
      false,
      [0, 1]
    ],
    ['a line was written beside the others', list, `${list.body}\n- Mine.`, false, [0, 1]],
    ['a line was deleted', list, listOf([figures[1] ?? '']), false, [0]],
    [
      'lines were moved and made bold',
      list,
      '- The **race** is close.  It ends in May.\n- Sarvis: “We poll at 13 percent.”',
      false,
      [0, 1]
    ],
    ['each line was reworded', list, '- Sarvis polls at 16.\n- The race is over.', true, []],
    ['all was written anew', list, 'My own words: Sarvis polls at 16 percent.', true, []],
    ['all was deleted', list, '', true, []],
    ['a list became prose', list, 'Sarvis: “We poll at 13 percent.” I doubt it.', false, []],
    ['words were written before the list', list, `So:\n\n${list.body}`, false, []],
    ['prose was not changed', prose, prose.body, false, []],
    [
      'prose was wrapped otherwise',
      prose,
      prose.body.replace('in Geneva', 'in\nGeneva'),
      false,
      []
    ],
    ['prose became a list', prose, '- Talks began in Geneva.\n- Mine.', false, [0]],
    ['of prose one sentence was reworded', prose, prose.body.replace('noon', 'one'), false, []],
    ['of prose one sentence is left', prose, 'They ended at noon. I was there.', false, []],
    ['prose was written anew', prose, 'Mr. Lim left first.', true, []]
  ])('%s', (_what, card, body, reviewed, lines) => {
    const now = { ...card, body };
    expect([isReviewed(now), unreviewedLines(now), isOfDraft(now)]).toEqual([
      reviewed,
      lines,
      !reviewed
    ]);
    // Back to the drafted words it is a draft again.
    expect(isReviewed({ ...now, body: card.body })).toBe(false);
  });

  test('a line of one’s own is neither confirmed nor to be confirmed, and the last other one makes it reviewed', () => {
    const card = { ...list, body: list.body.replace('13', '16') };
    expect(ownLines(card)).toEqual([0]);
    const { cards } = confirmLine({ ...emptyBriefing('B'), cards: [card] }, card.id, 1);
    expect(cards[0]).toMatchObject({ reviewed: true });
    expect(isOfDraft(card)).toBe(true);
  });

  test('what an older file does not tell is unreviewed until somebody confirms it', () => {
    const old = { ...list, draftedSentences: undefined };
    expect(isReviewed({ ...old, body: 'Mine.' })).toBe(false);
    expect(unreviewedLines({ ...old, body: '- Mine.\n- Too.' })).toEqual([0, 1]);
    expect(isOfDraft({ ...old, body: 'Mine.' })).toBe(true);
  });
});

test.each<[string, string, boolean]>([
  ['as it was drafted', 'Talks resume. Kyiv is wary.', true],
  ['with one sentence reworded', 'Talks resume. Kyiv agrees.', true],
  ['with both reworded', 'Talks end. Kyiv agrees.', false],
  ['of one’s own', 'My own words.', false],
  ['empty', ' ', false]
])('a bottom line %s', (_what, bottomLine, unreviewed) => {
  const bottomLineDraftedSentences = hashesOfSentences('Talks resume. Kyiv is wary.');
  const briefing = { ...emptyBriefing('B'), bottomLine, bottomLineReviewed: false };
  expect(isBottomLineUnreviewed({ ...briefing, bottomLineDraftedSentences })).toBe(unreviewed);
  expect(isBottomLineUnreviewed(briefing)).toBe(bottomLine !== ' ');
});

test('two cards that become one are the draft’s where either was, and reviewed where that was confirmed', () => {
  const join = (one: Card, other: Card) => ({
    ...one,
    body: `${one.body}\n\n${other.body}`,
    ...joinedReview(one, other)
  });
  const whole = { ...emptyBriefing('B'), cards: [prose] };
  const confirmed = confirmPart(whole, prose.id).cards[0] ?? prose;
  const own = newCard('note', { body: 'Mine.' });
  expect(isReviewed(join(prose, own))).toBe(false);
  expect(isReviewed(join(confirmed, own))).toBe(true);
  const joined = join(confirmed, list);
  expect(isReviewed(joined)).toBe(false);
  expect(isReviewed({ ...joined, body: `${confirmed.body}\n\n- Mine.` })).toBe(true);
  // A note of a merge does not tell what of it a draft made.
  expect(isReviewed(join(own, newCard('note', { body: 'Theirs.', reviewed: false })))).toBe(false);
});

test('sentences are told without the signs of Markdown, and no rule or empty row is one', () => {
  expect(
    sentencesOfMarkdown('# A day\n\nOne. Two\nends here.\n\n> 1. Three.\n\n---\n\n| a |\n| - |')
  ).toEqual(['A day', 'One.', 'Two ends here.', 'Three.', '| a |']);
});

const sentence = fc.constantFrom('One is.', 'Two is.', 'Three is.', 'Four is.');
const own = fc.constantFrom('Mine.', 'My two.', 'Hers was.');
const line = fc.array(fc.oneof(sentence, own), { minLength: 1, maxLength: 2 });
const body = fc
  .record({ lines: fc.array(line, { maxLength: 4 }), isList: fc.boolean() })
  .map(({ lines, isList }) => {
    const all = lines.map((each) => each.join(' '));
    return isList ? listOf(all) : all.join('\n\n');
  });

test('whatever was typed, merged and taken back: what stands of the draft is unreviewed, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      body,
      body,
      (written, mine, theirs) => {
        const start = listOf(written.map((each) => each.join(' ')));
        const card = drafted(start);
        const base: Briefing = { ...emptyBriefing('B', now), cards: [card] };
        const side = (text: string, minutes: number): Briefing => ({
          ...base,
          cards: [{ ...card, body: text }],
          modifiedAt: new Date(now.getTime() + minutes * 60_000).toISOString()
        });
        const merged = [
          mergeBriefings(base, side(mine, 1), side(theirs, 2)).briefing,
          mergeBriefings(base, side(theirs, 2), side(mine, 1)).briefing
        ];
        expect(merged.map(countUnreviewedLines)).toEqual([
          countUnreviewedLines(merged[0] ?? base),
          countUnreviewedLines(merged[0] ?? base)
        ]);
        const known = new Set<string>(written.flat());
        for (const { cards } of [side(mine, 1), side(theirs, 2), side(start, 3), ...merged]) {
          const now = cards.find(({ id }) => id === card.id) ?? card;
          const lines = cardLines(now);
          const passages = lines.length > 0 ? lines : sentencesOfMarkdown(now.body);
          const isDrafts = passages.map((each) =>
            sentencesOfMarkdown(each).every((one) => known.has(one))
          );
          expect(isReviewed(now)).toBe(!isDrafts.includes(true));
          if (lines.length > 0) {
            const left = isDrafts.flatMap((is, index) => (is ? [index] : []));
            expect(unreviewedLines(now)).toEqual(left);
          }
        }
      }
    )
  );
});
