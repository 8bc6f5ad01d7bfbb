import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { annotationOf } from './annotation-edits.js';
import { quoteAsMarkdown } from './carry-annotations.js';
import { addAnnotation, addCard, keepAsCard, setCard } from './edits.js';
import { setCardBody } from './testing/set-card-body.js';

const card = newId();

/** A briefing with one card, and `words` of it annotated. */
function briefing(body: string, words: string): Briefing {
  const { text } = renderMarkdown(body);
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const empty = addCard(emptyBriefing('Test', new Date(0)), null, 'note', card);
  const target = { type: 'card', id: card } as const;
  return addAnnotation(setCard(empty, card, { body }), annotationOf({ target, text, span }, 'key'));
}

function only({ annotations }: Briefing): Annotation {
  expect(annotations).toHaveLength(1);
  return annotations[0]!;
}

function wordsOf(b: Briefing): string | null {
  const { position } = only(b).target.selectors;
  const { text } = renderMarkdown(b.cards[0]!.body);
  return position && text.slice(position.start, position.end);
}

describe('an annotation of a card whose text changes', () => {
  test.each([
    ['typing before it', 'One two three.', 'two', 'Zero. One two three.', 'two'],
    ['marks around it', 'One two three.', 'two', 'One **two** three.', 'two'],
    ['a letter in it', 'One two three.', 'two', 'One twXo three.', 'twXo'],
    ['a part of it deleted', 'One two three.', 'One two', 'two three.', 'two'],
    ['all of it deleted', 'One two three.', 'two', 'One three.', null]
  ])('%s', (_, before, words, after, expected) => {
    expect(wordsOf(setCardBody(briefing(before, words), card, after))).toBe(expected);
  });

  test('deleted letter by letter it is an orphan that still says its first words, and finds them again', () => {
    const before = 'The talks in Alaska went on. More is to come.';
    const words = 'The talks in Alaska went on.';
    let b = briefing(before, words);
    for (let left = words.length - 1; left >= 0; left -= 1)
      b = setCardBody(b, card, words.slice(0, left) + ' More is to come.');
    expect(wordsOf(b)).toBeNull();
    expect(only(b).target.selectors.quote.exact).toBe(words);
    expect(wordsOf(setCardBody(b, card, before))).toBe(words);
  });

  test('another card’s annotations keep their identity', () => {
    const b = addCard(briefing('One two.', 'two'), null, 'note', newId());
    expect(setCardBody(b, b.cards[1]!.id, 'Other').annotations).toBe(b.annotations);
  });

  test('whatever is typed, none is ever lost, and a place always holds its quote', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '*', '\n', '😀'),
      maxLength: 30
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (bodies) => {
        let b = briefing('aa bb aa', 'bb');
        for (const body of bodies) {
          b = setCardBody(b, card, body);
          const { position, quote } = only(b).target.selectors;
          if (position) expect(wordsOf(b)).toBe(quote.exact);
        }
      })
    );
  });
});

describe('keeping an orphan as a card', () => {
  test.each(['plain words', 'with *signs* of [Markdown] & <more>', '1. a list\n\n# a heading'])(
    '%j',
    (words) => {
      const start = briefing(quoteAsMarkdown(words), words.split('\n')[0]!);
      const orphan = setCardBody(start, card, '');
      const kept = keepAsCard(orphan, only(orphan).id);
      expect(kept.cards).toHaveLength(2);
      expect(only(kept).target.id).toBe(kept.cards[1]!.id);
      const { position } = only(kept).target.selectors;
      const { text } = renderMarkdown(kept.cards[1]!.body);
      expect(position && text.slice(position.start, position.end)).toBe(words.split('\n')[0]);
    }
  );
});
