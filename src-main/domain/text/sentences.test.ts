import { expect, test } from 'vitest';
import { sentencesIn } from './sentences.js';

function sentences(text: string): string[] {
  const ranges = [...sentencesIn(text, { start: 0, end: text.length })];
  return ranges.map(({ start, end }) => text.slice(start, end));
}

test.each<[what: string, text: string, expected: string[]]>([
  ['plain sentences', 'It rains. It pours!  Why?', ['It rains.', 'It pours!', 'Why?']],
  [
    'U.S. within',
    'The U.S. Special Envoy left. He flew.',
    ['The U.S. Special Envoy left.', 'He flew.']
  ],
  [
    'U.S. at the end',
    'He flew to the U.S. The envoy stayed.',
    ['He flew to the U.S.', 'The envoy stayed.']
  ],
  [
    'other authors',
    'So found Holm et al. [4] in May. The others left.',
    ['So found Holm et al. [4] in May.', 'The others left.']
  ],
  ['titles', 'Mr. Smith met Dr. Jones. Both left.', ['Mr. Smith met Dr. Jones.', 'Both left.']],
  [
    'initials',
    'J. Smith spoke. So did I. Then he left.',
    ['J. Smith spoke.', 'So did I.', 'Then he left.']
  ],
  [
    'initials without spaces',
    'No, said Sen. A.B. Hart. Then J.R.R. Lund left the F.B.I. He was late.',
    ['No, said Sen. A.B. Hart.', 'Then J.R.R. Lund left the F.B.I.', 'He was late.']
  ],
  [
    'words that shorten others before a number only',
    'She said no. Rule No. 10 is art. Vol. 2 and Art. 5 are not.',
    ['She said no.', 'Rule No. 10 is art.', 'Vol. 2 and Art. 5 are not.']
  ],
  [
    'decimals',
    'Prices fell by 6.3 percent. Wages rose.',
    ['Prices fell by 6.3 percent.', 'Wages rose.']
  ],
  ['a stop inside a quotation', '“We go. We stay.” She left.', ['“We go. We stay.”', 'She left.']],
  [
    'a quoted question that goes on',
    '"Why?" he asked. No reply.',
    ['"Why?" he asked.', 'No reply.']
  ],
  [
    'a stray quotation mark',
    `He said "no. ${'x'.repeat(700)} end. Next one.`,
    [`He said "no. ${'x'.repeat(700)} end.`, 'Next one.']
  ],
  ['ellipsis going on', 'Well… perhaps. Yes.', ['Well… perhaps.', 'Yes.']],
  [
    'Chinese without spaces',
    '四国同意。会议能否成功？不知道。',
    ['四国同意。', '会议能否成功？', '不知道。']
  ],
  ['Arabic', 'هل ينجح؟ نعم.', ['هل ينجح؟', 'نعم.']],
  ['Hindi', 'वार्ता शुरू हुई। सब सहमत हैं।', ['वार्ता शुरू हुई।', 'सब सहमत हैं।']],
  ['a numbered line', '1. Pilots wait. Ships sail.', ['1. Pilots wait.', 'Ships sail.']],
  ['nothing that ends', 'no stop here', ['no stop here']],
  ['nothing at all', '  ', []]
])('splits %s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('stays within its range', () => {
  const [only] = sentencesIn('One. Two. Three.', { start: 5, end: 9 });
  expect(only).toEqual({ start: 5, end: 9 });
});
