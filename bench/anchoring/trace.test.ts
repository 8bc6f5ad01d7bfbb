/** The bench's own judge: where words came from, without anything of what it judges. */
import { expect, test } from 'vitest';
import { countUnclear, isNew, throughBoth, traceOrigin } from './trace.js';

const before = `The port reopens in June after the storms of last autumn.
Pilots warn that its channel is shallow.
Two lines have booked berths for the first week.
`;

/** What of `before` came through, each new unit as a dot and each unclear one as a question mark. */
function shown(after: string): string {
  const origin = traceOrigin(before, after);
  return [...origin]
    .map((at, i) => (at >= 0 ? before.charAt(at) : at === isNew && after[i] !== '\n' ? '.' : '?'))
    .join('');
}

test.each([
  ['words put in', before.replace('in June', 'in late June'), /reopens in[ .]{4,5} ?June after/],
  ['a line put before', `All new here.\n${before}`, /^[.?\s]+The port reopens in June/],
  [
    'a line moved and edited',
    'Two lines have now booked berths for the first week.\nThe port reopens in June after the storms of last autumn.\n',
    /^Two lines have[ .]{4}.? booked berths for the first week\.\nThe port/
  ]
])('%s', (_, after, expected) => {
  expect(shown(after)).toMatch(expected);
});

test('a stray word of a line that is new is unclear, never certain', () => {
  const origin = traceOrigin(
    before,
    'Nobody who lives along the shallow lake went to swim this year.\n'
  );
  expect(Math.max(...origin)).toBeLessThan(0);
  const at = before.indexOf('shallow');
  expect(countUnclear(origin, at, at + 'shallow'.length)).toBeLessThanOrEqual('shallow'.length);
});

test('two revisions in a row lead back to the first', () => {
  const middle = before.replace('Pilots warn', 'Harbour pilots warn');
  const last = middle.replace('first week', 'second week');
  const both = throughBoth(traceOrigin(before, middle), traceOrigin(middle, last));
  const at = last.indexOf('booked');
  expect(both[at]).toBe(before.indexOf('booked'));
  expect(both[last.indexOf('Harbour')]).toBe(isNew);
  expect(both[last.indexOf('second')]).toBe(isNew);
});
