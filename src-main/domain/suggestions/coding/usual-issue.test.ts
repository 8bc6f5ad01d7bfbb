/** One key takes the issue that is chosen beforehand, so that it is none of which the words say less. */
import { expect, test } from 'vitest';
import { idOf } from '../../ledger/testing/ledger.js';
import type { OfferedIssue } from './offer-issues.js';
import { usualIssue } from './usual-issue.js';

test.each<
  [
    what: string,
    words: string,
    drafted: string | null,
    inUse: string[],
    fresh: string[],
    usual: string | null
  ]
>([
  [
    'what the words name whole, of what the draft reads',
    'I oppose the bridge toll',
    'Bridge toll in winter',
    [],
    ['bridge toll', 'Bridge toll in winter'],
    'bridge toll'
  ],
  [
    'no issue in use that says more',
    'I oppose the bridge toll',
    'bridge toll',
    ['Bridge toll in winter'],
    [],
    null
  ],
  [
    'one in use before a new one',
    'I oppose the bridge toll',
    'the bridge toll',
    ['Bridge toll'],
    ['bridge toll in May'],
    'Bridge toll'
  ],
  [
    'one in use that the draft means by a short name',
    'He opposes the deal',
    'Iran nuclear deal',
    ['nuclear deal'],
    [],
    'nuclear deal'
  ],
  [
    'what the draft alone reads',
    'He opposes it',
    'Closing schools',
    [],
    ['Closing schools'],
    'Closing schools'
  ]
])('taken is %s', (_what, words, drafted, inUse, fresh, usual) => {
  const offer = (wording: string, id: OfferedIssue['id']): OfferedIssue => ({
    ...{ id, wording, why: { is: 'drafted' }, isNamed: true }
  });
  const offered = [
    ...inUse.map((wording, i) => offer(wording, idOf('Q', i))),
    ...fresh.map((wording) => offer(wording, null))
  ];
  expect(usualIssue(offered, { words, drafted })?.wording ?? null).toBe(usual);
});
