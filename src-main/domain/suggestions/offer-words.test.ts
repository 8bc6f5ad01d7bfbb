import { describe, expect, test } from 'vitest';
import { WordsOfSources } from '../anchoring/lines-in-sources.js';
import { describe as selectorsAt } from '../anchoring/locate.js';
import { quotedPositions } from '../anchoring/quoted-positions.js';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Card, newActor, newCard, newFigure, newIssue } from '../briefing/entries.js';
import { newSource, type Source, type TextHash } from '../briefing/source.js';
import type { Id } from '../base/values.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { wordsOfEntries } from './card-words.js';
import { declineWords, offerWords } from './offer-words.js';

const [ann, bob] = [newActor('Ann Lee', 'person'), newActor('Bob Ray', 'person')];
const [ferry, school] = [newIssue('toll on the ferry'), newIssue('closing of schools')];
const texts = {
  old: 'Ann Lee said the toll on the ferry must go. Bob Ray wants to close two schools.',
  late: 'Ann Lee said on Sunday that she accepts a lower toll. It would bring 4 million a year.'
} as const;

/** Imported before the cards were made, or after. */
function source(name: keyof typeof texts, importedAt: string): Source {
  const text = name as unknown as TextHash;
  return newSource({
    title: name,
    text,
    importedAt,
    published: name === 'old' ? '2025-08-16' : '2025-08-17'
  });
}

const old = source('old', '2000-01-01T00:00:00.000Z');
const late = source('late', '2100-01-01T00:00:00.000Z');
const textOf = (id: Id) => (id === old.id ? texts.old : id === late.id ? texts.late : null);

function evidence(of: Source, quote: string) {
  const text = textOf(of.id)!;
  const start = text.indexOf(quote);
  const selectors = selectorsAt(text, start, start + quote.length);
  return newAnnotation({ type: 'source', id: of.id, selectors }, '2025-08-17T00:00:00Z');
}

const sentence = 'Ann Lee said the toll on the ferry must go.';
const newer = 'Ann Lee said on Sunday that she accepts a lower toll.';
const [first, second, figure] = [
  evidence(old, sentence),
  evidence(late, newer),
  evidence(late, '4 million')
];
const before = entry(1, {
  actor: ann.id,
  issue: ferry.id,
  stance: 'opposes',
  evidence: [first.id]
});
const after = entry(2, {
  actor: ann.id,
  issue: ferry.id,
  said: '2025-08-17',
  evidence: [second.id]
});

function briefingWith(cards: readonly Card[], more: Partial<Briefing> = {}): Briefing {
  return {
    ...emptyBriefing('Test', new Date(0)),
    ...{ cards, sources: [old, late], actors: [ann, bob], issues: [ferry, school] },
    ...{ annotations: [first, second, figure], positions: [before, after], ...more }
  };
}

/** By heading of the card. */
function offered(briefing: Briefing): Readonly<Record<string, readonly string[]>> {
  const words = new WordsOfSources([old, late].map(({ id }) => ({ id, text: textOf(id)! })));
  const read = briefing.cards.map((card) => {
    const { text } = renderMarkdown(card.body);
    return { card, text, quoted: quotedPositions(card.id, words.find(text), briefing) };
  });
  const offers = offerWords(read, briefing.bottomLine, wordsOfEntries(briefing, textOf), briefing);
  return Object.fromEntries(
    briefing.cards.flatMap(({ id, heading }) => {
      const own = offers.get(id);
      return own ? [[heading, own.map((each) => each.words)]] : [];
    })
  );
}

const quoting = newCard('position', {
  heading: 'Who says what',
  body: `- **Ann Lee:** ${sentence}`
});
const naming = newCard('fact', { heading: 'The toll on the ferry', body: 'It is high.' });
const other = newCard('fact', { heading: 'Closing of schools', body: 'Bob Ray wants it.' });

describe('words of a later source', () => {
  test('are offered at the card whose evidence is of the same person on the same issue', () => {
    expect(offered(briefingWith([other, naming, quoting]))).toEqual({ 'Who says what': [newer] });
  });

  test('else at the card that names the issue, and at none that speaks of other things', () => {
    expect(offered(briefingWith([other, naming]))).toEqual({ 'The toll on the ferry': [newer] });
    expect(offered(briefingWith([other]))).toEqual({});
  });

  test('are offered where the same person is quoted, and not where a name alone is the same', () => {
    const named = newCard('fact', { heading: 'Who was there', body: 'Ann Lee, Bob Ray.' });
    expect(offered(briefingWith([named]))).toEqual({});
    const positions = [before, { ...after, issue: school.id }];
    expect(offered(briefingWith([named, quoting], { positions }))).toEqual({
      'Who says what': [newer]
    });
  });

  test('are not offered at a card that was made after its source came, nor those of the first day', () => {
    const sources = [old, { ...late, importedAt: '2000-01-02T00:00:00.000Z' }];
    expect(offered(briefingWith([quoting, naming], { sources }))).toEqual({});
  });

  test('are not offered once they stand in a card or the bottom line, or are not needed', () => {
    const there = { ...quoting, body: `${quoting.body}\n- **Ann Lee:** ${newer}` };
    expect(offered(briefingWith([there, naming]))).toEqual({});
    expect(offered(briefingWith([quoting], { bottomLine: newer }))).toEqual({});
    const [words] = wordsOfEntries(briefingWith([quoting]), textOf).filter(
      (w) => w.words === newer
    );
    const dismissals = [declineWords(quoting.id, words!, new Date(0))];
    expect(offered(briefingWith([quoting, naming], { dismissals }))).toEqual({});
  });

  test('of a position are those in force, and what an older source says too is of that source', () => {
    const follows = entry(3, { ...after, id: idOf('P', 3), supersedes: [after.id], evidence: [] });
    expect(offered(briefingWith([quoting], { positions: [before, after, follows] }))).toEqual({});
    const both = { ...after, evidence: [second.id, first.id] };
    expect(offered(briefingWith([naming], { positions: [both] }))).toEqual({});
  });

  test('of a figure come with their sentence', () => {
    const toll = { ...newFigure('4 million', 4_000_000), actor: ann.id, evidence: [figure.id] };
    const card = newCard('fact', {
      heading: 'What Ann Lee would bring in a year',
      body: 'The toll.'
    });
    const found = offered(briefingWith([card], { positions: [], figures: [toll] }));
    expect(Object.values(found)).toEqual([['It would bring 4 million a year.']]);
  });
});
