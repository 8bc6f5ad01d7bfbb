import { expect, test } from 'vitest';
import { judgeStance, type FoundStance } from './judge-stance.js';

test.each<[lemma: string, negated: boolean, said: string, stance: FoundStance, why: string[]]>([
  ['support', false, 'the bill', 'supports', ['cue: support']],
  ['support', true, 'the bill', 'opposes', ['cue: not support']],
  ['reject', false, 'the offer', 'opposes', ['cue: reject']],
  ['call', false, 'the meeting productive', 'supports', ['word: productive']],
  ['call', false, 'the meeting a disaster', 'opposes', ['word: disaster']],
  [
    'insist',
    false,
    'that there must be no vote',
    'opposes',
    ['cue: insist', 'negation: must be no']
  ],
  ['say', false, 'Ukraine should negotiate', 'supports', ['word: should']],
  ['say', false, 'it would not accept the plan if the army stayed', 'opposes', []],
  [
    'indicate',
    false,
    'that sanctions would be considered if the conflict continues',
    'conditional',
    []
  ],
  ['maintain', false, 'no territorial concessions', 'opposes', ['negation: no']],
  ['say', false, 'the river rose', 'unclear', []]
])('%s (not: %s) %s', (lemma, negated, said, stance, why) => {
  const judged = judgeStance(lemma, negated, said);
  expect(judged.stance).toBe(stance);
  if (why.length) expect(judged.why.slice(0, 1)).toEqual(why.slice(0, 1));
});
