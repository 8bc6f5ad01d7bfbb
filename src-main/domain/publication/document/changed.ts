/** What changed between two days: its counts, then each change in a row with the words for it. */
import { conditionAfter } from '../../terms/condition-words.js';
import { betweenSides } from '../../terms/terms.js';
import { isolatedAmong } from '../../text/direction.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import { asSentence, withoutFullStop } from '../../text/joined-words.js';
import { saysMore } from '../../text/says-more.js';
import {
  countsOfChanges,
  type ChangedEntry,
  type CitedPosition,
  type PublishedChanges,
  type PublishedPositionChange
} from '../changes.js';
import {
  basisOfHeld,
  beginningOf,
  changedCardsInWords,
  changedEntryInWords,
  changedSourcesInWords,
  comparedInWords,
  listsOfChanges,
  lostEvidenceInWords,
  quotesBefore
} from '../changes-in-words.js';
import { languageOfQuote } from '../document-language.js';
import { type CitedQuote, quotesByPlace } from '../number-notes.js';
import type { Publication } from '../publication.js';
import { cell, heads, line, plain, stanceInWords } from './cells.js';
import type { Block, TableCell, Direction, InlineRun, Runs } from './blocks.js';
import { runningAs } from './written.js';

/** How much of each change a document shows. */
export interface ChangeDetail {
  /** What a position holds, in its author's words, beside the quotes. */
  readonly statements: boolean;
  /** Whole beside the claim, with the number; or its beginning, with a number that leads to the note. */
  readonly quotes: 'whole' | 'beginnings';
  /** Whether it is too much for the page that it should have. */
  readonly goesOn: boolean;
}

export const wholeQuotes: ChangeDetail = { statements: false, quotes: 'whole', goesOn: false };

/** Of a document that has notes. */
export const inSection: ChangeDetail = { statements: false, quotes: 'beginnings', goesOn: false };

/** From the most to the least; where that does not fit either, it goes on overleaf. */
export const changeDetails: readonly ChangeDetail[] = [
  { ...wholeQuotes, statements: true },
  wholeQuotes,
  inSection,
  { ...wholeQuotes, goesOn: true }
];

export function changeBlocks(publication: Publication, detail: ChangeDetail): readonly Block[] {
  const { changes, words, direction } = publication;
  if (!changes) return [];
  if (!changes.since) return [line(words.noDatesToCompare, direction)];
  const since = words.date(changes.since);
  const label = words.changedAfter(since, changes.until && words.date(changes.until));
  const counts = countsOfChanges(changes, words);
  const told = counts.length > 0 ? words.enumerated(counts) : words.nothing;
  const isWhole = detail.quotes === 'whole';
  const cite = citing(publication, isWhole);
  const compared = comparedInWords(changes, words);
  return [
    { kind: 'labelled', label, runs: plain(`${told}.`) },
    line(detail.goesOn ? `${compared} ${words.goesOnOverleaf}` : compared, direction, {
      look: 'soft'
    }),
    ...positionTable(changes, detail, words, direction, cite),
    ...remark(words.evidenceTakenAway, lostEvidenceInWords(changes, words), direction),
    ...entryTable(changes, words, direction, cite),
    ...remark(words.cardsLabel, changedCardsInWords(changes, words), direction),
    ...sourceLines(publication, changes, isWhole)
  ];
}

/** A line a quote; `label` stands before its words, such as “Before:”. */
type Cite = (quotes: readonly CitedQuote[], label?: string) => readonly Runs[];

function citing({ notes, words, language, ...publication }: Publication, isWhole: boolean): Cite {
  const hasNote = !isWhole;
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  return (quotes, label = '') =>
    quotes.map(({ number, words: quote, again }) => {
      const note = byNumber.get(number);
      const own = note && !again ? languageOfQuote(note, { language, ...publication }) : language;
      const shown = words.quoted(isWhole ? quote : beginningOf(quote));
      const text = !again ? shown : isWhole ? words.above : '';
      return [
        ...(label ? [{ text: `${label} `, soft: true as const }] : []),
        ...(hasNote ? [] : [{ text: `${words.number(number)} `, bold: true as const }]),
        {
          text,
          ...(hasNote && { notes: [number] }),
          ...(own !== language && { language: own })
        }
      ];
    });
}

function positionTable(
  { positions }: PublishedChanges,
  { statements }: ChangeDetail,
  words: PrintedWords,
  direction: Direction,
  cite: Cite
): readonly Block[] {
  if (positions.length === 0) return [];
  const { actor, beforeAndNow, inTheirWords } = words.columns;
  const rows = positions.flatMap(({ wording, changes }) => [
    [cell(wording, direction, { columns: 3, isHead: true })],
    ...changes.map((change) => changeRow(change, statements, words, direction, cite))
  ]);
  return [
    {
      kind: 'table',
      role: 'changes',
      caption: '',
      captionRemark: '',
      head: heads([actor, beforeAndNow, inTheirWords], direction),
      widths: [16, 32, 52],
      rows
    }
  ];
}

function changeRow(
  change: PublishedPositionChange,
  tellsStatements: boolean,
  words: PrintedWords,
  direction: Direction,
  cite: Cite
): readonly TableCell[] {
  const { kind, actorName, before, after } = change;
  const isPassage = betweenSides(kind) === '→';
  // What stayed the same is told once.
  const isSame =
    before?.position.stance === after?.position.stance &&
    before?.position.condition === after?.position.condition;
  const between = { text: ` ${isPassage ? words.arrow : words.and} ` };
  const now = after ? cite(after.quotes) : [];
  const earlier = cite(quotesBefore(change), isPassage ? words.beforeLabel : words.andLabel);
  const statement = after?.position.statement.trim() ?? '';
  const quotes = after?.quotes.map(({ words: quote }) => quote) ?? [];
  const [first, ...others] = [
    ...(tellsStatements && saysMore(statement, quotes) ? [plain(statement)] : []),
    ...(after && now.length === 0 ? [plain(words.noQuote)] : now),
    ...earlier
  ];
  return [
    cell(actorName, direction, { isHead: true }),
    {
      runs: [
        labelRun(words.changeKinds[kind], words),
        ...(before && !isSame ? [...held(before, words), between] : []),
        ...(after ? held(after, words) : plain(words.noPositionAnyMore))
      ]
    },
    { runs: first ?? [], ...(others.length > 0 && { lines: others }) }
  ];
}

/** Such as “New:”, before what is new. */
function labelRun(label: string, { colon }: PrintedWords): InlineRun {
  return { text: `${label}${colon} `, bold: true };
}

function held(side: CitedPosition, words: PrintedWords): readonly InlineRun[] {
  const { stance, condition } = side.position;
  const isolate = (own: string) => isolatedAmong(words.direction, own);
  return [
    { text: stanceInWords(stance, words), stance },
    { text: `${words.comma} ${basisOfHeld(side, words)}`, soft: true },
    ...(condition
      ? [{ text: `${words.comma} ${conditionAfter(words.ifLabel, condition, isolate)}` }]
      : [])
  ];
}

function entryTable(
  changes: PublishedChanges,
  words: PrintedWords,
  direction: Direction,
  cite: Cite
): readonly Block[] {
  const lists = listsOfChanges(changes, words);
  if (lists.length === 0) return [];
  const row = (entry: ChangedEntry): readonly TableCell[] => {
    const [first, ...others] = cite(entry.quotes);
    const told = changedEntryInWords(entry, words);
    return [
      {
        runs: [labelRun(words.entryChanges[entry.kind], words), { text: told }],
        isHead: true,
        ...runningAs(told, direction)
      },
      {
        runs: first ?? plain(entry.reason || words.noQuote),
        ...(others.length > 0 && { lines: others })
      }
    ];
  };
  const rows = lists.flatMap(({ title, entries }) => [
    [cell(title, direction, { columns: 2, isHead: true })],
    ...entries.map(row)
  ]);
  return [
    {
      kind: 'table',
      role: 'changed-entries',
      caption: '',
      captionRemark: '',
      head: heads([words.columns.what, words.columns.quotes], direction),
      widths: [54, 46],
      rows
    }
  ];
}

/** Where the quotes stand, as far as no note tells it; a new source is named once. */
function sourceLines(
  { notes, words, direction }: Publication,
  { sources }: PublishedChanges,
  isWhole: boolean
): readonly Block[] {
  const places = isWhole ? quotesByPlace(notes, words) : [];
  const isAdded = (place: string) =>
    sources.some(({ kind, after }) => kind === 'added' && after === place);
  const others = sources.filter(
    ({ kind, after }) => kind !== 'added' || !places.some(({ place }) => place === after)
  );
  const where = places.map(
    ({ place, numbers, newerVersion }) =>
      `${numbers}${words.colon} ${place}${isAdded(place) ? ` ${words.newSource}` : ''}${newerVersion && `. ${withoutFullStop(newerVersion)}`}`
  );
  return [
    ...remark(words.sourcesLabel, changedSourcesInWords(others, words), direction),
    ...remark(words.whereQuotesStand, where.join(`${words.semicolon} `), direction)
  ];
}

/** Nothing where there are no words. */
function remark(label: string, text: string, direction: Direction): readonly Block[] {
  if (text === '') return [];
  const told = asSentence(text);
  return [{ kind: 'labelled', label, runs: plain(told), ...runningAs(told, direction) }];
}
