import { expect, test } from 'vitest';
import { splitParagraphs } from '../outline/paragraphs.js';
import { judgeLanguage } from './language.js';

function judged(text: string, asEnglish = false) {
  return judgeLanguage(text, splitParagraphs(text), asEnglish);
}

test.each<[what: string, text: string, code: string, reason: RegExp | undefined]>([
  ['English', 'The minister said that the talks would resume on Monday.', 'en', undefined],
  [
    'English with foreign names',
    'Mwezi and Oyelaran of Ouagadougou told the assembly that it was too late.',
    'en',
    undefined
  ],
  [
    'notes',
    '- Fuel duty to rise from April, the chancellor says\n- Hospitals to get more money over three years',
    'en',
    undefined
  ],
  [
    'Spanish',
    'El ministro dijo que las conversaciones se reanudarían el lunes en Ginebra.',
    'es',
    /^The text reads as Spanish, and suggestions are made for English, and in part for German and French/
  ],
  [
    'Chinese',
    '外交部长表示，会谈将于星期一恢复。各方都同意参加。双方将讨论边界问题。',
    'zh',
    /^The text reads as Chinese|^There are too few/
  ],
  [
    'a table',
    'Team\tPlayed\tWon\nRovers\t12\t8\nUnited\t12\t7\nthe rest of the teams\t1\t2',
    'en',
    /a list, a table or code/
  ],
  ['too little', 'Hello', 'und', /too few words/],
  ['nothing', '', 'und', /too few words/]
])('%s', (_, text, code, reason) => {
  const language = judged(text);
  if (reason && !/Chinese/.test(reason.source)) expect(language.code).toBe(code);
  expect(language.suggestions).toBe(reason === undefined);
  if (reason) expect(language.reason).toMatch(reason);
  else expect(language).toMatchObject({ code });
  expect(language.confidence).toBeGreaterThanOrEqual(0);
  expect(language.confidence).toBeLessThanOrEqual(1);
});

test.each([
  ['de', 'Der Minister sagte, dass die Gespräche am Montag wieder aufgenommen würden.'],
  ['fr', 'Le ministre a déclaré que les discussions reprendraient lundi à Genève.']
])('%s is read in part, and it is told what is not', (code, text) => {
  const language = judged(text);
  expect(language).toMatchObject({ code, suggestions: true });
  expect(language.reason).toMatch(
    /^The text reads as .* Other speech, positions and events are not\.$/
  );
});

test('the person has the last word', () => {
  expect(judged('Der Minister sagte, dass die Gespräche weitergehen.', true)).toMatchObject({
    code: 'de',
    suggestions: true
  });
});
