/** The session on a stand-in for the main process. Over 300 lines because all of it needs that one. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { emptyBriefing, summarise } from '../../../src-main/domain/briefing/briefing.js';
import { applyChange, type Change } from '../../../src-main/domain/change/change.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { fail, ok } from '../../../src-main/domain/base/result.js';
import { firstPreferences, type Preferences } from '../../../src-main/domain/program/settings.js';
import { addCard, setDetails } from '../../editor/edits/edits.js';
import { named } from '../../editor/open/step-names.js';
import { sendFaultsTo, type Fault } from '../../ui/faults.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { Session } from './session.svelte.js';

interface Stored {
  readonly briefing: Briefing;
  readonly revision: number;
}

/** Main's side: a library that refuses a save on an old revision, as the real one does. */
let stored: Map<Id, Stored>;
const removed = new Map<Id, Stored>();
/** What was kept of what was undone, by name. */
let undone: string[];
/** Whether a briefing cannot be read behind the open one. */
let unreadable: boolean;
let lastChange: Change;
/** By method: runs once while a call is under way, as what the person does meanwhile. */
let meanwhile: Partial<Record<string, () => unknown>>;
let preferences: Preferences;
let faults: Fault[];
let session: Session;
let toasts: Toasts;
let a: Id;
let b: Id;
const texts = () => toasts.shown.map(({ text }) => text);
const titleOf = (id: Id) => stored.get(id)?.briefing.title;
const write = (title: string) =>
  session.open!.edit(named.detail('title'), (briefing) => setDetails(briefing, { title }));

async function answer(method: string, ...args: unknown[]): Promise<unknown> {
  await Promise.resolve();
  const id = args[0] as Id;
  const found = stored.get(id);
  const act = meanwhile[method];
  delete meanwhile[method];
  await act?.();
  switch (method) {
    case 'library.list':
      return ok([...stored.values()].map(({ briefing }) => summarise(briefing)));
    case 'briefing.open':
      return found
        ? ok({ ...structuredClone(found), texts: {} })
        : fail('no-briefing', 'There is none.');
    case 'team.state':
      return ok({ team: null, fault: null });
    case 'briefing.read':
      return unreadable || !found
        ? fail('disk-failed', 'It cannot be read.')
        : ok({ ...structuredClone(found), texts: {} });
    case 'settings.device':
      return ok('test');
    case 'settings.preferences':
      return ok(preferences);
    case 'settings.setPreferences':
      preferences = args[0] as Preferences;
      return ok(null);
    case 'briefing.create': {
      const briefing = emptyBriefing('', new Date(0));
      stored.set(briefing.id, { briefing, revision: 1 });
      return ok(briefing.id);
    }
    case 'settings.place':
      return ok(null);
    case 'briefing.save':
      lastChange = args[2] as Change;
      if (found?.revision !== args[1]) return fail('stale-revision', 'It has changed elsewhere.');
      stored.set(id, {
        briefing: applyChange(found!.briefing, args[2] as Change, new Date(0)),
        revision: found!.revision + 1
      });
      return ok(found!.revision + 1);
    case 'briefing.delete':
      removed.set(id, found!);
      stored.delete(id);
      return ok(null);
    case 'versions.keepUndone':
      undone.push(String(args[3]));
      return ok(null);
    case 'briefing.restore':
      stored.set(id, removed.get(id)!);
      return ok(null);
    default:
      throw new Error(`Nobody expected ${method}`);
  }
}

beforeEach(async () => {
  vi.stubGlobal('window', { standpoint: { call: answer } });
  faults = [];
  sendFaultsTo((fault) => void faults.push(fault));
  const briefings = ['A', 'B'].map((title) => emptyBriefing(title, new Date(0)));
  [a, b] = briefings.map(({ id }) => id) as [Id, Id];
  stored = new Map(briefings.map((briefing) => [briefing.id, { briefing, revision: 1 }]));
  meanwhile = {};
  undone = [];
  unreadable = false;
  preferences = firstPreferences;
  toasts = new Toasts('library');
  session = new Session(toasts);
  await session.refresh();
  await session.show(a);
});

describe('leaving a briefing for another', () => {
  test('saves what was written while the other one was read', async () => {
    meanwhile['briefing.open'] = () => write('Written meanwhile');
    await session.show(b);
    expect([session.open!.briefing.id, titleOf(a)]).toEqual([b, 'Written meanwhile']);
  });

  test('stays when that cannot be saved, and closes the old one when it can', async () => {
    const left = session.open!;
    meanwhile['briefing.open'] = () => {
      write('Written meanwhile');
      meanwhile['briefing.save'] = () => {
        throw new Error('A broken pipe');
      };
    };
    await session.show(b);
    expect([session.open, left.briefing.title]).toEqual([left, 'Written meanwhile']);
    await left.retry();
    await session.show(b);
    expect([left.closed.aborted, titleOf(a)]).toEqual([true, 'Written meanwhile']);
    expect(texts()).toEqual([]);
  });

  test('asked for twice, a briefing is opened once and goes on saving', async () => {
    meanwhile['briefing.open'] = async () => {
      await session.show(b);
      write('B1');
      await session.leave();
    };
    await session.show(b);
    write('B2');
    expect([await session.leave(), titleOf(b)]).toEqual([true, 'B2']);
  });
});

describe('undo of a briefing that was left', () => {
  const visits = async (...ids: Id[]) => {
    for (const id of ids) await session.show(id);
  };

  test('goes on where it was, and so does redo, and both are saved', async () => {
    write('Mine');
    await visits(b, a);
    write('By mistake');
    await visits(b, a);
    expect(session.open!.undo()).toMatchObject({
      moved: { words: 'title of the briefing' }
    });
    expect([session.open!.briefing.title, session.open!.saveState.kind]).toEqual([
      'Mine',
      'saving'
    ]);
    await visits(b, a, b, a);
    expect([titleOf(a), session.open!.undoLabel, session.open!.redoLabel]).toEqual([
      'Mine',
      'title of the briefing',
      'title of the briefing'
    ]);
    write('By mistake again');
    await session.leave();
    session.open!.undo();
    expect(undone).toEqual(['title of the briefing']);
    session.open!.undo();
    session.open!.redo();
    await session.leave();
    expect(titleOf(a)).toBe('Mine');
    session.open!.undo();
    await session.leave();
    expect(titleOf(a)).toBe('A');
  });

  test('is saved by what it changes alone, not by all that there is', async () => {
    session.open!.edit(named.cardAdded(newId()), (briefing) => addCard(briefing, null));
    write('Mine');
    await visits(b, a);
    session.open!.undo();
    await session.leave();
    expect([lastChange, stored.get(a)!.briefing.cards.length]).toEqual([
      { fields: { title: 'A' } },
      1
    ]);
  });

  test('comes back with it from the bin', async () => {
    write('Mine');
    await session.remove(a);
    await session.restore(a);
    session.open!.undo();
    expect(session.open!.briefing.title).toBe('A');
  });

  test.each([
    ['has changed in the library', (one: Stored) => ({ ...one, revision: one.revision + 1 })],
    [
      'took the place of another of that revision',
      (one: Stored) => ({ ...one, briefing: { ...one.briefing, marking: 'Other' } })
    ]
  ])('begins anew when the briefing %s', async (_what, change) => {
    write('Mine');
    await visits(b);
    stored.set(a, change(stored.get(a)!));
    await visits(a);
    expect(session.open!.undoLabel).toBeNull();
    await visits(b, a);
    expect(session.open!.undoLabel).toBeNull();
  });

  test('begins anew in another library', async () => {
    write('Mine');
    await session.leave();
    await session.beginAnew();
    await visits(b, a);
    expect(session.open!.undoLabel).toBeNull();
  });

  test('is remembered for the twelve that were left last', async () => {
    const ids = Array.from({ length: 14 }, (_, i) => {
      const briefing = emptyBriefing(`Briefing ${i}`, new Date(0));
      stored.set(briefing.id, { briefing, revision: 1 });
      return briefing.id;
    });
    for (const id of ids) {
      await visits(id);
      write('Mine');
    }
    // One that was only read pushes out none.
    await visits(b, a);
    const undoable: boolean[] = [];
    for (const id of ids.toReversed()) {
      await visits(id);
      undoable.push(session.open!.undoLabel !== null);
    }
    expect(undoable.filter(Boolean)).toHaveLength(12);
    expect(undoable.slice(-2)).toEqual([false, false]);
  });
});

describe('a briefing that others change', () => {
  /** As main does it, and tells of it afterwards. */
  const saveElsewhere = (change: Change) => {
    const { briefing, revision } = stored.get(a)!;
    const next = { briefing: applyChange(briefing, change, new Date(1)), revision: revision + 1 };
    stored.set(a, next);
    return { id: a, revision: next.revision, change, authors: ['Maria'] };
  };

  test('takes it in while it is open, and saves on top of it', async () => {
    write('Mine');
    session.takeIn(saveElsewhere({ fields: { marking: 'Theirs' } }));
    expect(session.open!.briefing).toMatchObject({ title: 'Mine', marking: 'Theirs' });
    expect(await session.leave()).toBe(true);
    expect(stored.get(a)!.briefing).toMatchObject({ title: 'Mine', marking: 'Theirs' });
    session.open!.undo();
    expect(session.open!.briefing).toMatchObject({ title: 'A', marking: 'Theirs' });
  });

  test('takes it in before it was told of it, when a save meets it', async () => {
    write('Mine');
    saveElsewhere({ fields: { marking: 'Theirs' } });
    expect([await session.leave(), texts()]).toEqual([true, []]);
    expect(stored.get(a)!.briefing).toMatchObject({ title: 'Mine', marking: 'Theirs' });
  });

  test('shows what was changed while it was opened', async () => {
    await session.show(b);
    meanwhile['settings.place'] = () =>
      session.takeIn(saveElsewhere({ fields: { marking: 'Theirs' } }));
    await session.show(a);
    await until(() => expect(session.open!.briefing.marking).toBe('Theirs'));
  });

  test('is left as it is where another one is open', async () => {
    await session.show(b);
    session.takeIn(saveElsewhere({ fields: { title: 'Theirs' } }));
    expect(session.open!.briefing.title).toBe('B');
  });
});

test('a briefing whose change elsewhere cannot be had says what to do, and can be reloaded and saved again', async () => {
  unreadable = true;
  stored.set(a, { briefing: { ...stored.get(a)!.briefing, title: 'Elsewhere' }, revision: 7 });
  write('Here');
  expect(await session.leave()).toBe(false);
  expect(texts()[0]).toContain('Copy what you wrote last');
  toasts.shown[0]!.actions[0]!.run();
  await until(() => expect(session.open?.briefing.title).toBe('Elsewhere'));
  write('Here again');
  expect([await session.leave(), titleOf(a)]).toEqual([true, 'Here again']);
});

test('deleting leaves open what was opened meanwhile', async () => {
  meanwhile['briefing.delete'] = () => session.show(b);
  await session.remove(a);
  expect(session.open?.briefing.id).toBe(b);
});

test('a briefing that is opened while it is deleted is not left open', async () => {
  meanwhile['briefing.delete'] = () => session.show(b);
  await session.remove(b);
  expect(session.open).toBeNull();
});

test('a fault that nobody expected is told and reported', async () => {
  await session.openLink('https://example.org');
  expect(texts()).toEqual([expect.stringContaining('What you wrote is kept.')]);
  expect(faults.map(({ message }) => message)).toEqual(['Nobody expected link.open']);
});

describe('a briefing that others delete', () => {
  const goes = () => {
    removed.set(a, stored.get(a)!);
    stored.delete(a);
    session.takeRows([{ id: a, row: null }]);
  };

  test('is closed with a word and the way back', async () => {
    await session.show(a);
    goes();
    expect(session.open).toBeNull();
    expect(texts()).toEqual(['“A” was deleted elsewhere, and is in the bin.']);
    toasts.shown[0]!.actions[0]!.run();
    await until(() => expect(session.open?.briefing.title).toBe('A'));
  });

  test('that others had changed is told to have come back, and the way back goes', async () => {
    await session.remove(a);
    session.tellBroughtBack({ id: a, title: 'A', authors: ['Maria'], isPutBack: false });
    expect(texts()).toEqual([expect.stringMatching(/^“A” is back from the bin: Maria had/)]);
  });

  test('stays open while something in it is not saved, which is saved once it is put back', async () => {
    await session.show(a);
    write('A, written');
    goes();
    expect(session.open?.briefing.title).toBe('A, written');
    expect(texts()).toEqual([expect.stringContaining('is not saved until it is put back')]);
    toasts.shown[0]!.actions[0]!.run();
    await until(() => expect(titleOf(a)).toBe('A, written'));
  });

  test('is not told to whoever deletes it here', async () => {
    await session.show(a);
    meanwhile = { 'briefing.delete': () => session.takeRows([{ id: a, row: null }]) };
    await session.remove(a);
    expect(texts()).toEqual(['Deleted “A”.']);
  });
});

describe('who records', () => {
  test('is asked when something is written, not while a briefing is only read', async () => {
    await session.preferences.load();
    expect(session.asksForAuthor).toBe(false);
    write('A, written');
    expect(session.asksForAuthor).toBe(true);
  });

  test('is asked when a briefing is made', async () => {
    await session.preferences.load();
    await session.create();
    expect(session.asksForAuthor).toBe(true);
  });

  test('is never asked before the settings are known, nor of somebody who was asked or has a name', async () => {
    write('A, written');
    expect(session.asksForAuthor).toBe(false);
    for (const known of [{ authorAsked: true }, { author: 'N. Analyst' }]) {
      preferences = { ...firstPreferences, ...known };
      await session.preferences.load();
      expect(session.asksForAuthor).toBe(false);
    }
    expect(session.preferences.now.author).toBe('N. Analyst');
  });

  test('is kept at once, with all else that was settled', async () => {
    preferences = { ...firstPreferences, onDrop: 'add' };
    await session.preferences.load();
    session.preferences.set({ author: 'N. Analyst' });
    expect(session.preferences.now.author).toBe('N. Analyst');
    await until(() =>
      expect(preferences).toEqual({ ...firstPreferences, onDrop: 'add', author: 'N. Analyst' })
    );
  });
});
