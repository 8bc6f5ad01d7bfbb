/**
 * What is filled in of selected words: one key records it, so nothing may be filled in that nobody said. What
 * it does to positions in force goes by the rules of an accepted suggestion.
 */
import { describe, expect, test } from 'vitest';
import type { IssueOnDigit } from '../../../src-main/domain/suggestions/coding/issue-digits.js';
import { draft, spanOf, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import { acceptKnowing, usualAcceptance } from '../../../src-main/domain/news/accept-news.js';
import { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import {
  actorNamed,
  here,
  known,
  other,
  position as suggestedPosition,
  quoteIn
} from '../../../src-main/domain/news/testing/suggestions.js';
import { groundOf } from '../../../src-main/domain/suggestions/enter.js';
import { nobody, whoSpeaks } from '../../../src-main/domain/suggestions/who-speaks.js';
import { newId } from '../../../src-main/domain/base/values.js';
import {
  emptyPosition,
  heldAlready,
  type PositionForm,
  positionProblems,
  recordPosition,
  tiesOfForm
} from './position-form.js';
import { fillIn, usualDay, type WordsRead } from './position-on-words.js';

const offer = (wording: string, isNamed = true): IssueOnDigit => ({
  ...{ id: null, wording, why: { is: 'in-briefing' }, isNamed, digit: 1 }
});
const mark = newId();
const offered = [offer('Budget'), offer('the cut to schools')];

function readAt(words: string, part: Partial<WordsRead> = {}): WordsRead {
  const speaker = whoSpeaks(draft, text, spanOf(words), []);
  const source = { published: '2025-04-29', publisher: 'The Gazette' };
  return { words, speaker, offered, source, evidence: [mark], ...part };
}

const rejects = readAt('rejects any cut to 40 schools');

test('a stance that the words tell outright comes with the issue that they tell it on, and with no other', () => {
  const form = fillIn(rejects, {});
  expect(form).toMatchObject({ issue: 'the cut to schools', stance: 'opposes' });
  const onBudget = fillIn(rejects, { issue: 'Budget' });
  expect(onBudget).toMatchObject({ issue: 'Budget', stance: null });
  const ofAnother = fillIn(rejects, { actor: 'Bo Ray' });
  expect(ofAnother).toMatchObject({ actor: 'Bo Ray', issue: 'the cut to schools', stance: null });
  const inFull = fillIn(rejects, { actor: 'Minister Ann Lee' });
  expect(inFull).toMatchObject({ issue: 'the cut to schools', stance: 'opposes' });
});

test('without such words the first issue offered is chosen, and no stance', () => {
  const form = fillIn(readAt('We will not close a school'), {});
  expect(form).toMatchObject({ actor: 'Ann Lee', issue: 'Budget', stance: null });
  expect(fillIn(readAt('We will not', { offered: [] }), {})).toMatchObject({
    issue: ''
  });
});

test('an issue of which the words say nothing is not chosen for whoever says them', () => {
  const others = [offer('Two-party system', false), offer('Trains', false)];
  const read = readAt('We will not close a school', { offered: others });
  const form = fillIn(read, { actor: 'Bo Ray', stance: 'supports' });
  expect(form).toMatchObject({ issue: '' });
  expect(Object.keys(positionProblems(form))).toEqual(['issue']);
  expect(fillIn({ ...read, offered }, { issue: '' }).issue).toBe('');
  const named = { ...read, offered: [...others, offer('Schools')] };
  expect(fillIn(named, {})).toMatchObject({ issue: 'Schools' });
});

test('what the person says stays, whatever is read later', () => {
  const given = { actor: 'Bo Ray', issue: 'Trains', stance: 'neutral' } as const;
  const before = fillIn({ ...rejects, speaker: nobody, offered: [] }, given);
  const after = fillIn(rejects, given);
  for (const form of [before, after]) {
    expect(form).toMatchObject({
      actor: 'Bo Ray',
      issue: 'Trains',
      stance: 'neutral'
    });
  }
});

test('the condition is that of the stance as it is read', () => {
  const read = readAt('only if the money stays', { offered: [offer('money')] });
  expect(fillIn(read, {})).toMatchObject({
    stance: 'conditional',
    condition: 'only if the money stays in the region'
  });
  expect(fillIn(read, { stance: 'opposes' }).condition).toBe('');
});

test('the day of the saying is only what the text tells; that of the source is when it was reported', () => {
  expect(fillIn(rejects, {})).toMatchObject({ said: '', reported: '2025-04-29' });
  expect(usualDay(rejects)).toMatchObject({ is: 'reported', from: 'the day of the source' });
  const speaker = { ...rejects.speaker, said: { date: '2025-04-28', words: 'on Monday' } };
  expect(fillIn({ ...rejects, speaker }, {}).said).toBe('2025-04-28');
  expect(usualDay({ ...rejects, speaker })?.from).toBe('from “on Monday”');
  expect(fillIn({ ...rejects, speaker }, { said: '2025-04-01' }).said).toBe('2025-04-01');
  expect(usualDay({ ...rejects, source: null })).toBeNull();
  expect(fillIn({ ...rejects, source: null }, {}).said).toBe('');
});

test('it is recorded with an actor, an issue and a stance, and a condition where one is needed', () => {
  const empty = fillIn({ ...rejects, speaker: nobody, offered: [] }, {});
  expect(Object.keys(positionProblems(empty))).toEqual(['actor', 'issue', 'stance']);
  expect(positionProblems(fillIn(rejects, {}))).toEqual({});
  const conditional = fillIn(rejects, { stance: 'conditional' });
  expect(Object.keys(positionProblems(conditional))).toEqual(['condition']);
});

test('all fields are filled in of what is known, and what is too long for its field is cut', () => {
  const form = fillIn(rejects, { issue: 'Trains', stance: 'unclear' });
  expect(form).toMatchObject({
    ...{ actor: 'Ann Lee', issue: 'Trains', stance: 'unclear', said: '' },
    ...{ statement: rejects.words, reported: '2025-04-29', attribution: 'The Gazette' },
    ...{ status: 'reported', evidence: [mark], as: null, drafted: { id: 'a1' } }
  });
  const source = { published: null, publisher: 'x'.repeat(400) };
  const long = fillIn({ ...rejects, words: 'x'.repeat(2_001), source }, { stance: 'unclear' });
  expect(positionProblems(long)).toEqual({});
});

describe('what is recorded on words of a source', () => {
  const words = 'she opposes the ferry toll';
  const quote = quoteIn(other, 'Lind is for it');
  const support = entry(1, { stance: 'supports', said: '2025-08-10', evidence: [quote.id] });
  const start: Briefing = { ...known, positions: [support], annotations: [quote] };
  const wording = start.issues.find(({ id }) => id === support.issue)?.wording ?? '';
  const on: PositionForm = {
    ...emptyPosition(),
    ...{ actor: 'Mara Lind', issue: wording, stance: 'opposes', statement: words },
    said: '15 August 2025'
  };

  function recordOn(given: Partial<PositionForm>, briefing = start) {
    const form = { ...on, ...given };
    const held = heldAlready(form, new NewsIndex(briefing), words, here.id);
    const next = recordPosition(briefing, form, tiesOfForm(form, briefing, held));
    expect(Briefing.parse(next)).toEqual(next);
    return { next, held, added: next.positions.at(-1)! };
  }

  test('what differs supersedes what is in force when it is later, as a suggestion of the same does', () => {
    const { next, held, added } = recordOn({});
    expect(held).toMatchObject({ differs: true, inForce: [support.id], usual: 'supersedes' });
    expect(next.positions[0]).toBe(support);
    const drafted = suggestedPosition({ issue: wording, stance: 'opposes', said: '2025-08-15' });
    const its = new NewsIndex(start).of(drafted, here.id);
    const ground = groundOf(here.id, words, []);
    const accepted = acceptKnowing(start, drafted, ground, its, usualAcceptance(its));
    const { supersedes, contested, actor, issue, stance } = accepted.positions.at(-1)!;
    expect(added).toMatchObject({ supersedes, contested, actor, issue, stance });
    expect(supersedes).toEqual([support.id]);
  });

  test('it is contested when it is not later', () => {
    const { added } = recordOn({ said: '2025-08-10' });
    expect(added).toMatchObject({ supersedes: [], contested: [support.id] });
  });

  test('it stands apart on an issue of the person’s own wording, also on one that is worded alike', () => {
    const { held, added, next } = recordOn({ issue: `proposed ${wording}` });
    expect(held).toBeNull();
    expect(added).toMatchObject({ supersedes: [], contested: [] });
    expect(next.issues).toHaveLength(start.issues.length + 1);
  });

  test('it differs also where the same words are known on another issue', () => {
    const parking = start.issues[1]!.id;
    const same = entry(2, { issue: parking, stance: 'opposes', statement: words });
    const { held, added } = recordOn({}, { ...start, positions: [support, same] });
    expect(held).toMatchObject({ differs: true, inForce: [support.id] });
    expect(added.supersedes).toEqual([support.id]);
  });

  test('what says the same repeats it and does nothing to it, and any other stance differs', () => {
    const again = recordOn({ stance: 'supports' });
    expect(again.held).toMatchObject({ entry: support, differs: false, usual: 'apart' });
    expect(again.added).toMatchObject({ supersedes: [], contested: [] });
    expect(recordOn({ stance: 'supports', as: 'supersedes' }).added.supersedes).toEqual([
      support.id
    ]);
    expect(recordOn({ stance: 'supports', as: 'contested' }).added.contested).toEqual([]);
    expect(recordOn({ stance: 'neutral' }).added.supersedes).toEqual([support.id]);
    expect(recordOn({ stance: 'unclear' }).added.supersedes).toEqual([support.id]);
  });

  test('a new actor enters as the draft knows it; named otherwise, by the name alone', () => {
    const drafted = { ...actorNamed('Ada Voss'), aliases: ['Voss'] };
    const entered = (actor: string) => recordOn({ actor, drafted }).next.actors.at(-1);
    expect(entered('Ada Voss')).toMatchObject({ type: 'person', aliases: ['Voss'] });
    expect(entered('The harbour board')).toMatchObject({ type: 'group', aliases: [] });
  });
});
