import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

/** "source: content", of whole turns and of what is found within them. */
function saidIn(...paragraphs: string[]): string[] {
  const text = ['Headline of the day', ...paragraphs].join('\n\n');
  return findAttributions(readingOf(text)).map(({ source, content, kind }) =>
    [wordsAt(text, source), content.map((range) => wordsAt(text, range)).join(' … '), kind].join(
      ' | '
    )
  );
}

test('a name or a role before a colon speaks; who interviews says nothing', () => {
  expect(
    saidIn(
      'The paper met Anna Lunt in her office.',
      'Q: What do you think of the plan?',
      'Anna Lunt: I think the plan is bad for the town.',
      'The Courier: Do you believe that it will pass?',
      'Lunt: No. We have the votes.',
      'The mayor: My party has more of them.'
    )
  ).toEqual([
    'Anna Lunt | I think the plan is bad for the town. | direct',
    'Anna Lunt | the plan is bad for the town | indirect',
    'Lunt | No. We have the votes. | direct',
    'The mayor | My party has more of them. | direct'
  ]);
});

test('a hearing, with labels in capitals', () => {
  expect(
    saidIn(
      'MR. LUNT: Thank you. We ask the Court to strike the law down.',
      'JUSTICE OKAFOR: Why should we read it as you do?',
      'MR. LUNT: The text gives you no choice.'
    ).filter((line) => line.endsWith(' | direct'))
  ).toEqual([
    'MR. LUNT | Thank you. We ask the Court to strike the law down. | direct',
    'MR. LUNT | The text gives you no choice. | direct'
  ]);
});

test('a label above what is said', () => {
  expect(
    saidIn(
      'MR. LUNT:\nThank you. We ask the Court to strike\nthe law down.',
      'JUSTICE OKAFOR:\nWhy should we read it as you do?',
      'MR. LUNT:\nThe text gives you no choice.'
    ).filter((line) => line.endsWith(' | direct'))
  ).toEqual([
    'MR. LUNT | Thank you. We ask the Court to strike\nthe law down. | direct',
    'MR. LUNT | The text gives you no choice. | direct'
  ]);
});

test('a quotation behind a label, alone', () => {
  expect(saidIn('The plan was dropped.', 'Lunt: “It came too late for the town.”')).toEqual([
    'Lunt | “It came too late for the town.” | direct'
  ]);
});

test.each<[what: string, ...paragraphs: string[]]>([
  ['notes', 'Note: We are closed today.', 'Update: The road is open again.'],
  ['a table of facts', 'He plays for Texas.', 'Born: June 11, 1988 in Texas', 'Bats: Left'],
  ['places', 'It rained in Kallo and Oslo.', 'Kallo: Rain all day.', 'Oslo: Sun in the south.'],
  ['terms', 'Rhyme: The same sound at the end.', 'Metre: The beat of a line.'],
  ['heads of lists', 'It rained.\nTerms:\nWe pay.', 'Your costs:\nWe pay you nothing.'],
  ['a label that only quotes', 'Verdict: “A great film for the young.”']
])('no speakers: %s', (_, ...paragraphs) => {
  expect(saidIn(...paragraphs)).toEqual([]);
});
