import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findFigures } from './find-figures.js';

/** "words = value unit ~approx" */
function figuresIn(text: string): string[] {
  const reading = readingOf(text);
  return findFigures(reading, findDates(reading, null))
    .filter(({ confidence }) => confidence >= 0.5)
    .map(
      (figure) =>
        `${wordsAt(text, figure)} = ${figure.value} ${figure.unit}${figure.approx ? ` ~${figure.approx}` : ''}`
    );
}

test.each<[text: string, ...expected: string[]]>([
  ['Over 80% of voters agree.', 'Over 80% = 80 % ~over'],
  ['Growth was 0.8 per cent.', '0.8 per cent = 0.8 %'],
  ['It killed 10 to 12 people.', '10 to 12 people = 10 people'],
  ['Between 1.2 and 1.5 million doses came.', 'Between 1.2 and 1.5 million doses = 1200000 doses'],
  ['Rates rose by 2 percentage points.', '2 percentage points = 2 percentage points'],
  ['It cost $4.2bn in all.', '$4.2bn = 4200000000 $'],
  ['They paid £310 more.', '£310 = 310 £'],
  [
    'Approximately 1.6 million civilians live there.',
    'Approximately 1.6 million civilians = 1600000 civilians ~approximately'
  ],
  [
    'It backs it if at least half of its 260 permanent jobs go to local people.',
    'at least half of its 260 permanent jobs = 130 permanent jobs ~at least'
  ],
  ['It has 24 oblasts.', '24 oblasts = 24 oblasts'],
  [
    'It controls three-quarters of the region.',
    'three-quarters of the region = 0.75 of the region'
  ],
  ['More than 60,000 people fled.', 'More than 60,000 people = 60000 people ~more than'],
  ['The repair cost €26 million, not €62 million.', '€26 million = 26000000 €'],
  ['The repair cost €26 million rather than €62 million.', '€26 million = 26000000 €'],
  ['It took not about two hours.'],
  ['They waited twelve years.', 'twelve years = 12 years'],
  ['A 42,000-seat arena opened.', '42,000-seat arena = 42000 seat arena'],
  ['Seven of the nine members agreed.', 'Seven of the nine members = 7 of the nine members'],
  ['It fell by −3.5%.', '−3.5% = -3.5 %'],
  ['Fines of $5 to $10 million were paid.', '$5 to $10 million = 5000000 $'],
  ['It costs $3-5 billion a year.', '$3-5 billion a year = 3000000000 $ a year'],
  ['It will cost between €3m and €5m.', 'between €3m and €5m = 3000000 €'],
  ['It fell by 10–15 % in May.', '10–15 % = 10 %'],
  ['Two to three million fled.', 'Two to three million = 2000000 '],
  [
    'From $3 billion it fell to $2 billion.',
    '$3 billion = 3000000000 $',
    '$2 billion = 2000000000 $'
  ],
  [
    'It fell from $3 billion to $2 billion.',
    '$3 billion = 3000000000 $',
    '$2 billion = 2000000000 $'
  ],
  ['It is one, 3 of the four-factor tests.', '3 of the four = 3 of the four'],
  ['He won by 52% to 39%.', '52% = 52 %', '39% = 39 %'],
  [
    'About six hundred to eight hundred people came.',
    'About six hundred to eight hundred people = 600 people ~about'
  ],
  ['He paid US$1.2bn and AU$40.', 'US$1.2bn = 1200000000 US$', 'AU$40 = 40 AU$'],
  ['He paid RM 500 million and CHF20.', 'RM 500 million = 500000000 RM', 'CHF20 = 20 CHF'],
  ['It costs ₹500 crore.', '₹500 crore = 5000000000 ₹'],
  ['One in five voters agree.', 'One in five voters = 0.2 of voters'],
  [
    'Some two out of three women agree.',
    'Some two out of three women = 0.666666666667 of women ~some'
  ],
  ['It is one in 10.', 'one in 10 = 0.1 '],
  ['One in two days it rains.', 'two days = 2 days'],
  ['It was one in 2014.'],
  ['In 2014 nothing happened on 3 March 2015.'],
  ['He was the 3rd man at 10 a.m. in room 12.'],
  ['No one of them came, and one man left.'],
  ['It was 18:40 when flight 370 left.'],
  ['Nothing to count.']
])('%s', (text, ...expected) => {
  expect(figuresIn(text)).toEqual(expected);
});

test('a figure is measured without the number that its sentence denies', () => {
  const told = (text: string) => {
    const reading = readingOf(text);
    return findFigures(reading, findDates(reading, null)).map(({ measures }) => measures);
  };
  expect(told('The mine said that seven drivers, not two, were hurt at night.')).toEqual([
    'drivers hurt at night'
  ]);
  expect(told('The losses came to 26 million crowns, not 62 million as he had said.')).toEqual([
    'losses'
  ]);
  expect(told('The losses came to 26 million crowns.')).toEqual(['losses']);
});

test('a measure that is cut for its length ends with a noun', () => {
  const reading = readingOf(
    'They backed a £214 million energy-from-waste plant on the site of the former Vorlin steelworks.'
  );
  expect(findFigures(reading, findDates(reading, null))[0]?.measures).toBe(
    'energy-from-waste plant on the site'
  );
});

test('what a figure measures is told also where the verb stands far away or in the sentence before', () => {
  const measured = (text: string) => {
    const reading = readingOf(text);
    return findFigures(reading, findDates(reading, null)).map(({ measures }) => measures);
  };
  expect(
    measured(
      'The cost of the plant has risen to £231 million, it said, from the £214 million put to them.'
    )
  ).toEqual(['cost of the plant', 'earlier cost of the plant']);
  expect(
    measured(
      'A study estimates that the plant would raise dioxide levels near the schools by 7 per cent. Its own study puts the rise at 1.8 per cent.'
    )
  ).toEqual(['rise in dioxide levels near the schools', 'rise in dioxide levels near the schools']);
  expect(measured('At least half of its 260 permanent jobs go to local people.')).toEqual([
    'permanent jobs that go to local people'
  ]);
});
