import { describe, expect, it } from 'vitest';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { editionOf, firstEdition, goesAlong } from './choose-edition.js';

const nothing = {
  kept: [],
  briefing: null,
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
  ])('is a full one, on the paper of %s', (language, paper) => {
    expect(firstEdition({ ...nothing, language })).toEqual({ ...fullEdition, paper });
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

  it.each(['brief', 'positions', 'changes'] as const)(
    'is for an audience where it is handed over, such as %s, until its author chose otherwise',
    (template) => {
      expect(editionOf(template, nothing).profile).toBe('audience');
      expect(editionOf('full', nothing).profile).toBe('full');
      const chosen = { ...fullEdition, template };
      expect(editionOf(template, { ...nothing, kept: [chosen] }).profile).toBe('full');
      const ofFull = { ...fullEdition, profile: 'audience' as const };
      expect(editionOf('full', { ...nothing, kept: [ofFull] }).profile).toBe('audience');
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

const wholeBrief = { ...fullEdition, template: 'brief' as const };
const forAudience = { ...wholeBrief, profile: 'audience' as const };

it('warns of a page to be handed over that keeps nothing back, and of no other', () => {
  expect(goesAlong(wholeBrief, 'pdf')).toMatchObject({
    isWarning: true,
    text: expect.stringMatching(
      /attached to the PDF: the whole briefing.*full text.*notes/
    ) as string
  });
  expect(goesAlong(fullEdition, 'pdf').isWarning).toBe(false);
  expect(goesAlong(forAudience, 'pdf').isWarning).toBe(false);
});

it('tells of the attachment only where there is one, and of notes only where they are shown', () => {
  expect(goesAlong(forAudience, 'pdf').text).toMatch(/Left out.*attached/);
  expect(goesAlong(forAudience, 'document').text).not.toMatch(/attached/);
  expect(goesAlong(forAudience, 'data').text).toMatch(/neither texts nor original files/);
  expect(goesAlong(fullEdition, 'document').text).toMatch(/notes/);
  expect(goesAlong({ ...fullEdition, notes: false }, 'document').text).not.toMatch(/your notes/);
});
