import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { maxCardLength, maxLengths } from '../../../src-main/domain/base/limits.js';
import { hashesOfSentences } from '../../../src-main/domain/briefing/drafted-sentences.js';
import { type Card, newCard } from '../../../src-main/domain/briefing/entries.js';
import {
  confirmLine,
  confirmPart,
  isBottomLineUnreviewed,
  unreviewedLines
} from '../../../src-main/domain/briefing/reviewed.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import { notDraftedIn, withoutDraftOf } from '../../../src-main/domain/suggestions/later-drafts.js';
import { draftInto as orRefuse } from './draft-into.js';

const draftInto = (...given: Parameters<typeof orRefuse>) => orRefuse(...given)!;

const source = (title: string, day: number) =>
  newSource({
    title,
    text: title,
    published: `2026-05-${day}`,
    importedAt: `2026-05-${day}T08:00:00.000Z`
  });
const [first, second, third] = [source('Vote', 12), source('Error', 13), source('Call-in', 14)];
const line = 'Councillors backed the plant.';

function drafted(body: string, more: Partial<Card> = {}): Card {
  const draftedSentences = hashesOfSentences(body);
  return newCard('position', {
    ...{ heading: 'Who says what', body, reviewed: false, drafted: true, draftedSentences },
    ...more
  });
}

const briefing: Briefing = {
  ...emptyBriefing('Vote', new Date(0)),
  ...{ bottomLine: line, bottomLineReviewed: false },
  bottomLineDraftedSentences: hashesOfSentences(line),
  cards: [drafted('- **Ann Lee:** “No.”')],
  sources: [first, second, third]
};
const parts = {
  bottomLine: 'The minister called the plant in.',
  cards: [
    {
      kind: 'position' as const,
      heading: 'Who says what',
      body: '- **Bo Ek, reported 14 May 2026:** “Yes.”'
    },
    { kind: 'fact' as const, heading: 'Figures', body: '- **14 May 2026:** £2' }
  ]
};

describe('the draft of a later article in the text', () => {
  test('leads title, bottom line and cards, all of it unreviewed', () => {
    const led = draftInto(briefing, third, parts);
    expect(led).toMatchObject({ title: 'Call-in', bottomLine: parts.bottomLine });
    expect(isBottomLineUnreviewed(led)).toBe(true);
    const [said, figures] = led.cards;
    expect(said!.body).toBe(
      '- **Bo Ek, reported 14 May 2026:** “Yes.”\n- **Ann Lee, reported 12 May 2026:** “No.”'
    );
    expect(unreviewedLines(said!)).toEqual([0, 1]);
    expect(figures).toMatchObject({ heading: 'Figures', body: '- **14 May 2026:** £2' });
  });

  test('leaves what is confirmed confirmed, and a line that stands there as it is', () => {
    const confirmed = confirmPart(briefing, briefing.cards[0]!.id);
    const led = draftInto(confirmed, third, parts);
    expect(unreviewedLines(led.cards[0]!)).toEqual([0]);
    expect(draftInto(led, second, parts).cards[0]!.body).toBe(led.cards[0]!.body);
  });

  test('tells the day of each line that a draft made, confirmed or not, and of none of hers', () => {
    const body = '- “No,” **Ann Lee** said.\n- **Bo Ek:** “Why?”\n- **14 May 2024:** It began.';
    const card = drafted(`${body}`);
    const mixed = { ...card, body: `${body}\n- Mine.` };
    const confirmed = confirmLine({ ...briefing, cards: [mixed] }, card.id, 1);
    const led = draftInto(confirmed, second, {
      bottomLine: '',
      cards: [
        { kind: 'position', heading: card.heading, body: '- **Cy, reported 13 May 2026:** “So.”' }
      ]
    });
    expect(led.cards[0]!.body.split('\n')).toEqual([
      '- **Cy, reported 13 May 2026:** “So.”',
      '- **Reported 12 May 2026:** “No,” **Ann Lee** said.',
      '- **Bo Ek, reported 12 May 2026:** “Why?”',
      '- **14 May 2024:** It began.',
      '- Mine.'
    ]);
    expect(unreviewedLines(led.cards[0]!)).toEqual([0, 1, 3]);
  });

  test('stands behind the lines of later days', () => {
    const ofSecond = { ...parts.cards[0]!, body: '- **Cy, reported 13 May 2026:** “So.”' };
    const led = draftInto(draftInto(briefing, third, parts), second, {
      ...parts,
      cards: [ofSecond]
    });
    expect(led.cards[0]!.body.split('\n').map((line) => line.slice(4, 6))).toEqual([
      'Bo',
      'Cy',
      'An'
    ]);
  });

  test.each([
    [
      'a title of her own',
      { title: 'Where the plant stands' },
      { title: 'Where the plant stands' }
    ],
    [
      'her sentence behind the drafted ones',
      { bottomLine: `${line} Wait for June.` },
      { bottomLine: `${parts.bottomLine}\n\nWait for June.` }
    ],
    [
      'a bottom line of her own',
      {
        bottomLine: '**Wait** for June.',
        bottomLineReviewed: true,
        bottomLineDraftedSentences: undefined
      },
      { bottomLine: `${parts.bottomLine}\n\n**Wait** for June.` }
    ],
    [
      'what she wrote in a card',
      { cards: [drafted('My view.', { drafted: false, draftedSentences: [] })] },
      { cards: [{ body: '- **Bo Ek, reported 14 May 2026:** “Yes.”\n\nMy view.' }, {}] }
    ]
  ])('keeps %s', (_, hers, kept) => {
    expect(draftInto({ ...briefing, ...hers }, third, parts)).toMatchObject(kept);
  });

  test('is refused where a card or the bottom line has no room for it', () => {
    const bottomLine = 'x'.repeat(maxLengths.bottomLine);
    expect(orRefuse({ ...briefing, bottomLine }, third, parts)).toBeNull();
    const cards = [drafted('x'.repeat(maxCardLength), { draftedSentences: [] })];
    expect(orRefuse({ ...briefing, cards }, third, parts)).toBeNull();
  });

  test('of an article that is not the latest leads only in the cards', () => {
    const led = draftInto(briefing, second, parts);
    expect(led).toMatchObject({ title: 'Vote', bottomLine: line });
    expect(led.cards).toHaveLength(2);
  });

  test('is offered for each later source, the latest first, until it is in or set aside', () => {
    expect(notDraftedIn(briefing)).toEqual([third, second]);
    expect(notDraftedIn(draftInto(briefing, third, parts))).toEqual([second]);
    const dismissals = [withoutDraftOf(second)];
    expect(notDraftedIn({ ...briefing, dismissals })).toEqual([third]);
    const ofHand = [newCard('fact', { body: 'Mine.' })];
    expect(notDraftedIn({ ...briefing, cards: ofHand })).toEqual([third, second]);
    const bottomLineDraftedSentences = undefined;
    expect(notDraftedIn({ ...briefing, cards: ofHand, bottomLineDraftedSentences })).toEqual([]);
    expect(notDraftedIn({ ...briefing, sources: [first] })).toEqual([]);
  });
});
