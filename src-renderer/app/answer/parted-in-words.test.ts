/** Whoever joins two names is told what she said before and how it is taken back. */
import { expect, test } from 'vitest';
import { newId } from '../../../src-main/domain/base/values.js';
import { partedInWords } from './parted-in-words.js';

const [talks, grain] = [newId(), newId()];
const titleOf = (id: string) => (id === talks ? 'Talks' : 'Grain');
const inBriefing = (briefing: typeof talks) => ({
  ...{ kind: 'actor' as const, name: 'georgia', other: null, briefing }
});

test('nothing in the way: the sentence alone', () => {
  expect(partedInWords('They are one', [], titleOf)).toBe('They are one.');
});

test('a namesake: the briefings, and the button that takes it back', () => {
  const told = partedInWords('They are one', [inBriefing(talks), inBriefing(grain)], titleOf);
  expect(told).toMatch(/^They are one, but not in “Talks”, “Grain”: there you said/);
  expect(told).toContain('“The same here, too” under Names');
});

test('two names of the group that were said to be two', () => {
  const two = { kind: 'actor' as const, name: 'tbilisi', other: 'georgia', briefing: null };
  expect(partedInWords('They are one', [two], titleOf)).toMatch(
    /^They are one\. “tbilisi” and “georgia” stay two, as you said before\. .+ take that back\.$/
  );
});
