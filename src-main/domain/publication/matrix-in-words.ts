/** What a document says about its matrix: the legend, and what stands below a map. */
import { stances, type Position } from '../briefing/entries.js';
import { isolatedAmong } from '../text/direction.js';
import { capitalised } from '../text/joined-words.js';
import { dateOfPositionInWords, isReported } from '../terms/days-of-position.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { mapWordsOf } from '../terms/printed/map-words.js';
import { type CellLook, cellSigns, stanceSigns } from '../terms/terms.js';
import { lookOf, type PrintedClaim } from './claims.js';
import type { Edition } from './edition.js';
import {
  isEachUnquotedMarked,
  type Matrix,
  type MatrixCell,
  type MatrixGroup,
  type NamedCell
} from './matrix.js';

export const noneSign = '·';
export const noQuoteSign = '*';
export const newerSign = '†';
export const reportedSign = '°';

/**
 * Beside the sign of a cell of a map: the letter of its condition, that no quote is on record, that a newer
 * version of a source has its words otherwise, that it is reported.
 */
export function marksOf({ claim, letter, isMarkedUnquoted }: MatrixCell): string {
  if (!claim) return '';
  const signs = [
    isMarkedUnquoted ? noQuoteSign : '',
    claim.isCorrected ? newerSign : '',
    isReported(claim.position) ? reportedSign : ''
  ];
  return `${letter}${signs.join('')}`;
}

export interface LegendEntry {
  readonly sign: string;
  /** How its cells look; empty for none of their own. */
  readonly look: CellLook | 'changed' | '';
  readonly told: string;
}

/** Of what the matrix has. */
export function legendOfMatrix(matrix: Matrix, words: PrintedWords): readonly LegendEntry[] {
  const cells = matrix.tables.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  );
  const claims = cells.flatMap(({ claim }) => claim ?? []);
  const map = mapWordsOf(words);
  const entry = (sign: string, look: LegendEntry['look'], told: string, isThere: boolean) =>
    isThere ? [{ sign, look, told }] : [];
  return [
    ...stances.flatMap((stance) =>
      entry(
        stanceSigns[stance],
        stance,
        stance === 'conditional' && matrix.conditions.length > 0
          ? map.lettered
          : words.stance(stance),
        claims.some((claim) => lookOf(claim) === stance)
      )
    ),
    ...entry(
      cellSigns.denied,
      'denied',
      words.statuses.denied,
      claims.some((claim) => lookOf(claim) === 'denied')
    ),
    ...severalEntry(
      claims.filter((claim) => lookOf(claim) === 'several'),
      words
    ),
    ...entry(
      noneSign,
      '',
      map.none,
      cells.some(({ claim }) => !claim)
    ),
    ...changedEntry(matrix, words),
    ...entry(
      noQuoteSign,
      '',
      map.noQuote,
      cells.some(({ isMarkedUnquoted }) => isMarkedUnquoted)
    ),
    ...entry(
      newerSign,
      '',
      words.newerVersion.changed,
      claims.some(({ isCorrected }) => isCorrected)
    ),
    ...reportedEntry(claims.map(({ position }) => position).filter(isReported), words)
  ];
}

/** With how the positions of a cell stand to each other, such as “contested: several positions in force”. */
function severalEntry(
  claims: readonly PrintedClaim[],
  words: PrintedWords
): readonly LegendEntry[] {
  if (claims.length === 0) return [];
  const disputes = new Set(claims.flatMap(({ dispute }) => dispute ?? []));
  const told = [...disputes].map((dispute) => words.disputes[dispute]).join(`${words.comma} `);
  const { several } = mapWordsOf(words);
  const all = told === '' ? several : `${told}${words.colon} ${several}`;
  return [{ sign: cellSigns.several, look: 'several', told: all }];
}

/** With the day on which they were reported, or the first and last of several. */
function reportedEntry(
  positions: readonly Position[],
  words: PrintedWords
): readonly LegendEntry[] {
  if (positions.length === 0) return [];
  const days = positions.flatMap(({ reported }) => reported ?? []).sort();
  const [first, last] = [days[0], days.at(-1)].map((day) => (day ? words.date(day) : ''));
  const { reported } = words.statuses;
  const span = first && last ? `${reported}${words.comma} ${words.span(first, last)}` : reported;
  const told = first && days[0] === days.at(-1) ? words.reported(first) : span;
  return [{ sign: reportedSign, look: '', told }];
}

function changedEntry(
  { changed, changedSince }: Matrix,
  words: PrintedWords
): readonly LegendEntry[] {
  if (changed.length === 0) return [];
  const { changedBefore, changedSince: since } = mapWordsOf(words);
  const told = changedSince ? since(words.date(changedSince)) : changedBefore;
  return [{ sign: '', look: 'changed', told }];
}

/** Of a document for which a day was chosen, with how many positions came later; empty for any other. */
export function asOfInWords(
  { template, until }: Edition,
  later: number,
  words: PrintedWords
): string {
  if (until === null || template === 'changes') return '';
  const day = mapWordsOf(words).day(words.date(until));
  return later > 0 ? `${day}${words.semicolon} ${words.laterLeftOut(later)}` : day;
}

/** As of which day, and how many cells rest on no quote where that is told of all at once. Without a full stop. */
export function openingOfMap(matrix: Matrix, words: PrintedWords): string {
  const { unquoted, cells } = matrix.count;
  const told = unquoted === 0 || isEachUnquotedMarked(matrix.count);
  const { day, lastKnown, dayWithoutQuote } = mapWordsOf(words);
  const asOf = matrix.asOf ? day(words.date(matrix.asOf)) : lastKnown;
  return told ? asOf : dayWithoutQuote(asOf, unquoted, cells);
}

/** Such as “12 actors. Most support 1–7, 14; most oppose 8.” */
export function groupInWords(
  { letter, rows, support, oppose }: MatrixGroup,
  words: PrintedWords
): string {
  const map = mapWordsOf(words);
  const members = map.members(rows.length);
  if (letter === '') return `${members} ${map.ungrouped}`;
  const [most, least] = [rangesOf(support, words), rangesOf(oppose, words)];
  if (most && least) return `${members} ${map.both(most, least)}`;
  if (most) return `${members} ${map.support(most)}`;
  return `${members} ${least ? map.oppose(least) : map.neither}`;
}

/** Such as “1–3, 5”. */
function rangesOf(numbers: readonly number[], words: PrintedWords): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .flatMap(([from, to]) => {
      if (to > from + 1) return [words.range(from, to)];
      return from === to ? [words.number(from)] : [words.number(from), words.number(to)];
    })
    .join(`${words.comma} `);
}

/** Cells of one issue: its number, and the names of the actors. */
interface CellsOfIssue {
  readonly number: number;
  readonly names: string;
}

function cellsByIssue(
  cells: readonly NamedCell[],
  { comma, direction }: PrintedWords
): readonly CellsOfIssue[] {
  const byIssue = new Map<number, string[]>();
  for (const { number, actor } of cells) {
    byIssue.set(number, [...(byIssue.get(number) ?? []), isolatedAmong(direction, actor.name)]);
  }
  return [...byIssue].map(([number, names]) => ({ number, names: names.join(`${comma} `) }));
}

/** Such as “was +, is − (16 August 2025)”. */
function changeInWords({ claim, change }: NamedCell, words: PrintedWords): string {
  const map = mapWordsOf(words);
  const before = change?.before ? stanceSigns[change.before.stance] : map.none;
  const now = claim ? cellSigns[lookOf(claim)] : map.none;
  const day = claim && dateOfPositionInWords(claim.position, words, words.date);
  return day ? map.wasUntil(before, now, day) : map.was(before, now);
}

/** What is told below a map; lists without entries are left out. */
export interface MatrixNote {
  readonly title: string;
  readonly entries: readonly {
    /** Empty for none. */
    readonly letter: string;
    readonly told: string;
    /** Where it stands. */
    readonly cells: readonly CellsOfIssue[];
    /** Whether the cells come before the words. */
    readonly cellsFirst: boolean;
  }[];
}

/** More would be a second ledger. */
const mostChanged = 40;

export function notesBelow(matrix: Matrix, words: PrintedWords): readonly MatrixNote[] {
  if (matrix.look === 'words') return [];
  const map = mapWordsOf(words);
  const groups = matrix.tables[0]?.groups ?? [];
  const isGrouped = groups.some(({ letter }) => letter !== '');
  // Where changes since a day are told, they are told in full.
  const changed = matrix.changedSince === null ? matrix.changed.slice(0, mostChanged) : [];
  const ofCell = (cell: NamedCell, told: string) => ({
    letter: '',
    told,
    cells: cellsByIssue([cell], words),
    cellsFirst: true
  });
  const ofLetter = (letter: string, told: string, cells: readonly NamedCell[] = []) => ({
    letter,
    told,
    cells: cellsByIssue(cells, words),
    cellsFirst: false
  });
  const notes: readonly MatrixNote[] = [
    {
      title: map.groups,
      entries: isGrouped
        ? [
            ...groups.map((group) => ofLetter(group.letter || '–', groupInWords(group, words))),
            ofLetter('', map.howGrouped)
          ]
        : []
    },
    {
      title: map.changed,
      entries: changed.map((cell) => ofCell(cell, changeInWords(cell, words)))
    },
    {
      title: capitalised(map.several),
      entries: matrix.disputed.map((cell) => ofCell(cell, cell.claim?.several ?? ''))
    },
    {
      title: map.conditions,
      entries: matrix.conditions.map(({ letter, condition, cells }) =>
        ofLetter(letter, condition, cells)
      )
    }
  ];
  return notes.filter(({ entries }) => entries.length > 0);
}
