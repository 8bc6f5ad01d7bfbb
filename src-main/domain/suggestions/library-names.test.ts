/** What a library is asked of a draft: enough that its issues are met again, and not of every phrase. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { newIssue } from '../briefing/entries.js';
import { namesToAsk, noLibraryNames, withKnownNames } from './library-names.js';
import { draft, spanOf } from './testing/draft.js';

const topic = (wording: string) => ({ ...spanOf('school'), wording });

test('phrases that are named most often are asked for, not single words, and what is known takes its label', () => {
  const many = Array.from({ length: 60 }, (_, i) => topic(`matter ${i}`));
  const topics = [
    topic('toll'),
    ...many,
    topic('ferry toll'),
    topic('ferry toll'),
    topic('car ban')
  ];
  const briefing = { ...emptyBriefing('Ferry'), issues: [newIssue('Matter 1')] };
  const { issues } = namesToAsk({ ...draft, topics }, briefing);
  expect(issues).toContain('ferry toll');
  expect(issues).not.toContain('toll');
  expect(issues).not.toContain('matter 1');
  expect(issues.length).toBeLessThanOrEqual(42);
  const names = {
    ...noLibraryNames,
    issues: [{ wording: 'ferry toll', known: 'Toll on the ferry' }]
  };
  const known = withKnownNames({ ...draft, topics }, briefing, names);
  expect(known.topics?.filter(({ inLibrary }) => inLibrary)).toMatchObject([
    { wording: 'Toll on the ferry' },
    { wording: 'Toll on the ferry' }
  ]);
});
