import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  newActor,
  type Card,
  newFigure,
  newIssue,
  newCard,
  newKeyJudgement,
  newOutcome
} from '../briefing/entries.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { compareBriefings, type Side } from './compare-briefings.js';
import { isUnchanged, type Comparison } from './comparison.js';

const sample = (
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/samples/alaska-summit.json'), 'utf8')
  ) as { briefing: Briefing }
).briefing;

function compare(before: Briefing, after: Briefing): Comparison {
  return compareBriefings({ briefing: before, day: null }, { briefing: after, day: null });
}

/** What became known of one briefing between two days. */
function compareDays(briefing: Briefing, from: Side['day'], to: Side['day']): Comparison {
  return compareBriefings({ briefing, day: from }, { briefing, day: to });
}

function card(heading: string, body = `${heading} and what it says.`): Card {
  return newCard('fact', { heading, body });
}

/** The same briefing as an import elsewhere would make it: no id is the same. */
function withOtherIds(briefing: Briefing): Briefing {
  const text = JSON.stringify(briefing);
  const known = new Map<string, string>();
  const other = (id: string) => {
    const made = known.get(id) ?? newId();
    known.set(id, made);
    return made;
  };
  return JSON.parse(text.replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, other)) as Briefing;
}

const empty = emptyBriefing('Talks', new Date(0));

describe('page one', () => {
  const outcome = newOutcome('Rates fall.', []);
  const judgement = { ...newKeyJudgement(outcome.id), because: 'Inflation fell.' };
  const before: Briefing = {
    ...empty,
    outcomes: [outcome],
    keyJudgements: [judgement],
    cards: [card('First')],
    submission: { ...empty.submission, recommendation: 'Agree to both.' }
  };
  const told = (after: Briefing) =>
    compare(before, after).pageOne.map(
      ({ name, words }) =>
        `${name}: ${words.map(({ kind, text }) => (kind === 'same' ? text : `[${kind[0]} ${text}]`)).join('')}`
    );

  test.each<[string, Partial<Briefing>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'another recommendation',
      { submission: { ...before.submission, recommendation: 'Agree to one.' } },
      ['Recommendation: Agree to [r both][a one].']
    ],
    [
      'a marking and a day',
      { marking: 'Internal', date: '2026-03-01' },
      ['Marking: [a Internal]', 'Day: [a 1 March 2026]']
    ],
    [
      'another reason for a judgement',
      { keyJudgements: [{ ...judgement, because: 'Growth fell.' }] },
      ['Key judgement “Rates fall.”: Because: [r Inflation][a Growth] fell.']
    ],
    [
      'a judgement taken away',
      { keyJudgements: [] },
      ['Key judgement “Rates fall.”: [r Because: Inflation fell.]']
    ],
    [
      'a key point',
      { cards: [{ ...before.cards[0]!, keyPoint: 'It matters.' }] },
      ['Key point of “First”: [a It matters.]']
    ]
  ])('tells %s', (_what, change, expected) => {
    const after = { ...before, ...change };
    expect(told(after)).toEqual(expected);
    expect(isUnchanged(compare(before, after))).toBe(expected.length === 0);
  });

  test('finds a judgement of a copy by what it judges', () => {
    expect(compare(before, withOtherIds(before)).pageOne).toEqual([]);
  });
});

describe('cards', () => {
  const [first, second, third] = ['First', 'Second', 'Third'].map((heading) => card(heading));
  const before = { ...empty, cards: [first!, second!, third!] };
  const told = (after: readonly Card[]) =>
    compare(before, { ...empty, cards: after }).cards.map(
      ({ kind, moved, before: was, after: is }) =>
        `${kind}${moved ? ', moved' : ''}: ${was?.heading ?? '–'} → ${is?.heading ?? '–'}`
    );

  test.each<[string, readonly Card[], readonly string[]]>([
    ['as they were', [first!, second!, third!], []],
    ['one fewer', [first!, third!], ['removed: Second → –']],
    ['one more', [first!, second!, card('New'), third!], ['added: – → New']],
    ['one first', [third!, first!, second!], ['changed, moved: Third → Third']],
    [
      'one reworded, found again by its id',
      [first!, { ...second!, heading: 'Other', body: 'Quite other words.' }, third!],
      ['changed: Second → Other']
    ],
    ['the same under another id', [first!, { ...second!, id: newId() }, third!], []],
    [
      'one under another id with half of its words',
      [first!, card('Other', 'Second and what it means.'), third!],
      ['changed: Second → Other']
    ],
    [
      'another in its place',
      [first!, card('Other', 'Nothing in common here.'), third!],
      ['added: – → Other', 'removed: Second → –']
    ]
  ])('%s', (_what, after, changes) => {
    expect(told(after)).toEqual(changes);
  });

  test('are told apart word by word', () => {
    const after = [{ ...first!, body: 'First and what it means.' }, second!, third!];
    const [change] = compare(before, { ...empty, cards: after }).cards;
    expect(change?.body).toEqual([
      { kind: 'same', text: 'First and what it ' },
      { kind: 'removed', text: 'says' },
      { kind: 'added', text: 'means' },
      { kind: 'same', text: '.' }
    ]);
  });
});

test('nothing changed between a briefing and itself, nor its copy under other ids', () => {
  expect(isUnchanged(compare(sample, sample))).toBe(true);
  const copied = compare(sample, withOtherIds(sample));
  expect({ ...copied, after: copied.before }).toEqual(compare(sample, sample));
});

test('positions are matched by an alias, and evidence by its words', () => {
  const us = newActor('United States', 'state');
  const usToo = { ...newActor('US', 'state'), aliases: ['united  states'] };
  const issue = newIssue('A ceasefire first?');
  const issueToo = newIssue('a ceasefire first?');
  const before = {
    ...empty,
    actors: [us],
    issues: [issue],
    positions: [entry(1, { actor: us.id, issue: issue.id })]
  };
  const quote = sample.annotations[0]!;
  const after = {
    ...empty,
    id: newId(),
    actors: [usToo],
    issues: [issueToo],
    annotations: [quote],
    positions: [
      entry(2, {
        actor: usToo.id,
        issue: issueToo.id,
        stance: 'opposes',
        evidence: [quote.id]
      })
    ]
  };
  const { positions, evidence } = compare(before, after);
  expect(positions.map(({ kind, actorName }) => [kind, actorName])).toEqual([['reversed', 'US']]);
  expect(evidence).toMatchObject([
    { actorName: 'US', added: [quote.target.selectors.quote.exact], removed: [] }
  ]);
});

test('a position that its author removed was given up by nobody', () => {
  const us = newActor('United States', 'state');
  const issue = newIssue('A ceasefire first?');
  const position = entry(1, { actor: us.id, issue: issue.id });
  const before = { ...empty, actors: [us], issues: [issue], positions: [position] };
  expect(compare(before, { ...before, positions: [] }).positions).toEqual([]);
  const other = { ...position, id: newId(), stance: 'opposes' as const };
  const kinds = compare(before, { ...before, positions: [other] }).positions;
  expect(kinds.map(({ kind }) => kind)).toEqual(['new']);
});

test('figures, outcomes, events and sources are told by what they say', () => {
  const figure = (value: number) => ({
    ...newFigure(`${value} %`, value),
    unit: '%',
    measures: 'of Ukrainians who oppose concessions'
  });
  const outcome = (likelihood: 'likely' | 'even') => ({
    id: newId(),
    statement: 'The talks go on.',
    likelihood,
    confidence: null,
    horizon: null,
    evidence: [],
    by: null
  });
  const before = { ...empty, figures: [figure(80)], outcomes: [outcome('even')] };
  const after = { ...empty, figures: [figure(75)], outcomes: [outcome('likely')] };
  const found = compare(before, after);
  expect(found.figures).toMatchObject([
    { kind: 'changed', before: { value: 80 }, after: { value: 75 } }
  ]);
  expect(found.outcomes).toMatchObject([
    { kind: 'changed', before: { likelihood: 'even' }, after: { likelihood: 'likely' } }
  ]);
  expect(found.events).toEqual([]);
  const [source, ...others] = sample.sources;
  const again = [{ ...source!, id: newId() }, ...others];
  expect(compare(sample, { ...sample, sources: again }).sources).toEqual([]);
  const fewer = compare(sample, { ...sample, sources: others }).sources;
  expect(fewer).toMatchObject([{ kind: 'removed' }]);
});

test('the sample on two days: Washington’s reversal, with both entries and the quotes of the second', () => {
  const { positions, evidence, cards } = compareDays(sample, '2025-08-14', '2025-08-16');
  const [reversal] = positions.filter(({ kind }) => kind === 'reversed');
  expect(reversal).toMatchObject({
    actorName: 'United States',
    issueWording: 'Should a ceasefire come before a peace agreement?',
    before: { stance: 'supports' },
    after: { stance: 'opposes' }
  });
  expect(evidence[0]?.added.length).toBeGreaterThan(0);
  expect(positions.filter(({ kind }) => kind === 'new').length).toBeGreaterThan(10);
  expect(cards).toEqual([]);
});

test('on a day only what had come by then counts', () => {
  const event = {
    id: newId(),
    title: 'They meet',
    date: '2025-08-15',
    until: null,
    actors: [],
    evidence: [],
    by: null
  };
  const briefing = { ...empty, events: [event] };
  expect(compareDays(briefing, '2025-08-14', '2025-08-15').events).toMatchObject([
    { kind: 'added', after: { title: 'They meet' } }
  ]);
  expect(compareDays(briefing, '2025-08-15', null).events).toEqual([]);
});
