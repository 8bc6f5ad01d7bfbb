import { describe, expect, it } from 'vitest';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { editionFor, editionOf, firstEdition } from './choose-edition.js';

const nothing = {
  kept: [],
  briefing: null,
  texts: {},
  firstDay: null,
  author: '',
  language: 'en-GB',
  paper: 'last' as const
};
const brief = { ...fullEdition, template: 'brief' as const, matrix: false };

describe('the edition that a choice begins with', () => {
  it.each([
    ['en-GB', 'A4'],
    ['en-US', 'Letter'],
    ['es-MX', 'Letter'],
    ['de', 'A4']
  ])('is one page for somebody else, on the paper of %s', (language, paper) => {
    expect(firstEdition({ ...nothing, language })).toEqual({
      ...{ ...fullEdition, template: 'brief', profile: 'audience' },
      paper
    });
  });

  it('is the one that was chosen last', () => {
    expect(firstEdition({ ...nothing, kept: [brief, fullEdition] })).toEqual(brief);
  });

  it('is what was chosen for its template last, or is on the paper that was chosen last', () => {
    const letter = { ...fullEdition, paper: 'Letter' as const };
    const start = { ...nothing, kept: [letter, brief] };
    expect(editionOf('brief', start)).toEqual(brief);
    expect(editionOf('positions', start)).toMatchObject({ template: 'positions', paper: 'Letter' });
  });

  it.each(['full', 'brief', 'positions', 'changes'] as const)(
    'is for somebody else, also %s, until its author chose otherwise',
    (template) => {
      expect(editionOf(template, nothing).profile).toBe('audience');
      const chosen = { ...fullEdition, template };
      expect(editionOf(template, { ...nothing, kept: [chosen] }).profile).toBe('full');
    }
  );

  it('is on the paper that the settings name, whatever was chosen last', () => {
    const letter = { ...fullEdition, paper: 'Letter' as const };
    const start = { ...nothing, kept: [letter, brief], paper: 'A4' as const, language: 'en-US' };
    expect(firstEdition(start)).toEqual({ ...letter, paper: 'A4' });
    expect(editionOf('positions', start).paper).toBe('A4');
  });

  it('names who prepared it as the settings have her today, and nobody once they name none', () => {
    const kept = [{ ...brief, preparedBy: 'Ada' }, fullEdition];
    const named = (author: string) => editionOf('brief', { ...nothing, author, kept }).preparedBy;
    expect(named('Ada Byron')).toBe('Ada Byron');
    expect(named('')).toBe('');
    expect(editionOf('full', { ...nothing, author: 'Ada', kept }).preparedBy).toBe('');
  });

  it('tells changes since the first day of this briefing', () => {
    const old = { ...fullEdition, template: 'changes' as const, since: '2024-01-01' };
    const start = { ...nothing, kept: [old], firstDay: '2025-08-14' };
    expect(editionOf('changes', start).since).toBe('2025-08-14');
    expect(editionOf('full', start).since).toBeNull();
  });
});

it('holds of other formats than a PDF what they can show, of the full briefing', () => {
  const chosen = { ...fullEdition, copyNumber: '3', since: '2025-08-14', largePrint: true };
  expect(editionFor('document', chosen)).toEqual(chosen);
  expect(editionFor('text', { ...chosen, paper: 'Letter' })).toEqual({
    ...fullEdition,
    copyNumber: '3',
    since: '2025-08-14'
  });
  expect(editionFor('data', { ...chosen, profile: 'audience' })).toEqual({
    ...fullEdition,
    profile: 'audience'
  });
});
