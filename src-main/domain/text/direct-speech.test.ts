/** Words are somebody's own only within quotation marks. */
import { expect, test } from 'vitest';
import { isDirectSpeech } from './direct-speech.js';

test.each([
  ['{"We oppose any rise,"} said Ana Sorel. "Not now."', true],
  ['“We oppose {any rise},” said Ana Sorel.', true],
  ['„Wir lehnen {das ab}“, sagte Ana Sorel.', true],
  ['{ST ANNE, 20 November 2026 – "We oppose any rise,"} said Ana Sorel.', false],
  ['Ana Sorel said {the rise was “a blow”}.', false],
  ['"No," {said Ana Sorel}. "Not now."', false],
  ['Ana Sorel: {We oppose any rise.}', false]
])('%s is direct speech: %j', (marked, isDirect) => {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  expect(isDirectSpeech(marked.replace(/[{}]/gu, ''), { start, end })).toBe(isDirect);
});
