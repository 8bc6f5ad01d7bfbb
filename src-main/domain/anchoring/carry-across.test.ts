import { newCard } from '../briefing/entries.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { carryAcross } from './carry-across.js';
import { describe } from './locate.js';

const card = newId();
const withCard = (body: string, annotations: readonly Annotation[] = []): Briefing => ({
  ...emptyBriefing('Merged', new Date(0)),
  cards: [newCard('note', { id: card, heading: '', body })],
  annotations
});

function annotationOn(body: string, start: number, end: number): Annotation {
  const selectors = describe(renderMarkdown(body).text, start, end);
  return newAnnotation({ type: 'card', id: card, selectors }, '2026-01-01T00:00:00.000Z');
}

const old = 'The ministry said that the northern port would reopen in June, and ships wait.';
const start = old.indexOf('the northern port');
const annotation = annotationOn(old, start, start + 'the northern port would reopen'.length);

test.each([
  ['text before it', `All in all: ${old}`, 'the northern port would reopen', null],
  [
    'a word of it changed',
    old.replace('port', 'harbour'),
    'the northern harbour would reopen',
    'changed'
  ],
  ['all of it gone', 'Nothing of this is about anything.', null, null]
] as const)('%s, on the side that has not annotated it', (_, body, words, flag) => {
  const sides = [withCard(old, [annotation]), withCard(body)];
  const [one] = carryAcross(withCard(body, [annotation]), sides).annotations;
  const { position } = one!.target.selectors;
  expect(position && body.slice(position.start, position.end)).toBe(words);
  expect(one?.flag).toBe(flag);
});

test('of a card that is gone it is an orphan, and what stands where it was stays the same', () => {
  const gone = { ...withCard(old, [annotation]), cards: [] };
  expect(carryAcross(gone, []).annotations[0]?.target.selectors.position).toBeNull();
  const whole = withCard(old, [annotation]);
  expect(carryAcross(whole, [])).toBe(whole);
});

test('whatever the cards became, as many come out, each on the words that it claims', () => {
  const bodies = fc.string({
    unit: fc.constantFrom('a', 'b ', '**', '\n\n', '😀', '- '),
    maxLength: 30
  });
  fc.assert(
    fc.property(
      bodies,
      bodies,
      fc.array(fc.tuple(fc.nat(40), fc.nat(9)), { maxLength: 4 }),
      (was, now, places) => {
        const before = `x${was}`;
        const { text } = renderMarkdown(before);
        const annotations = places.map(([at, length]) => {
          const from = at % text.length;
          return annotationOn(before, from, Math.min(text.length, from + 1 + length));
        });
        const after = renderMarkdown(now).text;
        const merged = carryAcross(withCard(now, annotations), [withCard(before, annotations)]);
        expect(merged.annotations.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
        for (const { target } of merged.annotations) {
          const { position, quote } = target.selectors;
          if (position) expect(after.slice(position.start, position.end)).toBe(quote.exact);
        }
      }
    )
  );
});
