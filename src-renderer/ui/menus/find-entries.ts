/** What palettes and menus offer, and what is found in them by letters. Pure. */

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What sort of thing it is. */
  readonly group: string;
  /** Words that it is found by as well, and that are not shown. */
  readonly alsoFoundBy?: string | undefined;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
}

/** More than anyone reads through; typing on narrows them down. */
const most = 60;

/**
 * The best first: the name itself, then names that begin with the words, then names whose words begin
 * with them in any order, then names that hold them. Only where there is none of these, names that have
 * the letters in this order. Among equals what was used lately comes first. What sort of thing an entry
 * is can be typed too, and what else it is found by.
 *
 * @param recent ids of what was used lately, the latest first.
 */
export function findEntries(
  query: string,
  entries: readonly PaletteEntry[],
  recent: readonly string[] = []
): readonly PaletteEntry[] {
  const places = new Map(recent.map((id, at) => [id, at]));
  const placeOf = ({ id }: PaletteEntry) => places.get(id) ?? recent.length;
  const sought = foldText(query).trim();
  if (sought === '') {
    return entries.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, most);
  }
  const ranked = entries.map((entry) => {
    const label = foldText(entry.label);
    return { entry, closeness: closenessOf(sought, label, foldText(wordsOf(entry))) };
  });
  const exact = ranked.filter(({ closeness }) => closeness > 0);
  if (exact.length > 0) {
    return exact
      .sort((a, b) => b.closeness - a.closeness || placeOf(a.entry) - placeOf(b.entry))
      .slice(0, most)
      .map(({ entry }) => entry);
  }
  return findByLetters(query, entries, wordsOf).slice(0, most);
}

function wordsOf({ label, group, alsoFoundBy = '' }: PaletteEntry): string {
  return `${label} ${group} ${alsoFoundBy}`;
}

/** 0 where a word is missing. All are folded. */
function closenessOf(sought: string, label: string, all: string): number {
  if (label.replace('…', '') === sought) return 5;
  if (label.startsWith(sought)) return 4;
  const words = sought.split(/\s+/);
  const begins = (text: string) =>
    words.every((word) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (isStartOfWord(text, at)) return true;
      }
      return false;
    });
  if (begins(label)) return 3;
  if (begins(all)) return 2;
  return words.every((word) => all.includes(word)) ? 1 : 0;
}

/**
 * How well `query` fits `name`; `null` when a letter is missing. Higher is better: letters at the
 * start of words count most, letters in a row next, and a short name beats a long one.
 */
export function scoreLetters(query: string, name: string): number | null {
  const letters = [...foldText(query).replace(/\s+/g, '')];
  const text = foldText(name);
  // Going for the starts of words can run past a letter that is needed; the first places never do.
  const places = findPlaces(letters, text, true) ?? findPlaces(letters, text, false);
  if (!places) return null;
  const scores = places.map((at, i) => {
    if (isStartOfWord(text, at)) return 8;
    return i > 0 && at === (places[i - 1] ?? 0) + (letters[i - 1]?.length ?? 0) ? 6 : 1;
  });
  return scores.reduce((sum, score) => sum + score, 0) - text.length / 100;
}

/** The best first; the given order among equals, and for an empty query. */
export function findByLetters<T>(
  query: string,
  entries: readonly T[],
  nameOf: (entry: T) => string
): readonly T[] {
  if (query.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, score: scoreLetters(query, nameOf(entry)) }))
    .filter((found): found is { entry: T; score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function findPlaces(
  letters: readonly string[],
  text: string,
  preferStarts: boolean
): readonly number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const letter of letters) {
    const next = text.indexOf(letter, from);
    if (next < 0) return null;
    const inARow = places.length > 0 && next === from;
    const at = preferStarts && !inARow ? (nextStart(text, letter, next) ?? next) : next;
    places.push(at);
    from = at + letter.length;
  }
  return places;
}

function nextStart(text: string, letter: string, from: number): number | null {
  for (let at = from; at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isStartOfWord(text, at)) return at;
  }
  return null;
}

function isStartOfWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** Of several one of which holds: whether it is this one. */
  readonly checked?: boolean;
  /** Of what is shown or hidden: whether it is shown. */
  readonly shown?: boolean | undefined;
  /** A line parts it from the items above. */
  readonly beginsGroup?: boolean;
}

/** The next item behind `from` that begins with the letter, round the end; `null` when none does. */
export function findByLetter(
  items: readonly MenuItem[],
  from: number,
  letter: string
): number | null {
  const order = [...items.keys()].map((offset) => (from + 1 + offset) % items.length);
  const beginning = foldText(letter);
  return order.find((i) => foldText(items[i]?.label ?? '').startsWith(beginning)) ?? null;
}

/** Text as search compares it: without case and without accents, so that "resume" finds "Résumé". */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
