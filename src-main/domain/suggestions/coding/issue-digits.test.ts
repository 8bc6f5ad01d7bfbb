/** Protects the hand that knows a digit: an issue that was chosen by it once is chosen by it again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf } from '../../ledger/testing/ledger.js';
import { IssueDigits } from './issue-digits.js';
import type { OfferedIssue } from './offer-issues.js';

const inUse = (wording: string): OfferedIssue => ({
  ...{ id: idOf('Q', wording.charCodeAt(0)), wording, why: { is: 'in-briefing' }, isNamed: false }
});
const words = (wording: string): OfferedIssue => ({
  ...{ id: null, wording, why: { is: 'words-of-text', actors: 1 }, isNamed: true }
});
const told = (of: IssueDigits, offered: readonly OfferedIssue[]) =>
  of.of(offered).map(({ digit, wording }) => `${digit} ${wording}`);

test('at first digits count up; later each issue has its own, whatever stands before it', () => {
  const of = new IssueDigits();
  expect(told(of, [inUse('A'), inUse('B'), words('x')])).toEqual(['1 A', '2 B', '3 x']);
  expect(told(of, [inUse('B'), inUse('C'), inUse('A')])).toEqual(['2 B', '3 C', '1 A']);
  expect(told(of, [words('y'), inUse('C')])).toEqual(['4 y', '3 C']);
});

test('words of the text keep theirs once they are an issue, and give way to one before', () => {
  const of = new IssueDigits();
  told(of, [inUse('A'), words('x'), words('y')]);
  expect(told(of, [inUse('Y'), words('z'), inUse('A')])).toEqual(['3 Y', '2 z', '1 A']);
  expect(told(of, [words('new'), words('x'), inUse('B')])).toEqual(['5 new', '2 x', '4 B']);
  told(of, [inUse('X')]);
  expect(told(of, [words('z'), inUse('X')])).toEqual(['5 z', '2 X']);
});

test('with more issues than digits none has two in one list, and the first keep theirs', () => {
  const of = new IssueDigits();
  const names = [...'ABCDEFGHIJKL'];
  for (const name of names) told(of, [inUse(name)]);
  expect(told(of, [inUse('J'), inUse('A')])).toEqual(['2 J', '1 A']);
  const lists = fc.array(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 }));
  fc.assert(
    fc.property(lists, (offered) => {
      for (const list of offered) {
        const given = of.of(list.map(inUse)).map(({ digit }) => digit);
        expect(new Set(given).size).toBe(list.length);
        expect(given.every((digit) => digit >= 1 && digit <= 9)).toBe(true);
        expect(of.of(list.map(inUse)).map(({ digit }) => digit)).toEqual(given);
      }
    })
  );
});
