/** What came of an import, as the one message that tells it. */
import { titleOf } from '../../../src-main/domain/briefing/briefing.js';
import type { AlreadyHeld } from '../../../src-main/domain/program/imported.js';
import type { Preferences } from '../../../src-main/domain/program/settings.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import { dayInWords } from '../../../src-main/domain/terms/version-words.js';

interface ImportOutcome {
  /** How many files or texts were to come in. */
  readonly asked: number;
  /** The titles of the briefings that are new. */
  readonly titles: readonly string[];
  readonly held: readonly AlreadyHeld[];
  /** Sentences, as in `Imported`. */
  readonly refused: readonly string[];
  readonly missing: readonly string[];
  readonly mended: readonly string[];
  /** Into which they were put; `null` for none. */
  readonly collection: string | null;
  /** Why it ended before all was done; `null` when it did not. */
  readonly ended: { readonly cancelled: boolean; readonly reason: string } | null;
  /** How many files were not begun, or not finished, when it ended. */
  readonly left: number;
}

/** Lines of sentences; empty when there is nothing to tell. */
export function importInWords(outcome: ImportOutcome): string {
  const { refused, missing, mended, ended } = outcome;
  const came = ended ? endInWords(outcome) : cameInWords(outcome);
  const unread = refused.length > 1 ? `${refused.length} could not be read:` : '';
  return [
    // A long message is cut: that something failed stands in its first line.
    [came, unread].filter(Boolean).join(' '),
    ...refused,
    ...missing,
    ...heldInWords(outcome),
    ...mended
  ]
    .filter(Boolean)
    .join('\n');
}

/** Of an import of which nothing more was heard. */
export function unfinishedInWords({ count, names }: Unfinished): string {
  const more = count > names.length ? ` and ${count - names.length} more` : '';
  return `The last import ended before all was taken in. These are missing: ${names.join(', ')}${more}. Add them again; what came in already is not taken in twice.`;
}
type Unfinished = NonNullable<Preferences['unfinishedImport']>;

/** Whether it holds something to read at leisure, or to do something about. */
export function isToRead({ held, refused, missing, ended }: ImportOutcome): boolean {
  const failed = ended !== null && !ended.cancelled;
  return failed || refused.length > 0 || missing.length > 0 || held.length > 1;
}

function cameInWords({ titles, collection }: ImportOutcome): string {
  const into = collection === null ? '' : ` into the collection ${quoted(collection)}`;
  if (titles.length > 1) return `Imported ${titles.length} articles${into}.`;
  return titles[0] === undefined ? '' : `Imported ${named(titles[0])}${into}.`;
}

function endInWords(outcome: ImportOutcome): string {
  const { asked, titles, ended, left } = outcome;
  const why = ended?.cancelled ? 'The import was cancelled.' : (ended?.reason ?? '');
  if (titles.length === 0) return `${why} Nothing was taken in.`;
  const which = left === 1 ? 'the other one was not' : `the other ${left} were not`;
  return `${why} ${cameInWords(outcome)} Of ${asked} files ${which} taken in.`;
}

function heldInWords({ held }: ImportOutcome): readonly string[] {
  if (held.length < 2)
    return held.map((each) => `${each.name} is in the library already, ${inWhich(each)}.`);
  return [
    `${held.length} were in the library already:`,
    ...held.map((each) => `${each.name}, ${inWhich(each)}.`)
  ];
}

function inWhich({ title, importedAt }: AlreadyHeld): string {
  if (importedAt === null) return `as ${named(title)}, with nothing changed`;
  return `in ${named(title)}, where it came in on ${dayInWords(importedAt)}`;
}

function named(title: string): string {
  return quoted(titleOf({ title }));
}
