import { expect, test } from 'vitest';
import { mergeWords } from './merge-words.js';

const merged = (base: string | null, later: string, earlier: string) =>
  mergeWords(base, later, earlier, false, 1_000);

test.each([
  [
    'Kyiv refuses the offer.',
    'Kyiv accepts the offer.',
    'Kyiv refuses the plan.',
    'Kyiv accepts the plan.'
  ],
  ['One.\n\nTwo.', 'One.\n\nTwo.\n\nThree.', 'Zero.\n\nTwo.', 'Zero.\n\nTwo.\n\nThree.'],
  // The differ takes these letters for words of their own.
  ['Киев против плана.', 'Киев против войны.', 'Львов против плана.', 'Львов против войны.'],
  ['كييف ترفض هذا العرض', 'كييف تقبل هذا العرض', 'كييف ترفض هذا الاقتراح', 'كييف تقبل هذا الاقتراح']
])('what lies apart is merged: %s', (base, later, earlier, text) => {
  expect(merged(base, later, earlier)).toEqual({ text, lost: [] });
  expect(merged(base, earlier, later)).toEqual({ text, lost: [] });
});

test('of the same words the later ones stay, and the others are told with their line, as it was and as it would be', () => {
  const base = 'First.\nKyiv refuses the offer.\nLast.';
  const later = base.replace('refuses', 'accepts');
  const earlier = base.replace('refuses', 'weighs').replace('offer', 'plan').replace('Last', 'End');
  expect(merged(base, later, earlier)).toEqual({
    text: 'First.\nKyiv accepts the offer.\nEnd.',
    lost: [
      {
        side: 'earlier',
        was: 'Kyiv refuses the offer.',
        lost: 'Kyiv weighs the plan.',
        stands: 'Kyiv accepts the offer.',
        instead: 'Kyiv weighs the plan.'
      }
    ]
  });
});

test('words beside each other are the same words', () => {
  const { text, lost } = merged('A\na red house', 'A\na blue house', 'A\na red barn');
  expect(text).toBe('A\na blue house');
  expect(lost).toMatchObject([{ side: 'earlier', was: 'a red house', lost: 'a red barn' }]);
});

test('sentences that were written anew do not interleave', () => {
  const base = 'The offer stands until Monday.';
  const { text, lost } = merged(base, 'Nothing remains.', 'The offer stands until Tuesday.');
  expect(text).toBe('Nothing remains.');
  expect(lost.map((each) => each.lost)).toEqual(['The offer stands until Tuesday.']);
});

test('a paragraph that both wrote anew stands as one wrote it, and the other’s is told whole, once', () => {
  const base =
    'Peace is the only outcome. We expect no change of line before the spring, since the government is strong.';
  const later =
    'Peace, and time. Ben: we expect no talks at all before the spring, since the government is new.';
  const earlier =
    'Peace is what he calls it. Ana: we now expect a change of line, because the coalition is narrow.';
  const { text, lost } = merged(`${base}\nLast.`, `${later}\nLast.`, `${earlier}\nEnd.`);
  expect(text).toBe(`${later}\nEnd.`);
  expect(lost.map((each) => each.lost)).toEqual([earlier]);
});

test('words that one side took out and the other changed stay', () => {
  expect(merged('One. Two.', '', 'One. Three.')).toEqual({ text: 'One. Three.', lost: [] });
});

test('where the base is not known, or the merged text would be too long, one text stands whole', () => {
  expect(merged(null, 'Ours', 'Theirs')).toEqual({
    text: 'Ours',
    lost: [{ side: 'earlier', was: null, lost: 'Theirs', stands: 'Ours', instead: 'Theirs' }]
  });
  const long = mergeWords('a b', 'aaaa b', 'a bbbb', false, 8);
  expect(long).toMatchObject({ text: 'aaaa b', lost: [{ lost: 'a bbbb' }] });
});

test('where words repeat, and the merged text would come out otherwise the next time, one text stands whole', () => {
  const [base, later, earlier] = ['b. c. b. a', 'c. c. a. c', 'a. a. a. b'];
  expect(merged(base, later, earlier)).toEqual({
    text: later,
    lost: [{ side: 'earlier', was: base, lost: earlier, stands: later, instead: earlier }]
  });
});

test('of one moment the words decide, whichever side they are of', () => {
  const [one, other] = [mergeWords('a', 'bb', 'c', true, 9), mergeWords('a', 'c', 'bb', true, 9)];
  expect(one.text).toBe('bb');
  expect(other.text).toBe('bb');
});
