/** What others changed of the open briefing, as a line for the person. Pure. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  type CollectionName,
  collectionNames
} from '../../../src-main/domain/briefing/collections.js';
import { diffBriefing } from '../../../src-main/domain/change/change.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { disputedCellsOf } from '../../../src-main/domain/ledger/ledger-index.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';

const entryWords: Readonly<Record<CollectionName, readonly [one: string, many: string]>> = {
  cards: ['card', 'cards'],
  sources: ['source', 'sources'],
  origins: ['origin', 'origins'],
  actors: ['actor', 'actors'],
  issues: ['issue', 'issues'],
  positions: ['position', 'positions'],
  statements: ['statement', 'statements'],
  annotations: ['annotation', 'annotations'],
  events: ['event', 'events'],
  figures: ['figure', 'figures'],
  outcomes: ['outcome', 'outcomes'],
  keyJudgements: ['key judgement', 'key judgements'],
  dismissals: ['dismissal', 'dismissals']
};

type Cells = ReadonlySet<string>;
type Kind = 'added' | 'changed' | 'deleted';

/**
 * Which entries were added, changed and deleted, each as `list/id`; facts of the briefing as `fields/name`,
 * cards that a merge made to be settled as `differences/id`, and contested cells as `cells/actor/issue`.
 */
export interface Touched {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
}

/** Annotations that only follow their text are not among them. */
export function touchedIn(before: Briefing, after: Briefing): Touched {
  const { fields } = diffBriefing(before, after);
  const touched: Record<Kind, Set<string>> = {
    added: new Set(),
    changed: new Set(Object.keys(fields).map((name) => `fields/${name}`)),
    deleted: new Set()
  };
  const [cells, now] = contestedCells(before, after);
  for (const key of now) if (!cells.has(key)) touched.added.add(key);
  for (const key of cells) if (!now.has(key)) touched.deleted.add(key);
  for (const name of collectionNames) {
    if (before[name] === after[name]) continue;
    const old = new Map<Id, object>(before[name].map((entry) => [entry.id, entry]));
    for (const entry of after[name]) {
      const was = old.get(entry.id);
      old.delete(entry.id);
      if (!was && 'clash' in entry) touched.added.add(`differences/${entry.id}`);
      else if (!was) touched.added.add(`${name}/${entry.id}`);
      else if (was !== entry && !isPlaced(was, entry)) touched.changed.add(`${name}/${entry.id}`);
    }
    for (const [id, entry] of old) {
      touched.deleted.add(`${'clash' in entry ? 'differences' : name}/${id}`);
    }
  }
  return touched;
}

/** None of both where no position can have become another. */
function contestedCells(before: Briefing, after: Briefing): readonly [Cells, Cells] {
  const isSame = before.positions === after.positions && before.dismissals === after.dismissals;
  if (isSame) return [new Set(), new Set()];
  const keysOf = (briefing: Briefing): Cells =>
    new Set(disputedCellsOf(briefing).map(({ actor, issue }) => `cells/${actor}/${issue}`));
  return [keysOf(before), keysOf(after)];
}

/** What was done one after the other, as one. */
export function touchedTogether(one: Touched, other: Touched): Touched {
  const added = new Set([...one.added, ...other.added].filter((key) => !other.deleted.has(key)));
  const changed = [...one.changed, ...other.changed];
  return {
    added,
    changed: new Set(changed.filter((key) => !added.has(key) && !other.deleted.has(key))),
    deleted: new Set([...one.deleted, ...other.deleted].filter((key) => !one.added.has(key)))
  };
}

/** Such as “Maria changed 2 cards and added 1 figure.” */
export function touchedInWords(touched: Touched, authors: readonly string[]): string {
  const parts = (['added', 'changed', 'deleted'] as const).flatMap((kind) => {
    const what = listed(objectsOf(touched[kind]));
    return what === '' ? [] : [`${kind} ${what}`];
  });
  const decided = toDecide(touched.deleted);
  if (decided !== '') parts.push(`decided ${decided}`);
  const open = toDecide(touched.added);
  const asked = ` ${open} to decide: see “To decide” in New.`;
  const told = `${namesInWords(authors)} ${listed(parts) || 'changed this briefing'}.`;
  return open !== '' ? told + asked : told;
}

/** Such as “1 difference and 2 contested cells”. */
function toDecide(keys: ReadonlySet<string>): string {
  const parts = (['difference', 'contested cell'] as const).flatMap((what) => {
    const of = what === 'difference' ? 'differences/' : 'cells/';
    const count = [...keys].filter((key) => key.startsWith(of)).length;
    return count > 0 ? [counted(count, what)] : [];
  });
  return listed(parts);
}

/** “Somebody” where no name is known. */
export function namesInWords(authors: readonly string[]): string {
  const names = authors.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
  return listed(names) || 'Somebody';
}

/** Such as “the title, 2 cards and 1 figure”, of entries as `list/id`. */
export function objectsInWords(keys: ReadonlySet<string>): string {
  return listed(objectsOf(keys));
}

function objectsOf(keys: ReadonlySet<string>): readonly string[] {
  const all = [...keys];
  const facts = all.some((key) => key.startsWith('fields/') && key !== 'fields/title');
  return [
    ...(keys.has('fields/title') ? ['the title'] : []),
    ...(keys.has('fields/bottomLine')
      ? ['the bottom line']
      : facts
        ? ['the details of the briefing']
        : []),
    ...collectionNames.flatMap((name) => {
      const count = all.filter((key) => key.startsWith(`${name}/`)).length;
      return count === 0 ? [] : [counted(count, ...entryWords[name])];
    })
  ];
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function isPlaced(was: object, is: object): boolean {
  const [before, after] = [was, is] as Readonly<Record<string, unknown>>[];
  if (!before || !after || !('target' in before)) return false;
  return Object.keys(after).every(
    (part) =>
      ['target', 'flag', 'modifiedAt'].includes(part) ||
      JSON.stringify(before[part]) === JSON.stringify(after[part])
  );
}
