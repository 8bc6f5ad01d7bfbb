import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSentences, mergeWords } from './merge-words.js';

const merged = (base: string | null, later: string, earlier: string) =>
  mergeWords(base, later, earlier, false, 1_000);

test.each([
  [
    'Kyiv refuses the offer. Moscow waits.',
    'Kyiv accepts the offer. Moscow waits.',
    'Kyiv refuses the offer. Moscow goes on.',
    'Kyiv accepts the offer. Moscow goes on.'
  ],
  ['One.\n\nTwo.', 'One.\n\nTwo.\n\nThree.', 'Zero.\n\nTwo.', 'Zero.\n\nTwo.\n\nThree.'],
  // A sentence or a paragraph behind the one that the other changed, or before it.
  [
    'It opens on Monday.',
    'It opens on Tuesday.',
    'It opens on Monday. No more.',
    'It opens on Tuesday. No more.'
  ],
  ['It opens\n\nEnd', 'It shuts\n\nEnd', 'It opens\n\nNew\n\nEnd', 'It shuts\n\nNew\n\nEnd'],
  ['It opens', 'It shuts', 'First\n\nIt opens', 'First\n\nIt shuts'],
  ['It opens.', 'It shuts.', 'It opens.\n\nLast', 'It shuts.\n\nLast'],
  // The differ takes these letters for words of their own.
  [
    'Киев против плана. Львов ждёт.',
    'Киев против войны. Львов ждёт.',
    'Киев против плана. Львов говорит.',
    'Киев против войны. Львов говорит.'
  ],
  [
    'هل ترفض كييف العرض؟ موسكو تنتظر.',
    'هل تقبل كييف العرض؟ موسكو تنتظر.',
    'هل ترفض كييف العرض؟ موسكو تتكلم.',
    'هل تقبل كييف العرض؟ موسكو تتكلم.'
  ],
  [
    '会议在周一。雨还在下。',
    '会议在周二。雨还在下。',
    '会议在周一。雨停了。',
    '会议在周二。雨停了。'
  ]
])('what lies in other sentences is merged: %s', (base, later, earlier, text) => {
  expect(merged(base, later, earlier)).toEqual({ text, lost: [] });
  expect(merged(base, earlier, later)).toEqual({ text, lost: [] });
});

test('what one side changed besides what both changed alike is merged', () => {
  const both = 'Kyiv accepts the offer of peace.';
  const one = 'Kyiv accepts the offer of a truce.';
  expect(merged('Kyiv refuses the offer of peace.', both, one)).toEqual({ text: one, lost: [] });
  expect(merged('Kyiv refuses the offer of peace.', one, both)).toEqual({ text: one, lost: [] });
});

test('of one sentence the later paragraph stays, and the other is told whole, as it was and as it would be', () => {
  const base = 'First.\nKyiv refuses the offer.\nLast.';
  const later = base.replace('refuses', 'accepts');
  const earlier = base.replace('offer', 'plan').replace('Last', 'End');
  expect(merged(base, later, earlier)).toEqual({
    text: 'First.\nKyiv accepts the offer.\nEnd.',
    lost: [
      {
        side: 'earlier',
        was: 'Kyiv refuses the offer.',
        lost: 'Kyiv refuses the plan.',
        stands: 'Kyiv accepts the offer.',
        instead: 'Kyiv refuses the plan.'
      }
    ]
  });
});

test('a paragraph that both wrote anew stands as one wrote it, and is told as the other did, once', () => {
  const word = fc.constantFrom(
    'Peres',
    'expects',
    'no',
    'change',
    'before',
    'the',
    'spring',
    'and'
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => `${all.join(' ')}.`);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(paragraph, paragraph, paragraph, (base, later, earlier) => {
      const { text, lost } = merged(base, later, earlier);
      if (lost.length === 0) return;
      const other = text === later ? earlier : later;
      expect([later, earlier]).toContain(text);
      expect(lost).toMatchObject([{ was: base, lost: other, stands: text, instead: other }]);
    })
  );
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

test.each([
  [
    'other sentences',
    'One. Two. Three.',
    '1. Two. Three.',
    'One. Two. Three, four.',
    '1. Two. Three, four.'
  ],
  ['the same', 'a b', 'a c', 'a c', 'a c'],
  [
    'words of one sentence',
    'Kyiv refuses the offer.',
    'Kyiv accepts the offer.',
    'Kyiv refuses the plan.',
    null
  ],
  ['one place', 'It opens.', 'It opens. They left.', 'It opens. Rain.', null],
  ['a sentence that the other took out', 'One. Two.', 'One.', 'One. Two, three.', null]
])('what both changed in %s', (_, base, one, other, together) => {
  expect(mergeSentences(base, one, other)).toBe(together);
  expect(mergeSentences(base, other, one)).toBe(together);
});
