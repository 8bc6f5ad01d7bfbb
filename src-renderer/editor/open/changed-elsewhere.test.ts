/** What others save behind the open briefing: it comes in, nothing of one's own is lost, and undo leaves theirs alone. Over 300 lines because all of it needs the two pages. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation, addCard, removeCard, setCard, setDetails } from '../edits/edits.js';
import { sendFaultsTo } from '../../ui/faults.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { named } from './step-names.js';
import type { TakenIn } from './take-in.js';
import { bodyIn, twoPages, typeIn, type TwoPages } from './testing/two-pages.js';
import { randomBelow } from './testing/walk.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';

const [one, two] = [newId(), newId()];
const text = 'The port opens. The bridge is shut. The road is free.';
const start: Briefing = setCard(
  addCard(addCard(emptyBriefing('Start', new Date(0)), null, 'note', two), null, 'note', one),
  one,
  { body: text }
);

let pages: TwoPages;
let ours: OpenBriefing;
let theirs: OpenBriefing;
let told: TakenIn[];

const retitle = (open: OpenBriefing, title: string) =>
  open.edit(named.detail('title'), (b) => setDetails(b, { title }));
/** They save, and main tells. */
async function arrive(): Promise<void> {
  expect(await theirs.flush()).toBe(true);
  pages.tell();
}
async function settleAll(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    expect([await ours.flush(), await theirs.flush()]).toEqual([true, true]);
    pages.tell();
  }
  const { briefing } = pages.disk.state;
  for (const { briefing: held } of [ours, theirs])
    expect({ ...held, modifiedAt: '' }).toEqual({ ...briefing, modifiedAt: '' });
}

beforeEach(() => {
  vi.useFakeTimers();
  pages = twoPages(start);
  ({ ours, theirs } = pages);
  told = [];
  ours.onCameIn((what) => told.push(what));
});
afterEach(() => {
  for (const open of [ours, theirs]) open.close();
  vi.useRealTimers();
});

describe('a change from elsewhere', () => {
  test('is shown at once, told, and not saved again by whoever only reads', async () => {
    typeIn(theirs, one, text.replace('opens', 'closes'));
    await arrive();
    expect(bodyIn(ours, one)).toContain('The port closes.');
    expect(told.map(({ authors }) => authors)).toEqual([['Maria']]);
    const { saves } = pages.disk.state;
    expect([await ours.flush(), ours.saveState.kind]).toEqual([true, 'saved']);
    expect(pages.disk.state.saves).toBe(saves);
    expect(ours.undoLabel).toBeNull();
  });

  test('meets words that are not saved yet, in the same card: both stand, and are saved', async () => {
    typeIn(ours, one, `${text} It rains.`);
    typeIn(theirs, one, text.replace('opens', 'closes'));
    await arrive();
    expect(bodyIn(ours, one)).toBe(`${text.replace('opens', 'closes')} It rains.`);
    await settleAll();
  });

  test('that a save meets before it is told of is fetched, and the save goes on by itself', async () => {
    retitle(theirs, 'Theirs');
    await theirs.flush();
    typeIn(ours, one, `${text} Ours.`);
    expect([await ours.flush(), ours.saveState.kind]).toEqual([true, 'saved']);
    expect(pages.disk.state.briefing).toMatchObject({ title: 'Theirs' });
    expect(told.map(({ authors }) => authors)).toEqual([[]]);
    // Told late, it is no news.
    pages.tell();
    expect(told).toHaveLength(1);
    await settleAll();
  });

  test('that comes while a save is under way waits for its end', async () => {
    retitle(theirs, 'Theirs');
    await theirs.flush();
    typeIn(ours, one, `${text} Ours.`);
    const saved = ours.flush();
    pages.tell();
    typeIn(ours, one, `${text} Ours, too.`);
    expect(await saved).toBe(true);
    expect(told.map(({ authors }) => authors)).toEqual([['Maria']]);
    await settleAll();
    expect(pages.disk.state.briefing).toMatchObject({ title: 'Theirs' });
    expect(bodyIn(theirs, one)).toBe(`${text} Ours, too.`);
  });

  test('that misses one before it is fetched', async () => {
    retitle(theirs, 'First');
    await theirs.flush();
    const { disk } = pages;
    await disk.save(start.id, 2, { fields: { marking: 'Second' } });
    ours.takeIn({ revision: 3, change: { fields: { marking: 'Second' } }, authors: ['Maria'] });
    await until(() => expect(ours.briefing).toMatchObject({ title: 'First', marking: 'Second' }));
  });

  test('that cannot be had is told, and what was written stays', async () => {
    const faults: unknown[] = [];
    sendFaultsTo((fault) => faults.push(fault));
    retitle(theirs, 'Theirs');
    await theirs.flush();
    pages.disk.state.unreadable = true;
    retitle(ours, 'Ours');
    expect(await ours.flush()).toBe(false);
    expect(ours.saveState).toMatchObject({ kind: 'failed', code: 'stale-revision' });
    expect([ours.briefing.title, faults.length]).toEqual(['Ours', 1]);
    // Told of it after all, it goes on.
    pages.tell();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ours.saveState.kind).toBe('saved');
  });

  test('of the very words that are being written goes into a note card', async () => {
    typeIn(ours, one, text.replace('opens', 'shuts for good'));
    typeIn(theirs, one, text.replace('opens', 'burns'));
    await arrive();
    expect(bodyIn(ours, one)).toContain('shuts for good');
    expect(ours.briefing.cards.at(-1)?.body).toContain('burns');
    expect(told[0]?.clashes).toBe(1);
    const clash = ours.briefing.cards.at(-1)?.clash;
    const names = [clash?.stands, clash?.other].map((side) => side?.by.map(({ name }) => name));
    expect(names).toEqual([['Ann'], ['Maria']]);
    await settleAll();
  });

  test('leaves what somebody works on, though it was removed there', async () => {
    ours.holding = () => new Set([one]);
    theirs.edit(named.cardRemoved(one), (b) => removeCard(b, one));
    retitle(theirs, 'Theirs');
    await arrive();
    expect([bodyIn(ours, one), ours.briefing.title, told[0]?.isKept]).toEqual([
      text,
      'Theirs',
      true
    ]);
    await settleAll();
    expect(bodyIn(theirs, one)).toBe(text);
  });

  test('leads annotations of both to their words', async () => {
    const mark = (open: OpenBriefing, words: string) => {
      const at = bodyIn(open, one).indexOf(words);
      const [body, span] = [bodyIn(open, one), { start: at, end: at + words.length }];
      const target = { type: 'card', id: one } as const;
      const made = annotationOf({ target, text: body, span }, 'key');
      open.edit(named.highlight(made.id), (b) => addAnnotation(b, made));
    };
    mark(ours, 'road');
    mark(theirs, 'bridge');
    typeIn(theirs, one, `Since Monday: ${text}`);
    await arrive();
    await settleAll();
    for (const { target, flag } of ours.briefing.annotations) {
      const { position, quote } = target.selectors;
      expect([flag, bodyIn(ours, one).slice(position?.start, position?.end)]).toEqual([
        null,
        quote.exact
      ]);
    }
    expect(ours.briefing.annotations).toHaveLength(2);
  });

  test('brings sources, whose texts are read', async () => {
    const hash = 'a'.repeat(64);
    pages.disk.state.texts = { [hash]: 'An article.' };
    const source = newSource({ id: newId(), title: 'S', text: hash, importedAt: start.createdAt });
    theirs.edit(named.sourceAdded(source.id), (b) => ({ ...b, sources: [source] }));
    await arrive();
    await until(() => expect(ours.texts[hash]).toBe('An article.'));
  });
});

describe('undo after a change from elsewhere', () => {
  test('takes back one’s own words in a card, and redo brings them again; theirs stay', async () => {
    typeIn(ours, one, `${text} It rains.`);
    typeIn(ours, one, `${text} It rains. It pours.`, true);
    await ours.flush();
    pages.tell();
    typeIn(theirs, one, bodyIn(theirs, one).replace('opens', 'closes'));
    await arrive();
    const closed = text.replace('opens', 'closes');
    const seen = (['undo', 'undo', 'redo', 'redo'] as const).map((move) => {
      ours[move]();
      return bodyIn(ours, one);
    });
    expect(seen).toEqual([
      `${closed} It rains.`,
      closed,
      `${closed} It rains.`,
      `${closed} It rains. It pours.`
    ]);
    ours.undo();
    await settleAll();
    expect(pages.disk.state.kept.filter(({ name }) => name.includes('text of'))).toHaveLength(1);
  });

  test('keeps what was undone as a version once, however much comes in', async () => {
    ours.edit(named.cardAdded(newId()), (b) => addCard(b, null));
    ours.undo();
    for (const title of ['One', 'Two', 'Three']) {
      await ours.flush();
      pages.tell();
      retitle(theirs, title);
      await arrive();
    }
    await settleAll();
    expect(pages.disk.state.kept).toHaveLength(1);
    expect(ours.redo().kind).toBe('moved');
    expect(ours.briefing).toMatchObject({ title: 'Three', cards: { length: 3 } });
  });

  test('goes on with typing as one step', async () => {
    typeIn(ours, one, `${text} It`);
    retitle(theirs, 'Theirs');
    await arrive();
    typeIn(ours, one, `${text} It rains.`);
    ours.undo();
    expect([bodyIn(ours, one), ours.briefing.title]).toEqual([text, 'Theirs']);
  });

  test('in a field leaves theirs in it', async () => {
    const field = named.cardText(one, 'typing').fields[0]!;
    typeIn(ours, one, `${text} It rains.`);
    retitle(ours, 'Ours');
    await ours.flush();
    pages.tell();
    typeIn(theirs, one, `Today: ${bodyIn(theirs, one)}`);
    await arrive();
    expect(ours.undoIn(field).kind).toBe('moved');
    expect([bodyIn(ours, one), ours.briefing.title]).toEqual([`Today: ${text}`, 'Ours']);
    expect(ours.redoIn(field).kind).toBe('moved');
    expect(bodyIn(ours, one)).toBe(`Today: ${text} It rains.`);
  });

  test.each(['undo', 'undoIn'] as const)(
    'says so where they changed what the step did, and goes on with the one before (%s)',
    async (way) => {
      const field = named.cardText(one, 'typing').fields[0]!;
      const move = () => (way === 'undo' ? ours.undo() : ours.undoIn(field));
      typeIn(ours, one, `Today: ${text}`);
      typeIn(ours, one, `Today: ${text} It rains.`, true);
      await ours.flush();
      pages.tell();
      typeIn(theirs, one, bodyIn(theirs, one).replace('rains', 'snows'));
      await arrive();
      expect(move()).toEqual({
        kind: 'tangled',
        tangled: { words: expect.stringContaining('text of') as string, authors: ['Maria'] }
      });
      expect(bodyIn(ours, one)).toBe(`Today: ${text} It snows.`);
      expect(move().kind).toBe('moved');
      expect(bodyIn(ours, one)).toBe(`${text} It snows.`);
    }
  );

  test('does not take away what they have written in what one has added', async () => {
    const added = newId();
    ours.edit(named.cardAdded(added), (b) => addCard(b, null, 'note', added));
    await ours.flush();
    pages.tell();
    typeIn(theirs, added, 'Theirs.');
    await arrive();
    expect(ours.undo().kind).toBe('tangled');
    expect(bodyIn(ours, added)).toBe('Theirs.');
    expect(ours.undo()).toEqual({ kind: 'nothing' });
  });

  test('redo leaves undone what would take their words along', async () => {
    ours.edit(named.cardRemoved(one), (b) => removeCard(b, one));
    ours.undo();
    typeIn(theirs, one, `${text} Theirs.`);
    await arrive();
    expect(ours.redo().kind).toBe('tangled');
    expect(bodyIn(ours, one)).toBe(`${text} Theirs.`);
    expect(ours.redo()).toEqual({ kind: 'nothing' });
  });

  test('withdraws what was only begun, and nothing of theirs', async () => {
    const added = newId();
    const withdraw = ours.editForNow(named.cardAdded(added), (b) =>
      addCard(b, null, 'note', added)
    );
    retitle(theirs, 'Theirs');
    await arrive();
    expect(withdraw()).toBe(true);
    expect([ours.briefing.cards.length, ours.briefing.title, ours.undoLabel]).toEqual([
      2,
      'Theirs',
      null
    ]);
  });
});

/** Each word once, so that it can be told whose it is. */
describe('two at one briefing, at random', () => {
  const walks = bySize({ usual: 60, full: 2_000 });

  test(`${walks} walks lose no word of either, undo takes back none of the other’s, and both end alike`, async () => {
    for (let seed = 1; seed <= walks; seed++) {
      pages = twoPages(start);
      ({ ours, theirs } = pages);
      await walk(seed);
      for (const open of [ours, theirs]) open.close();
    }
  });

  async function walk(seed: number): Promise<void> {
    const below = randomBelow(seed);
    const written = new Map<OpenBriefing, Set<string>>([
      [ours, new Set()],
      [theirs, new Set()]
    ]);
    let count = 0;
    for (let step = 0; step < 40; step++) {
      const [open, other] = below(2) === 0 ? [ours, theirs] : [theirs, ours];
      const kind = below(12);
      const before = wordsIn(open);
      if (kind < 6) {
        // Of two spaces side by side nobody can tell whose is whose.
        const word = `q${String(count++).padStart(3, '0')}z`;
        written.get(open)!.add(word);
        write(open, word, below);
      } else if (kind < 8) {
        if (below(4) === 0) open.redo();
        else open.undo();
        const gone = [...before].filter((word) => !wordsIn(open).has(word));
        for (const word of gone)
          if (!written.get(open)!.has(word)) expect([seed, word]).toEqual([]);
        for (const word of gone) written.get(open)!.delete(word);
        for (const word of wordsIn(open)) if (!before.has(word)) written.get(open)!.add(word);
      } else if (kind < 10) expect(await open.flush()).toBe(true);
      else if (kind < 11) pages.tell();
      else other.endTyping();
    }
    await settleAll();
    const held = wordsIn(ours);
    const lost = [...written.values()].flatMap((words) => [...words]).filter((w) => !held.has(w));
    expect([seed, lost]).toEqual([seed, []]);
  }

  function write(open: OpenBriefing, word: string, below: (limit: number) => number): void {
    const { cards } = open.briefing;
    const card = cards[below(cards.length)];
    const kind = below(8);
    if (!card || kind === 0) {
      const id = newId();
      open.edit(named.cardAdded(id), (b) =>
        setCard(addCard(b, null, 'note', id), id, { body: ` ${word} ` })
      );
    } else if (kind === 1) {
      open.edit(named.cardHeading(card.id), (b) =>
        setCard(b, card.id, { heading: `${card.heading} ${word}` })
      );
    } else {
      const places = [...card.body.matchAll(/ |$/g)].map(({ index }) => index);
      const at = places[below(places.length)] ?? 0;
      const body = `${card.body.slice(0, at)} ${word} ${card.body.slice(at)}`;
      typeIn(open, card.id, body, below(3) === 0);
    }
  }

  function wordsIn({ briefing }: OpenBriefing): ReadonlySet<string> {
    const all = briefing.cards.map(({ heading, body }) => `${heading} ${body}`).join(' ');
    return new Set(all.match(/q\d+z/g));
  }
});
