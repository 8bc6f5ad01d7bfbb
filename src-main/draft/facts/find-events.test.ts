/** Protects what is offered as an event: an act or an occasion with its day, and nothing told in passing. */
import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findEvents } from './find-events.js';

/** A Saturday. */
const today = new Date('2025-08-16T12:00:00Z');

/** “words | date”, with “(to come)” behind it. */
function eventsIn(text: string): string[] {
  const reading = readingOf(text);
  return findEvents(reading, findDates(reading, today), today).map(
    (event) =>
      `${wordsAt(text, event)} | ${wordsAt(text, event.date)}${event.future ? ' (to come)' : ''}`
  );
}

test.each<[what: string, text: string, ...expected: string[]]>([
  [
    'an act',
    'The Senate passed a water bill on Tuesday after a long debate.',
    'The Senate passed a water bill on Tuesday | Tuesday'
  ],
  [
    'a day that leads',
    'On Thursday, police arrested 14 protesters in Varn.',
    'On Thursday, police arrested 14 protesters in Varn | Thursday'
  ],
  [
    'a day behind the subject',
    'The High Court on Monday ordered his release.',
    'The High Court on Monday ordered his release | Monday'
  ],
  [
    'the passive',
    'The mayor was charged with fraud on 14 July.',
    'The mayor was charged with fraud on 14 July | 14 July'
  ],
  [
    'an apposition',
    'Ada Holm, a lawyer, won the seat on Sunday.',
    'Ada Holm, a lawyer, won the seat on Sunday | Sunday'
  ],
  [
    'a plan',
    'The council will publish its report on 2 September.',
    'The council will publish its report on 2 September | 2 September (to come)'
  ],
  [
    'what is due',
    'The court is due to hear the appeal on Friday.',
    'The court is due to hear the appeal on Friday | Friday (to come)'
  ],
  [
    'what is planned',
    'A summit is planned for 20 September in Geneva.',
    'A summit is planned for 20 September in Geneva | 20 September (to come)'
  ],
  [
    'an occasion',
    "Everyone spoke of Sunday's election in Varn.",
    "Sunday's election in Varn | Sunday"
  ],
  [
    'a day told with when',
    'Two men were killed when a bus left the road on Friday, police said.',
    'Two men were killed when a bus left the road on Friday | Friday'
  ],
  [
    'what was decided to be done',
    'The council voted late on Monday to let the club tear down its ground.',
    'The council voted late on Monday to let the club tear down its ground | Monday'
  ],
  [
    'behind a dateline',
    'KALLO, 14 August 2025 (Wire) - The union ended its strike on Wednesday.',
    'The union ended its strike on Wednesday | Wednesday'
  ],
  ['a dateline', 'KALLO, 14 August 2025 (Wire) - The summit with Norway went on.'],
  ['no day', 'The White House summit opened.'],
  ['a month is no march', 'She stayed until 31 March in the town.'],
  ['a bare word', 'War came in June.'],
  ['long past', 'The firm opened a plant on 3 May 1990.'],
  ['a year', 'The firm built the plant in 2024.'],
  ['in passing', 'The firm, which opened a plant in July, is rich.'],
  ['another thing’s day', 'The union suspended a strike planned for Wednesday.'],
  ['another thing’s day, before the verb', 'The ceasefire signed on Monday had been violated.'],
  ['since a day', 'The bank has raised rates since Monday.'],
  ['a hypothesis', 'If the House rejects it, the firm will close a plant on 2 September.'],
  ['what could be', 'The bank could raise its rates on Monday.'],
  ['what is only said', 'The minister said on Friday that all was well.'],
  ['how things were', 'The minister was in the town on Friday.'],
  ['a question', 'Did the council close the school on Monday?'],
  ['nothing done', 'The council did not close the school on Monday.'],
  ['whoever speaks', 'We closed the school on Monday.'],
  ['a plan that is over', 'The council will close the school on 3 July.']
])('%s', (_, text, ...expected) => {
  expect(eventsIn(text)).toEqual(expected);
});
