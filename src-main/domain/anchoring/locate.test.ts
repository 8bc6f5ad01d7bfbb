/** Protects a quote from being shown in a place that its selectors do not speak for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeRange, locate } from './locate.js';

const text = [
  'The ministry of transport said on Monday that the northern port would reopen in June.',
  'Two shipping lines have already booked berths there for the first week.',
  'The ministry of finance said on Monday that it would not pay for the dredging.'
].join('\n\n');

function select(quote: string, from = 0) {
  const start = text.indexOf(quote, from);
  return describeRange(text, start, start + quote.length);
}

function locateText(changed: string, quote: string, from = 0): string | null {
  const range = locate(changed, select(quote, from));
  return range && changed.slice(range.start, range.end);
}

describe('locate', () => {
  it('tells two equal quotes apart by their place and by what surrounds them', () => {
    const last = text.lastIndexOf('said on Monday');
    expect(locate(text, select('said on Monday', last))?.start).toBe(last);
    const lead = 'A new first paragraph.\n\n';
    expect(locate(lead + text, select('said on Monday', last))?.start).toBe(last + lead.length);
  });

  it('finds a quote that was edited', () => {
    const changed = text.replace('already booked berths', 'booked their berths');
    expect(locateText(changed, 'Two shipping lines have already booked berths there')).toBe(
      'Two shipping lines have booked their berths there'
    );
  });

  it.each([
    ['gone', text.replace('Two shipping lines', ''), 'Two shipping lines'],
    [
      'there twice with nothing to tell them apart',
      'said on Monday said on Monday',
      'said on Monday'
    ],
    ['short and in other surroundings', 'Trains had to reopen too.', 'reopen']
  ])('is not certain of a quote that is %s', (_, changed, quote) => {
    expect(locateText(changed, quote)).toBeNull();
  });

  it('finds every quote of an unchanged text where it stands', () => {
    const units = fc.constantFrom('a', 'b', ' ', 'port', '😀', '\n');
    fc.assert(
      fc.property(fc.array(units, { minLength: 1 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join('');
        const start = a % whole.length;
        const end = start + 1 + (b % (whole.length - start));
        const selectors = describeRange(whole, start, end);
        expect(locate(whole, selectors)).toEqual(selectors.position);
      })
    );
  });
});
