/**
 * What the program remembers about itself and about the person: look, window place, where she was in
 * each briefing, her name, and the words of her own dictionary. Nothing else that she wrote.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { patientlySync } from '../../src-host/disk/patiently.js';
import { z } from '../domain/base/zod.js';
import { maxLengths } from '../domain/base/limits.js';
import type { Author } from '../domain/briefing/author.js';
import { Id, Moment, newId } from '../domain/base/values.js';
import { readKeys } from '../domain/keys.js';
import { KeptEditions } from '../domain/publication/edition.js';
import {
  firstPreferences,
  Preferences,
  ReadingPlace,
  SpellingSettings,
  Theme
} from '../domain/program/settings.js';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

const preferences = Preferences.shape;
/** What it is first, also where what is in the file is spoilt. */
const kept = <T>(schema: z.ZodType<T>, first: NoInfer<T> & z.core.util.NoUndefined<T>) =>
  schema.catch(first).default(first);

const Settings = z.object({
  /** Names this installation on what is recorded here; `''` until it is asked for. */
  device: z.string().max(maxLengths.device).catch('').default(''),
  author: kept(preferences.author, firstPreferences.author),
  authorAsked: kept(preferences.authorAsked, firstPreferences.authorAsked),
  onDrop: kept(preferences.onDrop, firstPreferences.onDrop),
  newArticle: kept(preferences.newArticle, firstPreferences.newArticle),
  dateStyle: kept(preferences.dateStyle, firstPreferences.dateStyle),
  dateOrder: kept(preferences.dateOrder, firstPreferences.dateOrder),
  textSize: kept(preferences.textSize, firstPreferences.textSize),
  lineLength: kept(preferences.lineLength, firstPreferences.lineLength),
  paper: kept(preferences.paper, firstPreferences.paper),
  keys: kept(preferences.keys, firstPreferences.keys),
  lastVersion: kept(preferences.lastVersion, firstPreferences.lastVersion),
  theme: Theme.default('system'),
  spelling: SpellingSettings.default({ language: 'en-GB', words: [] }),
  places: z
    .array(z.object({ briefing: Id, place: ReadingPlace }))
    .catch([])
    .default([]),
  /** `editions`, its name before, may hold a brief for its author that nobody chose as one. */
  chosenEditions: KeptEditions.catch([]).default([]),
  /** When libraries were backed up last, by their folders, the latest first. */
  backups: z
    .array(z.object({ library: z.string(), at: Moment }))
    .catch([])
    .default([]),
  /** Folders of the libraries that were opened last, the latest first; none of them is the default. */
  libraries: z.array(z.string()).default([]),
  /** Folder of the library that the window shows, or showed last; the next start of the program reads it. */
  openLibrary: z.string().nullable().catch(null).default(null),
  window: z.object({ bounds: Bounds, maximized: z.boolean() }).nullable().default(null)
});
export type Settings = z.infer<typeof Settings>;

export interface SettingsFile {
  get(): Settings;
  /** A disk that refuses costs the comfort of remembering, and a line in the log; never a failure. */
  set(part: Partial<Settings>): void;
  /** What of the file was left aside and is told to the person, a sentence each. */
  readonly faults: readonly string[];
}

/** A file that is missing or spoilt gives the defaults: settings are comfort, and the log says so. */
export function openSettings(file: string): SettingsFile {
  const read = readFile(file);
  let { settings } = read;
  return {
    faults: read.faults,
    get: () => settings,
    set(part) {
      settings = { ...settings, ...part };
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.tmp`, JSON.stringify(settings, null, 2), { mode: 0o600 });
        patientlySync(() => renameSync(`${file}.tmp`, file));
      } catch (error) {
        console.error(
          `${file} could not be written; the settings last until the program ends.`,
          error
        );
      }
    }
  };
}

function readFile(file: string): { settings: Settings; faults: readonly string[] } {
  try {
    const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const ownKeys = (raw as { readonly keys?: unknown } | null)?.keys;
    const { keys, faults } = readKeys(ownKeys, process.platform === 'darwin');
    return { settings: { ...Settings.parse(raw), keys: { ...keys } }, faults };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      console.error(`${file} could not be read; the default settings are used.`, error);
    }
    return { settings: Settings.parse({}), faults: [] };
  }
}

export function preferencesOf(settings: Pick<SettingsFile, 'get'>): Preferences {
  return z.object(preferences).parse(settings.get());
}

/** A name by chance, which says nothing of the machine. It is kept from the first time on. */
export function deviceOf(settings: Pick<SettingsFile, 'get' | 'set'>): string {
  if (settings.get().device === '') settings.set({ device: newId() });
  return settings.get().device;
}

/** Whose is what is recorded from now on. */
export function authorOf(settings: Pick<SettingsFile, 'get' | 'set'>): Author {
  return { name: settings.get().author, device: deviceOf(settings) };
}

/** Where the person was in each briefing, of those read last. */

/** Briefings beyond this many are forgotten, the one read longest ago first. */
const most = 300;

type Places = Pick<SettingsFile, 'get' | 'set'>;

export function readingPlaceOf(settings: Places, id: Id): ReadingPlace | null {
  return settings.get().places.find((entry) => entry.briefing === id)?.place ?? null;
}

export function keepPlace(settings: Places, briefing: Id, place: ReadingPlace): void {
  const others = settings.get().places.filter((entry) => entry.briefing !== briefing);
  settings.set({ places: [{ briefing, place }, ...others].slice(0, most) });
}
