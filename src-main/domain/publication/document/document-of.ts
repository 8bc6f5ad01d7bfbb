/** A job as the tree that its document is written from. Equal input gives equal output. */
import { annotationKinds } from '../../briefing/annotation.js';
import { sourcesInWords } from '../../ledger/corroboration.js';
import { safeLink } from '../../markdown/safe-link.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import { isolated, running } from '../../text/direction.js';
import { asSentence, capitalised, joinedByCommas } from '../../text/joined-words.js';
import { composeBook, preparedByInWords, type Book } from '../book.js';
import { type BriefDetail, briefOnPage } from '../brief-on-page.js';
import { isOfChanges, kindOfChanges } from '../changes-in-words.js';
import type { PrintedClaim } from '../claims.js';
import type { DocumentJob } from '../document-job.js';
import { languageOfQuote } from '../document-language.js';
import { draftedInWords } from '../drafted.js';
import { endNotes } from '../end-notes.js';
import { placeInWords } from '../number-notes.js';
import {
  anchors,
  hasContentsList,
  type Publication,
  type PublishedNote,
  type SectionHead
} from '../publication.js';
import { sourceEntry } from '../source-entry.js';
import { line } from './cells.js';
import { changeBlocks, inSection, wholeQuotes, type ChangeDetail } from './changed.js';
import type { Block } from './blocks.js';
import type {
  Around,
  DocumentChapter,
  DocumentTree,
  FixedWords,
  NoteEntry,
  Section
} from './document.js';
import { openingOf } from './opening.js';
import { positionBlocks } from './positions.js';
import {
  eventBlocks,
  figureBlocks,
  ledgerBlocks,
  outcomeBlocks,
  pointBlocks,
  statementBlocks
} from './registers.js';
import { timelineBlockOf } from './timeline.js';
import { blocksOfMarkdown, blocksOfText } from './written.js';

/** How much of it is told, for what is to fit on one page. Left out: all. */
export interface Detail {
  /** Of each chapter. */
  readonly briefs?: readonly BriefDetail[];
  readonly changes?: ChangeDetail;
}

export function documentOf(job: DocumentJob, detail: Detail = {}): DocumentTree {
  return documentOfBook(composeBook(job), detail);
}

export function documentOfBook(book: Book, detail: Detail = {}): DocumentTree {
  const { briefs = [], changes = wholeQuotes } = detail;
  const { title, titlePage, isSheet, marking, facts, edition, words, direction } = book;
  return {
    title,
    language: words.language,
    direction,
    paper: edition.paper,
    template: edition.template,
    isLargePrint: edition.largePrint,
    isSheet,
    marking,
    usesOtherFonts: false,
    isTight:
      briefs.some(({ tight }) => tight) || (edition.template === 'changes' && !edition.largePrint),
    scale: 1,
    showContents: true,
    titlePage: titlePage ? { kicker: words.bookOfBriefings, title, facts } : null,
    chapters: book.chapters.map(({ prefix, publication }, index) => {
      if (isSheet) return sheetOf(publication);
      const brief = briefs[index];
      return chapterOf(brief ? briefOnPage(publication, brief) : publication, prefix, changes);
    }),
    words: fixedWordsOf(words)
  };
}

/** Numbers that cannot stand in a document: what is put in place of each tells where it stood. */
const [aPage, ofPages] = ['7001', '7002'];

function fixedWordsOf(words: PrintedWords): FixedWords {
  const [before = '', rest = ''] = words.pageOf(aPage, ofPages).split(aPage);
  const [between = '', after = ''] = rest.split(ofPages);
  return {
    language: words.language,
    direction: words.direction,
    contents: words.contents,
    page: { before, between, after },
    highlights: `${words.highlights}${words.colon}`,
    inTheText: words.inTheText,
    toldBeside: around(words.toldBeside(aPage)),
    digits: words.digits('0123456789'),
    comma: words.comma,
    semicolon: words.semicolon,
    colon: words.colon,
    picture: words.picture
  };
}

function around(told: string): Around {
  const [before = '', after = ''] = told.split(aPage);
  return { before, after };
}

/** A page that is no briefing: its title, and what its cards say. */
function sheetOf({ title, language, direction, cards, words }: Publication): DocumentChapter {
  return {
    ...{ prefix: '', language, direction, title, kicker: '', facts: [], marking: '' },
    ...{ unreviewed: '', opening: [], highlights: [], notes: [], isListed: false },
    words: fixedWordsOf(words),
    sections: cards.map(({ anchor, card }) => ({
      ...{ role: 'card', anchor, heading: '', kicker: '', language },
      blocks: blocksOfMarkdown(card.body, direction),
      source: { text: card.body, format: 'markdown' }
    }))
  };
}

function chapterOf(
  publication: Publication,
  prefix: string,
  detail: ChangeDetail
): DocumentChapter {
  const { title, language, direction, marking, cards, texts, words } = publication;
  const marks = [...cards, ...texts].flatMap((part) => part.marks);
  const isOneOfChanges = isOfChanges(publication);
  return {
    prefix,
    language,
    direction,
    words: fixedWordsOf(words),
    title,
    kicker: kickerOf(publication),
    facts: factsOf(publication),
    marking,
    unreviewed: isOneOfChanges ? '' : publication.unreviewed,
    opening: openingOf(publication),
    sections: publication.edition.template === 'brief' ? [] : sectionsOf(publication, detail),
    highlights: annotationKinds
      .filter((kind) => marks.some((mark) => mark.kind === kind))
      .map((kind) => ({ kind, words: words.annotationKinds[kind] })),
    notes: isOneOfChanges && detail.quotes === 'whole' ? [] : notesOf(publication),
    isListed: hasContentsList(publication)
  };
}

function kickerOf({ briefing, changes, edition, pageOne, words }: Publication): string {
  const kind = isOfChanges({ edition }) ? kindOfChanges(changes, words) : pageOne.kind;
  return [kind || words.briefing, ...briefing.tags].join(' · ');
}

function factsOf({ briefing, brief, edition, words, asOf }: Publication): readonly string[] {
  // Page one tells of its sources below.
  const isShort = edition.template === 'brief' || edition.template === 'changes';
  return [
    briefing.date
      ? words.date(briefing.date)
      : words.lastChanged(words.date(briefing.modifiedAt.slice(0, 10))),
    asOf,
    isShort ? sourcesInWords(briefing, words) : '',
    brief?.positions ? words.positions(brief.positions) : '',
    briefing.confidence ? capitalised(words.confidenceOf[briefing.confidence]) : '',
    preparedByInWords(edition, words)
  ].filter((fact) => fact !== '');
}

function sectionsOf(publication: Publication, detail: ChangeDetail): readonly Section[] {
  const { cards, texts, words, direction, language, events, timelineHead } = publication;
  const section = (
    role: Exclude<Section['role'], 'card' | 'text'>,
    blocks: readonly Block[],
    head: SectionHead = { heading: words.headings[role], kicker: '' }
  ): readonly Section[] =>
    blocks.length > 0
      ? [{ role, anchor: anchors[role], ...head, language: words.language, blocks }]
      : [];
  const isOneOfChanges = isOfChanges(publication);
  // A section of changes leads to the notes of its document.
  const told = isOneOfChanges ? detail : inSection;
  const changes = section('changes', changeBlocks(publication, told));
  const notes = section('notes', publication.notes.length > 0 ? [{ kind: 'notes' }] : []);
  if (isOneOfChanges) return [...changes, ...(told.quotes === 'whole' ? [] : notes)];
  // The ledger tells it too, unless the timeline makes a claim; what is listed as events tells it best.
  const isTold = timelineHead.kicker !== '' && events.length === 0;
  const drawn = publication.hasTimeline
    ? timelineBlockOf(publication.briefing, words, isTold)
    : null;
  return [
    ...changes,
    ...cards.map(({ anchor, heading, kicker, card, marks }) => ({
      ...{ role: 'card' as const, anchor, heading, kicker: capitalised(kicker), language },
      blocks: blocksOfMarkdown(card.body, direction, marks),
      source: { text: card.body, format: 'markdown' as const }
    })),
    ...section('positions', positionBlocks(publication, false)),
    ...section(
      'timeline',
      [...(drawn ? [drawn] : []), ...(events.length > 0 ? eventBlocks(publication) : [])],
      timelineHead
    ),
    ...section('ledger', ledgerBlocks(publication)),
    ...section('statements', statementBlocks(publication)),
    ...section('outcomes', outcomeBlocks(publication)),
    ...section('figures', figureBlocks(publication)),
    ...section('points', pointBlocks(publication)),
    ...texts.map(({ anchor, heading, source, language: own, text, marks }) => ({
      ...{ role: 'text' as const, anchor, heading, kicker: '', language: own },
      blocks: blocksOfText(text, source.format, direction, marks),
      source: { text, format: source.format }
    })),
    ...section('sources', sourceBlocks(publication)),
    ...notes
  ];
}

/** With what of the document a draft made, which stands below its sources. */
function sourceBlocks({ briefing, words, direction }: Publication): readonly Block[] {
  if (briefing.sources.length === 0) return [];
  const drafted = draftedInWords(briefing, words);
  const entries = briefing.sources.map((source, index): Block => {
    const { title, madeBy, address, grade, gradeInWords, handling, unnamed, origin } = sourceEntry(
      briefing,
      source,
      words
    );
    return {
      ...{ kind: 'source', number: words.number(index + 1), title, address, grade, gradeInWords },
      madeBy: running(words.direction, joinedByCommas(madeBy, words.comma)),
      isLink: safeLink(address) !== null,
      remarks: [...handling, unnamed, origin].filter((told) => told !== '')
    };
  });
  return drafted === '' ? entries : [...entries, line(drafted, direction, { look: 'soft' })];
}

function notesOf(publication: Publication): readonly NoteEntry[] {
  const { cards, texts, ledger } = publication;
  const marked = new Set(
    [...cards, ...texts].flatMap(({ marks }) => marks.map(({ number }) => number))
  );
  const all = new Set(publication.notes.map(({ number }) => number));
  const cited = new Set(endNotes(publication, all).notes.map(({ number }) => number));
  const claims = ledger.flatMap(({ issue, claims }) => claims.map((claim) => ({ issue, claim })));
  return publication.notes.map((note): NoteEntry => ({
    ...noteOf(note, publication),
    isMarked: marked.has(note.number),
    placeUncertain:
      !marked.has(note.number) && hasNoPlace(note, publication)
        ? publication.words.placeUncertain
        : '',
    isCited: cited.has(note.number),
    claims: claims
      .filter(({ claim }) => claim.evidence.includes(note.number))
      .map(({ issue, claim }) => ({
        ...publication.words.evidenceFor(issue.wording),
        words: claimInWords(claim, publication.words),
        to: claim.anchor
      }))
  }));
}

function noteOf(note: PublishedNote, publication: Publication) {
  const { words, direction } = publication;
  const { annotation, number, place, newerVersion } = note;
  return {
    number,
    kind: annotation.kind,
    quote: words.quoted(annotation.target.selectors.quote.exact),
    language: languageOfQuote(note, publication),
    place: asSentence(placeInWords(place, words)),
    newerVersion,
    blocks: annotation.note.trim() === '' ? [] : blocksOfMarkdown(annotation.note, direction),
    source: { text: annotation.note, format: 'markdown' as const },
    createdAt: annotation.createdAt
  };
}

/** A source whose text was left out has no places to be certain of. */
function hasNoPlace({ annotation, place }: PublishedNote, { texts }: Publication): boolean {
  const isPrinted =
    place?.type === 'source'
      ? texts.some(({ source }) => source.id === place.source.id)
      : place !== null;
  return isPrinted && !annotation.target.selectors.position;
}

function claimInWords({ actor, position, dispute }: PrintedClaim, words: PrintedWords): string {
  const told = dispute ? `${words.comma} ${words.disputes[dispute]}` : '';
  return `${isolated(actor.name)}${words.colon} ${words.stance(position.stance)}${told}`;
}
