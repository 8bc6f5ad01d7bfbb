/** The choices of one of a few among the settings, by section: what is chosen, in which words, and where it is kept. */
import type {
  Preferences,
  SpellingLanguage,
  Theme
} from '../../../../src-main/domain/program/settings.js';

interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly hint: string;
}

/** One row of a section. */
export interface SettingsChoice {
  readonly legend: string;
  readonly options: readonly Option<string>[];
  readonly get: () => string;
  readonly set: (value: string) => void;
}

/** What is settled by such rows, as it is now, and how it is changed. */
export interface Settled {
  readonly preferences: {
    readonly now: Preferences;
    readonly set: (part: Partial<Preferences>) => void;
  };
  readonly theme: Kept<Theme>;
  readonly spelling: Kept<SpellingLanguage>;
}

interface Kept<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
}

/** The preferences that are one of a few words. */
type Choosable = {
  [K in keyof Preferences]: Preferences[K] extends string
    ? string extends Preferences[K]
      ? never
      : K
    : never;
}[keyof Preferences];

/** A row of a section is a line here. */
export function settingsChoices({ preferences, theme, spelling }: Settled) {
  /** For each value of a preference its name and a word of explanation. */
  function ofPreference<K extends Choosable>(
    key: K,
    legend: string,
    words: Readonly<Record<Preferences[K], readonly [name: string, hint: string]>>
  ): SettingsChoice {
    return {
      ...choice(legend, words),
      get: () => preferences.now[key],
      set: (value) => preferences.set({ [key]: value })
    };
  }

  function of<T extends string>(
    { get, set }: Kept<T>,
    legend: string,
    words: Readonly<Record<T, readonly [name: string, hint: string]>>
  ): SettingsChoice {
    return { ...choice(legend, words), get, set: (value) => set(value as T) };
  }

  return {
    reading: [
      of(theme, 'Light and dark', {
        system: ['As the system', 'follows it'],
        light: ['Light', 'always'],
        dark: ['Dark', 'always']
      }),
      ofPreference('textSize', 'Size of the texts that you read', {
        small: ['Small', '15 px'],
        normal: ['Normal', '17 px'],
        large: ['Large', '20 px'],
        largest: ['Largest', '24 px']
      }),
      ofPreference('lineLength', 'Length of their lines', {
        short: ['Short', 'about 60 letters'],
        normal: ['Normal', 'about 75 letters'],
        long: ['Long', 'about 90 letters']
      })
    ],
    dates: [
      ofPreference('dateStyle', 'Shown in the window as', {
        'day-first': ['15 August 2025', 'day first'],
        'month-first': ['August 15, 2025', 'month first'],
        iso: ['2025-08-15', 'ISO 8601']
      }),
      ofPreference('dateOrder', 'When you write 3/4/2025', {
        ask: ['Ask', 'each time'],
        'day-first': ['3 April', 'day first'],
        'month-first': ['4 March', 'month first']
      })
    ],
    import: [
      ofPreference('onDrop', 'When an article is dropped on an open briefing', {
        ask: ['Ask', 'each time'],
        add: ['Add to this briefing', 'as one of its sources'],
        new: ['New briefing', 'made of the article']
      }),
      ofPreference('newArticle', 'What a new briefing holds of its article', {
        composed: ['A draft', 'its main lines, to be confirmed'],
        cards: ['The article', 'whole, in cards'],
        empty: ['Nothing yet', 'the article is its source']
      })
    ],
    spelling: [
      of(spelling, 'Checked as you write', {
        'en-GB': ['British', 'English'],
        'en-US': ['American', 'English'],
        off: ['Off', 'nothing is marked']
      })
    ],
    print: [
      ofPreference('paper', 'Paper', {
        last: ['As last time', 'at first your region’s'],
        A4: ['A4', '210 × 297 mm'],
        Letter: ['Letter', '8½ × 11 in']
      })
    ]
  };
}

function choice<T extends string>(
  legend: string,
  words: Readonly<Record<T, readonly [string, string]>>
): Pick<SettingsChoice, 'legend' | 'options'> {
  const all = Object.entries(words) as [T, readonly [string, string]][];
  return { legend, options: all.map(([value, [name, hint]]) => ({ value, name, hint })) };
}
