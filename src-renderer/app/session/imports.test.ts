/** What comes of imports. Over 300 lines because all of them go through one stand-in of main. */
import { beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import type { Imported } from '../../../src-main/domain/program/imported.js';
import {
  emptyBriefing,
  summarise,
  type Briefing
} from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { fail, ok } from '../../../src-main/domain/base/result.js';
import { firstPreferences, type Preferences } from '../../../src-main/domain/program/settings.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { Imports } from './imports.js';
import { Session } from './session.svelte.js';

/** Main's side: each file becomes the briefing of its name, unless something else is said of it. */
let stored: Map<Id, Briefing>;
let instead: Map<string, () => Promise<unknown>>;
let kept: Preferences;
/** What main was asked to import, in order. */
let asked: string[];
let toasts: Toasts;
let session: Session;
let imports: Imports;
/** Letters typed so far. */
let inputs = 0;
/** What the library was asked to show. */
let unhidden: Id[];
/** What is put into the collection that is chosen. */
let collected: Id[][];
let collection: string | null;
const texts = () => toasts.shown.map(({ text }) => text);
const labels = () => toasts.shown.flatMap(({ actions }) => actions.map(({ label }) => label));
const press = (wanted: string) =>
  toasts.shown.flatMap(({ actions }) => actions.filter(({ label }) => label === wanted))[0]!.run();
const files = (...names: string[]) => ({
  files: names.map((name) => new File(['x'], name)),
  refused: []
});
const made = (title: string): Imported => {
  const briefing = emptyBriefing(title);
  stored.set(briefing.id, briefing);
  return { ids: [briefing.id], refused: [] };
};

async function answer(method: string, ...args: unknown[]): Promise<unknown> {
  await Promise.resolve();
  const found = stored.get(args[0] as Id);
  switch (method) {
    case 'library.list':
      return ok([...stored.values()].map((briefing) => summarise(briefing)));
    case 'briefing.open':
      return found ? ok({ briefing: found, revision: 1, texts: {} }) : fail('no-briefing', 'None.');
    case 'settings.place':
    case 'import.cancel':
      return ok(null);
    case 'settings.preferences':
      return ok(kept);
    case 'settings.device':
      return ok('one');
    case 'settings.setPreferences':
      kept = args[0] as Preferences;
      return ok(null);
    case 'briefing.delete':
      stored.delete(args[0] as Id);
      return ok(null);
    case 'article.importText': {
      const text = args[0] as string;
      return instead.get(text)?.() ?? ok(made(text));
    }
    case 'article.importFile': {
      const [name, , again] = args as [string, Uint8Array, boolean];
      asked.push(again ? `${name} again` : name);
      const other = again ? undefined : instead.get(name);
      return other ? other() : ok(made(name));
    }
    default:
      throw new Error(`Nobody expected ${method}`);
  }
}

beforeEach(() => {
  vi.stubGlobal('window', { standpoint: { call: answer } });
  stored = new Map();
  instead = new Map();
  asked = [];
  kept = firstPreferences;
  toasts = new Toasts('library');
  session = new Session(toasts);
  inputs = 0;
  [unhidden, collected, collection] = [[], [], null];
  imports = new Imports(session, toasts, {
    commitField: () => undefined,
    countOfInputs: () => inputs,
    showSource: () => undefined,
    ...shownLibrary()
  });
});

const shownLibrary = () => ({
  collect: (ids: readonly Id[]) => {
    collected.push([...ids]);
    return Promise.resolve(collection);
  },
  unhide: (id: Id) => void unhidden.push(id)
});

/** An answer that is given when the test says so. */
function later() {
  let resolve = (_answer: unknown): void => undefined;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve: (given: unknown) => resolve(given) };
}

const holds = (name: string, id: Id, title: string) =>
  instead.set(name, () =>
    Promise.resolve(
      ok({ ids: [], refused: [], held: [{ name, id, title, importedAt: '2025-08-17T12:00:00Z' }] })
    )
  );

test('several files get one message: what came in, what was there, what could not be read', async () => {
  const [there] = made('There').ids;
  holds('old.md', there!, 'There');
  instead.set('bad.pdf', () => Promise.resolve(ok({ ids: [], refused: ['bad.pdf is empty.'] })));
  const gone = new File(['x'], 'gone.md');
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const { files: rest } = files('A', 'old.md', 'bad.pdf', 'B');
  await imports.dropped({ files: [gone, ...rest], refused: ['Folder is a folder.'] });
  expect(texts()).toEqual([
    [
      'Imported 2 articles. 3 could not be read:',
      'Folder is a folder.',
      'gone.md could not be read. It may have been moved, or you may not be allowed to read it.',
      'bad.pdf is empty.',
      'old.md is in the library already, in “There”, where it came in on 17 August 2025.'
    ].join('\n')
  ]);
  expect(toasts.shown[0]!.failed).toBe(true);
  expect(session.open?.briefing.title).toBe('B');
  press('Undo');
  await until(() => expect([...stored.keys()]).toEqual([there]));
});

test('an import that the end of the program cut off is told at the next start, once', async () => {
  await session.preferences.load();
  let isAsked = false;
  instead.set('B', () => {
    isAsked = true;
    // The program ends, and answers no more.
    return new Promise(() => undefined);
  });
  void imports.dropped(files('A', 'B', 'C'));
  await until(() => expect(isAsked).toBe(true));
  const restarted = () => {
    const shown = new Toasts('library');
    const next = new Session(shown);
    const page = {
      commitField: () => undefined,
      countOfInputs: () => 0,
      showSource: () => undefined,
      ...shownLibrary()
    };
    return next.preferences.load().then(() => {
      new Imports(next, shown, page).tellUnfinished();
      return shown.shown.map(({ text }) => text);
    });
  };
  expect(await restarted()).toEqual([
    'The last import ended before all was taken in. These are missing: B, C. Add them again; what came in already is not taken in twice.'
  ]);
  expect(await restarted()).toEqual([]);
});

test('an import that ended leaves nothing to tell', async () => {
  await session.preferences.load();
  await imports.dropped(files('A', 'B'));
  expect(asked).toEqual(['A', 'B']);
  expect(kept.unfinishedImport).toBeNull();
});

test('whoever writes meanwhile goes on where she is, and is offered the way', async () => {
  const [there] = made('There').ids;
  await session.show(there!);
  instead.set('A', () => {
    inputs += 1;
    return Promise.resolve(ok(made('A')));
  });
  await imports.dropped(files('A'));
  expect(session.open?.briefing.id).toBe(there);
  expect(labels()).toEqual(['Open', 'Undo']);
  press('Open');
  await until(() => expect(session.open?.briefing.title).toBe('A'));
});

test('what the library holds leads there, and comes in when that is asked for', async () => {
  const [there] = made('There').ids;
  holds('old.md', there!, 'There');
  await imports.dropped(files('old.md'));
  expect(session.open?.briefing.id).toBe(there);
  expect(labels()).toEqual(['Import again']);
  press('Import again');
  await until(() => expect(session.open?.briefing.title).toBe('old.md'));
  expect(asked).toEqual(['old.md', 'old.md again']);
  // The offer is not made twice.
  expect(texts()).toEqual(['Imported “old.md”.']);
});

test('what came in, or is there already, is not hidden by what was searched for', async () => {
  instead.set('bad.pdf', () => Promise.resolve(ok({ ids: [], refused: ['bad.pdf is empty.'] })));
  await imports.dropped(files('bad.pdf'));
  expect(unhidden).toEqual([]);
  await imports.dropped(files('A'));
  const came = session.open!.briefing.id;
  expect(unhidden).toEqual([came]);
  const [there] = made('There').ids;
  holds('old.md', there!, 'There');
  await imports.dropped(files('old.md'));
  expect(unhidden).toEqual([came, there]);
});

test('what came in goes into the collection that is chosen, also while somebody writes', async () => {
  collection = 'Ports';
  instead.set('B', () => {
    inputs += 1;
    return Promise.resolve(ok(made('B')));
  });
  await imports.dropped(files('A', 'B'));
  expect(collected).toEqual([[...stored.keys()]]);
  expect(texts()).toEqual(['Imported 2 articles into the collection “Ports”.']);
});

test('what could not be read is still to be read when the next import begins', async () => {
  const [there] = made('There').ids;
  holds('old.md', there!, 'There');
  instead.set('bad.pdf', () => Promise.resolve(ok({ ids: [], refused: ['bad.pdf is empty.'] })));
  await imports.dropped(files('old.md', 'bad.pdf'));
  await imports.dropped(files('A'));
  expect(texts()).toEqual([expect.stringContaining('bad.pdf is empty.'), 'Imported “A”.']);
});

test('says how far it is, and cancelled keeps what came in before', async () => {
  vi.useFakeTimers();
  try {
    instead.set('C', () => Promise.resolve(fail('cancelled', 'It was cancelled.')));
    const slow = later();
    instead.set('B', () => slow.promise);
    const done = imports.dropped(files('A', 'B', 'C'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts()).toEqual(['Importing 2 of 3: B…']);
    expect(toasts.cancelLatest()).toBe(true);
    slow.resolve(fail('cancelled', 'The import was cancelled.'));
    await done;
    expect(asked).toEqual(['A', 'B']);
    expect(texts()).toEqual([
      'The import was cancelled. Imported “A”. Of 3 files the other 2 were not taken in.'
    ]);
    expect(session.open?.briefing.title).toBe('A');
  } finally {
    vi.useRealTimers();
  }
});

test('what was pasted is named as part of the sentence that tells of it', async () => {
  vi.useFakeTimers();
  try {
    const slow = later();
    instead.set('Pasted', () => slow.promise);
    const done = imports.text({ text: 'Pasted', format: 'text' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts()).toEqual(['Importing what was pasted…']);
    slow.resolve(ok(made('Pasted')));
    await done;
  } finally {
    vi.useRealTimers();
  }
});

test('a file that never gives its bytes does not keep a cancelled import', async () => {
  vi.useFakeTimers();
  try {
    const silent = new File(['x'], 'silent.md');
    silent.arrayBuffer = () => new Promise(() => undefined);
    const done = imports.dropped({ files: [silent], refused: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    toasts.cancelLatest();
    await done;
    expect(asked).toEqual([]);
    expect(texts()).toEqual(['The import was cancelled. Nothing was taken in.']);
  } finally {
    vi.useRealTimers();
  }
});

test('a library that takes nothing ends the import with its sentence; the files after are not tried', async () => {
  instead.set('B', () => Promise.resolve(fail('disk-full', 'The disk is full.')));
  await imports.dropped(files('A', 'B', 'C'));
  expect(asked).toEqual(['A', 'B']);
  expect(texts()).toEqual([
    'The disk is full. Imported “A”. Of 3 files the other 2 were not taken in.'
  ]);
});

test('an import that is asked for during another one waits for it', async () => {
  const slow = later();
  instead.set('A', () => slow.promise);
  const [first, second] = [imports.dropped(files('A')), imports.dropped(files('B'))];
  await until(() => expect(asked).toEqual(['A']));
  slow.resolve(ok(made('A')));
  await Promise.all([first, second]);
  expect(asked).toEqual(['A', 'B']);
});
