/**
 * The brief tells what comes next, what may come, and what actors said, and its author decides what of it stands there.
 * Over 300 lines because each of these is tried on the same briefing.
 */
import { describe, expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newActor, newCard, newIssue, newOutcome, type Position } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { newId, type Id } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { en } from '../terms/printed/en.js';
import { briefOf, partsOfBrief } from './brief.js';
import { speakersOfQuotes } from './speaker-of-quote.js';

const moment = '2025-08-17T09:00:00Z';
const source = newSource({ text: 'a'.repeat(64), importedAt: moment });
const minister = newActor('Minister', 'person');
const union = newActor('Union', 'organisation');
const issue = newIssue('Should the line be closed?');

function quote(exact: string) {
  const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
  return newAnnotation({ type: 'source', id: source.id, selectors }, moment);
}

function position(actor: Id, evidence: readonly Id[], part: Partial<Position> = {}): Position {
  return entry(0, { id: newId(), actor, issue: issue.id, stance: 'opposes', evidence, ...part });
}

function briefing(part: Partial<Briefing>): Briefing {
  return {
    ...emptyBriefing('Line 4'),
    date: '2025-08-17',
    sources: [source],
    actors: [minister, union],
    issues: [issue],
    ...part
  };
}

function event(title: string, date: string | null) {
  return { id: newId(), title, date, until: null, actors: [], evidence: [], by: null };
}

describe('the words that a position rests on', () => {
  const told = (...quotes: readonly ReturnType<typeof quote>[]) => {
    const positions = quotes.map(({ id }, n) =>
      position([minister, union][n % 2]!.id, [id], { said: `2025-08-0${n + 1}` })
    );
    const whole = briefing({ annotations: quotes, positions });
    const told = briefOf(whole, [], en).evidence.map(({ who, words }) => `${who}: ${words}`);
    const listed = partsOfBrief(whole, [], en, speakersOfQuotes(whole, {})).map(({ name }) => name);
    return { told, listed, leftOut: briefOf(whole, [quotes[0]!.id], en).evidence };
  };

  test('stand on the page, the latest first, and can be left out', () => {
    const {
      told: lines,
      listed,
      leftOut
    } = told(quote('The minister wants to keep the line'), quote('the union is against it'));
    expect(lines).toEqual([
      'Union, Should the line be closed?: “the union is against it” (2 August 2025)',
      'Minister, Should the line be closed?: “The minister wants to keep the line” (1 August 2025)'
    ]);
    expect(listed).toHaveLength(2);
    expect(leftOut).toHaveLength(1);
  });

  test('are of each side of an issue before either has its second, however late it was said', () => {
    const sides = ['supports', 'opposes', 'opposes', 'opposes', 'denied', 'opposes'] as const;
    const quotes = sides.map((_, n) => quote(`the words of entry ${n}`));
    const positions = sides.map((side, n) => {
      const held = side === 'denied' ? { status: side } : { stance: side };
      return position(union.id, [quotes[n]!.id], { ...held, said: `2025-08-0${n + 1}` });
    });
    const { evidence } = briefOf(briefing({ annotations: quotes, positions }), [], en);
    expect(evidence.map(({ words }) => /entry (\d)/u.exec(words)?.[1])).toEqual([
      ...['5', '4', '0', '3', '2', '1']
    ]);
  });

  test.each([
    [
      'direct speech that stands among the quotes',
      'She said: “The line stays open, whatever it costs.”'
    ],
    [
      'words in which somebody speaks who is not known',
      '“We close the line by winter,” Bob Ray said.'
    ],
    ['the name of the issue', 'Should the line be closed?'],
    ['more than a page has room for', 'The line stays open. '.repeat(20)]
  ])('are not %s', (_what, words) => {
    expect(told(quote(words)).told).toEqual([]);
  });
});

describe('quotes', () => {
  const early = quote('She said: “The line stays open, whatever it costs.”');
  const late = quote('“We will close it by spring,” the minister said. “It is over now.”');
  const unions = quote('The union calls it “a blow to every village”.');
  const was = position(minister.id, [early.id], { said: '2025-08-01' });
  const quoting = (...positions: readonly Position[]) =>
    briefOf(briefing({ annotations: [early, late, unions], positions }), [], en).quotes.map(
      ({ words }) => words
    );

  test('what changed a position comes first, and what it replaced is not told', () => {
    const now = position(minister.id, [late.id], { said: '2025-08-02', supersedes: [was.id] });
    const other = position(union.id, [unions.id], { said: '2025-08-16' });
    expect(quoting(was, other, now)).toEqual([
      '“We will close it by spring”',
      '“a blow to every village”'
    ]);
  });

  test('of several issues each tells its own', () => {
    const bus = newIssue('Is a bus enough?');
    const other = position(union.id, [unions.id], { said: '2025-08-16', issue: bus.id });
    const signed = (...positions: readonly Position[]) =>
      briefOf(briefing({ annotations: [unions], issues: [issue, bus], positions }), [], en).quotes;
    expect(signed(other)[0]?.signature).toBe('Union, 16 August 2025');
    expect(signed(other, was)[0]?.signature).toBe('Union, 16 August 2025 · Is a bus enough?');
  });

  test('positions are counted that are in force', () => {
    const now = position(minister.id, [late.id], { said: '2025-08-02', supersedes: [was.id] });
    const later = position(union.id, [unions.id], { said: '2025-08-18' });
    expect(briefOf(briefing({ positions: [was, now, later] }), [], en).positions).toBe(2);
  });

  test('nobody speaks twice before all have spoken', () => {
    const now = position(minister.id, [late.id], { said: '2025-08-16' });
    const other = position(union.id, [unions.id], { said: '2025-07-01' });
    expect(quoting(was, now, other)).toEqual([
      '“We will close it by spring”',
      '“a blow to every village”',
      '“The line stays open, whatever it costs.”'
    ]);
  });

  test('no side of an issue is heard twice before the other', () => {
    const owners = newActor('Owners', 'organisation');
    const said = quote('The owners call it “a gift to the whole valley”.');
    const positions = [
      position(minister.id, [late.id], { said: '2025-08-16' }),
      position(union.id, [unions.id], { said: '2025-08-15' }),
      position(owners.id, [said.id], { said: '2025-07-01', stance: 'supports' })
    ];
    const actors = [minister, union, owners];
    const annotations = [late, unions, said];
    const { quotes } = briefOf(briefing({ actors, annotations, positions }), [], en);
    expect(quotes.map(({ words }) => words)).toEqual([
      '“We will close it by spring”',
      '“a gift to the whole valley”',
      '“a blow to every village”'
    ]);
  });

  const lee = { ...newActor('Ann Lee', 'person'), aliases: ['the chair'] };
  test.each([
    ['“We will close it by spring,” Ann Lee said on Friday.', 'Ann Lee, 2 August 2025'],
    ['The Union has repeatedly called it “a blow to every village”.', 'Union, 2 August 2025'],
    ['„Wir schließen sie im Frühjahr“, sagte Lee.', 'Ann Lee, 2 August 2025'],
    ['« Nous la fermerons au printemps », a dit Ann Lee.', 'Ann Lee, 2 August 2025'],
    ['Союз отклонил это, и Ann Lee заявила: «Мы закроем её весной».', 'Ann Lee, 2 August 2025'],
    ['The Union rejects what some call “a blow to every village”.', undefined],
    ['“We will close it by spring,” she said of Ann Lee.', 'Minister, 2 August 2025'],
    ['A spokesman for Ann Lee said: “We will close it by spring.”', undefined],
    [
      '“We will close it by spring,” the Union said, and Ann Lee said so, too.',
      'Union, 2 August 2025'
    ],
    ['“We will close it by spring,” Bruce Lee said of Ann Lee.', undefined],
    ['“We will close it by spring”', 'Minister, 2 August 2025']
  ])('%s is signed %j: by whom the text names, else by whose position it is', (exact, told) => {
    const said = quote(exact);
    const positions = [position(minister.id, [said.id], { said: '2025-08-02' })];
    const actors = [minister, union, lee];
    const [found] = briefOf(briefing({ actors, annotations: [said], positions }), [], en).quotes;
    expect(found?.signature).toBe(told);
  });

  test('one that begins with “he” or “she” does not stand there', () => {
    const count = (words: string) => {
      const said = quote(words);
      const positions = [position(minister.id, [said.id])];
      return briefOf(briefing({ annotations: [said], positions }), [], en).quotes.length;
    };
    expect(count('Minister: “She will close it by spring.”')).toBe(0);
    expect(count('Minister: “We will close it by spring.”')).toBe(1);
  });

  test('one whose speaker is not known makes room for another, on the page as in its list', () => {
    const someone = quote('“We close the line by winter,” Bob Ray said.');
    const positions = [
      position(minister.id, [someone.id], { said: '2025-08-16' }),
      position(minister.id, [early.id], { said: '2025-08-01' })
    ];
    const whole = briefing({ annotations: [someone, early], positions });
    expect(briefOf(whole, [], en).quotes).toMatchObject([
      { id: early.id, signature: 'Minister, 1 August 2025' }
    ]);
    expect(partsOfBrief(whole, [], en, speakersOfQuotes(whole, {}))).toMatchObject([
      {
        group: 'quotes',
        name: 'Minister, 1 August 2025: “The line stays open, whatever it costs.”'
      }
    ]);
  });

  test('one of an undated position has the day of its source', () => {
    const [was, known] = [source, { ...source, published: '2025-08-14' }];
    const of = (sources: Briefing['sources']) => {
      const positions = [position(minister.id, [early.id])];
      const whole = briefing({ annotations: [early], positions, sources });
      return briefOf(whole, [], en).quotes[0]?.signature;
    };
    expect([of([was]), of([known])]).toEqual(['Minister', 'Minister, reported 14 August 2025']);
  });

  test('words alone are signed by the person who speaks in the entry, else by its actor', () => {
    const said = quote('“We will close it by spring”');
    const of = (attribution: readonly string[]) => {
      const positions = [position(union.id, [said.id], { attribution })];
      const whole = briefing({ actors: [union, lee], annotations: [said], positions });
      return briefOf(whole, [], en).quotes[0]?.signature;
    };
    expect([of(['Ann Lee', 'The Daily']), of(['The Daily', 'Ann Lee']), of(['Union'])]).toEqual([
      'Ann Lee',
      'Union',
      'Union'
    ]);
  });

  test.each([
    [
      'what others report of an actor',
      { status: 'reported' as const },
      '“We will close it.” he said'
    ],
    ['words without quotation marks', {}, 'He said that they would close it.'],
    ['a term in quotation marks', {}, 'He agreed “in principle”.'],
    ['a speech', {}, `“${'word '.repeat(60)}”`]
  ])('not %s', (_what, part, exact) => {
    const said = quote(exact);
    const positions = [position(minister.id, [said.id], part)];
    expect(briefOf(briefing({ annotations: [said], positions }), [], en).quotes).toEqual([]);
  });
});

describe('the next date', () => {
  const past = event('They met', '2025-08-15');
  const today = event('The report', '2025-08-17');
  const monday = event('They meet again', '2025-08-18');
  const later = event('The vote', '2025-09');
  const undated = event('A summit', null);
  const events = [undated, later, past, monday, today];

  test('is the first after the day of the briefing', () => {
    expect(briefOf(briefing({ events }), [], en).next).toEqual({
      id: monday.id,
      when: '18 August 2025',
      what: 'They meet again'
    });
    expect(briefOf(briefing({ events: [past, today, undated] }), [], en).next).toBeNull();
  });

  test('gives way to the one after it', () => {
    expect(briefOf(briefing({ events }), [monday.id], en).next?.what).toBe('The vote');
    expect(partsOfBrief(briefing({ events }), [monday.id], en, [])).toMatchObject([
      { group: 'next', name: '18 August 2025: They meet again', isShown: false },
      { group: 'next', name: 'September 2025: The vote', isShown: true }
    ]);
  });
});

describe('a next date that stands in a card', () => {
  const line = 'The court hears the case.';
  const drafted = (body: string, part = {}) => ({
    ...newCard('outcome', { heading: 'What comes next', body }),
    ...part
  });
  const only = drafted(`- **15 August 2025:** They met.\n- **9 September 2025:** ${line}`);

  test('is told as such, and not again among the points', () => {
    const whole = briefing({ cards: [only] });
    const { next, points } = briefOf(whole, [], en);
    expect(next).toEqual({ id: only.id, when: '9 September 2025', what: line });
    expect(points.map(({ point }) => point.lines)).toEqual([['15 August 2025: They met.']]);
    expect(partsOfBrief(whole, [], en, []).map(({ group }) => group)).toEqual(['points']);
    expect(briefOf(whole, [only.id], en).next).toBeNull();
  });

  test('leaves no card behind that says nothing else', () => {
    const card = drafted(`- **9 September 2025:** ${line}`);
    const { next, points } = briefOf(briefing({ cards: [card] }), [], en);
    expect([next?.what, points]).toEqual([line, []]);
  });

  test('gives way to an event before it or on its day', () => {
    const vote = event('The vote', '2025-09-09');
    const { next, points } = briefOf(briefing({ cards: [only], events: [vote] }), [], en);
    expect(next?.what).toBe('The vote');
    expect(points[0]?.point.lines).toHaveLength(2);
  });

  test.each([
    ['of the day of the briefing', '- **17 August 2025:** They meet.\n- So they say.'],
    ['a line of somebody', '- **May Reed:** They meet.\n- **Ann:** So they say.'],
    ['a month that has begun', '- **August 2025:** They meet.\n- So they say.']
  ])('is none: %s', (_what, body) => {
    expect(briefOf(briefing({ cards: [drafted(body)] }), [], en).next).toBeNull();
  });

  test('says that nobody has reviewed it', () => {
    const card = drafted(`- **9 September 2025:** ${line}\n- So they say.`, {
      drafted: true,
      reviewed: false
    });
    const { next, points } = briefOf(briefing({ cards: [card] }), [], en);
    expect(points[0]?.point.lines).toEqual(['So they say.']);
    expect(next?.what).toBe(`${line} (unreviewed)`);
  });
});

test('cards and outcomes that are left out stand among what can be chosen, and not on the page', () => {
  const cards = [
    newCard('fact', { heading: 'Costs', body: 'They rise. And rise.', keyPoint: 'They doubled.' }),
    newCard('note', { heading: 'For me' }),
    newCard('fact', { heading: 'Routes', body: 'Two are left.' })
  ];
  const outcomes = [newOutcome('It closes.', [])];
  const whole = briefing({ cards, outcomes });
  const points = ({ points: told }: ReturnType<typeof briefOf>) =>
    told.map(({ heading, point }) => `${heading}: ${point.sentence}`);
  expect(points(briefOf(whole, [], en))).toEqual(['Costs: They doubled.', 'Routes: Two are left.']);
  const hidden = [cards[0]!.id, outcomes[0]!.id];
  const brief = briefOf(whole, hidden, en);
  expect(points(brief)).toEqual(['Routes: Two are left.']);
  expect(brief.outcomes).toEqual([]);
  expect(partsOfBrief(whole, hidden, en, []).map(({ name, isShown }) => [name, isShown])).toEqual([
    ['Costs', false],
    ['Routes', true],
    ['It closes.', false]
  ]);
});
