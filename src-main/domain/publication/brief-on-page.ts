/** What of a brief stands on its one page: by a rule, less and less until it fits. Knows no layout. */
import type { BriefPoint } from './brief.js';
import type { KeyPoint } from './key-point.js';
import { compareText } from '../base/compare-text.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { dayOfLabel } from '../text/read-date.js';
import { pastDayOf } from './next-date.js';
import type { Matrix, NamedCell } from './matrix.js';
import type { Publication } from './publication.js';

/** How much of a brief is told. */
export interface BriefDetail {
  /** Smaller type, and less between the lines. */
  readonly tight: boolean;
  /** UTF-16 units of the longest sentence or line of a card that its author did not choose; 0 for none. */
  readonly sentence: number;
  /** Of a card that is a list of lines. */
  readonly lines: number;
  readonly quotes: number;
  /** Words that positions rest on. */
  readonly evidence: number;
  readonly options: number;
  /** The likeliest. */
  readonly outcomes: number;
  /** Of the matrix: those with most on record. */
  readonly rows: number;
}

const all = { quotes: 3, evidence: 0, options: Infinity, outcomes: Infinity, rows: Infinity };

/** Pairs of the longest sentence and of lines. */
const shorter = [
  ...[40, 20, 14, 11, 9, 8, 7, 6, 5, 4, 3].map((lines) => [400, lines] as const),
  [240, 2] as const
];

/**
 * From all there is to the least: first smaller type, shorter sentences and fewer lines, then fewer quotes, options,
 * outcomes and rows, and last no sentences that its author did not choose.
 */
export const briefDetails: readonly BriefDetail[] = [
  ...[8, 5, 3, 2, 1].map((evidence) => ({
    tight: false,
    sentence: 400,
    lines: 40,
    ...all,
    evidence
  })),
  ...shorter.map(([sentence, lines]) => ({ tight: false, sentence, lines, ...all })),
  ...shorter.map(([sentence, lines]) => ({ tight: true, sentence, lines, ...all })),
  { tight: true, sentence: 190, lines: 1, ...all },
  ...[
    ...[2, 1, 0].map((quotes) => ({ ...all, quotes })),
    ...[2, 0].map((options) => ({ ...all, quotes: 0, options })),
    ...[3, 2].map((outcomes) => ({ ...all, quotes: 0, options: 0, outcomes })),
    ...[12, 9, 6].map((rows) => ({ ...all, quotes: 0, options: 0, outcomes: 2, rows }))
  ].map((shown) => ({ tight: true, sentence: 190, lines: 1, ...shown })),
  ...[160, 135, 115, 95, 80, 65, 0].map((sentence) => ({
    ...{ ...all, tight: true, sentence, lines: 1, quotes: 0, options: 0, outcomes: 2, rows: 6 }
  })),
  ...[4, 2, 0].map((rows) => ({
    ...{ ...all, tight: true, sentence: 0, lines: 0, quotes: 0, options: 0 },
    ...{ outcomes: rows / 2, rows }
  }))
];

/** The brief as it stands at that detail; its `elsewhere` says what does not. */
export function briefOnPage(publication: Publication, detail: BriefDetail): Publication {
  const { brief, pageOne, matrix, words } = publication;
  if (!brief) return publication;
  const options = pageOne.options.slice(0, detail.options);
  const outcomes = brief.outcomes.slice(0, detail.outcomes);
  const shown = matrix && withRows(matrix, detail.rows);
  const judged = new Set(publication.briefing.keyJudgements.map(({ about }) => about));
  const unshown = brief.outcomes.slice(detail.outcomes);
  const others = unshown.filter(({ outcome }) => !judged.has(outcome.id));
  const dayOf = (line: string) => pastDayOf(line, publication.briefing) || dayOfLabel(line);
  const points = brief.points.map((each) => ({
    ...each,
    point: pointOnPage(each, detail, dayOf)
  }));
  const leftOut: readonly LeftOut[] = [
    ...leftOutOfCards(brief.points, points, words),
    [words.pageOne.judgements, unshown.length - others.length],
    [words.pageOne.options, pageOne.options.length - options.length],
    [words.headings.outcomes, others.length],
    [words.headings.positions, rowsOf(matrix).length - rowsOf(shown).length]
  ];
  return {
    ...publication,
    pageOne: { ...pageOne, options },
    matrix: shown,
    brief: {
      ...brief,
      points: points.filter(({ point }) => point.isChosen || tellsOf(point) > 0),
      outcomes,
      quotes: brief.quotes.slice(0, detail.quotes),
      evidence: brief.evidence.slice(0, detail.evidence),
      elsewhere: elsewhereInWords(leftOut, words)
    }
  };
}

/** Under which heading how much does not stand on the page. */
type LeftOut = readonly [heading: string, count: number];

/**
 * Nothing is cut: a sentence or line that is too long is left out. Of lines those go first that were overtaken, then
 * those that nobody has confirmed, and then those of earlier days.
 */
function pointOnPage(
  { point, unreviewed, overtaken }: BriefPoint,
  detail: BriefDetail,
  dayOf: (line: string) => string
): KeyPoint {
  if (point.isChosen) return point;
  const fits = ({ length }: string) => length <= detail.sentence;
  const fitting = point.lines.filter(fits);
  const first = () =>
    fitting.toSorted(
      (a, b) =>
        Number(overtaken.has(a)) - Number(overtaken.has(b)) ||
        Number(unreviewed.has(a)) - Number(unreviewed.has(b)) ||
        compareText(dayOf(b), dayOf(a))
    );
  // Days are read only where a line has to go.
  const kept = new Set(fitting.length > detail.lines ? first().slice(0, detail.lines) : fitting);
  const lines = fitting.filter((line) => kept.has(line));
  const [only = ''] = lines;
  if (lines.length === 1) return { ...point, sentence: only, lines: [] };
  return { ...point, sentence: fits(point.sentence) ? point.sentence : '', lines };
}

/** How many sentences or lines stand there. */
function tellsOf({ sentence, lines }: KeyPoint): number {
  return lines.length || Number(sentence !== '');
}

/** Of so many cards it is told by name; the others are counted together. */
const mostNamed = 8;

function leftOutOfCards(
  all: readonly BriefPoint[],
  shown: readonly BriefPoint[],
  { keyPoints }: PrintedWords
): readonly LeftOut[] {
  const leftOut = all.flatMap(({ heading, point }, index): readonly LeftOut[] => {
    if (point.isChosen) return [];
    // Of a card that begins with a table there is one thing to look up.
    const count = Math.max(tellsOf(point), 1) - tellsOf(shown[index]!.point);
    return count > 0 ? [[heading, count]] : [];
  });
  const others = leftOut.slice(mostNamed).reduce((sum, [, count]) => sum + count, 0);
  return [...leftOut.slice(0, mostNamed), [keyPoints, others]];
}

/** Such as “In the full briefing: Options +2; Who stands where +4.” */
function elsewhereInWords(
  leftOut: readonly LeftOut[],
  { pageOne, colon, semicolon, number }: PrintedWords
): string {
  const told = leftOut
    .filter(([, count]) => count > 0)
    .map(([heading, count]) => `${heading}\u00a0+${number(count)}`);
  return told.length > 0 ? `${pageOne.inFull}${colon} ${told.join(`${semicolon} `)}.` : '';
}

function rowsOf(matrix: Matrix | null) {
  return matrix?.tables[0]?.groups.flatMap(({ rows }) => rows) ?? [];
}

/** With so many actors, in their order; `null` for none. */
function withRows(matrix: Matrix, most: number): Matrix | null {
  if (most === 0) return null;
  const record = new Map<string, number>();
  for (const { groups } of matrix.tables) {
    for (const { actor, cells } of groups.flatMap(({ rows }) => rows)) {
      const known = cells.filter(({ claim }) => claim !== null).length;
      record.set(actor.id, (record.get(actor.id) ?? 0) + known);
    }
  }
  const kept = new Set(
    [...record]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([actor]) => actor)
  );
  const tables = matrix.tables.map((table) => ({
    ...table,
    groups: table.groups.flatMap((group) => {
      const rows = group.rows.filter(({ actor }) => kept.has(actor.id));
      return rows.length > 0 ? { ...group, rows } : [];
    })
  }));
  const isKept = ({ actor }: NamedCell) => kept.has(actor.id);
  return {
    ...matrix,
    tables,
    conditions: matrix.conditions.filter(({ cells }) => cells.some(isKept)),
    disputed: matrix.disputed.filter(isKept)
  };
}
