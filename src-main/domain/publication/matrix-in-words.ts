/** What a document says about its matrix: the legend, and what stands below a map. */
import { stances, type Position, type Stance } from '../briefing/entries.js';
import { dateOfPosition } from '../ledger/ledger.js';
import { isolated } from '../text/direction.js';
import { counted } from '../text/joined-words.js';
import { dateInWords, stanceSigns, stanceWords } from '../terms/terms.js';
import {
  isEachUnquotedMarked,
  type Matrix,
  type MatrixCell,
  type MatrixGroup,
  type NamedCell
} from './matrix.js';

/** The fixed words. */
export const matrixWords = {
  asOf: (day: string) => `Positions as of ${day}`,
  lastKnown: 'Positions as last known',
  actor: 'Actor',
  group: 'Group',
  groupOf: (letter: string) => (letter ? `Group ${letter}` : 'In no group'),
  issues: 'Issues',
  conditions: 'Conditions',
  groups: 'Groups',
  changed: 'Changed',
  disputed: 'Something else is in force too',
  supporting: 'for',
  opposing: 'against',
  inAll: 'Actors',
  lettered: 'on a condition: see its letter below',
  none: 'none on record',
  changedSince: (day: string) => `changed since ${day}`,
  changedBefore: 'changed: another stance stood there before',
  also: 'something else is in force too: see below',
  noQuote: 'no quote on record',
  withoutQuote: (count: number, all: number) => `${count} of ${all} rest on no quote`,
  howGrouped:
    'Actors stand together who mostly hold the same on the same issues, as counted from this ledger.',
  support: (issues: string) => `Most support ${issues}.`,
  oppose: (issues: string) => `Most oppose ${issues}.`,
  both: (support: string, oppose: string) => `Most support ${support}; most oppose ${oppose}.`,
  neither: 'On no issue do most hold the same.',
  ungrouped: 'Too little on record to tell, or like no other.',
  was: (before: string, now: string) => `was ${before}, is ${now}`,
  wasUntil: (before: string, now: string, day: string) => `was ${before}, is ${now} (${day})`
} as const;

export const noneSign = '·';
export const alsoSign = '!';
export const noQuoteSign = '*';

/** Beside the sign of a cell of a map: the letter of its condition, that more is in force, that no quote is on record. */
export function marksOf({ claim, letter, isMarkedUnquoted }: MatrixCell): string {
  if (!claim) return '';
  return `${letter}${claim.beside === '' ? '' : alsoSign}${isMarkedUnquoted ? noQuoteSign : ''}`;
}

export interface LegendEntry {
  readonly sign: string;
  /** How its cells look; empty for none of their own. */
  readonly look: Stance | 'changed' | '';
  readonly words: string;
}

/** Of what the matrix has. */
export function legendOfMatrix(matrix: Matrix): readonly LegendEntry[] {
  const cells = matrix.tables.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  );
  const entry = (sign: string, look: LegendEntry['look'], words: string, isThere: boolean) =>
    isThere ? [{ sign, look, words }] : [];
  return [
    ...stances.flatMap((stance) =>
      entry(
        stanceSigns[stance],
        stance,
        stance === 'conditional' && matrix.conditions.length > 0
          ? matrixWords.lettered
          : stanceWords[stance].toLowerCase(),
        cells.some(({ claim }) => claim?.position.stance === stance)
      )
    ),
    ...entry(
      noneSign,
      '',
      matrixWords.none,
      cells.some(({ claim }) => !claim)
    ),
    ...changedEntry(matrix),
    ...entry(alsoSign, '', matrixWords.also, matrix.disputed.length > 0),
    ...entry(
      noQuoteSign,
      '',
      matrixWords.noQuote,
      cells.some(({ isMarkedUnquoted }) => isMarkedUnquoted)
    )
  ];
}

function changedEntry({ changed, changedSince }: Matrix): readonly LegendEntry[] {
  if (changed.length === 0) return [];
  const words = changedSince
    ? matrixWords.changedSince(dateInWords(changedSince))
    : matrixWords.changedBefore;
  return [{ sign: '', look: 'changed', words }];
}

/** Without a full stop. */
export function dayOfMatrix({ asOf }: Matrix): string {
  return asOf ? matrixWords.asOf(dateInWords(asOf)) : matrixWords.lastKnown;
}

/** What `dayOfMatrix` says, and how many cells rest on no quote where that is told of all at once. */
export function openingOfMap(matrix: Matrix): string {
  const { unquoted, cells } = matrix.count;
  const told = unquoted === 0 || isEachUnquotedMarked(matrix.count);
  return [dayOfMatrix(matrix), ...(told ? [] : [matrixWords.withoutQuote(unquoted, cells)])].join(
    '; '
  );
}

/** Such as “12 actors. Most support 1–7, 14; most oppose 8.” */
export function groupInWords({ letter, rows, support, oppose }: MatrixGroup): string {
  const members = `${counted(rows.length, 'actor')}.`;
  if (letter === '') return `${members} ${matrixWords.ungrouped}`;
  const [most, least] = [rangesOf(support), rangesOf(oppose)];
  if (most && least) return `${members} ${matrixWords.both(most, least)}`;
  if (most) return `${members} ${matrixWords.support(most)}`;
  return `${members} ${least ? matrixWords.oppose(least) : matrixWords.neither}`;
}

/** Such as “1–3, 5”. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([from, to]) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`))
    .join(', ');
}

/** Cells of one issue: its number, and the names of the actors. */
export interface CellsOfIssue {
  readonly number: number;
  readonly names: string;
}

function cellsByIssue(cells: readonly NamedCell[]): readonly CellsOfIssue[] {
  const byIssue = new Map<number, string[]>();
  for (const { number, actor } of cells) {
    byIssue.set(number, [...(byIssue.get(number) ?? []), isolated(actor.name)]);
  }
  return [...byIssue].map(([number, names]) => ({ number, names: names.join(', ') }));
}

/** Such as “8 Spain; 11 Japan, Colombia”. */
export function cellsInWords(cells: readonly CellsOfIssue[]): string {
  return cells.map(({ number, names }) => `${number} ${names}`).join('; ');
}

/** Such as “was +, is − (16 August 2025)”. */
function changeInWords({ claim, change }: NamedCell): string {
  const held = (position: Position | null | undefined) =>
    position ? stanceSigns[position.stance] : matrixWords.none;
  const [before, now] = [held(change?.before), held(claim?.position)];
  const day = claim && dateOfPosition(claim.position);
  return day ? matrixWords.wasUntil(before, now, dateInWords(day)) : matrixWords.was(before, now);
}

/** What is told below a map; lists without entries are left out. */
export interface MatrixNote {
  readonly title: string;
  readonly entries: readonly {
    /** Empty for none. */
    readonly letter: string;
    readonly words: string;
    /** Where it stands. */
    readonly cells: readonly CellsOfIssue[];
    /** Whether the cells come before the words. */
    readonly cellsFirst: boolean;
  }[];
}

/** More would be a second ledger. */
const mostChanged = 40;

export function notesBelow(matrix: Matrix): readonly MatrixNote[] {
  if (matrix.look === 'words') return [];
  const groups = matrix.tables[0]?.groups ?? [];
  const isGrouped = groups.some(({ letter }) => letter !== '');
  // Where changes since a day are told, they are told in full.
  const changed = matrix.changedSince === null ? matrix.changed.slice(0, mostChanged) : [];
  const ofCell = (cell: NamedCell, words: string) => ({
    letter: '',
    words,
    cells: cellsByIssue([cell]),
    cellsFirst: true
  });
  const ofLetter = (letter: string, words: string, cells: readonly NamedCell[] = []) => ({
    letter,
    words,
    cells: cellsByIssue(cells),
    cellsFirst: false
  });
  const notes: readonly MatrixNote[] = [
    {
      title: matrixWords.groups,
      entries: isGrouped
        ? [
            ...groups.map((group) => ofLetter(group.letter || '–', groupInWords(group))),
            ofLetter('', matrixWords.howGrouped)
          ]
        : []
    },
    {
      title: matrixWords.changed,
      entries: changed.map((cell) => ofCell(cell, changeInWords(cell)))
    },
    {
      title: matrixWords.disputed,
      entries: matrix.disputed.map((cell) => ofCell(cell, cell.claim?.beside ?? ''))
    },
    {
      title: matrixWords.conditions,
      entries: matrix.conditions.map(({ letter, condition, cells }) =>
        ofLetter(letter, condition, cells)
      )
    }
  ];
  return notes.filter(({ entries }) => entries.length > 0);
}
