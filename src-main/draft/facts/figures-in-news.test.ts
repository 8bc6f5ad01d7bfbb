/**
 * Protects what counts as a figure in news: a number with its unit and how exact it is said to be, as one
 * whole, and no number that is a date, an age, a score, an order or a name.
 */
import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findFigures } from './find-figures.js';

const today = new Date('2025-08-16T12:00:00Z');

/** "words = value unit", those that are shown. */
function figuresIn(text: string): string[] {
  const reading = readingOf(text);
  return findFigures(reading, findDates(reading, today))
    .filter(({ confidence }) => confidence >= 0.5)
    .map((figure) => `${wordsAt(text, figure)} = ${figure.value} ${figure.unit}`);
}

test.each<[text: string, ...expected: string[]]>([
  // Money
  ['The city will pay 1.2 million euros.', '1.2 million euros = 1200000 euros'],
  ['A stamp now costs 85p.', '85p = 85 p'],
  ['The toll rose from 50p to 70p.', '50p = 50 p', '70p = 70 p'],
  ['The fund raised £1.5m-£2m in a week.', '£1.5m-£2m = 1500000 £'],
  ['The deal is worth €10bn to €12bn.', '€10bn to €12bn = 10000000000 €'],
  ['It needs $1.2-1.5 trillion by 2030.', '$1.2-1.5 trillion = 1200000000000 $'],
  ['Shares rose 5% to $20.', '5% = 5 %', '$20 = 20 $'],
  ['Profit fell 2% to 105 million pounds.', '2% = 2 %', '105 million pounds = 105000000 pounds'],
  ['Oil fell to $71.20 a barrel.', '$71.20 a barrel = 71.2 $ a barrel'],
  ['They earn £12.60 an hour.', '£12.60 an hour = 12.6 £ an hour'],
  ['It costs the state $3 million per day.', '$3 million per day = 3000000 $ per day'],
  ['The firm made a $2 billion profit.', '$2 billion = 2000000000 $'],
  [
    'They were fined more than half a million dollars.',
    'more than half a million dollars = 500000 dollars'
  ],
  ['They face fines of up to $50,000 each.', 'up to $50,000 = 50000 $'],
  ['A million dollars was found.', 'A million dollars = 1000000 dollars'],
  ['Sales reached 20bn yen.', '20bn yen = 20000000000 yen'],
  ['It has spent about half a trillion.', 'about half a trillion = 500000000000 '],
  ['It owes half a trillion dollars.', 'half a trillion dollars = 500000000000 dollars'],
  ['It owes half-a-billion dollars.', 'half-a-billion dollars = 500000000 dollars'],
  ['It owes close to half a\nbillion euros.', 'close to half a\nbillion euros = 500000000 euros'],
  // Shares
  ['Turnout was 61 percent.', '61 percent = 61 %'],
  ['Rents rose between 10% and 15%.', 'between 10% and 15% = 10 %'],
  ['Prices rose 10%-15% in May.', '10%-15% = 10 %'],
  ['The rate rose by a quarter point.', 'a quarter point = 0.25 point'],
  ['The bank cut its rate by 50 basis points.', '50 basis points = 50 basis points'],
  ['Support fell 3.5 percentage points.', '3.5 percentage points = 3.5 percentage points'],
  ['A quarter of voters are undecided.', 'A quarter of voters = 0.25 of voters'],
  [
    'Two thirds of the members agreed.',
    'Two thirds of the members = 0.666666666667 of the members'
  ],
  [
    'Nearly a third of households are poor.',
    'Nearly a third of households = 0.333333333333 of households'
  ],
  ['More than half of the island burned.', 'More than half of the island = 0.5 of the island'],
  ['Three in four drivers agree.', 'Three in four drivers = 0.75 of drivers'],
  ['Nine out of ten patients recover.', 'Nine out of ten patients = 0.9 of patients'],
  ['One in every 20 children is ill.', 'One in every 20 children = 0.05 of children'],
  // Counts
  ['At least 34 people died.', 'At least 34 people = 34 people'],
  ['The plan cuts 3,000 to 4,000 jobs.', '3,000 to 4,000 jobs = 3000 jobs'],
  ['Between 20 and 30 boats sank.', 'Between 20 and 30 boats = 20 boats'],
  ['Some 20–30 homes were lost.', 'Some 20–30 homes = 20 homes'],
  ['A dozen people were hurt.', 'A dozen people = 12 people'],
  ['Two dozen officers came.', 'Two dozen officers = 24 officers'],
  ['About two dozen boats left.', 'About two dozen boats = 24 boats'],
  ['Half a million people fled.', 'Half a million people = 500000 people'],
  ['More than a million people fled.', 'More than a million people = 1000000 people'],
  ['A hundred soldiers were sent.', 'A hundred soldiers = 100 soldiers'],
  ['Twenty-one miners were trapped.', 'Twenty-one miners = 21 miners'],
  ['One hundred and fifty miners were trapped.', 'One hundred and fifty miners = 150 miners'],
  ['Two hundred homes burned.', 'Two hundred homes = 200 homes'],
  ['The 27 member states agreed.', '27 member states = 27 member states'],
  ['He won by 52 votes to 48.', '52 votes = 52 votes'],
  ['The party won 120 of 250 seats.', '120 of 250 seats = 120 of 250 seats'],
  ['As many as 300 firms may close.', 'As many as 300 firms = 300 firms'],
  ['An estimated 12,000 birds died.', 'An estimated 12,000 birds = 12000 birds'],
  ['A record 40 ships are waiting.', 'A record 40 ships = 40 ships'],
  [
    'The blaze needed 100 firefighters and 20 engines.',
    '100 firefighters = 100 firefighters',
    '20 engines = 20 engines'
  ],
  // Measures
  ['The reservoir holds 500 tonnes per day.', '500 tonnes per day = 500 tonnes per day'],
  ['Winds reached 120 miles per hour.', '120 miles per hour = 120 miles per hour'],
  ['Winds reached 120mph.', '120mph = 120 mph'],
  ['The wall is 5km long.', '5km = 5 km'],
  ['It emits 40 million tonnes a year.', '40 million tonnes a year = 40000000 tonnes a year'],
  ['The line is 340 kilometres long.', '340 kilometres = 340 kilometres'],
  ['It hit 41.5 degrees in Varn.', '41.5 degrees = 41.5 degrees'],
  [
    'There were 17 cases per 100,000 people.',
    '17 cases per 100,000 people = 17 cases per 100,000 people'
  ],
  ['Troops are 20 miles from the border.', '20 miles = 20 miles'],
  ['The farm covers 1,200 hectares.', '1,200 hectares = 1200 hectares'],
  ['It fell by 0.4 points.', '0.4 points = 0.4 points'],
  // Years and days
  ['The 2019-2021 plan is over.'],
  ['He led it from 2015 to 2019.'],
  ['It ran between 2010 and 2015.'],
  ['In the 2014–15 season they won.'],
  ['It runs 3–5 March.'],
  ['It runs from 3 to 5 March.'],
  ['It runs March 3-5 in Varn.'],
  ['It ran from 1998 until 2004.'],
  // Ages
  ['Ada Holm, 42, leads the union.'],
  ['A man aged 42 was held.'],
  ['A 42-year-old man was held.'],
  ['Two girls, aged 5 and 7, were found.', 'Two girls = 2 girls'],
  ['Children aged 5 to 11 can get it.'],
  ['He died at the age of 91.'],
  // Scores, orders, names
  ['United won 2-1 on Saturday.'],
  ['They beat Rovers 3–0.'],
  ['The Senate voted 62-36 in favour.'],
  ['In a 6-3 decision, the court agreed.'],
  ['It was overturned in a 2–1 ruling in May.'],
  ['The board backed it in a 5-5 vote.'],
  ['They fell to a 3-6 defeat.'],
  ['He ran as a third party candidate.'],
  ['It hired a third-party contractor and a fifth lawyer.'],
  ['They lost a quarter-final.'],
  ['A third of the voters agreed.', 'A third of the voters = 0.333333333333 of the voters'],
  ['It owns a one-third stake.', 'one-third stake = 0.333333333333 stake'],
  ['It fell by 3-6 percent.', '3-6 percent = 3 %'],
  ['He is the 42nd president.'],
  ['It is her third term.'],
  ['A six-figure sum was paid.'],
  ['He lives in Number 10.'],
  ['Article 50 was used.'],
  ['Channel 4 showed it.'],
  ['An F-16 and a Boeing 737 were hit.'],
  ['It happened on 9/11 at 10:30.'],
  ['They met at 5pm in room 12.'],
  ['A man in his 60s was found.'],
  ['Turn to page 12.'],
  ['The G7 met on Day 3 of the talks.'],
  ['One of them left, and one day he came back.'],
  ['The two sides met.'],
  ['Dozens of people were hurt, and hundreds of homes burned.'],
  ['It was 100 metres away.', '100 metres = 100 metres']
])('%s', (text, ...expected) => {
  expect(figuresIn(text)).toEqual(expected);
});
