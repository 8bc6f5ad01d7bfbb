/** What a document says of changes, in the pieces that every format puts in the same order. */
import { sideInWords } from '../compare/sides.js';
import { isolatedAmong, running } from '../text/direction.js';
import { cutToLength } from '../text/cut-to-length.js';
import { dateOfPositionInWords } from '../terms/days-of-position.js';
import type { PrintedWords } from '../terms/printed/en.js';
import type {
  ChangedEntry,
  CitedPosition,
  PublishedChanges,
  PublishedPositionChange
} from './changes.js';
import type { Edition } from './edition.js';
import type { CitedQuote } from './number-notes.js';

/** Whether a document tells what changed, and nothing else. */
export function isOfChanges({ edition }: { readonly edition: Edition }): boolean {
  return edition.template === 'changes';
}

/** What the document is, such as “Changes since 14 August 2025”. */
export function kindOfChanges(changes: PublishedChanges | null, words: PrintedWords): string {
  if (!changes?.since) return words.changes;
  const since = words.date(changes.since);
  return changes.until
    ? words.changesBetween(since, words.date(changes.until))
    : words.changesSince(since);
}

/** What was compared with what, or why the ledger alone answers. */
export function comparedInWords(
  { remark, before, after }: PublishedChanges,
  words: PrintedWords
): string {
  return remark || words.compared(sideInWords(before, words), sideInWords(after, words));
}

/** What a position rests on, such as “reported 15 Aug 2025”, “inferred, 15 Aug 2025”. */
export function basisOfHeld(
  { position }: Pick<CitedPosition, 'position'>,
  words: PrintedWords
): string {
  const { status } = position;
  return [
    ...(status === 'stated' || status === 'reported' ? [] : [words.statuses[status]]),
    dateOfPositionInWords(position, words, words.dateInShort) || words.undated
  ].join(`${words.comma} `);
}

/** Quotes that the earlier entry rested on, and the later one does not. */
export function quotesBefore({ before, after }: PublishedPositionChange): readonly CitedQuote[] {
  const still = new Set(after?.quotes.map(({ number }) => number));
  return before?.quotes.filter(({ number }) => !still.has(number)) ?? [];
}

/** UTF-16 units of a quote's beginning: about a line of a column. */
const beginning = 72;

/** Of a quote whose note tells the rest. */
export function beginningOf(quote: string): string {
  const { text, cut } = cutToLength(quote, beginning);
  return cut ? `${text}…` : text;
}

/** Outcomes, figures and events under their titles; lists without entries are left out. */
export function listsOfChanges(
  { outcomes, figures, events }: PublishedChanges,
  { changeLists }: PrintedWords
): readonly { readonly title: string; readonly entries: readonly ChangedEntry[] }[] {
  return [
    { title: changeLists.outcomes, entries: outcomes },
    { title: changeLists.figures, entries: figures },
    { title: changeLists.events, entries: events }
  ].filter(({ entries }) => entries.length > 0);
}

/** Positions that lost quotes, each with their words; empty for none. */
export function lostEvidenceInWords({ evidence }: PublishedChanges, words: PrintedWords): string {
  const told = evidence
    .map(({ actorName, issueWording, quotes }) =>
      words.evidenceOf(actorName, issueWording, quotes.map(words.quoted).join(' '))
    )
    .join(`${words.semicolon} `);
  return running(words.direction, told);
}

/** Such as “New: The Daily, 16 August 2025, grade B2; Judged anew: …”; empty for none. Without a full stop. */
export function changedSourcesInWords(
  sources: readonly ChangedEntry[],
  { sourceChanges, direction, arrow, colon, comma, semicolon }: PrintedWords
): string {
  return sources
    .map(({ kind, subject, before, after }) =>
      subject
        ? `${sourceChanges[kind]}${colon} ${isolatedAmong(direction, subject)}${comma} ${before} ${arrow} ${after}`
        : `${sourceChanges[kind]}${colon} ${after ?? before ?? ''}`
    )
    .join(`${semicolon} `);
}

/** Such as “The talks go on: likely → very likely”. What stayed the same is said once. */
export function changedEntryInWords(
  { subject, before, after }: Pick<ChangedEntry, 'subject' | 'before' | 'after'>,
  { direction, arrow, colon }: PrintedWords
): string {
  const sides = [before, after]
    .flatMap((side) => side ?? [])
    .map((side) => isolatedAmong(direction, side))
    .join(` ${arrow} `);
  return subject ? `${isolatedAmong(direction, subject)}${colon} ${sides}` : sides;
}

/** Such as “Bottom line: 12 words added; Kyiv: moved”; empty for none. Without a full stop. */
export function changedCardsInWords(
  { cards }: PublishedChanges,
  { direction, colon, semicolon }: PrintedWords
): string {
  const told = cards
    .map(({ heading, what }) => `${isolatedAmong(direction, heading)}${colon} ${what}`)
    .join(`${semicolon} `);
  return running(direction, told);
}
