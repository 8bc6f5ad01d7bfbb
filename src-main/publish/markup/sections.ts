/**
 * A publication as headings, paragraphs and tables: what every format of running text is written from.
 * Over 300 lines because all sections are told in the same few blocks.
 */
import { languageOfQuote } from '../../domain/publication/document-language.js';
import { asSentence, joinedByCommas } from '../../domain/text/joined-words.js';
import { paragraphStarts } from '../../domain/markdown/paragraph-starts.js';
import { renderMarkdown, renderText } from '../../domain/markdown/render-markdown.js';
import { safeLink } from '../../domain/markdown/safe-link.js';
import { placeInWords } from '../../domain/publication/number-notes.js';
import {
  asideOf,
  basisOf,
  datesOf,
  namesBeside,
  standingOf
} from '../../domain/publication/claims.js';
import { isOfChanges, kindOfChanges } from '../../domain/publication/changes-in-words.js';
import { legendOfMatrix } from '../../domain/publication/matrix-in-words.js';
import { preparedByInWords } from '../../domain/publication/book.js';
import type { PublishedSide } from '../../domain/publication/points.js';
import { draftedInWords } from '../../domain/publication/drafted.js';
import { remarksOf, sourceEntry } from '../../domain/publication/source-entry.js';
import {
  anchors,
  capitalised,
  type PrintedClaim,
  type Publication,
  type PublishedNote,
  type PublishedText,
  type SectionHead
} from '../../domain/publication/publication.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { changesInWords } from '../../domain/timeline/timeline-in-words.js';
import { amountInWords, stanceSigns } from '../../domain/terms/terms.js';
import type { MarkupBlock, MarkupCell } from './blocks.js';
import { changeBlocks } from './change-sections.js';
import { changedSign, mapBlocks } from './map-cells.js';
import { markedTree, type MarkupNode, withParagraphNumbers } from './marked-tree.js';

export interface MarkupSection {
  readonly anchor: string;
  readonly heading: string;
  /** Above the heading, such as a card's kind; empty for none. */
  readonly kicker: string;
  /** Of its blocks, BCP 47. */
  readonly language: string;
  readonly blocks: readonly MarkupBlock[];
}

export function sectionsOf(publication: Publication): readonly MarkupSection[] {
  const { cards, texts, notes, words } = publication;
  const marked = new Set(
    [...cards, ...texts].flatMap(({ marks }) => marks.map(({ number }) => number))
  );
  const section = (
    name: keyof typeof anchors,
    blocks: readonly MarkupBlock[],
    head: SectionHead = { heading: words.headings[name], kicker: '' }
  ): readonly MarkupSection[] =>
    blocks.length > 0
      ? [
          {
            anchor: anchors[name],
            ...head,
            language: words.language,
            blocks
          }
        ]
      : [];
  const changes = section('changes', changeBlocks(publication));
  if (isOfChanges(publication)) return changes;
  return [
    ...changes,
    ...cards.map(({ anchor, heading, kicker, card, marks }) => ({
      anchor,
      heading,
      kicker: capitalised(kicker),
      language: publication.language,
      blocks: [markup(() => markedTree(renderMarkdown(card.body).html, marks))]
    })),
    ...section('positions', matrixBlocks(publication)),
    ...section('timeline', timelineBlocks(publication), publication.timelineHead),
    ...section('ledger', ledgerBlocks(publication)),
    ...section('statements', statementBlocks(publication)),
    ...section('outcomes', outcomeBlocks(publication)),
    ...section('figures', figureBlocks(publication)),
    ...section('points', pointBlocks(publication)),
    ...texts.map((text) => ({
      anchor: text.anchor,
      heading: text.heading,
      kicker: '',
      language: text.language,
      blocks: [textBlock(text)]
    })),
    ...section('sources', sourceBlocks(publication)),
    ...section(
      'notes',
      notes.map((note) => noteBlock(note, marked, publication))
    )
  ];
}

/** Such as “17 August 2025 · Moderate confidence · Prepared by Ada Byron”. */
export function factsInWords(publication: Publication): string {
  const { briefing, changes, edition, pageOne, words, asOf } = publication;
  return [
    isOfChanges({ edition }) ? kindOfChanges(changes, words) : pageOne.kind,
    briefing.date ? words.date(briefing.date) : '',
    asOf,
    briefing.confidence ? capitalised(words.confidenceOf[briefing.confidence]) : '',
    preparedByInWords(edition, words)
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
  return markup(() => {
    const { html } = renderText(text, format);
    return withParagraphNumbers(markedTree(html, marks, format === 'text'), paragraphStarts(html));
  });
}

/** `cell` tells what stands where. */
export function matrixBlocks(
  { matrix, words }: Publication,
  cell: (claim: PrintedClaim | null, words: PrintedWords) => MarkupCell = matrixCell
): readonly MarkupBlock[] {
  if (!matrix) return [];
  if (matrix.look === 'map') return mapBlocks(matrix, words);
  const ringed = legendOfMatrix(matrix, words).find(({ look }) => look === 'changed');
  return [
    ...matrix.tables.map(({ issues, groups }) => ({
      kind: 'table' as const,
      caption: capitalised(matrix.asOf ? words.asOf(words.date(matrix.asOf)) : words.asLastKnown),
      head: [words.columns.actor, ...issues.map(({ issue }) => issue.wording)],
      rows: groups
        .flatMap(({ rows }) => rows)
        .map(({ actor, cells }) => [
          { text: actor.name },
          ...cells.map(({ claim, change }) => ({
            ...cell(claim, words),
            isChanged: change !== null
          }))
        ])
    })),
    ...(ringed ? [{ kind: 'line' as const, text: `${changedSign} ${ringed.told}` }] : [])
  ];
}

function matrixCell(claim: PrintedClaim | null, words: PrintedWords): MarkupCell {
  if (!claim) return { text: '' };
  return {
    text: `${stanceInWords(claim, words)}${asideOf(claim, words)}`,
    notes: claim.evidence,
    stance: claim.position.stance
  };
}

function stanceInWords({ position }: PrintedClaim, words: PrintedWords): string {
  const { stance, condition } = position;
  const held = `${stanceSigns[stance]} ${words.stances[stance]}`;
  return condition ? words.stanceIf(held, condition) : held;
}

/** What is claimed with the numbers of its quotes, or the plain words that there is none. */
export function cited(text: string, notes: readonly number[], { noQuote }: PrintedWords) {
  return { text: notes.length > 0 ? text : `${text} (${noQuote})`, notes };
}

/** A drawing without events is told in words where it makes a claim; else the ledger tells it. */
export function timelineBlocks(publication: Publication): readonly MarkupBlock[] {
  const { events, timeline, timelineHead, words } = publication;
  if (events.length > 0) return eventBlocks(publication);
  if (!timeline || timelineHead.kicker === '') return [];
  return changesInWords(timeline, words).map((text) => ({ kind: 'line', text }));
}

function eventBlocks({ events, words }: Publication): readonly MarkupBlock[] {
  const rows = events.map(({ event, when, actors, evidence }) => [
    { text: when },
    cited(event.title, evidence, words),
    { text: namesBeside(actors, words) }
  ]);
  return [
    {
      kind: 'table',
      caption: '',
      head: [words.columns.when, words.columns.whatHappened, words.columns.who],
      widths: [20, 50, 30],
      rows
    }
  ];
}

function ledgerBlocks({ ledger, words }: Publication): readonly MarkupBlock[] {
  const { actor, stance, statement, when, basis } = words.columns;
  return ledger.map(({ issue, claims }) => ({
    kind: 'table',
    caption: issue.wording,
    head: [actor, stance, statement, when, basis],
    widths: [15, 16, 33, 18, 18],
    rows: claims.map((claim) => {
      const { actor, position } = claim;
      return [
        { text: actor.name },
        { ...cited(stanceInWords(claim, words), claim.evidence, words), stance: position.stance },
        { text: claim.statement },
        { text: datesOf(position, words).join(`${words.semicolon} `) || words.undated },
        {
          text: capitalised(
            [...basisOf(claim, words), ...standingOf(claim, words)].join(`${words.comma} `)
          )
        }
      ];
    })
  }));
}

export function outcomeBlocks({ outcomes, briefing, words }: Publication): readonly MarkupBlock[] {
  if (!outcomes) return [];
  const rows = outcomes.outcomes.map(({ outcome, statement, word, range, evidence }) => [
    cited(statement, evidence, words),
    { text: word ? `${word} (${range})` : words.notJudged },
    { text: outcome.confidence ? words.confidences[outcome.confidence] : words.notJudged }
  ]);
  const legend = outcomes.legend
    .map(({ word, range }) => `${word} ${range}`)
    .join(`${words.semicolon} `);
  const meant = words.whatTheWordsMean(briefing.likelihoodScale);
  return [
    {
      kind: 'table',
      caption: '',
      head: [words.columns.outcome, words.columns.likelihood, words.columns.confidence],
      widths: [56, 26, 18],
      rows
    },
    { kind: 'line', text: `${meant}${words.colon} ${legend}.` }
  ];
}

export function statementBlocks({ statements, words }: Publication): readonly MarkupBlock[] {
  if (statements.length === 0) return [];
  const rows = statements.map(({ statement, actor, when, evidence }) => [
    { text: actor.name },
    cited(statement.text, evidence, words),
    { text: when || words.undated }
  ]);
  const head = [words.columns.actor, words.columns.statement, words.columns.when];
  return [{ kind: 'table', caption: '', head, widths: [22, 56, 22], rows }];
}

export function figureBlocks({ figures, words }: Publication): readonly MarkupBlock[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ figure, basis, evidence }) => [
    { text: amountInWords(figure) },
    cited([figure.measures, basis && `(${basis})`].filter(Boolean).join(' '), evidence, words)
  ]);
  const head = [words.columns.figure, words.columns.measures];
  return [{ kind: 'table', caption: '', head, widths: [28, 72], rows }];
}

/** A table a point, under what it is about, and how it was settled below. */
export function pointBlocks({ points, words }: Publication): readonly MarkupBlock[] {
  const { columns } = words;
  return points.flatMap(({ kind, about, labels, sides, settlement }): readonly MarkupBlock[] => {
    const row = (name: string, cell: (side: PublishedSide) => MarkupCell) => [
      { text: name },
      ...sides.map(cell)
    ];
    const isOfPositions = sides[0].stance !== null;
    const table = {
      kind: 'table',
      caption: [about, kind].filter(Boolean).join(' – '),
      head: [columns.what, ...labels],
      widths: [14, 43, 43],
      rows: [
        ...(isOfPositions ? [row(columns.stance, (side) => heldCell(side, words))] : []),
        row(columns.words, (side) => ({ text: side.words })),
        row(columns.when, ({ when }) => ({ text: when })),
        row(columns.quotes, ({ quotes }) => ({
          text:
            quotes.map((quote) => quoteInCell(quote, words)).join(`${words.semicolon} `) ||
            words.noQuote,
          notes: quotes.flatMap(({ number }) => number ?? [])
        }))
      ]
    } as const;
    return settlement === '' ? [table] : [table, { kind: 'line', text: settlement }];
  });
}

function heldCell({ stance, isDenied }: PublishedSide, words: PrintedWords): MarkupCell {
  if (!stance) return { text: '' };
  const held = `${stanceSigns[stance]} ${words.stances[stance]}`;
  return { text: isDenied ? words.deniedStance(held) : held, stance };
}

function quoteInCell(
  { words: quote, place }: PublishedSide['quotes'][number],
  { quoted, thisBriefing }: PrintedWords
): string {
  const from = place || thisBriefing;
  return quote === '' ? from : `${quoted(quote)} (${from})`;
}

/** With what of the document a draft made, which stands below its sources. */
function sourceBlocks(publication: Publication): readonly MarkupBlock[] {
  const { briefing, words } = publication;
  if (briefing.sources.length === 0) return [];
  const drafted = draftedInWords(briefing, words);
  return [
    ...briefing.sources.map((source, index) => sourceBlock(publication, source, index)),
    ...(drafted === '' ? [] : [{ kind: 'line', text: drafted } as const])
  ];
}

function sourceBlock(
  { briefing, words }: Publication,
  source: Publication['briefing']['sources'][number],
  index: number
): MarkupBlock {
  const entry = sourceEntry(briefing, source, words);
  const named = joinedByCommas([entry.title, ...entry.madeBy, entry.address], words.comma);
  const grade = `${entry.grade}${words.colon} ${entry.gradeInWords}`;
  const told = [asSentence(named), asSentence(grade), remarksOf(entry)].join(' ');
  const line = { kind: 'line', text: `${words.number(index + 1)}. ${told}`.trimEnd() } as const;
  return safeLink(entry.address) ? { ...line, link: entry.address } : line;
}

function noteBlock(
  cited: PublishedNote,
  marked: ReadonlySet<number | null>,
  publication: Publication
): MarkupBlock {
  const { number, annotation, place, newerVersion } = cited;
  const { words } = publication;
  const { note, target } = annotation;
  return {
    kind: 'note',
    number,
    isMarked: marked.has(number),
    language: languageOfQuote(cited, publication),
    quote: words.quoted(target.selectors.quote.exact),
    place: asSentence(placeInWords(place, words)),
    newerVersion,
    nodes: note.trim() ? markedTree(renderMarkdown(note).html, []) : []
  };
}
