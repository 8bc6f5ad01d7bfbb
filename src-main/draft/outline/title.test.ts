import { expect, test } from 'vitest';
import { namesWhole, nameAsTitle, titleWithin } from './title.js';

test.each<[line: string, title: string | null]>([
  ['Talks resume in Varn', 'Talks resume in Varn'],
  ['2. Of Harbours and Tolls', 'Of Harbours and Tolls'],
  ['2.1 Of Harbours', 'Of Harbours'],
  ['1 Introduction', null],
  ['Introduction.', null],
  ['Background and History', null],
  ['5 Things I Learned at Sea', '5 Things I Learned at Sea'],
  [
    'The Varn Courier speaks to Ada Holm Tuesday, March 4, 2025',
    'The Varn Courier speaks to Ada Holm'
  ],
  ['Ferry stops, 4 March 2025', 'Ferry stops'],
  ['Tuesday, March 4, 2025', 'Tuesday, March 4, 2025'],
  ['Ada Holm,', 'Ada Holm'],
  ['Ferry stops | The Varn Courier', 'Ferry stops'],
  ['Fwd: Re: Ferry stops', 'Ferry stops'],
  ['Good morning, everyone', null],
  ['Dear Ms Holm,', null],
  ['ferry_report_v3.docx', null]
])('%s', (line, title) => {
  const text = `${line}\n\nMore.`;
  const found = titleWithin(text, { start: 0, end: line.length });
  expect(found && text.slice(found.start, found.end)).toBe(title);
});

test('what a file says of itself is a title only where it is none of a file', () => {
  expect(
    ['Microsoft Word - draft', 'report.pdf', 'scan_0012', '', 'Pasted text', 'The ferry'].map(
      namesWhole
    )
  ).toEqual([false, false, false, false, false, true]);
  expect(nameAsTitle('The ferry.docx')).toBe('The ferry');
  expect(nameAsTitle('2025-03-04 ferry_hearing.txt')).toBe('ferry hearing');
});
