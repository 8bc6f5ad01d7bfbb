/** Names what a person types into: one text, list or date of a briefing, or of one of its entries. */
import type { CollectionName } from './collections.js';
import type { Id } from '../base/values.js';

/** Of an entry `annotations/01J…/note`; of a reply `annotations/01J…/reply/01K…`. */
export type FieldKey = `${CollectionName}/${string}` | `briefing/${string}`;

export function fieldOf(list: CollectionName, id: Id, part: string): FieldKey {
  return `${list}/${id}/${part}`;
}

/** Of the briefing itself, such as its title. */
export function ownField(part: string): FieldKey {
  return `briefing/${part}`;
}

export function replyField(annotation: Id, reply: Id): FieldKey {
  return `annotations/${annotation}/reply/${reply}`;
}
