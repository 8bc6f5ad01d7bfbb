import { describe, expect, test } from 'vitest';
import { quotedPositions } from '../anchoring/quoted-positions.js';
import { describe as selectorsAt } from '../anchoring/locate.js';
import { newAnnotation } from '../briefing/annotation.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { supersededLines } from './superseded-lines.js';

const [card, source] = [newId(), newId()];
const text = 'Ann said no. Bob said yes. Ann said yes.';

function markAt(type: 'card' | 'source', quote: string) {
  const start = text.indexOf(quote);
  const selectors = selectorsAt(text, start, start + quote.length);
  const id = type === 'card' ? card : source;
  return newAnnotation({ type, id, selectors }, '2025-08-17T00:00:00Z');
}

/** The card has the words of the source from its start on. */
function lineOf(quote: string) {
  const start = text.indexOf(quote);
  const range = { start, end: start + quote.length };
  return { line: range, place: range, source, paragraph: 1 };
}

const [no, yes] = [markAt('source', 'Ann said no.'), markAt('source', 'Ann said yes.')];
const first = entry(1, { stance: 'opposes', said: '2025-08-15', evidence: [no.id] });
const second = entry(2, { stance: 'unclear', said: '2025-08-16', supersedes: [first.id] });
const third = entry(3, { said: '2025-08-17', supersedes: [second.id], evidence: [yes.id] });
const positions = [first, second, third];
const annotations = [no, yes];

function marked(lines: readonly ReturnType<typeof lineOf>[], more = annotations, all = positions) {
  const quoted = quotedPositions(card, lines, { positions: all, annotations: more });
  return supersededLines(quoted, all).map(({ line, older, newer }) => [
    text.slice(line.start, line.end),
    older.id,
    newer.id
  ]);
}

describe('words that quote a superseded position', () => {
  test('are told with the latest that took its place', () => {
    expect(marked([lineOf('Ann said no.'), lineOf('Bob said yes.')])).toEqual([
      ['Ann said no.', first.id, third.id]
    ]);
  });

  test('are not told while nothing follows it, nor of one of another actor', () => {
    expect(marked([lineOf('Ann said no.')], annotations, [first])).toEqual([]);
    expect(marked([lineOf('Bob said yes.')])).toEqual([]);
  });

  test('are not told where the text goes on to the newer, and are where it comes from there', () => {
    expect(marked([lineOf('Ann said no.'), lineOf('Ann said yes.')])).toEqual([]);
    const earlier = { ...lineOf('Ann said yes.'), line: { start: -1, end: 0 } };
    expect(marked([earlier, lineOf('Ann said no.')])).toEqual([
      ['Ann said no.', first.id, third.id]
    ]);
  });

  test('are told as well where they are marked as being about the position', () => {
    const mark = {
      ...markAt('card', 'Bob said yes.'),
      links: [{ type: 'position' as const, id: first.id }]
    };
    expect(marked([], [...annotations, mark])).toEqual([['Bob said yes.', first.id, third.id]]);
  });
});
