/** What the popover fills in: one key records it, so nothing may be filled in that nobody said. */
import { expect, test } from 'vitest';
import type { OfferedIssue } from '../../../src-main/domain/suggestions/coding/offer-issues.js';
import { draft, spanOf, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import { nobody, whoSpeaks } from '../../../src-main/domain/suggestions/who-speaks.js';
import { newId } from '../../../src-main/domain/base/values.js';
import {
  nothingGiven,
  quickPosition,
  quickProblems,
  wholeForm,
  type WordsRead
} from './quick-position.js';

const offer = (wording: string, isNamed = true): OfferedIssue => ({
  ...{ id: null, wording, why: { is: 'in-briefing' }, isNamed }
});
const offered = [offer('Budget'), offer('the cut to schools')];

function readAt(words: string, part: Partial<WordsRead> = {}): WordsRead {
  const speaker = whoSpeaks(draft, text, spanOf(words), []);
  const source = { published: '2025-04-29', publisher: 'The Gazette' };
  return { words, speaker, offered, source, ...part };
}

const rejects = readAt('rejects any cut to 40 schools');

test('a stance that the words tell outright comes with the issue that they tell it on, and with no other', () => {
  const quick = quickPosition(rejects, nothingGiven);
  expect(quick).toMatchObject({ issue: 'the cut to schools', chosen: 1, stance: 'opposes' });
  const onBudget = quickPosition(rejects, { ...nothingGiven, issue: 'Budget' });
  expect(onBudget).toMatchObject({ chosen: 0, stance: null });
  const ofAnother = quickPosition(rejects, { ...nothingGiven, actor: 'Bo Ray' });
  expect(ofAnother).toMatchObject({ actor: 'Bo Ray', chosen: 1, stance: null });
});

test('without such words the first issue offered is chosen, and no stance', () => {
  const quick = quickPosition(readAt('We will not close a school'), nothingGiven);
  expect(quick).toMatchObject({ actor: 'Ann Lee', issue: 'Budget', chosen: 0, stance: null });
  expect(quickPosition(readAt('We will not', { offered: [] }), nothingGiven)).toMatchObject({
    issue: '',
    chosen: -1
  });
});

test('an issue of which the words say nothing is not chosen for whoever says them', () => {
  const others = [offer('Two-party system', false), offer('Trains', false)];
  const read = readAt('We will not close a school', { offered: others });
  const quick = quickPosition(read, { ...nothingGiven, actor: 'Bo Ray', stance: 'supports' });
  expect(quick).toMatchObject({ issue: '', chosen: null });
  expect(Object.keys(quickProblems(quick))).toEqual(['issue']);
  expect(quickPosition(read, { ...nothingGiven, issue: '' })).toMatchObject({ chosen: -1 });
  const named = { ...read, offered: [...others, offer('Schools')] };
  expect(quickPosition(named, nothingGiven)).toMatchObject({ issue: 'Schools', chosen: 2 });
});

test('what the person says stays, whatever is read later', () => {
  const given = { ...nothingGiven, actor: 'Bo Ray', issue: 'Trains', stance: 'neutral' } as const;
  const before = quickPosition({ ...rejects, speaker: nobody, offered: [] }, given);
  const after = quickPosition(rejects, given);
  for (const quick of [before, after]) {
    expect(quick).toMatchObject({
      actor: 'Bo Ray',
      issue: 'Trains',
      chosen: -1,
      stance: 'neutral'
    });
  }
});

test('the condition is that of the stance as it is read', () => {
  const read = readAt('only if the money stays', { offered: [offer('money')] });
  expect(quickPosition(read, nothingGiven)).toMatchObject({
    stance: 'conditional',
    condition: 'only if the money stays in the region'
  });
  expect(quickPosition(read, { ...nothingGiven, stance: 'opposes' }).condition).toBe('');
});

test('the day is that of the saying, else of the source, each with where it comes from', () => {
  expect(quickPosition(rejects, nothingGiven)).toMatchObject({
    said: '2025-04-29',
    saidFrom: 'the day of the source'
  });
  const speaker = { ...rejects.speaker, said: { date: '2025-04-28', words: 'on Monday' } };
  expect(quickPosition({ ...rejects, speaker }, nothingGiven)).toMatchObject({
    said: '2025-04-28',
    saidFrom: 'from “on Monday”'
  });
  const given = { ...nothingGiven, said: '2025-04-01' };
  expect(quickPosition({ ...rejects, speaker }, given).saidFrom).toBe('');
  const undated = quickPosition({ ...rejects, source: null }, nothingGiven);
  expect(undated).toMatchObject({ said: '', saidFrom: '' });
});

test('it is recorded with an actor, an issue and a stance, and a condition where one is needed', () => {
  const empty = quickPosition({ ...rejects, speaker: nobody, offered: [] }, nothingGiven);
  expect(Object.keys(quickProblems(empty))).toEqual(['actor', 'issue', 'stance']);
  expect(quickProblems(quickPosition(rejects, nothingGiven))).toEqual({});
  const conditional = quickPosition(rejects, { ...nothingGiven, stance: 'conditional' });
  expect(Object.keys(quickProblems(conditional))).toEqual(['condition']);
});

test('the whole form takes over all that is known, what was chosen and typed among it', () => {
  const evidence = newId();
  const quick = quickPosition(rejects, { ...nothingGiven, issue: 'Trains', stance: 'unclear' });
  expect(wholeForm(quick, rejects, evidence, 'supersedes')).toMatchObject({
    ...{ actor: 'Ann Lee', issue: 'Trains', stance: 'unclear', said: '2025-04-29' },
    ...{ statement: rejects.words, reported: '2025-04-29', attribution: 'The Gazette' },
    ...{ status: 'reported', evidence: [evidence], replaces: true, drafted: { id: 'a1' } }
  });
});
