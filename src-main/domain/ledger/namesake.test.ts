/** Whoever goes by a name already is found in whatever spelling: otherwise a briefing has one actor twice. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { newActor, newIssue } from '../briefing/entries.js';
import { namesakeOf } from './namesake.js';

const hill = { ...newActor('Christopher Hill', 'person'), aliases: ['C. Hill'] };
const typed = newActor('Christopher Hil', 'person');
const toll = newIssue('Should there be a toll?');
const briefing = { ...emptyBriefing('Talks'), actors: [typed, hill], issues: [toll] };

test.each(['Christopher Hill', ' christopher  HILL', 'c. hill'])(
  'an actor is found by %j',
  (name) => {
    expect(namesakeOf(briefing, 'actor', name, typed.id)).toBe(hill.id);
  }
);

test('nobody is a namesake of itself, an actor none of an issue, and a name of its own nobody’s', () => {
  expect(namesakeOf(briefing, 'actor', 'Christopher Hil', typed.id)).toBeNull();
  expect(namesakeOf(briefing, 'actor', toll.wording)).toBeNull();
  expect(namesakeOf(briefing, 'actor', 'Christopher Hilton')).toBeNull();
});

test('an issue is found by its wording in another case', () => {
  expect(namesakeOf(briefing, 'issue', 'should there be a  TOLL?')).toBe(toll.id);
});
