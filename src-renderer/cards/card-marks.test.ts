import { expect, test } from 'vitest';
import { describe } from '../../src-main/domain/anchoring/locate.js';
import type { Annotation } from '../../src-main/domain/briefing/annotation.js';
import { newId } from '../../src-main/domain/base/values.js';
import { cardMarks, mergeMarks } from './card-marks.js';

const before = 'Ships will wait.';
const after = 'Ships  will wait.';
const annotationOf = (text: string) =>
  ({ id, kind: 'key', target: { selectors: describe(text, 0, text.length) } }) as Annotation;
const id = newId();

test('a mark stays where the editor has it while its annotation still tells of the text before a key', () => {
  const typed = [{ id, kind: 'key' as const, from: 0, to: after.length }];
  expect(mergeMarks(typed, [annotationOf(before)], after)).toBe(typed);
});

test('a mark goes to where its annotation was put by another act', () => {
  const old = [{ id, kind: 'key' as const, from: 0, to: 5 }];
  expect(mergeMarks(old, [annotationOf(after)], after)).toEqual(
    cardMarks([annotationOf(after)], after)
  );
});
