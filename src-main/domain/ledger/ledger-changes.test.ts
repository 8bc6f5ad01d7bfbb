/** Pairs of ledgers made by hand, with every change that an analyst would name. Over 300 lines because each pair is told whole. */
import { expect, test } from 'vitest';
import { changesBetween, type ChangeKind } from './ledger-changes.js';
import { LedgerIndex } from './ledger-index.js';
import type { Position } from '../briefing/entries.js';
import { entry, idOf } from './testing/ledger.js';

const us = idOf('A', 1);
const russia = idOf('A', 2);
const ukraine = idOf('A', 3);
const ceasefire = idOf('Q', 1);
const land = idOf('Q', 2);
const quote = idOf('E', 1);
const speech = idOf('E', 2);
const poll = idOf('E', 3);
const names = new Map([
  [us, 'US'],
  [russia, 'Russia'],
  [ukraine, 'Ukraine'],
  [ceasefire, 'ceasefire'],
  [land, 'land']
]);
type Pair = readonly [
  what: string,
  before: readonly Position[],
  after: readonly Position[],
  changes: Readonly<Record<string, ChangeKind>>
];
const days = { before: '2025-08-14', after: '2025-08-31' };

const support = entry(1, { said: '2025-01', evidence: [quote] });
const opposition = entry(1, { said: '2025-01', stance: 'opposes' });
const condition = entry(1, { said: '2025-01', stance: 'conditional', condition: 'guarantees' });
const silence = entry(1, { said: '2025-01', stance: 'neutral' });
const next = (part: Partial<Position>) =>
  entry(2, { said: '2025-08-15', supersedes: [support.id], ...part });

const pairs: readonly Pair[] = [
  ['nothing at all', [], [], {}],
  ['nothing changed', [support], [support], {}],
  ['a first word', [], [support], { 'US on ceasefire': 'new' }],
  [
    'a first word of another actor and on another issue',
    [support],
    [
      support,
      entry(2, { said: '2025-08-15', actor: russia }),
      entry(3, { said: '2025-08-15', issue: land })
    ],
    { 'Russia on ceasefire': 'new', 'US on land': 'new' }
  ],
  [
    'what turned within the time, of somebody who is new',
    [],
    [
      entry(1, { said: '2025-08-16', stance: 'opposes' }),
      entry(2, { said: '2025-08-17', supersedes: [idOf('P', 1)] })
    ],
    { 'US on ceasefire': 'reversed' }
  ],
  [
    'what turned and turned back',
    [support],
    [
      support,
      next({ stance: 'opposes' }),
      entry(3, { said: '2025-08-20', supersedes: [idOf('P', 2)] })
    ],
    { 'US on ceasefire': 'reversed' }
  ],
  [
    'what was corrected within the time',
    [],
    [
      entry(1, { said: '2025-08-16', evidence: [quote] }),
      entry(2, { said: '2025-08-17', evidence: [quote], supersedes: [idOf('P', 1)] })
    ],
    { 'US on ceasefire': 'new' }
  ],
  [
    'what will be said after the second day',
    [support],
    [support, next({ said: '2025-09-01', stance: 'opposes' })],
    {}
  ],
  [
    'a date that was corrected',
    [support],
    [support, next({ said: '2025-08-20', evidence: [quote] })],
    { 'US on ceasefire': 'corrected' }
  ],
  [
    'the same words on another day, superseding nothing',
    [support],
    [support, next({ said: '2025-08-20', evidence: [quote], supersedes: [] })],
    { 'US on ceasefire': 'restated' }
  ],
  [
    'support turned into opposition',
    [support],
    [support, next({ stance: 'opposes' })],
    { 'US on ceasefire': 'reversed' }
  ],
  [
    'opposition turned into support, without saying what it replaces',
    [opposition],
    [opposition, entry(2, { said: '2025-08-15' })],
    { 'US on ceasefire': 'open' }
  ],
  [
    'support beside opposition, known to contradict it',
    [opposition],
    [opposition, entry(2, { said: '2025-08-15', contested: [opposition.id] })],
    { 'US on ceasefire': 'contested' }
  ],
  [
    'two stances at once where nothing was known',
    [],
    [
      entry(1, { said: '2025-08-15' }),
      entry(2, { said: '2025-08-15', stance: 'opposes', contested: [idOf('P', 1)] })
    ],
    { 'US on ceasefire': 'contested' }
  ],
  [
    'something unclear beside support, which stays',
    [support],
    [support, entry(2, { said: '2025-08-15', stance: 'unclear' })],
    { 'US on ceasefire': 'new' }
  ],
  [
    'a denial beside what it denies',
    [support],
    [support, entry(2, { said: '2025-08-15', status: 'denied' })],
    { 'US on ceasefire': 'open' }
  ],
  [
    'one of two that contradict each other given up',
    [opposition, entry(2, { said: '2025-02' })],
    [opposition, entry(2, { said: '2025-02', supersedes: [opposition.id] })],
    { 'US on ceasefire': 'settled' }
  ],
  [
    'an open point that was marked as contested',
    [opposition, entry(2, { said: '2025-02' })],
    [opposition, entry(2, { said: '2025-02', contested: [opposition.id] })],
    { 'US on ceasefire': 'contested' }
  ],
  [
    'two stances of which the earlier was said again',
    [opposition, entry(2, { said: '2025-02' })],
    [
      opposition,
      entry(2, { said: '2025-02' }),
      entry(3, { said: '2025-08-15', stance: 'opposes', supersedes: [opposition.id] })
    ],
    { 'US on ceasefire': 'restated' }
  ],
  [
    'two stances given up for a third',
    [opposition, entry(2, { said: '2025-02' })],
    [
      opposition,
      entry(2, { said: '2025-02' }),
      entry(3, {
        said: '2025-08-15',
        stance: 'conditional',
        supersedes: [opposition.id, idOf('P', 2)]
      })
    ],
    { 'US on ceasefire': 'softened' }
  ],
  [
    'support made to depend on something',
    [support],
    [support, next({ stance: 'conditional', condition: 'guarantees' })],
    { 'US on ceasefire': 'softened' }
  ],
  [
    'a condition dropped',
    [condition],
    [condition, next({ stance: 'supports' })],
    { 'US on ceasefire': 'hardened' }
  ],
  [
    'opposition that now has its price',
    [opposition],
    [opposition, next({ stance: 'conditional', condition: 'a referendum' })],
    { 'US on ceasefire': 'softened' }
  ],
  [
    'a bargain broken off',
    [condition],
    [condition, next({ stance: 'opposes' })],
    { 'US on ceasefire': 'hardened' }
  ],
  [
    'opposition that became silence',
    [opposition],
    [opposition, next({ stance: 'unclear' })],
    { 'US on ceasefire': 'softened' }
  ],
  [
    'neutrality given up for a condition',
    [silence],
    [silence, next({ stance: 'conditional', condition: 'guarantees' })],
    { 'US on ceasefire': 'hardened' }
  ],
  [
    'a position that the actor denies to hold',
    [support],
    [support, next({ status: 'denied' })],
    { 'US on ceasefire': 'withdrawn' }
  ],
  [
    'an entry that is gone, and one that stays',
    [support, entry(3, { actor: ukraine })],
    [entry(3, { actor: ukraine })],
    { 'US on ceasefire': 'withdrawn' }
  ],
  [
    'a denial taken back',
    [entry(1, { said: '2025-01', status: 'denied' })],
    [entry(1, { said: '2025-01', status: 'denied' }), next({ status: 'stated' })],
    { 'US on ceasefire': 'new' }
  ],
  [
    'a report borne out by a speech',
    [entry(1, { said: '2025-01', status: 'reported', evidence: [quote] })],
    [
      entry(1, { said: '2025-01', status: 'reported', evidence: [quote] }),
      next({ evidence: [quote, speech] })
    ],
    { 'US on ceasefire': 'newly-evidenced' }
  ],
  [
    'another condition, although on new evidence',
    [condition],
    [condition, next({ stance: 'conditional', condition: 'a referendum', evidence: [poll] })],
    { 'US on ceasefire': 'restated' }
  ],
  [
    'another day for the same quote, and a review date that passed meanwhile',
    [support, entry(3, { actor: russia, said: '2025-01', reviewBy: '2025-08-20' })],
    [
      support,
      next({ evidence: [quote] }),
      entry(3, { actor: russia, said: '2025-01', reviewBy: '2025-08-20' })
    ],
    { 'US on ceasefire': 'corrected', 'Russia on ceasefire': 'stale' }
  ],
  [
    'a review date that had passed before, one on the very day, and one this month',
    [
      entry(1, { reviewBy: '2025-08-13' }),
      entry(2, { actor: russia, reviewBy: '2025-08-31' }),
      entry(3, { actor: ukraine, reviewBy: '2025-08' })
    ],
    [
      entry(1, { reviewBy: '2025-08-13' }),
      entry(2, { actor: russia, reviewBy: '2025-08-31' }),
      entry(3, { actor: ukraine, reviewBy: '2025-08' })
    ],
    {}
  ],
  [
    'everything at once, each actor for itself',
    [
      support,
      entry(3, { actor: russia, said: '2025-01', stance: 'opposes', issue: land }),
      entry(4, { actor: ukraine, said: '2025-01', stance: 'opposes', issue: land })
    ],
    [
      support,
      next({ stance: 'opposes', evidence: [speech] }),
      entry(3, { actor: russia, said: '2025-01', stance: 'opposes', issue: land }),
      entry(5, {
        actor: russia,
        issue: land,
        said: '2025-08-15',
        stance: 'neutral',
        supersedes: [idOf('P', 3)]
      }),
      entry(4, { actor: ukraine, said: '2025-01', stance: 'opposes', issue: land }),
      entry(6, {
        actor: ukraine,
        issue: land,
        said: '2025-08-16',
        stance: 'opposes',
        evidence: [poll],
        supersedes: [idOf('P', 4)]
      }),
      entry(7, { actor: ukraine, said: '2025-08-20', stance: 'conditional', condition: 'a date' })
    ],
    {
      'US on ceasefire': 'reversed',
      'Russia on land': 'softened',
      'Ukraine on land': 'newly-evidenced',
      'Ukraine on ceasefire': 'new'
    }
  ]
];

test.each(pairs)('%s', (_what, before, after, changes) => {
  const found = changesBetween(
    { ledger: new LedgerIndex(before), day: days.before },
    { ledger: new LedgerIndex(after), day: days.after }
  );
  expect(
    Object.fromEntries(
      found.map(({ actor, issue, kind }) => [`${names.get(actor)} on ${names.get(issue)}`, kind])
    )
  ).toEqual(changes);
});
