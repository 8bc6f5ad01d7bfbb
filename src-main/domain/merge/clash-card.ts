/** What both sides of a merge changed, as a note card for a person to settle. Pure. */
import { maxCardLength, maxLengths } from '../base/limits.js';
import { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import type { Writer } from '../briefing/author.js';
import { type Card, type CardClash, newCard } from '../briefing/entries.js';
import { hashOfText } from '../text/hash-word.js';
import { cutToLength } from '../text/cut-to-length.js';
import { canonicalJson } from './canonical-json.js';
import { type Clash, fieldInWords, proseLimits } from './merge-fields.js';
import { valueInLines } from './value-in-lines.js';

type Entry = Briefing[CollectionName][number];

/** Of an entry of a list, or, where that is `null`, of the briefing itself. */
export interface BriefingClash extends Clash {
  readonly list: CollectionName | null;
  readonly entry: { readonly id: Id };
  /** Who wrote what, where that is known. */
  readonly by?: ClashWriters;
}

/** By side: of what stands, and of what does not. */
export interface ClashWriters {
  readonly stands: readonly Writer[];
  readonly other: readonly Writer[];
}

/**
 * The same card wherever the same change loses, whatever its entry is called there: whoever merges the same copies gets it once, and merging
 * once more adds none. So its words name nobody: whoever makes it may know who wrote what or not. `side` is the state that the words are of.
 */
export function clashCard(clash: BriefingClash, side: Briefing): Card {
  const { list, entry, field, path, was, lost } = clash;
  const label = list === null ? '' : (labelOf(entry as Entry) ?? '');
  const what = clashPlaceInWords({ list, path }, cutToLength(label, 80).text);
  const theirs = valueInWords(lost, side);
  const told = tell(what, theirs, was);
  const heading = cutToLength(`${headingStart}${what}`, maxLengths.heading).text;
  const body = told.length <= maxCardLength ? told : theirs.slice(0, maxCardLength);
  const id = idBeside(entry.id, canonicalJson([list, field, was, lost]));
  const by = { name: '', device: 'merge' };
  return newCard('note', { id, heading, body, clash: clashOf(clash, side), by });
}

function clashOf(clash: BriefingClash, side: Briefing): CardClash {
  const { list, entry, path, stands, instead, was, by } = clash;
  const told = (value: unknown) => valueInWords(value, side).slice(0, maxCardLength);
  const isItsWords = typeof instead === 'object' || instead === told(instead);
  return {
    ...{ list, entry: entry.id, path },
    stands: { words: told(stands), by: by?.stands ?? [] },
    other: { words: told(instead), by: by?.other ?? [] },
    ...(!isItsWords && { value: instead as string | number | boolean }),
    was: was?.slice(0, maxCardLength) ?? null
  };
}

const headingStart = 'Differences to settle: ';

function tell(what: string, theirs: string, was: string | null): string {
  return [
    `Two people changed the ${escaped(what)} at the same time, or one person in two copies. What one of them wrote stands there now. The other wrote:`,
    fenced(theirs),
    ...(was?.trim() ? ['Before, it was:', fenced(was)] : [])
  ].join('\n\n');
}

/** A note as `clashCard` made it that tells, before its own words, what an earlier one told of `writers`. */
export function withEarlier<T extends Card & { readonly clash: CardClash }>(
  note: T,
  earlier: string,
  writers: readonly Writer[]
): T {
  const { heading, clash } = note;
  const { words, by } = clash.other;
  const own = new Set(by.map(({ name }) => name));
  const both = (later: string) => `${earlier}\n\n${later}`;
  return {
    ...note,
    id: idBeside(clash.entry, canonicalJson([note.id, earlier])),
    body: tell(heading.slice(headingStart.length), both(toldBy(note) ?? words), clash.was),
    clash: {
      ...clash,
      other: {
        // In the place of a name or a date no two can stand.
        words: partOf(clash.path) in proseLimits ? both(words) : words,
        by: [...writers.filter(({ name }) => !own.has(name)), ...by]
      }
    }
  };
}

/** The words that did not stand, as `clashCard` tells them; `null` for a card in which somebody has written since. */
export function toldBy({ heading, body, clash }: Card): string | null {
  // By hand, since an expression would take quadratic time on what a hostile member writes.
  const open = body.indexOf('\n```') + 1;
  const [fence] = /^`*/.exec(body.slice(open)) ?? [''];
  const start = open + `${fence}text\n`.length;
  const theirs = body.slice(start, body.indexOf(`\n${fence}`, start));
  const what = heading.slice(headingStart.length);
  const isAsMade =
    clash && theirs.endsWith(clash.other.words) && body === tell(what, theirs, clash.was);
  return isAsMade ? theirs : null;
}

/** Sorts beside the entry that it is about, and is told apart by 80 bits of what it says. */
export function idBeside(entry: Id, text: string): Id {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const hash = hashOfText(text);
  let rest = BigInt.asUintN(80, hash ^ (hash >> 48n));
  let name = '';
  for (let place = 0; place < 16; place += 1) {
    name = (digits[Number(rest & 31n)] ?? '0') + name;
    rest >>= 5n;
  }
  return Id.parse(entry.slice(0, 10) + name);
}

/** Such as “text of the card “Harbour””; an empty `label` is left out. */
export function clashPlaceInWords(
  { list, path }: Pick<CardClash, 'list' | 'path'>,
  label: string
): string {
  const part = partOf(path);
  if (path.startsWith('submission/')) return `${fieldInWords(part)} of the submission`;
  const holder = list === null ? 'briefing' : fieldInWords(list.slice(0, -1));
  const named = label === '' ? holder : `${holder} “${label}”`;
  return `${part === 'body' ? 'text' : fieldInWords(part)} of the ${named}`;
}

/** The field that a path of a clash leads to. */
export function partOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** Its heading, name or other words by which a person knows it. */
export function labelOf(entry: Entry): string | undefined {
  return [
    'heading' in entry ? entry.heading : '',
    'name' in entry ? entry.name : '',
    'wording' in entry ? entry.wording : '',
    'title' in entry ? entry.title : '',
    'statement' in entry ? entry.statement : '',
    'text' in entry && !('importedAt' in entry) ? entry.text : '',
    'target' in entry ? entry.target.selectors.quote.exact : ''
  ].find((text) => text.trim() !== '');
}

/** An entry that is named by its id is told by its name. */
function valueInWords(value: unknown, side: Briefing): string {
  if (typeof value !== 'string') return valueInLines(value);
  if (!Id.safeParse(value).success) return value;
  const named = collectionNames
    .flatMap((name): readonly Entry[] => side[name])
    .find(({ id }) => id === value);
  return (named && labelOf(named)) ?? value;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}

function fenced(text: string): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1))
  );
  return `${fence}text\n${text}\n${fence}`;
}
