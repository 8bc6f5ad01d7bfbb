import { beforeEach, describe, expect, test, vi } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newFigure, newCard } from '../../../src-main/domain/briefing/entries.js';
import { newSource, noText, type Source } from '../../../src-main/domain/briefing/source.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { addCard, setDetails } from '../edits/edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { named } from './step-names.js';
import { openForTest, testDisk, type TestDisk } from './testing/disk.js';

const start = emptyBriefing('Start', new Date(0));

const title = named.detail('title');
const card = named.cardAdded(newId());
const disk = () => testDisk(start);
const open = (d: TestDisk) => openForTest(start, {}, d);

describe('an open briefing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  test('saves itself shortly after the last edit, once', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }), 'title');
    b.edit(title, (x) => setDetails(x, { title: 'AB' }), 'title');
    expect(b.saveState.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(900);
    expect([d.state.briefing.title, d.state.saves, b.saveState.kind]).toEqual(['AB', 1, 'saved']);
  });

  test('saves every two seconds at the latest while somebody types without a pause', async () => {
    const d = disk();
    const b = open(d);
    const saves: number[] = [];
    for (let key = 1; key <= 50; key += 1) {
      b.edit(title, (x) => setDetails(x, { title: 'A'.repeat(key) }), 'title');
      await vi.advanceTimersByTimeAsync(100);
      saves.push(d.state.saves);
    }
    // After five seconds of keys, a tenth of a second apart.
    expect([saves[18], saves[20], saves[49]]).toEqual([0, 1, 2]);
    await vi.advanceTimersByTimeAsync(300);
    expect([d.state.briefing.title, d.state.saves]).toEqual(['A'.repeat(50), 3]);
  });

  test('takes out references that lead nowhere: reading writes nothing, the next save writes it', async () => {
    const d = disk();
    const evidence = [newId()];
    d.state.briefing = { ...start, figures: [{ ...newFigure('40', 40), evidence }] };
    const b = openForTest(d.state.briefing, {}, d);
    expect(b.mended).toEqual([{ kind: 'evidence', count: 1 }]);
    expect(b.briefing.figures).toMatchObject([{ evidence: [] }]);
    expect([await b.flush(), d.state.saves]).toEqual([true, 0]);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    expect(await b.flush()).toBe(true);
    expect(d.state.briefing).toEqual({ ...b.briefing, modifiedAt: d.state.briefing.modifiedAt });
    b.undo();
    expect(await b.flush()).toBe(true);
    expect(d.state.briefing.title).toBe('Start');
  });

  test('gives ids that stand twice up, so that every entry is saved, each under its own', async () => {
    const d = disk();
    const [card, other] = ['One', 'Two'].map((heading) => newCard('note', { heading }));
    d.state.briefing = { ...start, cards: [card!, { ...other!, id: card!.id }, card!] };
    const b = openForTest(d.state.briefing, {}, d);
    expect(b.mended).toEqual([
      { kind: 'same-twice', count: 1 },
      { kind: 'same-id', count: 1 }
    ]);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    expect(await b.flush()).toBe(true);
    expect(d.state.briefing.cards).toEqual(b.briefing.cards);
    expect(d.state.briefing.cards.map(({ heading }) => heading)).toEqual(['One', 'Two']);
  });

  test('an edit during a save is saved too before flush resolves', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    const flushed = b.flush();
    b.edit(card, (x) => addCard(x, null));
    expect(await flushed).toBe(true);
    expect(d.state.briefing.cards).toHaveLength(1);
  });

  test('a failed save says why, keeps the edit and is retried by the next one', async () => {
    const d = disk();
    const b = open(d);
    d.state.failure = 'The disk is full.';
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    expect(await b.flush()).toBe(false);
    expect(b.saveState).toEqual({ kind: 'failed', reason: 'The disk is full.', code: null });
    d.state.failure = null;
    expect(await b.retry()).toBe(true);
    expect(d.state.briefing.title).toBe('A');
  });

  test('an undo before the save leads back to saved', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    b.undo();
    await vi.advanceTimersByTimeAsync(900);
    expect([d.state.saves, b.saveState.kind]).toEqual([0, 'saved']);
  });

  test('an undo after a failed save leads back to saved', async () => {
    const d = disk();
    const b = open(d);
    d.state.failure = 'The disk is full.';
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    await b.flush();
    b.undo();
    await vi.advanceTimersByTimeAsync(900);
    expect(b.saveState.kind).toBe('saved');
  });

  test('once closed it saves no more, whatever still holds it', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    b.close();
    b.undo();
    b.edit(title, (x) => setDetails(x, { title: 'B' }));
    await vi.advanceTimersByTimeAsync(900);
    await b.flush();
    expect([b.closed.aborted, b.briefing.title, d.state.saves]).toEqual([true, 'A', 0]);
  });

  test('undo is saved like any edit', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    await b.flush();
    b.undo();
    await b.flush();
    expect(d.state.briefing.title).toBe('Start');
    b.redo();
    await b.flush();
    expect(d.state.briefing.title).toBe('A');
  });

  describe('typing', () => {
    /** Types a letter into the title; to be settled, the marking is to say what was typed since when. */
    function typeTitle(b: OpenBriefing, words: string): void {
      b.type(
        named.detail('title'),
        (x) => setDetails(x, { title: words }),
        'title',
        (now, before) => setDetails(now, { marking: `${before.title} → ${now.title}` })
      );
    }

    test('is settled once, before it is saved, and by no step of its own', async () => {
      const d = disk();
      const b = open(d);
      typeTitle(b, 'A');
      typeTitle(b, 'AB');
      expect(b.briefing.marking).toBe('');
      await b.flush();
      expect([d.state.briefing.marking, d.state.saves]).toEqual(['Start → AB', 1]);
      b.undo();
      expect([b.briefing.title, b.briefing.marking]).toEqual(['Start', '']);
    });

    test.each([
      ['another edit', (b: OpenBriefing) => b.edit(card, (x) => addCard(x, null))],
      ['a pause', (b: OpenBriefing) => b.endTyping()],
      [
        'an edit that can be taken back',
        (b: OpenBriefing) =>
          b.editWithWayBack(
            card,
            (x) => addCard(x, null),
            (x) => x
          )
      ],
      ['an undo that is taken back', (b: OpenBriefing) => (b.undo(), b.redo())],
      [
        'typing elsewhere',
        (b: OpenBriefing) =>
          b.type(
            named.detail('bottomLine'),
            (x) => setDetails(x, { bottomLine: 'x' }),
            'line',
            (x) => x
          )
      ]
    ])('is settled by %s', (_, act) => {
      const b = open(disk());
      typeTitle(b, 'A');
      act(b);
      expect(b.briefing.marking).toBe('Start → A');
    });

    test('goes on from where it was settled last', async () => {
      const b = open(disk());
      typeTitle(b, 'A');
      await b.flush();
      typeTitle(b, 'AB');
      b.endTyping();
      expect(b.briefing.marking).toBe('A → AB');
      b.undo();
      expect(b.briefing.title).toBe('Start');
    });
  });
});

describe('the text of a source', () => {
  const [hash, id] = ['1'.repeat(64), newId()];
  const bare = newSource({ id, text: noText, importedAt: '2025-08-17T00:00:00Z' });
  const whole = { ...bare, text: hash };
  const copy = { ...start, sources: [bare] };
  const merged = named.copyMerged('A copy');
  const of = (b: OpenBriefing, source: Source) => [b.texts[source.text], b.lacksText(source)];

  test('that a merge brings is there at once, and again after undo and redo', async () => {
    const d = testDisk(copy);
    d.state.texts = { [hash]: 'Its words.' };
    const b = openForTest(copy, { [noText]: '' }, d);
    expect(of(b, bare)).toEqual(['', true]);
    b.edit(merged, (now) => ({ ...now, sources: [whole] }));
    // It is still looked for.
    expect(of(b, whole)).toEqual([undefined, false]);
    await until(() => expect(of(b, whole)).toEqual(['Its words.', false]));
    b.undo();
    expect(of(b, b.briefing.sources[0]!)).toEqual(['', true]);
    b.redo();
    expect(of(b, b.briefing.sources[0]!)).toEqual(['Its words.', false]);
  });

  test('that is missing is looked for again when an import may have brought it', async () => {
    const held = { ...start, sources: [whole] };
    const d = testDisk(held);
    const b = openForTest(held, {}, d);
    await b.readMissingTexts();
    expect(of(b, whole)).toEqual([undefined, true]);
    d.state.texts = { [hash]: 'Its words.' };
    await b.readMissingTexts();
    expect([of(b, whole), d.state.saves]).toEqual([['Its words.', false], 0]);
  });
});
