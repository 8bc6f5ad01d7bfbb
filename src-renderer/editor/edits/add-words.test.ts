import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordsOfSources } from '../../../src-main/domain/anchoring/lines-in-sources.js';
import { describe as selectorsAt } from '../../../src-main/domain/anchoring/locate.js';
import { newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { hashesOfSentences } from '../../../src-main/domain/briefing/drafted-sentences.js';
import { type Card, newCard } from '../../../src-main/domain/briefing/entries.js';
import {
  confirmPart,
  isReviewed,
  unreviewedLines
} from '../../../src-main/domain/briefing/reviewed.js';
import { maxCardLength } from '../../../src-main/domain/base/limits.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { addWords } from './add-words.js';

const said = { words: 'We will not sign before Monday.', speaker: 'Ann Lee' };

function withCard(more: Partial<Card>): readonly [Briefing, Card] {
  const card = newCard('position', more);
  return [{ ...emptyBriefing('Test', new Date(0)), cards: [card] }, card];
}

function added(more: Partial<Card>, day = '17 Aug 2025'): Card {
  const [briefing, { id }] = withCard(more);
  return addWords(briefing, id, said, day)!.cards[0]!;
}

describe('words of a source that go into a card', () => {
  test('are a line among lines, a paragraph elsewhere, and alone in an empty card', () => {
    const line = '**Ann Lee, 17 Aug 2025:** We will not sign before Monday.';
    expect(added({ body: '- One.\n- Two.\n' }).body).toBe(`- One.\n- Two.\n- ${line}`);
    expect(added({ body: 'My words.\n' }).body).toBe(`My words.\n\n${line}`);
    expect(added({ body: ' \n' }).body).toBe(line);
    expect(added({ body: '' }, '').body).toBe('**Ann Lee:** We will not sign before Monday.');
  });

  test('lead to their place in the source', () => {
    const source = newId();
    const text = 'The talks went on.\nWe will not sign before Monday.';
    const words = new WordsOfSources([{ id: source, text, paragraphs: [0, 19] }]);
    const found = words.find(renderMarkdown(added({ body: '- One.' }).body).text);
    expect(found.map(({ source: id, paragraph }) => [id, paragraph])).toEqual([[source, 2]]);
  });

  test('are unreviewed alone: what was reviewed or written by a person stays so', () => {
    const ofPerson = added({ body: '- One.\n- Two.' });
    expect(unreviewedLines(ofPerson)).toEqual([2]);
    const drafted = '- One.\n- Two.';
    const draft = { body: drafted, drafted: true, draftedSentences: hashesOfSentences(drafted) };
    expect(unreviewedLines(added({ ...draft, reviewed: true }))).toEqual([2]);
    expect(unreviewedLines(added({ ...draft, reviewed: false }))).toEqual([0, 1, 2]);
    const written = added({ body: 'My words.' });
    expect(isReviewed(written)).toBe(false);
    const [briefing] = withCard({});
    const confirmed = confirmPart({ ...briefing, cards: [written] }, written.id);
    expect(isReviewed(confirmed.cards[0]!)).toBe(true);
  });

  test('are refused where the card has no room, and where it is gone', () => {
    const [briefing, { id }] = withCard({ body: 'x'.repeat(maxCardLength - 10) });
    expect(addWords(briefing, id, said, '')).toBeNull();
    expect(addWords(briefing, newId(), said, '')).toBeNull();
  });

  test('change nothing that a person wrote or marked', () => {
    const markdown = fc.array(
      fc.constantFrom('- ', '> ', '1. ', '**', 'Ann', ' signs. ', '\n', '\n\n', '| a |', '# ', '`'),
      { maxLength: 14 }
    );
    fc.assert(
      fc.property(markdown, fc.string({ minLength: 1 }), fc.string(), (parts, words, speaker) => {
        const [briefing, card] = withCard({
          body: parts.join(''),
          heading: 'Mine',
          keyPoint: 'Point'
        });
        const { text } = renderMarkdown(card.body);
        const place = /Ann/.exec(text);
        const selectors = place ? selectorsAt(text, place.index, place.index + 3) : null;
        const annotations = selectors
          ? [newAnnotation({ type: 'card', id: card.id, selectors }, new Date(0).toISOString())]
          : [];
        const before = { ...briefing, annotations };
        const after = addWords(before, card.id, { words, speaker }, '17 Aug 2025')!;
        const [now] = after.cards;
        expect(now!.body.startsWith(card.body.trimEnd())).toBe(true);
        expect([now!.heading, now!.keyPoint, now!.kind]).toEqual(['Mine', 'Point', card.kind]);
        expect(after.annotations.map(({ target }) => target.selectors.quote.exact)).toEqual(
          annotations.map(() => 'Ann')
        );
        expect({ ...after, cards: [], annotations: [] }).toEqual({
          ...before,
          cards: [],
          annotations: []
        });
      })
    );
  });
});
