import { expect, it } from 'vitest';
import { ASK, markRules } from './mark-rules.mjs';

const text = `export const f = (a: number, b: unknown) => {
  if (a > 1 && (b || a > 3)) return 'one';
  return b ? 'two' : 'none';
};`;

it('finds each condition with its line', () => {
  expect(markRules('f.ts', text, 7).rules).toEqual([
    { kind: 'if', line: 2, words: 'a > 1 && (b || a > 3)' },
    { kind: 'and', line: 2, words: '(b || a > 3)' },
    { kind: 'or', line: 2, words: 'a > 3' },
    { kind: 'if', line: 3, words: 'b' }
  ]);
});

it('asks for each condition by its number, and says what it is when off', () => {
  expect(markRules('f.ts', text, 7).text.replaceAll(ASK, 'ask')).toBe(
    `export const f = (a: number, b: unknown) => {
  if (ask(7,false,a > 1 && ask(8,true,(b || ask(9,false,a > 3))))) return 'one';
  return ask(10,false,b) ? 'two' : 'none';
};`
  );
});
