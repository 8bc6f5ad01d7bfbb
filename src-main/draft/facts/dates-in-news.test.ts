/** Protects what counts as a date in news: days, months and years however they are told, and stretches of time. */
import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';

/** A Saturday. */
const today = new Date('2025-08-16T12:00:00Z');

function datesIn(text: string): string[] {
  return findDates(readingOf(text), today).map(
    (date) => `${wordsAt(text, date)} = ${date.value ?? '-'}`
  );
}

test.each<[text: string, ...expected: string[]]>([
  // Days
  ['It rained on the day before yesterday.', 'the day before yesterday = 2025-08-14'],
  ['They left early on Monday.', 'Monday = 2025-08-11'],
  ['They left late Monday night.', 'late Monday night = 2025-08-11'],
  ['They meet this Friday.', 'this Friday = 2025-08-22'],
  ['The summit will be held on Thursday.', 'Thursday = 2025-08-21'],
  ['The court is due to rule on Tuesday.', 'Tuesday = 2025-08-19'],
  ['The court ruled on Tuesday that it will be sold.', 'Tuesday = 2025-08-12'],
  ['They met on Wednesday and Thursday.', 'Wednesday = 2025-08-13', 'Thursday = 2025-08-14'],
  ["Sunday's vote was close.", 'Sunday = 2025-08-10'],
  ['It was decided last night.', 'last night = 2025-08-15'],
  ['They marched this morning.', 'this morning = 2025-08-16'],
  ['They marched on the weekend.', 'the weekend = 2025-08-16'],
  ['They marched at the weekend.', 'the weekend = 2025-08-16'],
  ['They marched last weekend.', 'last weekend = 2025-08-09'],
  ['It runs 3–5 March.', '3–5 March = 2025-03-03'],
  ['It runs from 3 to 5 September.', '3 to 5 September = 2025-09-03'],
  ['It runs September 3-5 in Varn.', 'September 3-5 = 2025-09-03'],
  ['It fell on the Monday before.', 'Monday = 2025-08-11'],
  // Which of two days
  ['Cole, who said he would not interfere, on Monday called both to Varn.', 'Monday = 2025-08-11'],
  ['Cole on Monday said the board would not interfere.', 'Monday = 2025-08-11'],
  ['On Monday Cole told the board that it would be sold.', 'Monday = 2025-08-11'],
  ['The board on Monday dropped the plan, which would raise tolls.', 'Monday = 2025-08-11'],
  ['“We will fight this,” she said on Monday.', 'Monday = 2025-08-11'],
  ['The talks will begin, she said on Monday.', 'Monday = 2025-08-11'],
  ["Monday's raid by the rebels was condemned.", 'Monday = 2025-08-11'],
  ['The rebels, which the army fears, will be tried on Monday.', 'Monday = 2025-08-18'],
  ['On Monday the disputed law will take effect.', 'Monday = 2025-08-18'],
  ['He said he would leave on Monday.', 'Monday = 2025-08-18'],
  ['It must be paid by Monday.', 'Monday = 2025-08-18'],
  ['Cole called both sides to talks in Varn on Thursday.', 'Thursday = -'],
  ['The union announced a strike on Thursday.', 'Thursday = -'],
  ['Ministers met ahead of a summit on Thursday.', 'Thursday = -'],
  ['The judge adjourned the hearing until Thursday.', 'Thursday = -'],
  ['Cole announced it after talks on Thursday.', 'Thursday = 2025-08-14'],
  ['The party lost a vote on Thursday.', 'Thursday = 2025-08-14'],
  ['They met for talks in Varn on Thursday.', 'Thursday = 2025-08-14'],
  ['He spoke at a meeting on Thursday.', 'Thursday = 2025-08-14'],
  ['They called a strike, which will begin on Thursday.', 'Thursday = 2025-08-21'],
  ['A meeting is set for Thursday.', 'Thursday = 2025-08-21'],
  ['She signed an order for a vote on Thursday.', 'Thursday = -'],
  [
    'The firm, due to report on Thursday, cut jobs on Monday.',
    'Thursday = 2025-08-21',
    'Monday = 2025-08-11'
  ],
  ['The board meets on Friday.', 'Friday = 2025-08-22'],
  ['Several weeks ago she left.', 'Several weeks ago = -'],
  ['Half a year ago she left.'],
  ['Ten days ago she left.', 'Ten days ago = 2025-08-06'],
  ['A year ago she left.', 'A year ago = 2024'],
  ['She left twenty-five years ago.', 'twenty-five years ago = 2000'],
  // Counted from a day that the text tells
  ['She had left the day before.', 'the day before = -'],
  ['They left the next day.', 'the next day = -'],
  ['They left the following day.', 'the following day = -'],
  ['He resigned the same day.', 'the same day = -'],
  ['He resigned two days later.', 'two days later = -'],
  ['A week later he resigned.', 'A week later = -'],
  ['He had resigned a month earlier.', 'a month earlier = -'],
  ['That year he resigned.', 'That year = -'],
  // Weeks, months, years
  ['It closed earlier this month.', 'earlier this month = 2025-08'],
  ['It opens later this year.', 'later this year = 2025'],
  ['Prices rose this year.', 'this year = 2025'],
  ['It opened early last year.', 'early last year = 2024'],
  ['They met last week.', 'last week = 2025-W32'],
  ['They meet next month.', 'next month = 2025-09'],
  ['It closed last summer.', 'last summer = -'],
  ['It opens this autumn.', 'this autumn = -'],
  ['It opens next spring.', 'next spring = -'],
  ['It began in mid-March.', 'mid-March = 2025-03'],
  ['It opened in the autumn of 2023.', 'the autumn of 2023 = 2023'],
  ['It was won in the 2024 election.', '2024 = 2024'],
  ['He led it from 2015 to 2019.', '2015 = 2015', '2019 = 2019'],
  ['The 2019-2021 plan is over.', '2019-2021 = -'],
  ['In the 2014–15 season they won.', '2014–15 = -'],
  // Decades, centuries
  ['It was built in the late 1980s.', 'the late 1980s = -'],
  ['It was built in the early 20th century.', 'the early 20th century = -'],
  ['He was famous in the sixties.', 'sixties = -'],
  ['He is in his sixties.'],
  // Stretches
  ['He led it for three years.', 'three years = -'],
  ['The talks lasted five hours.', 'five hours = -'],
  ['It must leave within 48 hours.', '48 hours = -'],
  ['They fought for several months.', 'several months = -'],
  ['It has grown in recent years.', 'recent years = -'],
  ['It grew over the past two years.', 'the past two years = -'],
  ['It lasted more than a decade.', 'a decade = -'],
  ['They waited for weeks.', 'weeks = -'],
  ['She is 42 years old.'],
  ['A 42-year-old man was held.'],
  // None
  ['One day he came back, and that was the day.'],
  ['He may march.'],
  ['The second time it failed.']
])('%s', (text, ...expected) => {
  expect(datesIn(text)).toEqual(expected);
});
