/** What a document has, in its order, as of its day. Over 300 lines because all of it is tried on one briefing. */
import { describe, expect, test } from 'vitest';
import {
  newActor,
  type Card,
  newIssue,
  type Position,
  newCard,
  newKeyJudgement,
  newOutcome
} from '../briefing/entries.js';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { Bundle, bundleSchema } from '../briefing/bundle.js';
import { newId, type Id } from '../base/values.js';
import { reportPositions } from '../ledger/position-report.js';
import { entry } from '../ledger/testing/ledger.js';
import { type Source, newSource } from '../briefing/source.js';
import { en } from '../terms/printed/en.js';
import { standingOf } from './claims.js';
import { applyProfile } from './profile.js';
import { type Edition, fullEdition } from './edition.js';
import { composePublication, hasContentsList } from './publication.js';

const moment = '2025-08-17T09:00:00Z';
const hash = 'a'.repeat(64);
const text = 'Kyiv rejects the offer. Moscow calls the meeting productive.';

const source: Source = newSource({
  title: 'After Alaska',
  published: '2025-08-16',
  reliability: 'B',
  credibility: '2',
  text: hash,
  importedAt: moment
});

function card(kind: Card['kind'], heading: string, body: string): Card {
  return newCard(kind, { heading, body });
}

function annotation(target: Card | Source, body: string, exact: string, note = ''): Annotation {
  const start = body.indexOf(exact);
  const selectors = {
    quote: { exact, prefix: 'before it', suffix: 'after it' },
    position: start < 0 ? null : { start, end: start + exact.length }
  };
  const type = target === source ? ('source' as const) : ('card' as const);
  return newAnnotation({ type, id: target.id, selectors }, moment, {
    kind: 'claim',
    note,
    tags: ['mine']
  });
}

const ukraine = newActor('Ukraine', 'state');
const russia = newActor('Russia', 'state');
const territory = newIssue('Should Ukraine cede territory?');

function position(actor: Id, evidence: readonly Id[], part: Partial<Position> = {}): Position {
  return entry(0, {
    id: newId(),
    actor,
    issue: territory.id,
    stance: 'opposes',
    evidence,
    ...part
  });
}

const offer = card('context', 'The offer', 'Moscow offers a freeze.');
const aside = card('note', '', 'Ask again.');
const rejects = annotation(source, text, 'rejects the offer');
const productive = annotation(source, text, 'productive', 'Says who?');
const bare = annotation(source, text, 'Moscow');
const freeze = annotation(offer, offer.body, 'freeze', 'Where exactly?');
const lost = annotation(source, text, 'a sentence that has gone', 'Still ours.');

const briefing: Briefing = {
  ...emptyBriefing('After Alaska', new Date(moment)),
  cards: [offer, aside],
  sources: [source],
  actors: [ukraine, russia],
  issues: [territory],
  annotations: [lost, bare, productive, rejects, freeze],
  positions: [position(ukraine.id, [rejects.id]), position(russia.id, [])]
};
const texts = { [hash]: text };
const publication = composePublication(briefing, texts);

describe('numbers', () => {
  test('follow the order of reading: cards, positions, sources, what has lost its place', () => {
    expect(publication.notes.map((note) => [note.number, note.annotation.id])).toEqual([
      [1, freeze.id],
      [2, rejects.id],
      [3, productive.id],
      [4, lost.id]
    ]);
  });

  test('are not spent on a bare highlight, which is still marked', () => {
    expect(publication.texts[0]?.marks).toEqual([
      expect.objectContaining({ number: 2, ...rejects.target.selectors.position }),
      expect.objectContaining({ number: null, ...bare.target.selectors.position }),
      expect.objectContaining({ number: 3, note: 'Says who?' })
    ]);
  });

  test('lead from a claim to its quotes; a claim without a quote shows none', () => {
    const claims = publication.ledger[0]?.claims.map((claim) => [claim.actor.name, claim.evidence]);
    expect(claims).toEqual([
      ['Ukraine', [2]],
      ['Russia', []]
    ]);
  });

  test('outlive the card or source that they pointed into', () => {
    const { notes } = composePublication({ ...briefing, sources: [] }, {});
    expect(notes.map(({ place }) => place?.type ?? null)).toEqual(['card', null, null, null]);
  });
});

describe('sections', () => {
  test('stand in order, and only where there is something to show', () => {
    expect(publication.contents.map(({ heading }) => heading)).toEqual([
      'The offer',
      'Note',
      'Who stands where',
      'Position ledger',
      'Source text: After Alaska',
      'Sources',
      'Evidence and notes'
    ]);
    const empty = composePublication(emptyBriefing(' '), {});
    expect(empty.title).toBe('Untitled briefing');
    expect(empty.contents).toEqual([]);
    expect(hasContentsList(empty)).toBe(false);
  });

  test('an entry that was superseded stays in the ledger, marked, and leaves the matrix', () => {
    const before = position(russia.id, [], { said: '2025-07' });
    const after = position(russia.id, [], { said: '2025-08', supersedes: [before.id] });
    const { ledger, matrix } = composePublication({ ...briefing, positions: [before, after] }, {});
    expect(ledger[0]?.claims.map((claim) => claim.superseded)).toEqual([false, true]);
    expect(matrix?.tables[0]?.groups[0]?.rows[0]?.cells[0]?.claim?.position).toBe(after);
  });

  test('an entry that only a date was added to is printed once, as corrected, also where it is led to', () => {
    const before = position(russia.id, []);
    const after = { ...before, id: newId(), said: '2025-08', supersedes: [before.id] };
    const positions = [before, after];
    const { ledger } = composePublication({ ...briefing, positions }, {});
    expect(ledger[0]?.claims.map((claim) => claim.position)).toEqual([after]);
    expect(ledger[0]?.claims.map((claim) => standingOf(claim, en))).toEqual([['corrected (date)']]);
    const edition = { ...fullEdition, until: '2025-07' };
    const then = composePublication({ ...briefing, positions }, {}, edition);
    const cell = then.matrix?.tables[0]?.groups[0]?.rows[0]?.cells[0]?.claim;
    expect([cell?.position, cell?.anchor]).toEqual([before, then.ledger[0]?.claims[0]?.anchor]);
  });
});

describe('as of a day', () => {
  const early = position(russia.id, [], { said: '2025-08-01' });
  const late = position(russia.id, [], { said: '2025-08-20', supersedes: [early.id] });
  const other = position(ukraine.id, [], { said: '2025-08-21' });
  // The day of the briefing lies between them.
  const whole = {
    ...briefing,
    positions: [early, late, other],
    keyJudgements: [newKeyJudgement(other.id)]
  };
  const told = (edition: Partial<Edition>) => {
    const made = composePublication(whole, {}, { ...fullEdition, ...edition });
    const rows = made.matrix?.tables[0]?.groups.flatMap((group) => group.rows) ?? [];
    return {
      matrix: rows.flatMap(({ cells }) => cells.flatMap(({ claim }) => claim?.position ?? [])),
      ledger: made.ledger.flatMap(({ claims }) => claims.map(({ position }) => position)),
      judgements: made.pageOne.judgements.length,
      counted: made.brief?.positions,
      asOf: made.asOf
    };
  };

  test('all parts speak of the latest positions, whatever the day of the briefing', () => {
    expect(told({})).toMatchObject({ matrix: [other, late], judgements: 1, asOf: '' });
    expect(told({}).ledger).toHaveLength(3);
    expect(told({ template: 'brief' }).counted).toBe(2);
  });

  test('where a day is chosen all speak of that, and it is said how many came later', () => {
    const asOf = 'Positions as of 17 August 2025; 2 later ones are left out';
    const then = { matrix: [early], ledger: [early], judgements: 0, asOf };
    expect(told({ until: '2025-08-17' })).toMatchObject(then);
    expect(told({ until: '2025-08-17', template: 'brief' })).toMatchObject({ counted: 1, asOf });
    expect(told({ until: '2025-08-30' }).asOf).toBe('Positions as of 30 August 2025');
  });

  // Published on 16 August.
  const undated = position(ukraine.id, [rejects.id]);
  const earlier = position(russia.id, [productive.id], { said: '2025-08-01' });
  const unpublished = { ...source, id: newId(), published: null };
  const event = { id: newId(), title: 'They met', date: null, until: null, actors: [], by: null };
  const reported = {
    ...briefing,
    sources: [source, unpublished],
    annotations: [rejects, productive],
    events: [{ ...event, evidence: [productive.id] }],
    positions: [undated, earlier, position(russia.id, [])]
  };
  test.each([
    ['2025-08-15', [false, true, true], [unpublished.id], 0],
    ['2025-08-16', [true, true, true], [source.id, unpublished.id], 1]
  ])('as of %s a position without a day counts once its evidence is out', (until, ...known) => {
    const made = composePublication(reported, {}, { ...fullEdition, until });
    const [counts, sources, events] = known;
    const positions = reported.positions.filter((_each, index) => counts[index]);
    expect(made.briefing.positions.map(({ id }) => id)).toEqual(positions.map(({ id }) => id));
    expect(made.briefing.sources.map(({ id }) => id).toSorted()).toEqual(sources.toSorted());
    expect(made.events).toHaveLength(events);
    expect(made.asOf.includes('1 later one')).toBe(events === 0);
    const report = reportPositions(reported, until);
    expect(report.positions.some(({ actor }) => actor.id === ukraine.id)).toBe(events > 0);
  });
});

test('a report of positions shows the quotes of its events, and no others', () => {
  const event = { id: newId(), title: 'They met', date: null, until: null, actors: [], by: null };
  const events = [{ ...event, evidence: [productive.id] }];
  const { events: told, notes } = composePublication({ ...briefing, events }, texts, {
    ...fullEdition,
    template: 'positions'
  });
  expect(notes.map(({ annotation }) => annotation.id)).toEqual([rejects.id, productive.id]);
  expect(told[0]?.evidence).toEqual([2]);
});

test('statements stand by actor and day, each with its quote and whoever relays it', () => {
  const said = (actor: Id, part: Partial<Briefing['statements'][number]>) => ({
    ...{ id: newId(), actor, text: 'Words.', said: null, attribution: [], evidence: [] },
    ...{ recordedAt: moment, by: null },
    ...part
  });
  const statements = [
    said(russia.id, { text: 'Third.', evidence: [productive.id] }),
    said(ukraine.id, { text: 'Second.' }),
    said(ukraine.id, { text: 'First.', said: '2025-08-16', attribution: ['aides'] })
  ];
  const { statements: told, contents, notes } = composePublication({ ...briefing, statements }, {});
  expect(told.map(({ actor, statement, when }) => [actor.name, statement.text, when])).toEqual([
    ['Ukraine', 'First.', '16 August 2025, via aides'],
    ['Ukraine', 'Second.', ''],
    ['Russia', 'Third.', 'reported 16 August 2025']
  ]);
  const cited = told[2]?.evidence.map((number) => notes[number - 1]?.annotation);
  expect(cited).toEqual([productive]);
  expect(contents.map(({ heading }) => heading)).toContain('Who said what');
});

test('a statement whose words stand for a position that was superseded says so', () => {
  const first = position(ukraine.id, [rejects.id]);
  const longer = annotation(source, text, 'Kyiv rejects the offer.');
  const said = (actor: Id, evidence: readonly Id[]) => ({
    ...{ id: newId(), actor, text: 'Words.', said: '2025-08-16', attribution: [], evidence },
    ...{ recordedAt: moment, by: null }
  });
  const statements = [
    said(ukraine.id, [rejects.id]),
    said(ukraine.id, [longer.id]),
    said(ukraine.id, [productive.id]),
    said(russia.id, [rejects.id])
  ];
  const annotations = [...briefing.annotations, longer];
  const toldWith = (...more: readonly Position[]) =>
    composePublication(
      { ...briefing, annotations, statements, positions: [first, ...more] },
      texts
    ).statements.map(({ when }) => when.includes(en.superseded));
  const later = position(ukraine.id, [], { stance: 'supports', supersedes: [first.id] });
  expect(toldWith()).toEqual([false, false, false, false]);
  expect(toldWith(later)).toEqual([true, true, false, false]);
  expect(toldWith({ ...later, evidence: [rejects.id] })).toEqual([false, false, false, false]);
});

test('an outcome is told with its day as one sentence', () => {
  const outcome = { ...newOutcome('The war continues.', []), horizon: '2025-09' };
  const { outcomes } = composePublication({ ...briefing, outcomes: [outcome] }, texts);
  expect(outcomes?.outcomes[0]?.statement).toBe('The war continues, by September 2025.');
});

describe('the audience profile', () => {
  const bundle = { schema: bundleSchema, briefing, texts };
  const published = applyProfile(bundle, 'audience');

  test('holds no private word and no full text', () => {
    const everything = JSON.stringify(published);
    for (const secret of ['Says who?', 'Where exactly?', 'Ask again.', 'Still ours.', 'mine'])
      expect(everything).not.toContain(secret);
    expect(everything).not.toContain('before it');
    expect(Object.values(published.texts)).toEqual(['']);
  });

  test('is a whole bundle, and the same again when it is applied again', () => {
    expect(Bundle.parse(published)).toEqual(published);
    expect(applyProfile(published, 'audience')).toEqual(published);
  });

  test('keeps the quotes that claims rest on', () => {
    const { notes, ledger } = composePublication(published.briefing, published.texts);
    expect(notes.map(({ annotation }) => annotation.target.selectors.quote.exact)).toEqual([
      'rejects the offer'
    ]);
    expect(ledger[0]?.claims[0]?.evidence).toEqual([1]);
  });

  test('the full profile changes nothing', () => {
    expect(applyProfile(bundle, 'full')).toBe(bundle);
  });
});

test('a statement that is words of its evidence stands in quotation marks, and none of its author’s does', () => {
  const stated = (statement: string) => {
    const positions = [position(ukraine.id, [rejects.id], { statement })];
    return composePublication({ ...briefing, language: 'de', positions }, texts).ledger[0]
      ?.claims[0]?.statement;
  };
  expect(stated('rejects  the offer')).toBe('„rejects  the offer“');
  expect(stated('Kyiv says no.')).toBe('Kyiv says no.');
  expect(stated('„rejects the offer“')).toBe('„rejects the offer“');
  expect(stated('')).toBe('');
});
