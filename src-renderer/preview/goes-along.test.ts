import { expect, it } from 'vitest';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { goesAlong } from './goes-along.js';

const brief = { ...fullEdition, template: 'brief' as const };
const forAudience = { ...brief, profile: 'audience' as const };

it('warns of a page to be handed over that keeps nothing back, and of no other', () => {
  expect(goesAlong(brief, 'pdf')).toMatchObject({
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
  expect(goesAlong(fullEdition, 'document').text).toMatch(/notes/);
  expect(goesAlong({ ...fullEdition, notes: false }, 'document').text).not.toMatch(/your notes/);
});
