/** What steps are called: each names what it was done to, also once that is gone. */
import { expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newFigure } from '../../../src-main/domain/briefing/entries.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { emptyPosition, recordPosition } from '../../positions/forms/position-form.js';
import { annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation, addCard, setCard, addEvent, addOutcome } from '../edits/edits.js';
import { named, type StepName } from './step-names.js';

const ids = {
  card: newId(),
  wordy: newId(),
  empty: newId(),
  mark: newId(),
  position: newId(),
  figure: newId(),
  statement: newId(),
  event: newId(),
  outcome: newId()
};
const nothing = emptyBriefing('Test', new Date(0));

function whole(): Briefing {
  let b = setCard(addCard(nothing, null, 'note', ids.card), ids.card, { heading: 'Winter' });
  const body = 'Gas stores are full in the north, and half empty in the south of the land.';
  b = setCard(addCard(b, null, 'note', ids.wordy), ids.wordy, { body });
  b = addCard(b, null, 'note', ids.empty);
  const text = 'Then the guns fell silent.';
  const target = { type: 'card' as const, id: ids.card };
  const words = { target, text, span: { start: 5, end: 25 } };
  b = addAnnotation(b, annotationOf(words, 'key', ids.mark));
  const draft = {
    ...emptyPosition(),
    actor: 'France',
    issue: 'A “truce”',
    stance: 'opposes' as const
  };
  b = recordPosition(b, draft, undefined, new Date(0), ids.position);
  const [actor] = b.actors;
  const said = { text: 'We will wait', said: null, attribution: [], evidence: [], by: null };
  const recordedAt = new Date(0).toISOString();
  b = { ...b, statements: [{ id: ids.statement, actor: actor!.id, recordedAt, ...said }] };
  b = { ...b, figures: [newFigure('40 ships', 40, ids.figure)] };
  const event = { title: 'Talks', date: null, until: null, actors: [], evidence: [], by: null };
  return addOutcome(addEvent(b, event, ids.event), '', ids.outcome);
}

const full = whole();
const [actor, issue] = [full.actors[0]!.id, full.issues[0]!.id];

const cases: readonly (readonly [string, StepName])[] = [
  ['title of the briefing', named.detail('title')],
  ['text of the card “Winter”', named.cardText(ids.card, 'typing')],
  ['paste into the card “Winter”', named.cardText(ids.card, 'paste')],
  ['heading of the card “Gas stores are full in the north, and…”', named.cardHeading(ids.wordy)],
  ['adding an empty card', named.cardAdded(ids.empty)],
  ['splitting the card “Winter”', named.cardSplit(ids.card, newId())],
  ['note on “the guns fell silent”', named.note(ids.mark)],
  ['reply on “the guns fell silent”', named.reply(ids.mark, newId())],
  ['position of “France” on ‘A “truce”’', named.position(ids.position)],
  ['removing the statement “We will wait”', named.statementRemoved(ids.statement)],
  ['figure “40 ships”', named.figure(ids.figure)],
  ['removing the event “Talks”', named.eventRemoved(ids.event)],
  ['adding an empty outcome', named.outcomeAdded(ids.outcome)],
  ['adding the actor “France”', named.nameAdded(actor)],
  ['wording of the issue ‘A “truce”’', named.namePart(issue, { wording: 'B' })],
  ['likelihood of an empty outcome', named.outcomePart(ids.outcome, { likelihood: null })],
  ['addressee', named.submission('to')],
  ['reason of a key judgement', named.judgementPart(newId(), 'because')],
  ['words of an empty outcome', named.judgedOutcome(newId(), ids.outcome, 'statement')],
  ['marking of the card “Winter”', named.cardPortionMark(ids.card)],
  ['accepting the suggestion “Ann Lee”', named.suggestionsAccepted(['Ann Lee'])],
  ['accepting 4 suggestions', named.suggestionsAccepted(['a', 'b', 'c', 'd'])],
  ['merging “talks.pdf”', named.copyMerged('talks.pdf')]
];

test.each(cases)('%s', (words, step) => {
  expect(step.words(nothing, full)).toBe(words);
  expect(step.words(full, nothing)).toBe(words);
});

test('what takes a step back names it', () => {
  expect(named.takenBack(named.cardRemoved(ids.card)).words(nothing, full)).toBe(
    'taking back: deleting the card “Winter”'
  );
});

test('a text of any length costs a name no more than its beginning', () => {
  const body = `${'\n'.repeat(50)}${'word '.repeat(40_000)}`;
  const b = setCard(full, ids.wordy, { body });
  expect(named.cardText(ids.wordy, 'typing').words(b, b)).toBe(
    'text of the card “word word word word word word word word…”'
  );
});
