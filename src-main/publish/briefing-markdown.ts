/**
 * A briefing as one Markdown document: front matter, cards, positions, and every quote as a footnote.
 * Over 300 lines because all parts of a document are told in the same few shapes.
 */
import { asSentence, joinedByCommas } from '../domain/text/joined-words.js';
import { paragraphStarts } from '../domain/markdown/paragraph-starts.js';
import { portableMarkdown } from '../domain/markdown/portable-markdown.js';
import { mapMarkdown, renderText } from '../domain/markdown/render-markdown.js';
import { safeLink } from '../domain/markdown/safe-link.js';
import { identityMap } from '../domain/markdown/source-map.js';
import { asideOf, basisOf, standingOf } from '../domain/publication/claims.js';
import { composeBook } from '../domain/publication/book.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition } from '../domain/publication/edition.js';
import type { PrintedMark } from '../domain/publication/marks.js';
import { sourceTitle } from '../domain/publication/number-notes.js';
import {
  bottomLineHeading,
  capitalised,
  type PrintedClaim,
  type LedgerGroup,
  type Publication,
  type PublishedNote,
  type SectionHead
} from '../domain/publication/publication.js';
import { draftedInWords } from '../domain/publication/drafted.js';
import { remarksOf, sourceEntry } from '../domain/publication/source-entry.js';
import { type Source, gradeOf } from '../domain/briefing/source.js';
import { type PrintedWords } from '../domain/terms/printed/en.js';
import { stanceSigns } from '../domain/terms/terms.js';
import { pageOneMarkup, type PageOnePart } from './markup/page-one-sections.js';
import { changedSign } from './markup/map-cells.js';
import { isOfChanges, kindOfChanges } from '../domain/publication/changes-in-words.js';
import type { CellQuote, MarkupBlock, MarkupCell } from './markup/blocks.js';
import { changeBlocks } from './markup/change-sections.js';
import {
  timelineBlocks,
  factsInWords,
  figureBlocks,
  matrixBlocks,
  outcomeBlocks,
  statementBlocks,
  pointBlocks
} from './markup/sections.js';
import type { Format } from './format.js';

declare module './format.js' {
  interface FormatsByEnding {
    readonly md: Format;
  }
}

export const markdown: Format = {
  name: 'Markdown',
  label: 'Markdown',
  shows: 'text',
  holds: 'front matter, cards, tables, quotes as footnotes',
  book: {
    name: 'Markdown',
    holds: 'one file; footnotes are numbered `[^2-1]`, by the briefing'
  },
  make: asMarkdown
};

/** In a book the numbers of the footnotes begin with that of the briefing, so that no two are the same. */
export function asMarkdown({ title, parts, edition }: DocumentJob): string {
  const { preparedBy, copyNumber, since, until } = edition;
  const template = edition.template === 'changes' ? edition.template : fullEdition.template;
  const shown = { preparedBy, copyNumber, since, until, template };
  const book = composeBook({ title, parts, edition: { ...fullEdition, ...shown } });
  const blocks = book.chapters.flatMap(({ publication }, index) => [
    book.titlePage ? '' : frontMatter(publication),
    `# ${inline(publication.title)}`,
    book.titlePage
      ? inline([publication.marking, factsInWords(publication)].filter(Boolean).join(' · '))
      : '',
    ...chapter(publication, book.titlePage ? `${index + 1}-` : '')
  ]);
  const { title: name, marking, facts } = book;
  const head = book.titlePage
    ? front({ title: name, marking: marking || null, contains: facts })
    : '';
  return `${[head, ...blocks].filter((block) => block !== '').join('\n\n')}\n`;
}

/** All below the title. `prefix` is that of the footnotes. */
function chapter(publication: Publication, prefix: string): readonly string[] {
  const { changes, words } = publication;
  const { unreviewed, before, bottomLine, after } = pageOneMarkup(publication);
  const kind = isOfChanges(publication) ? kindOfChanges(changes, words) : publication.pageOne.kind;
  const partOf = ({ heading, blocks }: PageOnePart) => [
    heading === '' ? '' : `## ${inline(heading)}`,
    // Each line for itself, by the two spaces at its end.
    blocks.map((block) => plain(block, prefix)).join('  \n')
  ];
  return [
    unreviewed === '' ? '' : `**${inline(unreviewed)}**`,
    // A book tells it with the facts of the chapter.
    kind === '' || prefix !== '' ? '' : `_${kind}_`,
    ...before.flatMap(partOf),
    ...(bottomLine === ''
      ? []
      : [`**${bottomLineHeading(publication)}**`, portable(bottomLine, `${prefix}line-`)]),
    ...after.flatMap(partOf),
    ...section(told(changeBlocks(publication), prefix), {
      heading: words.headings.changes,
      kicker: ''
    }),
    ...(isOfChanges(publication) ? [] : sections(publication, prefix))
  ];
}

/** From the cards to the notes. */
function sections(publication: Publication, prefix: string): readonly string[] {
  const { briefing, cards, ledger, notes, words } = publication;
  const sources = briefing.sources
    .map((source, index) => sourceItem(publication, source, index))
    .join('\n');
  const own = (
    name: keyof PrintedWords['headings'],
    parts: readonly string[],
    head: SectionHead = { heading: words.headings[name], kicker: '' }
  ) => section(parts, head);
  return [
    ...cards.flatMap(({ anchor, heading, kicker, card, marks }) => [
      `## ${inline(heading)}`,
      kicker === words.cardKinds[card.kind] ? '' : `_${inline(capitalised(kicker))}_`,
      portable(card.body, `${prefix}${anchor}-`),
      ...notesBeside(marks, publication, prefix)
    ]),
    ...own('positions', told(matrixBlocks(publication, stanceOf), prefix)),
    ...own('timeline', told(timelineBlocks(publication), prefix), publication.timelineHead),
    ...own(
      'ledger',
      ledger.flatMap((group) => ledgerGroup(group, prefix, words))
    ),
    ...own('statements', told(statementBlocks(publication), prefix)),
    ...own('outcomes', told(outcomeBlocks(publication), prefix)),
    ...own('figures', told(figureBlocks(publication), prefix)),
    ...own(
      'points',
      pointBlocks(publication).flatMap((block) =>
        block.kind === 'table'
          ? [`### ${inline(block.caption)}`, plain({ ...block, caption: '' }, prefix)]
          : plain(block, prefix)
      )
    ),
    ...publication.texts.flatMap(({ heading, source, text, marks }) => [
      `## ${inline(heading)}`,
      fenced(numbered(text, source.format)),
      ...notesBeside(marks, publication, prefix)
    ]),
    ...own('sources', sources ? [sources, inline(draftedInWords(briefing, words))] : []),
    ...notes.map((note) => footnote(note, prefix, words))
  ];
}

/** Nothing where it has no parts. */
function section(parts: readonly string[], { heading, kicker }: SectionHead): readonly string[] {
  if (parts.length === 0) return [];
  return [`## ${inline(heading)}`, kicker === '' ? '' : `_${inline(kicker)}_`, ...parts];
}

function told(blocks: readonly MarkupBlock[], prefix: string): readonly string[] {
  return blocks.map((block) => plain(block, prefix));
}

/** JSON strings are YAML strings too, so nothing in a title can end the front matter. */
function frontMatter({ title, briefing, edition, marking, asOf }: Publication): string {
  return front({
    title,
    author: edition.preparedBy.trim() || null,
    date: briefing.date,
    positions: asOf || null,
    marking: marking || null,
    confidence: briefing.confidence,
    tags: briefing.tags.length ? briefing.tags : null,
    modified: briefing.modifiedAt
  });
}

function front(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${inFront(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** A program that knows no front matter takes it for text: no tag and no picture may begin in it. */
function inFront(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFront).join(',')}]`;
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('[', '\\u005b');
}

/** Only rendered text has the offsets of a mark, so a note follows its text with the words it is about. */
function notesBeside(
  marks: readonly PrintedMark[],
  { notes, words }: Publication,
  prefix: string
): readonly string[] {
  const items = notes
    .filter(({ number }) => marks.some((mark) => mark.number === number))
    .map(({ number, annotation }) => {
      const { exact } = annotation.target.selectors.quote;
      return `- ${inline(words.quoted(exact))} ${reference(number, prefix)}`;
    });
  return items.length ? [items.join('\n')] : [];
}

function stanceOf(claim: PrintedClaim | null, words: PrintedWords): MarkupCell {
  if (!claim) return { text: '' };
  const { stance } = claim.position;
  return { text: `${stanceSigns[stance]} ${words.stances[stance]}${asideOf(claim, words)}` };
}

function plain(block: MarkupBlock, prefix: string): string {
  if (block.kind === 'line') return inline(block.text);
  if (block.kind === 'list') return block.items.map((item) => `- ${inline(item)}`).join('\n');
  if (block.kind === 'labelled') {
    const notes = references(block.notes ?? [], prefix);
    return [`**${inline(block.label)}** ${inline(block.text)}`, notes].filter(Boolean).join(' ');
  }
  if (block.kind !== 'table') return '';
  const caption = block.caption === '' ? [] : [inline(block.caption), ''];
  return [
    ...caption,
    tableRow(block.head),
    tableRow(block.head.map(() => '---')),
    ...block.rows.map((cells) => `| ${cells.map((cell) => cellIn(cell, prefix)).join(' | ')} |`)
  ].join('\n');
}

function cellIn(
  { text, notes = [], lead, quotes = [], raised = '', isChanged, columns = 1 }: MarkupCell,
  prefix: string
): string {
  const words = cellText(`${text}${raised}${isChanged ? changedSign : ''}`);
  const told = [
    lead ? `**${cellText(lead)}**` : '',
    words,
    references(notes, prefix),
    ...quotes.map((quote) => quoteIn(quote, prefix))
  ]
    .filter((part) => part !== '')
    .join(' ');
  return columns === 1 ? told : `**${told}**${' |'.repeat(columns - 1)}`;
}

function quoteIn({ label, words, number, hasNote }: CellQuote, prefix: string): string {
  const told = cellText(words);
  const parts = hasNote ? [label, told, reference(number, prefix)] : [label, `**${number}**`, told];
  return parts.filter((part) => part !== '').join(' ');
}

function references(numbers: readonly number[], prefix: string): string {
  return numbers.map((number) => reference(number, prefix)).join(' ');
}

function reference(number: number, prefix: string): string {
  return `[^${prefix}${number}]`;
}

function cellText(text: string): string {
  return inline(text).replaceAll('|', '\\|');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`;
}

function ledgerGroup(
  { issue, claims }: LedgerGroup,
  prefix: string,
  words: PrintedWords
): readonly string[] {
  const items = claims.map((claim) => ledgerItem(claim, prefix, words));
  return [`### ${inline(issue.wording)}`, items.join('\n')];
}

function ledgerItem(claim: PrintedClaim, prefix: string, words: PrintedWords): string {
  const { actor, position, evidence } = claim;
  const dates = (['effective', 'said', 'reported'] as const).flatMap((name) =>
    position[name] ? words.ledgerDates[name](position[name]) : []
  );
  const facts = [...dates, ...basisOf(claim, words), ...standingOf(claim, words)];
  const held = words.stance(position.stance);
  const { condition } = position;
  const stance = asSentence(condition ? words.stanceIf(held, condition) : held);
  const quotes = evidence.length ? references(evidence, prefix) : `(${words.noQuote})`;
  const statement = claim.statement ? ` ${inline(claim.statement)}` : '';
  return `- **${inline(actor.name)}**${words.colon} ${inline(stance)}${statement} (${inline(facts.join(`${words.semicolon} `))}) ${quotes}`;
}

function sourceItem({ briefing, words }: Publication, source: Source, index: number): string {
  const entry = sourceEntry(briefing, source, words);
  const cited = joinedByCommas([entry.title, ...entry.madeBy], words.comma);
  const grade = `${words.gradeAtStart(entry.grade)}${words.colon} ${entry.gradeInWords}`;
  const address = entry.address ? addressOf(entry.address) : '';
  const told = [asSentence(cited), asSentence(grade), remarksOf(entry)].map(inline);
  return `${index + 1}. ${[...told, address].filter((part) => part !== '').join(' ')}`;
}

function footnote(
  { number, annotation, place, newerVersion }: PublishedNote,
  prefix: string,
  words: PrintedWords
): string {
  const { exact } = annotation.target.selectors.quote;
  const where =
    place === null
      ? words.textTakenOut
      : place.type === 'card'
        ? words.ofThisBriefing(place.card.heading || words.cardKinds[place.card.kind])
        : `${sourceTitle(place.source, words)}${words.comma} ${words.grade(gradeOf(place.source))}`;
  const note = annotation.note.trim()
    ? `\n\n${portable(annotation.note, `${prefix}note-${number}-`)}`
    : '';
  const newer = newerVersion && ` **${inline(newerVersion)}**`;
  const body = `${inline(words.quoted(exact))} (${inline(where)})${newer}${note}`;
  return `${reference(number, prefix)}: ${body.replace(/\n(?=.)/g, '\n    ')}`;
}

function addressOf(url: string): string {
  const safe = safeLink(url);
  return safe ? `<${safe.replace(/[<>]/g, encodeURIComponent)}>` : inline(url);
}

/** What somebody wrote in Markdown, as a block, its footnotes behind a prefix: ours have numbers. */
function portable(source: string, prefix: string): string {
  return portableMarkdown(source.trim(), prefix) ?? fenced(source.trim());
}

/**
 * Words on one line that no renderer takes for markup. An address in them would take in a backslash,
 * and end at the tag behind it, so that is written otherwise.
 */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]>#~]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('<', '&lt;');
}

/** With the number of each paragraph before its line, such as “¶4”: what cards lead to. */
function numbered(text: string, format: Source['format']): string {
  const { html, map } =
    format === 'text'
      ? { ...renderText(text, format), map: identityMap(text.length) }
      : mapMarkdown(text);
  return paragraphStarts(html).reduceRight((told, start, index) => {
    const place = map.toSource({ start, end: start + 1 })?.start;
    if (place === undefined) return told;
    const line = told.lastIndexOf('\n', place - 1) + 1;
    return `${told.slice(0, line)}¶${index + 1} ${told.slice(line)}`;
  }, text);
}

/** The text as it is, behind a fence that is longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\n$/, '')}\n${fence}`;
}
