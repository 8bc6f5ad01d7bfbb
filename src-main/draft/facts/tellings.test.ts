/**
 * Protects which figures of two articles contradict each other: of two tellings of one event those that
 * do, and never two measures, two times, or a number that the other's words allow.
 */
import { expect, test } from 'vitest';
import { PartialDate } from '../../domain/base/values.js';
import { compareFigures } from '../../domain/contradictions/same-measure.js';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findFigures } from './find-figures.js';

const today = new Date('2025-08-16T12:00:00Z');

function figureIn(text: string) {
  const reading = readingOf(text);
  const [figure] = findFigures(reading, findDates(reading, today)).filter(
    ({ confidence }) => confidence >= 0.5
  );
  if (!figure) throw new Error(`No figure in ${text}`);
  const date = PartialDate.safeParse(figure.date).data ?? null;
  return { ...figure, wording: wordsAt(text, figure), date };
}

type Says = ReturnType<typeof compareFigures>;

test.each<[one: string, other: string, says: Says]>([
  ['The flood killed 350 people.', 'Some 410 people were killed in the flood.', 'differ'],
  ['Twelve people died in the fire.', 'The fire killed 15 people.', 'differ'],
  ['The unemployment rate rose to 5.2% in May.', 'Unemployment was 5.6% in May.', 'differ'],
  [
    'The council approved $1.2 billion for roads.',
    'A $1.5 billion package for roads was passed.',
    null
  ],
  [
    'The council approved $1.2 billion for roads.',
    'The council on Monday approved a package of $1.5 billion for roads.',
    null
  ],
  ['The bridge will cost $3 million.', 'The cost of the bridge is $4 million.', 'differ'],
  ['The county plans to close 12 schools.', 'The county will close 14 schools.', 'differ'],
  [
    'A poll found that 62 % of voters oppose the toll.',
    '55 % of voters oppose the toll.',
    'differ'
  ],
  ['Police arrested 14 protesters.', 'Twenty protesters were arrested by police.', 'differ'],
  [
    'The storm left 40,000 households without power.',
    'Some 60,000 households are without power.',
    'differ'
  ],
  ['The death toll rose to 350.', 'At least 410 people were killed.', 'differ'],
  ['Turnout was 48 per cent.', 'Turnout reached 53 per cent.', 'differ'],
  // The same, rounded at most.
  ['The flood killed 350 people.', 'In the flood 350 people were killed.', 'same'],
  [
    'About 1.2 million people live in the city.',
    'In the city 1,217,000 people live in the city.',
    'same'
  ],
  // Allowed by the other's words.
  ['The flood killed at least 10 people.', 'The flood killed 12 people.', null],
  ['The fire destroyed 10 to 15 houses.', 'The fire destroyed 12 houses.', null],
  // Another measure.
  ['The flood killed 350 people.', 'The flood injured 900 people.', null],
  ['62 % of voters oppose the toll.', '30 % of voters support the toll.', null],
  ['Unemployment rose by 0.3 %.', 'Unemployment rose to 5.6 %.', null],
  ['Unemployment fell from 5.4 % to 5.2 %.', 'Unemployment was 5.2 %.', null],
  ['Unemployment was 5.2 % in Kallo.', 'Unemployment was 6.4 % in Tarnow.', null],
  ['Unemployment was 5.2 % in Kallo.', 'Unemployment was 6.4 %.', null],
  [
    'The council approved $1.2 billion for roads.',
    'The council approved $3 million for ferries.',
    null
  ],
  ['The council will close 12 schools.', 'The council will open 4 schools.', null],
  ['Twelve people were killed in Kallo.', 'Thirty people were killed in Tarnow.', null],
  ['The fire killed 12 people.', 'Another 3 people were killed in the fire.', null],
  ['40,000 households are without power.', '90,000 households have power.', null],
  ['Twelve soldiers were killed.', 'Thirty civilians were killed.', null],
  ['There were 12 people in the hall.', 'There were 40 people in the street.', null],
  // Another time.
  ['Turnout was 48 per cent in 2021.', 'Turnout was 53 per cent in 2025.', null],
  ['The unemployment rate was 5.2% in May.', 'The unemployment rate was 5.6% in June.', null],
  ['Inflation was 8 % in the first quarter.', 'Inflation was 6 % in the second quarter.', null]
])('%s | %s', (one, other, says) => {
  const [a, b] = [figureIn(one), figureIn(other)];
  expect([a.measures, b.measures, compareFigures(a, b, false)]).toEqual([
    a.measures,
    b.measures,
    says
  ]);
  expect(compareFigures(b, a, false)).toBe(says);
});

test.each<[text: string, measures: string, date: string | null]>([
  ['The flood killed at least 350 people.', 'people that the flood killed', null],
  [
    'Some 350 people were killed in the flood in Kallo.',
    'people killed in the flood in Kallo',
    null
  ],
  ['The county plans to close 12 schools.', 'schools that the county plans to close', null],
  ['The unemployment rate rose to 5.2% in March.', 'unemployment rate', '2025-03'],
  ['Unemployment fell from 5.4% to 5.2% in March.', 'earlier unemployment', null],
  ['The cost of the plant has risen to £231 million, the Courier says.', 'cost of the plant', null],
  ['The toll would raise fares in the city by 7 per cent.', 'rise in fares in the city', null],
  ['Exports grew by 3%.', 'rise in exports', null],
  ['A poll found that 62 % of voters oppose the toll.', 'voters who oppose the toll', null],
  ['The council approved $1.2 billion for roads.', 'that the council approved for roads', null],
  ['The bridge will cost $3 million.', 'cost of the bridge', null],
  ['The death toll of 350 is expected to rise.', 'death toll', null],
  ['There were 1,400 cases of measles.', 'cases of measles', null],
  ['Ukraine’s 24 oblasts voted.', "Ukraine's oblasts", null],
  // Where the clause does not tell it plainly it is the sentence.
  ['Two years on he left.', 'Two years on he left.', null],
  ['It was a five-minute walk.', 'It was a five-minute walk.', null],
  ['He is 25 years old.', 'He is 25 years old.', null]
])('what is measured in %s', (text, measures, date) => {
  const figure = figureIn(text);
  expect([figure.measures, figure.date]).toEqual([measures, date]);
});
