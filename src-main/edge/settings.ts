/**
 * What the program remembers about itself and about the person: look, window place, where she was in
 * each briefing, her name, the words of her own dictionary, and files on their way in. Nothing else that she wrote.
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

const Settings = z.object({
  ...Preferences.shape,
  /** Names this installation on what is recorded here; `''` until it is asked for. */
  device: z.string().max(maxLengths.device),
  theme: Theme,
  spelling: SpellingSettings,
  places: z.array(z.object({ briefing: Id, place: ReadingPlace })),
  /** `editions`, its name before, may hold a brief for its author that nobody chose as one. */
  chosenEditions: KeptEditions,
  /** When libraries were backed up last, by their folders, the latest first. */
  backups: z.array(z.object({ library: z.string(), at: Moment })),
  /** Folders of the libraries that were opened last, the latest first; none of them is the default. */
  libraries: z.array(z.string()),
  /** Folder of the library that the window shows, or showed last; the next start of the program reads it. */
  openLibrary: z.string().nullable(),
  window: z.object({ bounds: Bounds, maximized: z.boolean() }).nullable()
});
export type Settings = z.infer<typeof Settings>;

/** What they are before the person, or the program for her, has said anything. */
const first: Settings = {
  ...firstPreferences,
  device: '',
  theme: 'system',
  spelling: { language: 'en-GB', words: [] },
  places: [],
  chosenEditions: [],
  backups: [],
  libraries: [],
  openLibrary: null,
  window: null
};

export interface SettingsFile {
  get(): Settings;
  /** A disk that refuses costs the comfort of remembering, and a line in the log; never a failure. */
  set(part: Partial<Settings>): void;
  /** What of the file was left aside and is told to the person, a sentence each. */
  readonly faults: readonly string[];
}

/**
 * What cannot be read of the file is as at first. The damaged file is then kept beside it, which `faults`
 * tell: names, keys and the list of libraries stand nowhere else.
 */
export function openSettings(file: string): SettingsFile {
  const read = readSettings(file);
  let { settings } = read;
  const faults = [...read.faults];
  function set(part: Partial<Settings>): void {
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
  if (read.damage !== null) {
    faults.push(`${read.damage} ${keepAside(file)}`);
    set({});
  }
  return { faults, get: () => settings, set };
}

/** @returns a sentence: where the file as it was lies now. */
function keepAside(file: string): string {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
  try {
    patientlySync(() => renameSync(file, aside));
    return `The file as it was is kept as ${aside}.`;
  } catch (error) {
    console.error(`${file} could not be kept aside.`, error);
    return 'The disk did not allow keeping the file as it was.';
  }
}

interface ReadSettings {
  readonly settings: Settings;
  /** Of keys that nobody can use, a sentence each. */
  readonly faults: readonly string[];
  /** A sentence on what of the file could not be read; `null` where all could be. */
  readonly damage: string | null;
}

/** Changes nothing. */
export function readSettings(file: string): ReadSettings {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { settings: first, faults: [], damage: null };
    }
    console.error(`${file} could not be read; the first settings are used.`, error);
  }
  if (typeof raw !== 'object' || raw === null) {
    const damage = `The settings in ${file} could not be read, so all of them are as at first: your name, keys and words, the list of libraries and the name of this installation too.`;
    return { settings: first, faults: [], damage };
  }
  const kept = raw as Readonly<Record<string, unknown>>;
  const spoilt: string[] = [];
  const parts = Object.entries(Settings.shape).flatMap(([name, schema]) => {
    if (kept[name] === undefined) return [];
    const read = schema.safeParse(kept[name]);
    if (!read.success) spoilt.push(name);
    return read.success ? [[name, read.data] as const] : [];
  });
  const { keys, faults } = readKeys(kept['keys'], process.platform === 'darwin');
  const settings: Settings = { ...first, ...Object.fromEntries(parts), keys: { ...keys } };
  const damage =
    spoilt.length === 0
      ? null
      : `These settings in ${file} could not be read, and are as at first: ${spoilt.map((name) => `“${name}”`).join(', ')}.`;
  return { settings, faults, damage };
}

export function preferencesOf(settings: Pick<SettingsFile, 'get'>): Preferences {
  return z.object(Preferences.shape).parse(settings.get());
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
