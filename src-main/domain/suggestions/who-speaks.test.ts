/** Who is filled in as the speaker of selected words, case by case: what is wrong here is recorded by one key. */
import { expect, test } from 'vitest';
import { newActor } from '../briefing/entries.js';
import type { Draft } from './draft.js';
import { draft, spanOf, text } from './testing/draft.js';
import { nobody, whoSpeaks } from './who-speaks.js';

const known = [
  { ...newActor('Premier Ann Lee', 'person'), aliases: ['Ann Lee'] },
  newActor('Bo Ray', 'person')
];

test.each([
  // The words of an attribution, and what touches them.
  ['We will not close a school', 'Ann Lee', 'from “she”, who is speaking', true],
  ['not close a school,” she told reporters', 'Ann Lee', 'from “she”, who is speaking', true],
  ['rejects any cut', 'Ann Lee', 'from “Prime Minister Ann Lee”, who is speaking', false],
  [
    'Prime Minister Ann Lee said',
    'Ann Lee',
    'from “Prime Minister Ann Lee”, who is speaking',
    false
  ],
  // Whoever cannot be read is told, and not filled in.
  ['It is late', '', '“a clerk” is speaking; who that is could not be read', true],
  ['all is well', '', '', false],
  // The name that is selected, else the first in the sentence.
  ['Lee left', 'Ann Lee', 'named in the selected words, by “Lee”', false],
  ['left early', 'Ann Lee', 'named in the sentence, by “Lee”', false],
  ['cannot spend more', 'council', 'named in the sentence, by “council”', false],
  // A place holds no position.
  ['Talks resume', '', '', false]
])('at “%s” it is “%s”: %s', (words, name, why, direct) => {
  expect(whoSpeaks(draft, text, spanOf(words), [])).toMatchObject({ name, why, direct });
});

test('the briefing’s own name of the actor is filled in, also where it goes by another there', () => {
  const speaker = whoSpeaks(draft, text, spanOf('not close a school'), known);
  expect(speaker).toMatchObject({ name: 'Premier Ann Lee', drafted: { name: 'Ann Lee' } });
});

test('a speaker whom the draft does not know is filled in where the briefing knows the words', () => {
  const clerk = { ...newActor('The town’s clerk', 'person'), aliases: ['a clerk'] };
  const speaker = whoSpeaks(draft, text, spanOf('It is late'), [clerk]);
  expect(speaker).toMatchObject({
    name: 'The town’s clerk',
    drafted: null,
    why: 'who is speaking'
  });
});

test('of one who tells what another said the one counts whose words are selected', () => {
  const told = 'Aides say that the mayor promised to keep the school, whatever it costs.';
  const span = (words: string) => spanOf(words, 0, told);
  const person = (id: string, name: string, words: string): Draft['actors'][number] => ({
    ...{ id, name, type: 'person', aliases: [], titles: [], confidence: 1 },
    mentions: [{ ...span(words), kind: 'title' }]
  });
  const quote = (id: string, actor: string, source: string, cue: string, content: string) => ({
    ...draft.attributions[0]!,
    ...{ id, actor, source: span(source), cue: span(cue), content: [span(content)], time: null }
  });
  const nested: Draft = {
    ...draft,
    positions: [],
    actors: [person('aides', 'Aides', 'Aides'), person('mayor', 'Mayor Poe', 'the mayor')],
    attributions: [
      quote(
        'q1',
        'aides',
        'Aides',
        'say',
        'the mayor promised to keep the school, whatever it costs'
      ),
      quote('q2', 'mayor', 'the mayor', 'promised', 'to keep the school')
    ]
  };
  const at = (words: string) => whoSpeaks(nested, told, span(words), []).name;
  expect(at('keep the school')).toBe('Mayor Poe');
  expect(at('the mayor promised to keep the school')).toBe('Mayor Poe');
  expect(at('whatever it costs')).toBe('Aides');
  expect(at('Aides say that the mayor promised to keep the school')).toBe('Aides');
});

test('the day is the one that the sentence gives for the saying, where that can be read', () => {
  const at = (given: Draft) => whoSpeaks(given, text, spanOf('rejects any cut'), []).said;
  expect(at(draft)).toBeNull();
  const dates = draft.dates.map((date) =>
    date.text === 'Monday' ? { ...date, value: '2025-04-28' } : date
  );
  expect(at({ ...draft, dates })).toEqual({ date: '2025-04-28', words: 'Monday' });
  // The day of something else in the text is not the day of the saying.
  expect(whoSpeaks({ ...draft, dates }, text, spanOf('We will not'), []).said).toBeNull();
});

test('the position that the draft reads in the words comes along, and no other', () => {
  const at = (words: string) => whoSpeaks(draft, text, spanOf(words), []).position?.id ?? null;
  expect(at('rejects any cut to 40 schools')).toBe('p1');
  expect(at('only if the money stays')).toBe('p3');
  expect(at('We will not close a school')).toBeNull();
});

test('without a draft the briefing’s actors are found by their names, as whole words, the longest first', () => {
  const actors = [newActor('Ray', 'person'), ...known];
  const at = (words: string) => whoSpeaks(null, text, spanOf(words), actors);
  expect(at('opposes the plan')).toMatchObject({
    name: 'Bo Ray',
    why: 'named in the sentence, by “Bo Ray”',
    drafted: null
  });
  expect(at('We will not close')).toEqual(nobody);
  expect(whoSpeaks(null, 'Array of plans', { start: 0, end: 5 }, actors)).toEqual(nobody);
});

test('who says what a state supports speaks, and not the state; pronouns and groups name nobody', () => {
  const told = 'Premier Sanna Poe said Finland supports the pact. I see that all victims wait.';
  const span = (words: string) => spanOf(words, 0, told);
  const actor = (id: string, type: 'person' | 'state' | 'group', name: string) => ({
    ...{ id, name, type, aliases: [], titles: [], confidence: 1 },
    mentions: [{ ...span(name), kind: 'name' as const }]
  });
  const quote = (id: string, by: string | null, source: string, cue: string, content: string) => ({
    ...draft.attributions[0]!,
    ...{ id, actor: by, source: span(source), cue: span(cue), content: [span(content)], time: null }
  });
  const made: Draft = {
    ...draft,
    positions: [],
    actors: [
      actor('poe', 'person', 'Sanna Poe'),
      actor('finland', 'state', 'Finland'),
      actor('victims', 'group', 'victims')
    ],
    attributions: [
      quote('q1', 'poe', 'Premier Sanna Poe', 'said', 'Finland supports the pact'),
      quote('q2', 'finland', 'Finland', 'supports', 'the pact'),
      quote('q3', null, 'I', 'see', 'that all victims')
    ]
  };
  const at = (words: string) => whoSpeaks(made, told, span(words), []);
  expect(at('Finland supports the pact').name).toBe('Sanna Poe');
  expect(at('the pact').name).toBe('Sanna Poe');
  expect(at('that all victims')).toMatchObject({ name: '', why: '' });
  expect(whoSpeaks({ ...made, attributions: [] }, told, span('victims wait'), []).name).toBe('');
});

/** A statement put down to `source`, whom the draft knows as nobody, or as a place for want of better. */
function saidBy(told: string, source: string, content: string, place = false): Draft {
  const span = (words: string) => spanOf(words, 0, told);
  return {
    ...{ ...draft, positions: [], actors: [], attributions: [] },
    ...(place && {
      actors: [
        {
          ...{ id: 'a1', name: source, type: 'place', aliases: [], titles: [], confidence: 0.6 },
          mentions: [{ ...span(source), kind: 'name' }]
        }
      ]
    }),
    attributions: [
      {
        ...draft.attributions[0]!,
        ...{ id: 'q1', source: span(source), cue: null, content: [span(content)], time: null },
        actor: place ? 'a1' : null
      }
    ]
  };
}

test.each([
  ['Tolls help, according to Duke Energy.', 'Duke Energy', 'Duke Energy'],
  ['“Tolls help,” Muta said.', 'Muta', 'Muta'],
  ['The Owl Man said: “Tolls help.”', 'The Owl Man', 'Owl Man'],
  [
    'Italy’s transport agency says “Tolls help”.',
    'Italy’s transport agency',
    'Italy’s transport agency'
  ],
  // Nobody’s name.
  ['Officials say “Tolls help”.', 'Officials', ''],
  ['“Tolls help,” a Harbour pilot said.', 'a Harbour pilot', ''],
  ['We say: Tolls help.', 'We', '']
])('“%s” is put down to “%s”, and filled in is “%s”', (told, source, name) => {
  const selected = spanOf('Tolls help', 0, told);
  expect(whoSpeaks(saidBy(told, source, 'Tolls help'), told, selected, []).name).toBe(name);
});

test('a name that is taken for a place for want of better is filled in where it speaks', () => {
  const told = 'Tolls help, according to SeaWorld.';
  const selected = spanOf('Tolls help', 0, told);
  const known = saidBy(told, 'SeaWorld', 'Tolls help', true);
  expect(whoSpeaks(known, told, selected, [])).toMatchObject({ name: 'SeaWorld', drafted: null });
  const sure = { ...known, actors: known.actors.map((each) => ({ ...each, confidence: 0.84 })) };
  expect(whoSpeaks(sure, told, selected, []).name).toBe('');
});

test('in an interview it is whoever answers, but for words that are put down to another', () => {
  const told = 'I called it a walk. Bo Ray said “Never”. What next?';
  const span = (words: string) => spanOf(words, 0, told);
  const person = (id: string, name: string, words: string): Draft['actors'][number] => ({
    ...{ id, name, type: 'person', aliases: [], titles: [], confidence: 1 },
    mentions: [{ ...span(words), kind: 'name' }]
  });
  const base = saidBy(told, 'Bo Ray', 'Never');
  const interview: Draft = {
    ...base,
    actors: [person('a1', 'Ann Lee', 'walk'), person('a2', 'Bo Ray', 'Bo Ray')],
    attributions: base.attributions.map((each) => ({ ...each, actor: 'a2' })),
    answers: { actor: 'a1', spans: [span('I called it a walk. Bo Ray said “Never”.')], views: [] }
  };
  const at = (words: string) => whoSpeaks(interview, told, span(words), []);
  expect(at('called it')).toMatchObject({
    name: 'Ann Lee',
    why: 'whose answer the words stand in',
    // Who answers states it: nobody else reports it.
    direct: true
  });
  expect(at('Never').name).toBe('Bo Ray');
  expect(at('What next').name).toBe('');
});

test('a name beside the selected words comes before one that they speak of, unless they begin with it', () => {
  const told = 'Ann Lee told us that the harbour suits Bo Ray. Bo Ray told Ann Lee so.';
  const actors = [newActor('Ann Lee', 'person'), newActor('Bo Ray', 'person')];
  const at = (words: string) => whoSpeaks(null, told, spanOf(words, 0, told), actors).name;
  expect(at('that the harbour suits Bo Ray')).toBe('Ann Lee');
  expect(at('Bo Ray told Ann Lee so')).toBe('Bo Ray');
});

const interview =
  'On 13 March, Lee met us.\n\nDo you see why?\n\nI do not see why it should.\n\nIt is late.';
const ofInterview: Draft = {
  ...{ ...draft, actors: [], attributions: [], positions: [], answers: undefined },
  dates: [{ ...spanOf('13 March', 0, interview), value: '2009-03-13', anchor: 'article-date' }],
  held: spanOf('13 March', 0, interview)
};

test('what is said in the first person is the speaker’s own, of the day on which the interview was held', () => {
  const on = (words: string, told = ofInterview) =>
    whoSpeaks(told, interview, spanOf(words, 0, interview), []);
  const said = { date: '2009-03-13', words: '13 March' };
  expect(on('I do not see why')).toMatchObject({ direct: true, said });
  expect(on('It is late')).toMatchObject({ direct: false, said: null });
  expect(on('I do not see why', { ...ofInterview, held: undefined })).toMatchObject({
    ...{ direct: true, said: null }
  });
});
