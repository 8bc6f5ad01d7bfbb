/** The English words and signs for values that people read, the same on every screen and in every format. */
import { type Credibility, gradeOf, type Reliability, type Source } from '../briefing/source.js';
import type { Event, Figure, Position, Stance } from '../briefing/entries.js';
import type { PartialDate } from '../base/values.js';
import type { Relation } from '../ledger/held-stances.js';
import type { CorrectedPart } from '../ledger/corrections.js';
import type { ChangeKind } from '../ledger/ledger-changes.js';
import { foldName } from '../text/fold-name.js';
import { fractions } from '../text/numbers.js';
import { formatDate } from './printed/writing.js';

/** One character each, told apart without colour. The minus is U+2212, as wide as the plus. */
export const stanceSigns: Readonly<Record<Stance, string>> = {
  supports: '+',
  opposes: '−',
  conditional: '±',
  neutral: '○',
  unclear: '?'
};

/** How a cell of a matrix looks: as its stance, as `several` where more than that is in force in it, or as a denial, which holds none. */
export const cellSigns = { ...stanceSigns, several: '≠', denied: '×' } as const;
export type CellLook = keyof typeof cellSigns;

export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  opposes: 'Opposes',
  conditional: 'Conditional',
  neutral: 'Neutral',
  unclear: 'Unclear'
};

/** That a stance in force is contradicted by another. */
export const disputeWords = { contested: 'contested', open: 'open point' } as const;

/** How another stance in force stands to one, before the word for it. */
export const relationWords: Readonly<Record<Relation, string>> = {
  ...disputeWords,
  dismissed: 'also',
  compatible: 'also'
};

/**
 * What else is in force beside a stance, such as “contested: supports” or “open point: conditional; also:
 * unclear”; empty for nothing.
 */
export function besideInWords(
  beside: readonly (Pick<Position, 'stance' | 'status'> & { readonly relation: Relation })[]
): string {
  return [...new Set(Object.values(relationWords))]
    .flatMap((words) => {
      const named = beside.filter(({ relation }) => relationWords[relation] === words);
      const held = named.map(({ stance, status }) =>
        status === 'denied' ? status : stanceWords[stance].toLowerCase()
      );
      return held.length > 0 ? [`${words}: ${[...new Set(held)].join(', ')}`] : [];
    })
    .join('; ');
}

/** What stands between the two sides of a change: of two stances that are both in force none became the other. */
export function betweenSides(kind: ChangeKind): '→' | 'and' {
  return kind === 'contested' || kind === 'open' ? 'and' : '→';
}

/** What a correction in the ledger was of. */
export const correctedPartWords: Readonly<Record<CorrectedPart, string>> = {
  date: 'date',
  status: 'status',
  review: 'review date'
};

/** What happened to a position from one day, or briefing, to another. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  new: 'New',
  withdrawn: 'Withdrawn',
  reversed: 'Reversed',
  contested: 'Contested',
  open: 'Open point',
  settled: 'Settled',
  hardened: 'Hardened',
  softened: 'Softened',
  'newly-evidenced': 'Same stance, new evidence',
  restated: 'Restated',
  corrected: 'Corrected',
  stale: 'Due for review'
};

/** Admiralty scale, reliability of the source (NATO STANAG 2511). */
export const reliabilityWords: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged'
};

/** Admiralty scale, credibility of the information (NATO STANAG 2511). */
export const credibilityWords: Readonly<Record<Credibility, string>> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged'
};

/** Such as “Grade B2: usually reliable, probably true”. */
export function gradeInWords(source: Source): string {
  const { reliability, credibility } = source;
  return `Grade ${gradeOf(source)}: ${reliabilityWords[reliability]}, ${credibilityWords[credibility]}`;
}

/** In quotation marks, unless the words bring their own at both ends. */
export function quoted(words: string): string {
  if (/^["“«„][^"“”«»„]*["”»“]$/u.test(words)) return words;
  return /["“”«»„]/u.test(words) ? `‘${words}’` : `“${words}”`;
}

/** How a person has dates shown: `15 August 2025`, `August 15, 2025` or `2025-08-15`. */
export type DateStyle = 'day-first' | 'month-first' | 'iso';

/** As precise as the date is: `15 August 2025`, `August 2025` or `2014`. */
export function dateInWords(date: PartialDate, style: DateStyle = 'day-first'): string {
  return inWords(date, 'long', style);
}

/** The same for a narrow column: `15 Aug 2025`. */
export function dateInShort(date: PartialDate, style: DateStyle = 'day-first'): string {
  return inWords(date, 'short', style);
}

function inWords(date: PartialDate, length: 'long' | 'short', style: DateStyle): string {
  if (style === 'iso') return date;
  return formatDate(style === 'day-first' ? 'en-GB' : 'en-US', date, length);
}

/** Such as “over 80% who oppose it (June 2025)”. */
export function figureInWords(
  figure: Pick<Figure, 'wording' | 'unit' | 'measures' | 'date'>,
  tellDate: (date: PartialDate) => string = dateInWords
): string {
  const { measures, date } = figure;
  const amount = amountInWords(figure);
  // “350 people” and “people killed in the flood” have a word in common.
  const common = sharedEnd(amount, measures);
  const rest = measures.slice(common).trim();
  // What it measures is a whole sentence, which tells the amount.
  const told = measures.includes(amount) ? [measures.trim()] : [amount, rest];
  return [...told, date && `(${tellDate(date)})`].filter(Boolean).join(' ');
}

/** As its source words it, with the unit where those words leave it out: “1.6 million civilians”, “about €3 billion”. */
export function amountInWords({ wording, unit }: Pick<Figure, 'wording' | 'unit'>): string {
  const amount = wording.trim();
  const name = withoutSignOf(amount, unit.trim());
  if (name === '' || tellsUnit(amount, name)) return amount;
  if (name === '%') {
    if (/\d$/u.test(amount)) return `${amount}%`;
    return isFraction(amount) ? amount : `${amount} per cent`;
  }
  if (/\p{Sc}$/u.test(name)) {
    return /\d/u.test(amount) ? amount.replace(/\d/u, `${name}$&`) : `${amount} ${name}`;
  }
  const common = sharedEnd(name, amount.slice(amount.lastIndexOf(' ') + 1));
  const start = common > 0 ? amount.slice(0, amount.lastIndexOf(' ')) : amount;
  return `${start} ${name}`;
}

/** “a year” of “£ a year” beside “£14 million”. */
function withoutSignOf(amount: string, unit: string): string {
  const [sign = ''] = /^\p{Sc}(?= )/u.exec(unit) ?? [];
  return sign !== '' && amount.includes(sign) ? unit.slice(1).trim() : unit;
}

function isFraction(amount: string): boolean {
  return amount.split(/[\s-]+/u).some((word) => Object.hasOwn(fractions, word.toLowerCase()));
}

/** In the words of the languages that documents are written in. */
const currencies: Readonly<Record<string, RegExp>> = {
  $: /dollar|доллар|долар|دولار/iu,
  '€': /euro|евро|євро|يورو/iu,
  '£': /pound|pfund|livre|фунт|جنيه/iu,
  '¥': /yen|yuan|иен|йен|єн|юан|ين|يوان/iu,
  '₽': /rouble|ruble|rubel|рубл|روبل/iu,
  '₴': /hr[iy]vn|hrywn|гривн|гривен|هريفن/iu
};

function tellsUnit(amount: string, unit: string): boolean {
  if (unit === '%') return /%|٪|\bper\s?cent/iu.test(amount);
  const sign = /\p{Sc}/u.exec(amount)?.[0];
  if (sign && currencies[sign]?.test(unit)) return true;
  const [words, wanted] = [foldName(amount), foldName(unit)];
  const at = words.indexOf(wanted);
  const isLetter = (character = '') => /\p{L}/u.test(character);
  return at >= 0 && !isLetter(words[at - 1]) && !isLetter(words[at + wanted.length]);
}

/** UTF-16 units of the start of `next` that are the last words of `words`; 0 for none. */
function sharedEnd(words: string, next: string): number {
  const starts = [...words.matchAll(/(?<=\s)\S/gu)].map(({ index }) => index);
  const at = starts.find((start) => `${next} `.startsWith(`${words.slice(start)} `));
  return at === undefined ? 0 : words.length - at;
}

/** Such as “15 August 2025 to 18 August 2025”, or “undated”. */
export function whenOf({ date, until }: Event): string {
  if (date === null) return 'undated';
  return until === null ? dateInWords(date) : `${dateInWords(date)} to ${dateInWords(until)}`;
}
