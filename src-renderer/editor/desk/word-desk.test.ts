import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newCard, newIssue, newActor } from '../../../src-main/domain/briefing/entries.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import { isReviewed } from '../../../src-main/domain/briefing/reviewed.js';
import { newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { describe as selectorsAt } from '../../../src-main/domain/anchoring/locate.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { CardDesk } from './card-desk.svelte.js';
import { Voice } from './messages.svelte.js';
import type { SourceWords } from './source-words.svelte.js';
import { named } from '../open/step-names.js';
import { WordDesk } from './word-desk.svelte.js';

const words = 'Ann Lee said on Sunday that she accepts a lower toll.';
const importedAt = (year: number) => `${year}-01-01T00:00:00.000Z`;
const old = newSource({
  title: 'Old',
  text: 'old',
  importedAt: importedAt(2000)
});
const late = newSource({
  title: 'Late',
  text: 'late',
  importedAt: importedAt(2100)
});
const read = { words: null, find: () => [], textOf: () => words } as unknown as SourceWords;

const drafter = {
  partsOf: () =>
    Promise.resolve({
      bottomLine: 'The toll falls.',
      cards: [{ kind: 'fact' as const, heading: 'Figures', body: '- **17 August 2025:** £2' }]
    })
};

let open: OpenBriefing;
let desk: WordDesk;
let toasts: Toasts;
const card = newCard('fact', { heading: 'The toll on the ferry', body: 'It is high.' });

beforeEach(() => {
  toasts = new Toasts();
  const [ann, ferry] = [newActor('Ann Lee', 'person'), newIssue('toll on the ferry')];
  const selectors = selectorsAt(words, 0, words.length);
  const quote = newAnnotation({ type: 'source', id: late.id, selectors }, importedAt(2100));
  const position = entry(1, {
    actor: ann.id,
    issue: ferry.id,
    said: '2025-08-17',
    evidence: [quote.id]
  });
  open = openForTest({
    ...emptyBriefing('Test', new Date(0)),
    ...{ cards: [card], sources: [old, late], actors: [ann], issues: [ferry] },
    ...{ annotations: [quote], positions: [position] }
  });
  const cards = new CardDesk(open, new Voice(), toasts);
  desk = new WordDesk(open, cards, read, { source: null, rows: [] }, toasts, drafter);
});

describe('words of later sources at the desk', () => {
  test('are added in one step, unreviewed, and undone whole', () => {
    const before = open.briefing;
    const [offer] = desk.offersAt(card.id);
    expect(offer).toMatchObject({ words, speaker: 'Ann Lee', day: '2025-08-17' });
    expect(desk.add(card.id, offer!)).toBe(true);
    const [now] = open.briefing.cards;
    expect(now!.body).toBe(`It is high.\n\n**Ann Lee, 17 Aug 2025:** ${words}`);
    expect(isReviewed(now!)).toBe(false);
    expect(desk.offersAt(card.id)).toEqual([]);
    expect(open.undoLabel).toBe(
      'adding “Ann Lee said on Sunday that she accepts…” to the card “The toll on the ferry”'
    );
    open.undo();
    expect(open.briefing.cards).toEqual(before.cards);
    expect(open.undoLabel).toBeNull();
    expect(desk.offersAt(card.id)).toEqual([offer]);
  });

  test('that are not needed go, and come back by undo', () => {
    const [offer] = desk.offersAt(card.id);
    desk.decline(card.id, offer!);
    expect(desk.offersAt(card.id)).toEqual([]);
    expect(open.briefing.cards[0]).toBe(card);
    toasts.shown.at(-1)!.actions[0]!.run();
    expect(desk.offersAt(card.id)).toEqual([offer]);
  });

  test('wait for a card to be chosen where there is one', () => {
    const [offer] = desk.offersAt(card.id);
    expect(desk.choose(offer!)).toBe(true);
    expect(desk.choosing).toBe(offer);
    desk.add(card.id, offer!);
    expect(desk.choosing).toBeNull();
  });
});

describe('the draft of a later source', () => {
  beforeEach(() => {
    open.edit(named.cardKind(card.id), (b) => ({ ...b, cards: [{ ...card, drafted: true }] }));
  });

  test('is taken into the text in one step, and undone whole', async () => {
    const before = open.briefing;
    expect(desk.later).toEqual([late]);
    await desk.draftIn(late);
    expect(open.briefing).toMatchObject({ title: 'Test', bottomLine: 'The toll falls.' });
    expect(open.briefing.cards.map(({ heading }) => heading)).toEqual([card.heading, 'Figures']);
    expect(open.undoLabel).toBe('the draft of “Late”');
    expect(desk.later).toEqual([]);
    open.undo();
    expect(open.briefing).toMatchObject({ bottomLine: '', cards: before.cards });
    expect(desk.later).toEqual([late]);
  });

  test('is offered no more once it is set aside, and again after Undo', () => {
    desk.declineDraft(late);
    expect(desk.later).toEqual([]);
    toasts.shown.at(-1)!.actions[0]!.run();
    expect(desk.later).toEqual([late]);
  });
});
