import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../domain/base/values.js';
import { maxLengths } from '../domain/base/limits.js';
import {
  firstPreferences,
  type Preferences,
  type ReadingPlace
} from '../domain/program/settings.js';
import {
  keepPlace,
  openSettings,
  preferencesOf,
  readingPlaceOf,
  readSettings
} from './settings.js';

const place: ReadingPlace = {
  view: 'read',
  beside: true,
  share: 0.5,
  source: newId(),
  card: null,
  folded: [newId()],
  briefingTop: null,
  sourceTop: { text: newId(), offset: 12 },
  seenAt: '2025-08-17T09:00:00.000Z'
};
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-places-'));
  file = join(folder, 'settings.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a place outlasts the program; the briefings read longest ago are forgotten', () => {
  const ids = Array.from({ length: 301 }, () => newId());
  const settings = openSettings(file);
  for (const id of ids) keepPlace(settings, id, place);
  keepPlace(settings, ids[1]!, { ...place, view: 'brief' });
  const again = openSettings(file);
  expect(readingPlaceOf(again, ids[0]!)).toBeNull();
  expect(readingPlaceOf(again, ids[1]!)?.view).toBe('brief');
  expect(readingPlaceOf(again, ids[300]!)).toEqual(place);
  expect(again.get().places).toHaveLength(300);
});

test.each([
  ['source', 'read'],
  ['judgement', 'brief'],
  ['timeline', 'brief'],
  ['registers', 'brief'],
  ['suggestions', 'new']
])('who was in the view “%s” comes back to “%s”, and no other place is lost', (before, after) => {
  const [id, other] = [newId(), newId()];
  const places = [
    { briefing: id, place: { ...place, view: before } },
    { briefing: other, place }
  ];
  writeFileSync(file, JSON.stringify({ places }));
  const settings = openSettings(file);
  expect(readingPlaceOf(settings, id)).toEqual({ ...place, view: after });
  expect(readingPlaceOf(settings, other)).toEqual(place);
});

test('places that nobody can read cost no other setting', () => {
  writeFileSync(file, JSON.stringify({ theme: 'dark', places: [{ briefing: 'x' }] }));
  const { theme, places } = openSettings(file).get();
  expect([theme, places]).toEqual(['dark', []]);
});

test('what was settled outlasts the program; each part that nobody can read costs itself alone', () => {
  const author = 'n'.repeat(maxLengths.author);
  const settled: Preferences = {
    author,
    authorAsked: true,
    onDrop: 'add',
    newArticle: 'cards',
    dateStyle: 'iso',
    dateOrder: 'month-first',
    textSize: 'large',
    lineLength: 'short',
    paper: 'Letter',
    keys: { 'briefing.new': 'F9', 'help.keys': null },
    lastVersion: '0.1.0',
    unfinishedImport: { count: 30, names: ['a.pdf'] }
  };
  openSettings(file).set(settled);
  expect(preferencesOf(openSettings(file))).toEqual(settled);
  const spoilt = { onDrop: 'burn', dateStyle: 'roman', dateOrder: 3 };
  writeFileSync(file, JSON.stringify({ author: `${author}n`, authorAsked: true, ...spoilt }));
  expect(preferencesOf(openSettings(file))).toEqual({ ...firstPreferences, authorAsked: true });
});

const aside = () => readdirSync(folder).filter((name) => name.includes('.damaged-'));

test.each([
  ['cut short', '{"author":"Ada","libraries":["/srv/de'],
  ['empty', ''],
  ['of something else', '7']
])('a file that is %s is kept as it was, and told once', (_what, text) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writeFileSync(file, text);
  const settings = openSettings(file);
  expect(preferencesOf(settings)).toEqual(firstPreferences);
  const [kept = ''] = aside();
  expect(settings.faults).toEqual([
    expect.stringMatching(/^The settings in .* could not be read, so all of them are as at first/)
  ]);
  expect(settings.faults[0]).toContain(`kept as ${join(folder, kept)}.`);
  settings.set({ theme: 'dark' });
  expect(openSettings(file).faults).toEqual([]);
  expect(aside()).toEqual([kept]);
  expect(readFileSync(join(folder, kept), 'utf8')).toBe(text);
});

test('parts that nobody can read cost themselves alone, and the file is kept with them', () => {
  const text = JSON.stringify({
    ...{ author: 'Ada', device: newId(), theme: 'puce', libraries: 'one' },
    spelling: { language: 'xx' },
    window: { bounds: null }
  });
  writeFileSync(file, text);
  const settings = openSettings(file);
  expect(settings.get()).toMatchObject({ author: 'Ada', theme: 'system', libraries: [] });
  expect(settings.get().device).not.toBe('');
  expect(settings.faults).toEqual([
    expect.stringMatching(/as at first: “theme”, “spelling”, “libraries”, “window”\. .* kept as /)
  ]);
  expect(aside().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text]);
  expect(openSettings(file).get()).toEqual(settings.get());
});

test('who only looks changes nothing', () => {
  writeFileSync(file, '{"libraries":1}');
  expect(readSettings(file).settings.libraries).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('{"libraries":1}');
  expect(aside()).toEqual([]);
});

test('keys that nobody can use are left aside and told; the others and the rest of the settings stay', () => {
  const keys = { 'briefing.new': 'F9', 'card.add': 'CmdOrCtrl+C', 'help.gone': 'F7' };
  writeFileSync(file, JSON.stringify({ theme: 'dark', keys }));
  const settings = openSettings(file);
  expect(settings.get().theme).toBe('dark');
  expect(preferencesOf(settings).keys).toEqual({ 'briefing.new': 'F9' });
  expect(settings.faults).toEqual([
    expect.stringMatching(/“Add card” is ignored.*copies/),
    '“help.gone” names no command.'
  ]);
  // Told once: what is written next is without them.
  settings.set({ theme: 'light' });
  expect(openSettings(file).faults).toEqual([]);
});

test('a key that was chosen for a command stays with it under its new name', () => {
  const keys = { 'view.sources': 'F9', 'view.briefing': 'Alt+Shift+Z', 'view.evidence': 'F12' };
  writeFileSync(file, JSON.stringify({ keys }));
  const settings = openSettings(file);
  const kept = { 'view.read': 'F9', 'view.brief': 'Alt+Shift+Z', 'view.registers': 'F12' };
  expect(preferencesOf(settings).keys).toEqual(kept);
  expect(settings.faults).toEqual([]);
});

describe('what earlier versions wrote holds', () => {
  // As store/testing/frozen/README.md says that they were set then.
  const spelling = { language: 'en-US', words: ['Aldmere', 'пором', 'naïve'] };
  const [source, card] = ['01KGES92M00000000000000002', '01KGES92M00000000000000007'];
  const leftOut = ['01KGES92M00000000000000008'];
  const libraries = ['/srv/desk/library', '/srv/river'];
  const left = {
    view: 'brief',
    beside: true,
    share: 0.4,
    source,
    card,
    folded: leftOut,
    briefingTop: { text: card, offset: 3 },
    sourceTop: { text: source, offset: 12 }
  };
  const edition = {
    template: 'brief',
    paper: 'Letter',
    profile: 'audience',
    matrix: false,
    notes: false
  };
  const preferences: Partial<Preferences> = {
    author: 'R',
    authorAsked: true,
    onDrop: 'add',
    newArticle: 'cards',
    dateStyle: 'iso',
    dateOrder: 'month-first',
    textSize: 'large',
    lineLength: 'short',
    paper: 'Letter',
    keys: { 'briefing.new': 'F9', 'card.add': 'Alt+Shift+J', 'help.keys': null }
  };

  test.each([
    ['0.1.0', firstPreferences, {}],
    ['0.2.0', preferences, { preparedBy: 'R', largePrint: true, leftOut, archive: true }],
    ['3c7a4592', preferences, { preparedBy: 'R', largePrint: true, leftOut, archive: true }]
  ])('%s', (version, chosen, more) => {
    copyFileSync(
      join(import.meta.dirname, `../store/testing/frozen/${version}/settings.json`),
      file
    );
    const settings = openSettings(file);
    // Also once it was written anew.
    settings.set({ theme: settings.get().theme });
    for (const each of [settings, openSettings(file)]) {
      expect(each.faults).toEqual([]);
      expect(preferencesOf(each)).toMatchObject(chosen);
      const { theme, chosenEditions, backups, window, places, ...rest } = each.get();
      expect({ theme, ...rest }).toMatchObject({ theme: 'dark', spelling, libraries });
      expect(chosenEditions).toMatchObject([{ ...edition, until: '2026-02-03', ...more }]);
      expect(backups.map(({ library }) => library)).toEqual(['/srv/desk/library']);
      expect(window).toMatchObject({ bounds: { width: 1280, height: 860 }, maximized: false });
      expect(places.map(({ place }) => place)).toContainEqual(expect.objectContaining(left));
    }
  });
});
