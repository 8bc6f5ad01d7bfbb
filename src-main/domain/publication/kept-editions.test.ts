import { describe, expect, it } from 'vitest';
import { fullEdition, keepEdition } from './edition.js';

describe('keepEdition', () => {
  it('puts the latest first and keeps one a template', () => {
    const brief = { ...fullEdition, template: 'brief' as const };
    const letter = { ...fullEdition, paper: 'Letter' as const };
    const kept = [fullEdition, brief, letter].reduce(keepEdition, []);
    expect(kept).toEqual([letter, brief]);
  });

  it('forgets the day, which is of one briefing', () => {
    const changes = { ...fullEdition, template: 'changes' as const, since: '2025-08-14' };
    expect(keepEdition([], changes)).toEqual([{ ...changes, since: null }]);
  });
});
