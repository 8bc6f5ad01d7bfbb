/**
 * A publication as headings, paragraphs and tables: what every format of running text is written from.
 * Over 300 lines because all sections are told in the same few blocks.
 */
import { isolated } from '../../domain/text/direction.js';
import { asSentence, joinedByCommas } from '../../domain/text/joined-words.js';
import { renderMarkdown, renderText } from '../../domain/markdown/render-markdown.js';
import type { Stance } from '../../domain/briefing/entries.js';
import { type Note, placeInWords } from '../../domain/publication/number-notes.js';
import { asideOf, basisOf, datesOf, standingOf } from '../../domain/publication/claims.js';
import type { Matrix, MatrixCell } from '../../domain/publication/matrix.js';
import {
  cellsInWords,
  dayOfMatrix,
  legendOfMatrix,
  marksOf,
  matrixWords,
  notesBelow,
  openingOfMap
} from '../../domain/publication/matrix-in-words.js';
import { preparedByInWords } from '../../domain/publication/book.js';
import type { PublishedSide } from '../../domain/publication/points.js';
import { sharedOriginInWords } from '../../domain/publication/shared-origin.js';
import {
  anchors,
  capitalised,
  headings,
  type PrintedClaim,
  type Publication,
  type PublishedText
} from '../../domain/publication/publication.js';
import {
  amountInWords,
  credibilityWords,
  dateInWords,
  quoted,
  reliabilityWords,
  stanceSigns,
  stanceWords
} from '../../domain/terms/terms.js';
import { gradeOf, titleOfSource } from '../../domain/briefing/source.js';
import { markedTree, type MarkupNode } from './marked-tree.js';

export interface MarkupCell {
  readonly text: string;
  /** Numbers of the notes that it rests on. */
  readonly notes?: readonly number[];
  readonly stance?: Stance;
  /** Raised, behind the words: the letter of a condition and the like. */
  readonly raised?: string;
  /** Ringed. */
  readonly isChanged?: boolean;
  /** A heading of rows, as wide as so many columns. */
  readonly columns?: number;
}

export type MarkupBlock =
  | {
      readonly kind: 'markup';
      /** Made anew whenever it is asked for: a document holds many, and is written one after the other. */
      readonly nodes: readonly MarkupNode[];
    }
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Of the columns, in per cent; left out where they may be as the words make them. */
      readonly widths?: readonly number[];
      /** Signs in narrow columns, whose heads stand upright. */
      readonly isMap?: boolean;
      readonly rows: readonly (readonly MarkupCell[])[];
    }
  | {
      readonly kind: 'note';
      readonly number: number;
      readonly quote: string;
      readonly place: string;
      readonly nodes: readonly MarkupNode[];
    };

export interface MarkupSection {
  readonly anchor: string;
  readonly heading: string;
  /** Above the heading, such as a card's kind; empty for none. */
  readonly kicker: string;
  readonly blocks: readonly MarkupBlock[];
}

export function sectionsOf(publication: Publication): readonly MarkupSection[] {
  const { cards, texts, notes, briefing } = publication;
  const section = (
    name: keyof typeof anchors,
    blocks: readonly MarkupBlock[]
  ): readonly MarkupSection[] =>
    blocks.length > 0
      ? [{ anchor: anchors[name], heading: headings[name], kicker: '', blocks }]
      : [];
  return [
    ...cards.map(({ anchor, heading, kicker, card, marks }) => ({
      anchor,
      heading,
      kicker: capitalised(kicker),
      blocks: [markup(() => markedTree(renderMarkdown(card.body).html, marks))]
    })),
    ...section('positions', matrixBlocks(publication)),
    ...section('timeline', eventBlocks(publication)),
    ...section('ledger', ledgerBlocks(publication)),
    ...section('statements', statementBlocks(publication)),
    ...section('outcomes', outcomeBlocks(publication)),
    ...section('figures', figureBlocks(publication)),
    ...section('points', pointBlocks(publication)),
    ...texts.map((text) => ({
      anchor: text.anchor,
      heading: text.heading,
      kicker: '',
      blocks: [textBlock(text)]
    })),
    ...section(
      'sources',
      briefing.sources.map((source, index) => sourceBlock(briefing, source, index))
    ),
    ...section('notes', notes.map(noteBlock))
  ];
}

/** Such as “17 August 2025 · Moderate confidence · Prepared by Ada Byron”. */
export function factsInWords({ briefing, edition, unreviewed }: Publication): string {
  return [
    briefing.date ? dateInWords(briefing.date) : '',
    briefing.confidence ? `${capitalised(briefing.confidence)} confidence` : '',
    preparedByInWords(edition),
    unreviewed
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function markup(nodes: () => readonly MarkupNode[]): MarkupBlock {
  return {
    kind: 'markup',
    get nodes() {
      return nodes();
    }
  };
}

function textBlock({ source, text, marks }: PublishedText): MarkupBlock {
  const { format } = source;
  return markup(() => markedTree(renderText(text, format).html, marks, format === 'text'));
}

/** `cell` tells what stands where. */
export function matrixBlocks(
  { matrix }: Publication,
  cell: (claim: PrintedClaim | null) => MarkupCell = matrixCell
): readonly MarkupBlock[] {
  if (!matrix) return [];
  if (matrix.look === 'map') return mapBlocks(matrix);
  const ringed = legendOfMatrix(matrix).find(({ look }) => look === 'changed');
  return [
    ...matrix.tables.map(({ issues, groups }) => ({
      kind: 'table' as const,
      caption: dayOfMatrix(matrix),
      head: [matrixWords.actor, ...issues.map(({ issue }) => issue.wording)],
      rows: groups
        .flatMap(({ rows }) => rows)
        .map(({ actor, cells }) => [
          { text: actor.name },
          ...cells.map(({ claim, change }) => ({ ...cell(claim), isChanged: change !== null }))
        ])
    })),
    ...(ringed ? [{ kind: 'line' as const, text: `${changedSign} ${ringed.words}` }] : [])
  ];
}

/** Told where no ring can be drawn, and beside those that are. */
export const changedSign = '□';

function mapBlocks(matrix: Matrix): readonly MarkupBlock[] {
  const isGrouped = matrix.tables.some(({ groups }) => groups.length > 1);
  const legend = legendOfMatrix(matrix)
    .map(({ sign, look, words }) => `${look === 'changed' ? changedSign : sign} ${words}`)
    .join(' · ');
  return [
    { kind: 'line', text: `${openingOfMap(matrix)}: ${legend}.` },
    ...matrix.tables.map(({ issues, groups }) => ({
      kind: 'table' as const,
      caption: '',
      isMap: true,
      head: [
        matrixWords.actor,
        ...issues.map(({ number, issue }) => `${number} ${issue.wording}`),
        matrixWords.supporting,
        matrixWords.opposing
      ],
      widths: mapWidths(issues.length),
      rows: groups.flatMap(({ letter, rows }) => [
        ...(isGrouped ? [[{ text: matrixWords.groupOf(letter), columns: issues.length + 3 }]] : []),
        ...rows.map(({ actor, cells, totals }) => [
          { text: actor.name },
          ...cells.map(mapCell),
          { text: String(totals.supports) },
          { text: String(totals.opposes) }
        ])
      ])
    })),
    ...notesBelow(matrix).flatMap(({ title, entries }) => [
      { kind: 'line' as const, text: `${title}:` },
      ...entries.map(({ letter, words, cells, cellsFirst }) => {
        const where = cellsInWords(cells);
        const told = cellsFirst
          ? [`${where}:`, words]
          : [letter && `${letter}:`, words, where && `(${where})`];
        return { kind: 'line' as const, text: told.filter(Boolean).join(' ') };
      })
    ])
  ];
}

function mapWidths(issues: number): readonly number[] {
  const cell = Math.min(6, 78 / (issues + 2));
  return [100 - cell * (issues + 2), ...Array.from({ length: issues + 2 }, () => cell)];
}

function mapCell(cell: MatrixCell): MarkupCell {
  const isChanged = cell.change !== null;
  if (!cell.claim) return { text: '', isChanged };
  const { stance } = cell.claim.position;
  return { text: stanceSigns[stance], raised: marksOf(cell), stance, isChanged };
}

function matrixCell(claim: PrintedClaim | null): MarkupCell {
  if (!claim) return { text: '' };
  const cell = stanceCell(claim);
  return { ...cell, text: `${cell.text}${asideOf(claim)}` };
}

function stanceCell(claim: PrintedClaim): MarkupCell {
  const { stance, condition } = claim.position;
  const text = `${stanceSigns[stance]} ${stanceWords[stance]}${condition ? `, if ${condition}` : ''}`;
  return { text, notes: claim.evidence, stance };
}

export function eventBlocks({ events }: Publication): readonly MarkupBlock[] {
  if (events.length === 0) return [];
  const rows = events.map(({ event, when, actors, evidence }) => [
    { text: when },
    { text: event.title, notes: evidence },
    { text: actors.map(isolated).join(', ') }
  ]);
  return [
    {
      kind: 'table',
      caption: '',
      head: ['When', 'What happened', 'Who'],
      widths: [20, 50, 30],
      rows
    }
  ];
}

function ledgerBlocks({ ledger }: Publication): readonly MarkupBlock[] {
  return ledger.map(({ issue, claims }) => ({
    kind: 'table',
    caption: issue.wording,
    head: ['Actor', 'Stance', 'Statement', 'When', 'Basis'],
    widths: [15, 16, 33, 18, 18],
    rows: claims.map((claim) => {
      const { actor, position } = claim;
      return [
        { text: actor.name },
        stanceCell(claim),
        { text: position.statement },
        { text: datesOf(position).join('; ') || 'undated' },
        {
          text: capitalised([...basisOf(claim), ...standingOf(claim)].join(', '))
        }
      ];
    })
  }));
}

export function outcomeBlocks({ outcomes }: Publication): readonly MarkupBlock[] {
  if (!outcomes) return [];
  const rows = outcomes.outcomes.map(({ outcome, statement, word, range, evidence }) => [
    { text: statement, notes: evidence },
    { text: word ? `${word} (${range})` : 'not judged' },
    { text: outcome.confidence ?? 'not judged' }
  ]);
  const legend = outcomes.legend.map(({ word, range }) => `${word} ${range}`).join('; ');
  return [
    {
      kind: 'table',
      caption: '',
      head: ['Outcome', 'Likelihood', 'Confidence'],
      widths: [56, 26, 18],
      rows
    },
    { kind: 'line', text: `What the words mean (${outcomes.standard}): ${legend}.` }
  ];
}

export function statementBlocks({ statements }: Publication): readonly MarkupBlock[] {
  if (statements.length === 0) return [];
  const rows = statements.map(({ statement, actor, when, evidence }) => [
    { text: actor.name },
    { text: statement.text, notes: evidence },
    { text: when || 'undated' }
  ]);
  const head = ['Actor', 'Statement', 'When'];
  return [{ kind: 'table', caption: '', head, widths: [22, 56, 22], rows }];
}

export function figureBlocks({ figures }: Publication): readonly MarkupBlock[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ figure, basis, evidence }) => [
    { text: amountInWords(figure) },
    {
      text: [figure.measures, basis && `(${basis})`].filter(Boolean).join(' '),
      notes: evidence
    }
  ]);
  return [{ kind: 'table', caption: '', head: ['Figure', 'Measures'], widths: [28, 72], rows }];
}

/** A table a point, under what it is about, and how it was settled below. */
export function pointBlocks({ points }: Publication): readonly MarkupBlock[] {
  return points.flatMap(({ kind, about, labels, sides, settlement }): readonly MarkupBlock[] => {
    const row = (name: string, cell: (side: PublishedSide) => MarkupCell) => [
      { text: name },
      ...sides.map(cell)
    ];
    const isOfPositions = sides[0].stance !== null;
    const table = {
      kind: 'table',
      caption: [about, kind].filter(Boolean).join(' – '),
      head: ['What', ...labels],
      widths: [14, 43, 43],
      rows: [
        ...(isOfPositions ? [row('Stance', heldCell)] : []),
        row('Words', ({ words }) => ({ text: words })),
        row('When', ({ when }) => ({ text: when })),
        row('Quotes', ({ quotes }) => ({
          text: quotes.map(quoteInCell).join('; ') || 'no quote',
          notes: quotes.flatMap(({ number }) => number ?? [])
        }))
      ]
    } as const;
    return settlement === '' ? [table] : [table, { kind: 'line', text: settlement }];
  });
}

function heldCell({ stance, isDenied }: PublishedSide): MarkupCell {
  if (!stance) return { text: '' };
  const held = `${stanceSigns[stance]} ${stanceWords[stance]}`;
  return { text: isDenied ? `Denied: ${held}` : held, stance };
}

function quoteInCell({ words, place }: PublishedSide['quotes'][number]): string {
  const from = place || 'This briefing';
  return words === '' ? from : `${quoted(words)} (${from})`;
}

function sourceBlock(
  briefing: Publication['briefing'],
  source: Publication['briefing']['sources'][number],
  index: number
): MarkupBlock {
  const madeBy = [
    source.author,
    source.publisher,
    source.published ? dateInWords(source.published) : '',
    source.url
  ];
  const grade = `${gradeOf(source)}: ${reliabilityWords[source.reliability]}; ${credibilityWords[source.credibility]}`;
  const words = asSentence(joinedByCommas([titleOfSource(source), ...madeBy]));
  const shared = asSentence(sharedOriginInWords(briefing, source));
  return { kind: 'line', text: `${index + 1}. ${words} ${grade}. ${shared}`.trimEnd() };
}

function noteBlock({ number, annotation, place }: Note): MarkupBlock {
  const { note, target } = annotation;
  return {
    kind: 'note',
    number,
    quote: quoted(target.selectors.quote.exact),
    place: asSentence(placeInWords(place)),
    nodes: note.trim() ? markedTree(renderMarkdown(note).html, []) : []
  };
}
