import { expect, test } from 'vitest';
import { conditionIn, conditionInWords } from './condition.js';

test.each([
  ['that the state would "if necessary" advance the sum', ''],
  ['would hold a vote, if needed', ''],
  ['would pay, if so, and only if the court agrees', 'only if the court agrees'],
  ['would pay if not asked, unless “nobody complains', 'unless nobody complains'],
  ['would pay "if the court agrees" and not before', 'if the court agrees and not before'],
  ['would pay if it is “safe”.', 'if it is “safe”'],
  ['“We will pay only if the court agrees,”', 'only if the court agrees'],
  ['would pay', '']
])('the condition in “%s” is “%s”', (words, condition) => {
  expect(conditionInWords(words)).toBe(condition);
});

test('of a conditional position it is the clause behind its marker, else all its words', () => {
  const evidence = (text: string) => ({ start: 0, end: text.length, text });
  const position = { stance: 'conditional' as const, why: ['condition: if'] };
  expect(conditionIn({ ...position, evidence: evidence('will pay if jobs are kept') })).toBe(
    'if jobs are kept'
  );
  expect(conditionIn({ ...position, evidence: evidence('will "if necessary" pay') })).toBe(
    'will "if necessary" pay'
  );
});
