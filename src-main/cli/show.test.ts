/** What `show` tells in words: all that stands on page one, and of cards all that is printed of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBriefing, noSubmission } from '../domain/briefing/briefing.js';
import { newCard, newKeyJudgement, newOutcome } from '../domain/briefing/entries.js';
import { bundleSchema } from '../domain/briefing/bundle.js';
import { type Desk, openDesk } from './testing/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.clear());

test('marking, submission, key judgements and key points', async () => {
  const outcome = { ...newOutcome('The port reopens', []), likelihood: 'likely' as const };
  const briefing = {
    ...emptyBriefing('Harbour strike', new Date(0)),
    marking: 'Internal',
    bottomLine: 'The strike goes on.',
    submission: {
      ...noSubmission,
      to: 'The Minister for Ports',
      decideBy: '2026-07-14',
      recommendation: 'Agree to mediate.\nNote the costs.',
      options: ['Wait']
    },
    outcomes: [outcome],
    keyJudgements: [{ ...newKeyJudgement(outcome.id), because: 'Both sides met.' }],
    cards: [
      newCard('context', {
        heading: 'What came before',
        portionMark: 'U',
        keyPoint: 'It is the third strike.',
        body: 'Words.'
      })
    ]
  };
  const path = join(desk.place, 'harbour.json');
  await writeFile(path, JSON.stringify({ schema: bundleSchema, briefing, texts: {} }));
  const [id = ''] = await desk.imported(path);
  const { out } = await desk.standpoint('show', id);
  expect(out).toBe(
    [
      'Internal\n',
      'Harbour strike\n',
      'Submission',
      'To: The Minister for Ports',
      'Decide by: 14 July 2026',
      'Recommendation:',
      '- a) Agree to mediate.',
      '- b) Note the costs.',
      'Options:',
      '- Wait\n',
      'The strike goes on.\n',
      'Key judgements',
      '- Likely: The port reopens (55–80 %)',
      '  Because: Both sides met.\n',
      '(U) Context: What came before',
      'Key point: It is the third strike.',
      'Words.\n',
      '0 annotations, 0 sources'
    ].join('\n')
  );
});
