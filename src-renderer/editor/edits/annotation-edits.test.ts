import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import {
  acceptFlag,
  attachTo,
  removeTag,
  renameTag,
  setLinks,
  setReply,
  annotationOf
} from './annotation-edits.js';

const target = { type: 'card', id: newId() } as const;
const text = 'One two three.';
const annotate = (start: number, end: number, tags: readonly string[] = []) => ({
  ...annotationOf({ target, text, span: { start, end } }, 'key'),
  tags
});
const holding = (...annotations: Briefing['annotations']): Briefing => ({
  ...emptyBriefing('Test', new Date(0)),
  annotations
});
const tagsOf = (briefing: Briefing) => briefing.annotations.map(({ tags }) => tags);

describe('tags over the whole briefing', () => {
  const briefing = holding(
    annotate(0, 3, ['sea', 'grain']),
    annotate(4, 7, ['see']),
    annotate(8, 9)
  );
  test('a tag takes another name everywhere', () => {
    expect(tagsOf(renameTag(briefing, 'grain', ' wheat '))).toEqual([
      ['sea', 'wheat'],
      ['see'],
      []
    ]);
  });
  test('two become one, and stand once where both stood', () => {
    const both = holding(annotate(0, 3, ['sea', 'see']), annotate(4, 7, ['see']));
    expect(tagsOf(renameTag(both, 'see', 'sea'))).toEqual([['sea'], ['sea']]);
  });
  test('one is taken away', () => {
    expect(tagsOf(removeTag(briefing, 'sea'))).toEqual([['grain'], ['see'], []]);
  });
  test.each([
    ['a blank name', renameTag(briefing, 'sea', '  ')],
    ['its own name', renameTag(briefing, 'sea', 'sea')],
    ['a tag that nobody has', renameTag(briefing, 'x', 'y')]
  ])('%s changes nothing', (_, same) => expect(same).toBe(briefing));
});

test('a reply comes, is rewritten, and goes when it is blank', () => {
  const one = annotate(0, 3);
  const reply = newId();
  const written = setReply(holding(one), one.id, reply, 'Really');
  const rewritten = setReply(written, one.id, reply, 'Really?');
  expect(rewritten.annotations[0]?.replies).toMatchObject([{ id: reply, note: 'Really?' }]);
  const two = setReply(rewritten, one.id, newId(), 'Yes');
  expect(two.annotations[0]?.replies.map(({ note }) => note)).toEqual(['Really?', 'Yes']);
  expect(setReply(two, one.id, reply, ' ').annotations[0]?.replies).toMatchObject([
    { note: 'Yes' }
  ]);
});

test('links say what the words are about', () => {
  const one = annotate(0, 3);
  const link = { type: 'actor', id: newId() } as const;
  expect(setLinks(holding(one), one.id, [link]).annotations[0]?.links).toEqual([link]);
});

test('attached to other words it knows its first ones, and is no longer in doubt', () => {
  const one = { ...annotate(0, 3), flag: 'replaced' as const };
  const other = { type: 'source', id: newId() } as const;
  const [moved] = attachTo(holding(one), one.id, other, text, { start: 4, end: 7 }).annotations;
  expect(moved).toMatchObject({
    flag: null,
    target: {
      ...other,
      selectors: { quote: { exact: 'two' } },
      original: { quote: { exact: 'One' } }
    }
  });
});

test('a flag is taken off once, and nothing changes without one', () => {
  const one = { ...annotate(0, 3), flag: 'changed' as const };
  const accepted = acceptFlag(holding(one), one.id);
  expect(accepted.annotations[0]?.flag).toBeNull();
  expect(acceptFlag(accepted, one.id)).toBe(accepted);
});
