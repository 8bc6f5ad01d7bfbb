/** What two people made of one difference, who settled it without knowing of each other. Pure. */
import { isSameJson } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { CollectionName } from '../briefing/collections.js';
import type { Card, CardClash } from '../briefing/entries.js';
import type { BriefingClash } from '../merge/clash-card.js';
import { fieldInWords } from '../merge/merge-fields.js';
import { entryOfClash, valueOfClash } from '../merge/settle-clash.js';
import { entriesOf, withEntries } from './entries-of.js';
import type { EntryFields } from '../change/field-edits.js';
import { valueAt } from './field-edits.js';
import type { ResolvedEdit } from './resolve-edit.js';
import type { Entry } from './team-change.js';

/** The difference that a card of clash told; `null` for any other entry. */
export function clashToldBy(entry: Entry): CardClash | null {
  return (entry as Partial<Card>).clash ?? null;
}

interface SettledApart {
  /** With the words of whoever settled it later, whole: merged, both would say neither. */
  readonly briefing: Briefing;
  /** What is to be asked again. */
  readonly clash: BriefingClash;
}

/**
 * `before` has the difference settled by the one, `after` is merged with what the other did, which is `edit`.
 * `null` where both came to the same, or the words that stand hold both.
 */
export function settledApart(
  clash: CardClash,
  before: Briefing,
  after: Briefing,
  edit: ResolvedEdit
): SettledApart | null {
  const list = clash.list as CollectionName | null;
  const [was, is] = [before, after].map((each) => entryOfClash(each, clash));
  const put = editOf(edit, list, clash.entry);
  if (!was || !is) return null;
  const path = clash.path.replaceAll('/', '.');
  const [first = '', last] = clash.path.split('/');
  const told = {
    ...{ list, entry: is as Entry, path: clash.path, was: null },
    field: last === undefined ? first : `${fieldInWords(last)} of the ${fieldInWords(first)}`
  };
  const theirs = valueOfClash(before, clash);
  const own = put && first in put ? valueAt(put, path) : undefined;
  if (own === undefined) {
    const { words } = clash.stands;
    if (typeof theirs === 'string' ? theirs.includes(words) : theirs === clash.value) return null;
    const isOther = typeof theirs === 'string' && theirs.split(clash.other.words).length === 2;
    const stands = isOther ? clash.other.words : theirs;
    const lost = { lost: words, instead: words };
    return { briefing: after, clash: { ...told, side: 'later', stands, ...lost } };
  }
  if (isSameJson(own, theirs)) return null;
  const briefing =
    last === undefined && typeof own === 'string' ? withField(after, told, first, own) : after;
  const lost = { lost: theirs, instead: theirs };
  return { briefing, clash: { ...told, side: 'earlier', stands: own, ...lost } };
}

function editOf(
  { fields, lists }: ResolvedEdit,
  list: CollectionName | null,
  id: Id
): EntryFields | null {
  if (list === null) return fields?.now ?? null;
  const puts = lists.flatMap((each) => (each.list === list ? each.puts : []));
  return puts.find((put) => put.id === id)?.now ?? null;
}

function withField(
  briefing: Briefing,
  { list, entry }: Pick<BriefingClash, 'list' | 'entry'>,
  field: string,
  value: string
): Briefing {
  if (list === null) return { ...briefing, [field]: value };
  const entries = entriesOf(briefing, list);
  entries.set(entry.id, { ...entry, [field]: value } as unknown as Entry);
  return withEntries(briefing, list, entries, []);
}
