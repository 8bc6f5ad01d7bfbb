/** For tests: what differs between two states of a briefing, entries by id and fields by key. */
import type { Annotation } from '../../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import { collectionNames } from '../../../../src-main/domain/briefing/collections.js';
import {
  fieldOf,
  ownField,
  replyField,
  type FieldKey
} from '../../../../src-main/domain/briefing/field.js';
import type { Id } from '../../../../src-main/domain/base/values.js';
import { valueOf } from '../rebase-field.js';

export interface Difference {
  readonly added: Set<Id>;
  readonly removed: Set<Id>;
  readonly fields: Set<FieldKey>;
}

export function noDifference(): Difference {
  return { added: new Set(), removed: new Set(), fields: new Set() };
}

export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function difference(before: Briefing, after: Briefing): Difference {
  const found = noDifference();
  for (const name of collectionNames) {
    if (before[name] === after[name]) continue;
    const old = new Map<Id, object>(before[name].map((entry) => [entry.id, entry]));
    for (const entry of after[name]) {
      const was = old.get(entry.id);
      old.delete(entry.id);
      if (!was) found.added.add(entry.id);
      else if (was !== entry) compareFields(name, entry.id, before, after, found.fields);
    }
    for (const id of old.keys()) found.removed.add(id);
  }
  for (const part of ['title', 'bottomLine'] as const) {
    if (before[part] !== after[part]) found.fields.add(ownField(part));
  }
  return found;
}

const parts = {
  cards: ['text', 'heading'],
  annotations: ['note', 'tags'],
  outcomes: ['statement'],
  keyJudgements: ['because', 'against', 'indicators', 'gaps'],
  sources: ['publisher']
};

function compareFields(
  list: (typeof collectionNames)[number],
  id: Id,
  before: Briefing,
  after: Briefing,
  changed: Set<FieldKey>
): void {
  for (const part of parts[list as keyof typeof parts] ?? []) {
    const key = fieldOf(list, id, part);
    const [was, is] = [valueOf(before, key), valueOf(after, key)];
    if (!isEqual(was, is)) changed.add(key);
  }
  if (list !== 'annotations') return;
  const [old, now] = [before, after].map(({ annotations }) => annotations.find((a) => a.id === id));
  for (const reply of new Set([...repliesOf(old), ...repliesOf(now)])) {
    const key = replyField(id, reply);
    if (valueOf(before, key) !== valueOf(after, key)) changed.add(key);
  }
}

function repliesOf(annotation: Annotation | undefined): readonly Id[] {
  return annotation?.replies.map(({ id }) => id) ?? [];
}
