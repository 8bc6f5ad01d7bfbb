/** Which signs of a document no bundled font holds, so that they may print as boxes. Known from the fonts, not guessed. */
import { counted } from '../text/joined-words.js';
import { isolated } from '../text/direction.js';
import { composeBook } from './book.js';
import { coveredSigns } from './covered-signs.js';
import type { DocumentJob } from './document-job.js';
import type { Book, Chapter } from './book.js';

/** What this module says; `{…}` stands for what is known only then. */
const words = {
  remark: 'No font that comes with Standpoint holds {signs}: {list} ({places}).',
  outcome: 'Where this computer has no font for them, they print as boxes.',
  more: 'and {count} more',
  times: '{count} in {place}',
  title: 'the title',
  bottomLine: 'the bottom line',
  card: 'the card “{name}”',
  entries: 'actors, positions and other entries',
  sources: 'sources',
  notes: 'notes and quotes'
};

/** Signs and places that are named; the others are counted. */
const mostSigns = 12;
const mostPlaces = 4;

export interface MissingSigns {
  /** Each once, in the order of the document. */
  readonly signs: readonly string[];
  /** Where they stand and how many there. */
  readonly places: readonly { readonly place: string; readonly count: number }[];
}

/** What is not drawn at all needs no font. */
const undrawn = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

let ranges: readonly (readonly [number, number])[] | null = null;

export function findMissingSigns({ chapters }: Pick<Book, 'chapters'>): MissingSigns {
  const signs = new Set<string>();
  const counts = new Map<string, number>();
  for (const [place, text] of chapters.flatMap(wordsIn)) {
    const missing = missingIn(text);
    if (missing.length === 0) continue;
    for (const sign of missing) signs.add(sign);
    counts.set(place, (counts.get(place) ?? 0) + missing.length);
  }
  return {
    signs: [...signs],
    places: [...counts].map(([place, count]) => ({ place, count }))
  };
}

/** As two sentences; empty where every sign has a font. */
export function missingSignsOf(job: DocumentJob): string {
  return missingSignsInWords(findMissingSigns(composeBook(job)));
}

/** The same of those that were found. */
export function missingSignsInWords({ signs, places }: MissingSigns): string {
  if (signs.length === 0) return '';
  const list = cut(signs, mostSigns, isolated, ' ');
  const where = cut(
    places,
    mostPlaces,
    ({ place, count }) => fill(words.times, { count: String(count), place }),
    ', '
  );
  const signsInWords = counted(signs.length, 'sign');
  return `${fill(words.remark, { signs: signsInWords, list, places: where })} ${words.outcome}`;
}

function missingIn(text: string): readonly string[] {
  if (isUsual(text)) return [];
  return [...text].filter((sign) => !isUsual(sign) && !isCovered(sign) && !undrawn.test(sign));
}

/** Every text that is printed, with what it is called. */
function wordsIn({ publication }: Chapter): readonly (readonly [string, string])[] {
  const { briefing, cards, texts, notes } = publication;
  const { actors, issues, positions, statements, outcomes, events, figures } = briefing;
  const entries = [actors, issues, positions, statements, outcomes, events, figures];
  return [
    [words.title, publication.title],
    [words.bottomLine, briefing.bottomLine],
    ...cards.map(({ heading, card }): [string, string] => [
      fill(words.card, { name: isolated(heading) }),
      `${heading} ${card.body}`
    ]),
    ...entries.map((list): [string, string] => [words.entries, JSON.stringify(list)]),
    ...briefing.sources.map(({ title, author, publisher }): [string, string] => [
      words.sources,
      `${title} ${author} ${publisher}`
    ]),
    ...texts.map(({ heading, text }): [string, string] => [heading, text]),
    ...notes.map(({ annotation }): [string, string] => [
      words.notes,
      `${annotation.note} ${annotation.target.selectors.quote.exact}`
    ])
  ];
}

function cut<T>(
  list: readonly T[],
  most: number,
  tell: (each: T) => string,
  between: string
): string {
  const named = list.slice(0, most).map(tell).join(between);
  const others = list.length - most;
  return others > 0 ? `${named} ${fill(words.more, { count: String(others) })}` : named;
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Most texts hold nothing but letters of Europe. */
function isUsual(text: string): boolean {
  return !/[^\u0020-\u017e\u0391-\u03c9\u0410-\u044f\u2010-\u2026\s]/u.test(text);
}

function isCovered(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  ranges ??= coveredSigns
    .trim()
    .split(/\s+/)
    .map((range) => {
      const [from = '', to = from] = range.split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    });
  return ranges.some(([from, to]) => from <= point && point <= to);
}
