/** Protects annotations from being lost or put on the wrong words when a text was changed elsewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { carry } from './carry.js';

const first =
  'The ministry of transport said on Monday that the northern port would reopen in June.';
const second = 'Two shipping lines have already booked berths there for the first week.';
const third =
  'Pilots, however, warn that the channel has not been dredged since the autumn storms.';
const article = [first, second, third].join('\n\n');

function carryQuote(before: string, after: string, quote: string) {
  const start = before.indexOf(quote);
  const [result] = carry(before, after, [{ start, end: start + quote.length }]);
  const range = result?.range;
  return { status: result?.status, text: range ? after.slice(range.start, range.end) : null };
}

describe('carry', () => {
  it.each([
    [
      'a paragraph put before it',
      `New lead.\n\n${article}`,
      'berths there',
      'same',
      'berths there'
    ],
    [
      'its paragraph moved',
      [third, second, first].join('\n\n'),
      'the northern port would reopen in June',
      'same',
      'the northern port would reopen in June'
    ],
    [
      'a word of it changed',
      article.replace('northern port', 'northern harbour'),
      'the northern port would reopen in June',
      'changed',
      'the northern harbour would reopen in June'
    ],
    [
      'its first word replaced',
      article.replace('Pilots', 'Harbour pilots'),
      'Pilots, however, warn',
      'changed',
      'Harbour pilots, however, warn'
    ],
    [
      'words put into it',
      article.replace('already booked', 'already, and for a price, booked'),
      'have already booked berths',
      'changed',
      'have already, and for a price, booked berths'
    ],
    [
      'it and its paragraph deleted',
      [first, third].join('\n\n'),
      'booked berths there',
      'orphan',
      null
    ],
    ['all of the text deleted', '', 'booked berths there', 'orphan', null],
    ['another text in its place', 'Nothing of this is about ships at all.', second, 'orphan', null]
  ])('%s', (_, after, quote, status, text) => {
    expect(carryQuote(article, after, quote)).toEqual({ status, text });
  });

  it('does not grow over the sentences that came to follow it', () => {
    const quote = 'Unknown cargo is reported to the harbour office as an error.';
    const edited = 'Unknown cargo or crew is reported to the harbour office as an error.';
    const more = ' The office can waive that. Pilots may take one more on board (see below).';
    const before = `${first}\n\nCargo is weighed on the quay. ${quote}\n\n${third}`;
    const after = before.replace(quote, edited + more);
    expect(carryQuote(before, after, quote)).toEqual({ status: 'changed', text: edited });
  });

  it('asks for a look at a few words, of which as many were replaced as stayed', () => {
    const after = article.replace('berths there', 'rooms there');
    expect(carryQuote(article, after, 'berths there')).toEqual({
      status: 'replaced',
      text: 'rooms there'
    });
  });

  it('asks for a look at the only such words when all beside them is new', () => {
    const after = article.replace(second, 'Crews say: already booked! Nobody told us why or when.');
    expect(carryQuote(article, after, 'already booked')).toEqual({
      status: 'replaced',
      text: 'already booked'
    });
  });

  it('does not mistake another occurrence of the same words for a deleted one', () => {
    const before =
      'The port is shut. Ships wait.\n\nThe rail line is open. Trains run.\n\nThe port is old.';
    const after = 'The rail line is open. Trains run.\n\nThe port is old.';
    expect(carryQuote(before, after, 'The port')).toEqual({ status: 'orphan', text: null });
  });

  it('says where an orphan stood', () => {
    const after = [first, third].join('\n\n');
    const start = article.indexOf(second);
    const [orphan] = carry(article, after, [{ start, end: start + second.length }]);
    expect(orphan).toEqual({ status: 'orphan', range: null, place: expect.any(Number) as number });
    expect(orphan?.place).toBeGreaterThanOrEqual(first.length);
    expect(orphan?.place).toBeLessThanOrEqual(first.length + 2);
  });

  const words = fc.constantFrom(
    ...'the port said on Monday will open close grain 12 漢字 😀'.split(' ')
  );
  const texts = fc
    .array(fc.tuple(words, fc.constantFrom(' ', ' ', ', ', '. ', '\n', '\n\n')), { maxLength: 80 })
    .map((parts) => parts.flat().join(''));
  const anchorsIn = (text: string) =>
    fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 20 }
    );

  it('gives back every anchor where it was when nothing changed', () => {
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), anchorsIn(text)));
    fc.assert(
      fc.property(cases, ([text, anchors]) => {
        const ranges = carry(text, text, anchors).map(({ status, range }) => ({ status, range }));
        expect(ranges).toEqual(
          anchors.map((range) =>
            range.start < range.end ? { status: 'same', range } : { status: 'orphan', range: null }
          )
        );
      })
    );
  });

  it('answers for every anchor, inside the new text, and calls only equal words the same', () => {
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), anchorsIn(text)));
    fc.assert(
      fc.property(cases, texts, ([before, anchors], after) => {
        const results = carry(before, after, anchors);
        expect(results).toHaveLength(anchors.length);
        results.forEach(({ status, range, place }, i) => {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(after.length);
          expect(range === null).toBe(status === 'orphan');
          if (!range) return;
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(after.length);
          if (status !== 'same' && status !== 'moved') return;
          const anchor = anchors[i] ?? { start: 0, end: 0 };
          expect(after.slice(range.start, range.end)).toBe(before.slice(anchor.start, anchor.end));
        });
      }),
      { numRuns: bySize({ usual: 500, full: 5_000 }) }
    );
  });
});
