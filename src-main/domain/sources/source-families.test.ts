import { expect, test } from 'vitest';
import type { Id } from '../base/values.js';
import { familyInWords, sourceFamilies } from './source-families.js';

function source(id: string, facts: { origin?: string; updates?: string } = {}) {
  const { origin, updates } = facts;
  return {
    id: id as Id,
    origin: origin === undefined ? null : { id: origin as Id, name: '' },
    updates: (updates ?? null) as Id | null
  };
}

test('newer versions and copies stand with their report, wherever they are in the briefing', () => {
  const sources = [
    source('copy', { origin: 'wire' }),
    source('alone'),
    source('update', { updates: 'report' }),
    source('report', { origin: 'wire' }),
    source('update of a source that is gone', { updates: 'gone' })
  ];
  const families = sourceFamilies(sources);
  expect(families.map(({ members }) => members.map(({ id }) => id))).toEqual([
    ['copy', 'update', 'report'],
    ['alone'],
    ['update of a source that is gone']
  ]);
  expect(families.map(({ first }) => first.id)).toEqual([
    'copy',
    'alone',
    'update of a source that is gone'
  ]);
  expect(families.map(familyInWords)).toEqual(['Updated once, copied once', '', '']);
});

test('the earliest version stands for its family, also behind its update', () => {
  const sources = [
    source('third', { updates: 'second' }),
    source('second', { updates: 'first' }),
    source('first')
  ];
  const [family] = sourceFamilies(sources);
  expect(family?.first.id).toBe('first');
  expect(family && familyInWords(family)).toBe('Updated twice');
  expect(
    familyInWords({
      first: source('a'),
      others: ['b', 'c', 'd'].map((id) => source(id)),
      members: []
    })
  ).toBe('Copied 3 times');
});
