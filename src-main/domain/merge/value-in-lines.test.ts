/** What a copy has otherwise is told to people, not as data. */
import { expect, test } from 'vitest';
import { noSubmission } from '../briefing/briefing.js';
import { valueInLines } from './value-in-lines.js';

test('a submission is told field by field, what is empty left out', () => {
  const submission = {
    ...noSubmission,
    to: 'The Minister for Ports',
    decideBy: '2026-07-14',
    recommendation: 'Agree to the first.\nNote the second.',
    options: ['Wait', 'Act now']
  };
  expect(valueInLines(submission)).toBe(
    [
      'To: The Minister for Ports',
      'Decide by: 2026-07-14',
      'Recommendation:',
      '  Agree to the first.',
      '  Note the second.',
      'Options:',
      '  - Wait',
      '  - Act now'
    ].join('\n')
  );
});

test.each([
  ['words', 'words'],
  [1.5, '1.5'],
  [true, 'yes'],
  [[], ''],
  [
    { name: 'report.pdf', mediaType: 'application/pdf', bytes: 12 },
    'Name: report.pdf\nMedia type: application/pdf\nBytes: 12'
  ],
  [{ authors: [{ family: 'Byron', given: 'Ada' }] }, 'Authors:\n  - Family: Byron\n    Given: Ada']
])('%j is told as %j', (value, told) => {
  expect(valueInLines(value)).toBe(told);
});
