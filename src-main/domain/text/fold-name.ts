/** When two spellings name the same actor or issue. */

/** Scripts in which a mark on a letter makes no other name. In those of India it is a vowel. */
const marked = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{M}+/gu;
/** Letters and signs that Unicode does not take apart. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-'
};
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/**
 * What is left of a name once case, accents, width, apostrophes and the amount of space do not count:
 * “Erdogan” for “Erdoğan”. Two names are the same when this is.
 */
export function foldName(name: string): string {
  const spaced = name.trim().replace(/\s+/gu, ' ');
  // Most names are these.
  if (/^[\x20-\x7e]*$/.test(spaced)) return spaced.toLowerCase();
  return spaced
    .normalize('NFKD')
    .toLowerCase()
    .replace(marked, '$1')
    .replace(special, (letter) => plain[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether two spellings name the same: the one answer for fields, forms, filters, the drafter and merging. */
export function sameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** “James B. Hart” is James Hart, and not James C. Hart. */
export function sameButForInitial(one: string, other: string): boolean {
  const [a, b] = [withoutInitial(one), withoutInitial(other)];
  const isWhole = a.initial === '' || b.initial === '' || a.initial === b.initial;
  return isWhole && a.name === b.name && a.name.includes(' ');
}

/** The other names that `sameButForInitial` takes for a person's of this one, folded. */
export function namesButForInitial(given: string): readonly string[] {
  const { name, initial } = withoutInitial(given);
  const [first = '', last, ...more] = name.split(' ');
  if (initial !== '') return [name];
  if (last === undefined || more.length > 0) return [];
  return Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${first} ${letter}. ${last}`);
}

/** Folded, and the initial that stands between its words. */
function withoutInitial(name: string): { readonly name: string; readonly initial: string } {
  const folded = foldName(name);
  const initial = /(?<=\S{2} )\p{L}(?:\.|(?= ))(?= ?\S{2})/u.exec(folded)?.[0] ?? '';
  if (initial === '') return { name: folded, initial };
  return {
    name: folded.replace(` ${initial}`, '').replace(/\s+/g, ' '),
    initial: initial.charAt(0)
  };
}

/** Each name once, as it is spelt first. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const folded = foldName(name);
    return !seen.has(folded) && seen.add(folded);
  });
}

/** What goes by a name and perhaps by others. */
export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The first that goes by this name, as its own or as another. */
export function findNamed<T extends Named>(all: readonly T[], name: string): T | undefined {
  return all.find((each) => shareName(each, { name, aliases: [] }));
}

/** Whether one of them goes by a name of the other. */
export function shareName(one: Named, other: Named): boolean {
  const names = new Set([one.name, ...one.aliases].map(foldName));
  return [other.name, ...other.aliases].some((name) => names.has(foldName(name)));
}

/** Many that go by names, to be found by one of them. */
export class NameIndex<T extends Named> {
  readonly #byName = new Map<string, { readonly each: T; readonly place: number }>();

  constructor(all: readonly T[]) {
    all.forEach((each, place) => {
      for (const name of [each.name, ...each.aliases].map(foldName)) {
        if (!this.#byName.has(name)) this.#byName.set(name, { each, place });
      }
    });
  }

  /** The first of all with which it shares a name, as `shareName` says. */
  find({ name, aliases }: Named): T | undefined {
    const found = [name, ...aliases].flatMap((each) => this.#byName.get(foldName(each)) ?? []);
    return found.reduce<(typeof found)[number] | undefined>(
      (first, each) => (first && first.place <= each.place ? first : each),
      undefined
    )?.each;
  }
}
