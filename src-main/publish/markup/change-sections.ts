/** What changed, as lines and tables: on a page of its own with its quotes whole, in a full briefing with their beginnings. */
import {
  countsOfChanges,
  type ChangedEntry,
  type PublishedChanges,
  type PublishedPositionChange
} from '../../domain/publication/changes.js';
import {
  beginningOf,
  changedCardsInWords,
  changedEntryInWords,
  changedSourcesInWords,
  comparedInWords,
  heldInWords,
  isOfChanges,
  listsOfChanges,
  lostEvidenceInWords,
  quotesBefore
} from '../../domain/publication/changes-in-words.js';
import { type CitedQuote, quotesByPlace } from '../../domain/publication/number-notes.js';
import { languageOfQuote } from '../../domain/publication/document-language.js';
import type { Publication } from '../../domain/publication/publication.js';
import { asSentence } from '../../domain/text/joined-words.js';
import { betweenSides } from '../../domain/terms/terms.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import type { CellQuote, MarkupBlock, MarkupCell } from './blocks.js';

export function changeBlocks(publication: Publication): readonly MarkupBlock[] {
  const { changes, words } = publication;
  if (!changes) return [];
  if (!changes.since) return [{ kind: 'line', text: words.noDatesToCompare }];
  const since = words.date(changes.since);
  const label = words.changedAfter(since, changes.until && words.date(changes.until));
  const counts = countsOfChanges(changes, words);
  const cite = citing(publication);
  const told = counts.length > 0 ? words.enumerated(counts) : words.nothing;
  return [
    { kind: 'labelled', label, text: `${told}.` },
    { kind: 'line', text: comparedInWords(changes, words) },
    ...positionTable(changes, words, cite),
    ...labelled(words.evidenceTakenAway, lostEvidenceInWords(changes, words)),
    ...entryTable(changes, words, cite),
    ...labelled(words.cardsLabel, changedCardsInWords(changes, words)),
    ...sourceLines(publication, changes)
  ];
}

type Cite = (quotes: readonly CitedQuote[], label?: string) => readonly CellQuote[];

/** Whole where the document has no notes, else their beginnings. */
function citing(publication: Publication): Cite {
  const { notes, words, language } = publication;
  const hasNote = !isOfChanges(publication);
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  return (quotes, label = '') =>
    quotes.map(({ number, words: quote, again }) => {
      const note = byNumber.get(number);
      const shown = hasNote ? beginningOf(quote) : quote;
      const repeated = hasNote ? '' : words.above;
      return {
        label,
        words: again ? repeated : words.quoted(shown),
        language: note && !again ? languageOfQuote(note, publication) : language,
        number,
        hasNote
      };
    });
}

function positionTable(
  { positions }: PublishedChanges,
  words: PrintedWords,
  cite: Cite
): readonly MarkupBlock[] {
  if (positions.length === 0) return [];
  const { actor, beforeAndNow, inTheirWords } = words.columns;
  const rows = positions.flatMap(({ wording, changes }) => [
    [{ text: wording, columns: 3 }],
    ...changes.map((change) => changeRow(change, words, cite))
  ]);
  const head = [actor, beforeAndNow, inTheirWords];
  return [{ kind: 'table', caption: '', head, widths: [18, 36, 46], rows }];
}

function changeRow(
  change: PublishedPositionChange,
  words: PrintedWords,
  cite: Cite
): readonly MarkupCell[] {
  const { kind, actorName, before, after } = change;
  const isPassage = betweenSides(kind) === '→';
  const sides = [
    ...(before ? [heldInWords(before, words), isPassage ? words.arrow : words.and] : []),
    after ? heldInWords(after, words) : words.noPositionAnyMore
  ];
  const now = after ? cite(after.quotes) : [];
  const earlier = cite(quotesBefore(change), isPassage ? words.beforeLabel : words.andLabel);
  return [
    { text: actorName },
    { lead: words.changeKinds[kind], text: sides.join(' ') },
    { text: after && now.length === 0 ? words.noQuote : '', quotes: [...now, ...earlier] }
  ];
}

function entryTable(
  changes: PublishedChanges,
  words: PrintedWords,
  cite: Cite
): readonly MarkupBlock[] {
  const lists = listsOfChanges(changes, words);
  if (lists.length === 0) return [];
  const row = (entry: ChangedEntry) => {
    const quotes = cite(entry.quotes);
    return [
      { lead: words.entryChanges[entry.kind], text: changedEntryInWords(entry, words) },
      { text: quotes.length === 0 ? entry.reason || words.noQuote : '', quotes }
    ];
  };
  const rows = lists.flatMap(({ title, entries }) => [
    [{ text: title, columns: 2 }],
    ...entries.map(row)
  ]);
  const head = [words.columns.what, words.columns.quotes];
  return [{ kind: 'table', caption: '', head, widths: [54, 46], rows }];
}

/** Where the quotes stand, as far as no note tells it; a new source is named once. */
function sourceLines(
  publication: Publication,
  { sources }: PublishedChanges
): readonly MarkupBlock[] {
  const { notes, words } = publication;
  const places = isOfChanges(publication) ? quotesByPlace(notes, words) : [];
  const isAdded = (place: string) =>
    sources.some(({ kind, after }) => kind === 'added' && after === place);
  const others = sources.filter(
    ({ kind, after }) => kind !== 'added' || !places.some(({ place }) => place === after)
  );
  const where = places.map(
    ({ place, numbers, newerVersion }) =>
      `${numbers}${words.colon} ${place}${isAdded(place) ? ` ${words.newSource}` : ''}${newerVersion && `. ${newerVersion}`}`
  );
  return [
    ...labelled(words.sourcesLabel, changedSourcesInWords(others, words)),
    ...labelled(words.whereQuotesStand, where.join(`${words.semicolon} `))
  ];
}

/** Nothing where there are no words. */
function labelled(label: string, text: string): readonly MarkupBlock[] {
  return text === '' ? [] : [{ kind: 'labelled', label, text: asSentence(text) }];
}
