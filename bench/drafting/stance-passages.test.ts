import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSetAside } from './open-texts.js';
import { rates } from './score.js';
import { agreementOf, stancePassages, stanceSentences } from './stance-passages.js';

test('no passage is of a text that is set aside, and what is marked stands in its passage', () => {
  const passages = stancePassages();
  expect(passages.length).toBeGreaterThanOrEqual(30);
  for (const { id, passage, first, second } of passages) {
    expect(isSetAside({ id }), id).toBe(false);
    for (const { source, content, stance, object } of [...first, ...second]) {
      for (const { start, end } of [source, content, ...(object ? [object] : [])]) {
        expect(passage.start <= start && start < end && end <= passage.end, id).toBe(true);
      }
      expect(object !== undefined, id).toBe(stance !== 'none');
    }
  }
});

test('of the sentences a third is set aside, and what is marked stands in its sentence', () => {
  const sentences = stanceSentences();
  expect(sentences).toHaveLength(300);
  expect(sentences.filter((each) => isSetAside(each, 'third')).length).toBeGreaterThan(80);
  for (const { id, passage, first, second } of sentences) {
    for (const { source, content, stance, object } of [...first, ...second]) {
      for (const { start, end } of [source, content, ...(object ? [object] : [])]) {
        expect(start < end && end <= passage.end, id).toBe(true);
      }
      expect(stance, id).not.toBe('none');
    }
  }
});

test('the readings agree as far as docs/open-texts.md says', () => {
  const docs = readFileSync(new URL('../../docs/open-texts.md', import.meta.url), 'utf8');
  for (const passages of [stancePassages(), stanceSentences()]) {
    const { statements, withSource, kappa } = agreementOf(passages);
    expect(docs).toContain(`F1 ${rates(statements).f1} for what is said`);
    expect(docs).toContain(`${rates(withSource).f1} with its source`);
    expect(docs).toContain(`kappa ${kappa.toFixed(2)} for the stance`);
  }
});
