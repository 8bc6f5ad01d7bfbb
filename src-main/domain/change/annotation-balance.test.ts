import { describe, expect, test } from 'vitest';
import type { Annotation } from '../briefing/annotation.js';
import { checkBalance, applyChange, diffBriefing } from './change.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';

const base = emptyBriefing('Base', new Date(0));
const [a, b, c] = Array.from({ length: 3 }, () => ({ id: newId() }) as Annotation);
const holding = (...annotations: (Annotation | undefined)[]) => ({
  ...base,
  annotations: annotations as Annotation[]
});

describe('the annotations balance', () => {
  test.each([
    ['nothing happens', [a, b], [a, b]],
    ['one comes', [a], [a, b]],
    ['one goes by name', [a, b], [b]],
    ['one goes and one comes', [a, b], [b, c]],
    ['the order changes', [a, b], [b, a]]
  ])('when %s', (_, before, after) => {
    const change = diffBriefing(holding(...before), holding(...after));
    expect(() => checkBalance(holding(...before), change, holding(...after))).not.toThrow();
    expect(applyChange(holding(...before), change, new Date(0)).annotations).toEqual(after);
  });

  test.each([
    ['one is missing that nobody removed', [a, b], [a]],
    ['one stands there twice', [a, b], [a, b, b]],
    ['one is there that nobody added', [a], [a, b]],
    ['another is there in its place', [a, b], [a, c]]
  ])('not when %s', (_, before, after) => {
    const change = { annotations: { put: [], removed: [], order: null } };
    expect(() => checkBalance(holding(...before), change, holding(...after))).toThrow(
      'do not balance'
    );
  });
});
