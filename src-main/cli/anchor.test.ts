import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './testing/desk.js';

let desk: Desk;
let standpoint: Desk['standpoint'];
let feed: Desk['feed'];

beforeEach(async () => {
  desk = await openDesk();
  ({ standpoint, feed } = desk);
});
afterEach(() => desk.clear());

describe('anchor', () => {
  const revision = (id: string, anchors: readonly object[]) =>
    JSON.stringify({
      id,
      before: 'The port\u2028is shut.',
      after: 'So the port\u2028is shut.',
      anchors
    });

  test('prints one answer a line, one result an anchor, whatever the chunks of its input', async () => {
    const lines = `${revision('a', [{ id: 1, start: 4, end: 8 }])}\n\r\n${revision('b', [])}`;
    feed([...lines]);
    const { code, out, err } = await standpoint('anchor');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: 'a', results: [{ id: 1, start: 7, end: 11, status: 'same' }] },
      { id: 'b', results: [] }
    ]);
  });

  test('names the line that is at fault and answers the others', async () => {
    const bad = ['{', '{"id":"x"}', revision('c', [{ id: 'q', start: 4, end: 99 }])];
    feed([[...bad, revision('d', [])].join('\n')]);
    const { code, out, err } = await standpoint('anchor');
    expect(code).toBe(1);
    expect(err).toMatch(
      /Line 1 is not JSON.*\n.*Line 2 is not a revision: before.*\n.*Line 3 has an/
    );
    expect(JSON.parse(out)).toEqual({ id: 'd', results: [] });
  });

  test('gives up on a line that has no end, with a sentence and without keeping it all', async () => {
    const endless = Array.from({ length: 65 }, () => '\0'.repeat(1_000_000));
    feed([`${revision('a', [])}\n`, ...endless]);
    const { code, out, err } = await standpoint('anchor');
    expect(code).toBe(1);
    expect(err).toMatch(/^standpoint: The input has a line of more than 64 million signs/);
    expect(JSON.parse(out)).toEqual({ id: 'a', results: [] });
  });
});
