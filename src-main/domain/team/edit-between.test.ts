/** A row tells the same of two states as it did when their lists were compared apart from a `Change`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameJson } from '../base/same-json.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { edits, idOf, moment, startingBriefing, Writer } from '../merge/testing/edits.js';
import { editBetween, type Writers } from './edit-between.js';
import { editsBetween } from './field-edits.js';
import { movesBetween } from './places.js';
import {
  type BriefingEdit,
  briefingFieldNames,
  type Entry,
  type EntryEdit,
  type ListEdit
} from './team-change.js';

const written: Writers = {
  isWritten: (id) => id !== idOf('C', 2),
  writerOf: (id) => (id === idOf('C', 1) ? ['0'.repeat(32), 1] : null)
};

test('what others wrote, moved and took out, of the same and of other objects', () => {
  fc.assert(
    fc.property(edits, edits, fc.boolean(), (first, second, isCopied) => {
      const before = new Writer('A').write(startingBriefing(), first, moment);
      const next = new Writer('B').write(before, second, moment);
      const after = isCopied ? structuredClone(next) : next;
      expect(editBetween(before, after, written)).toEqual(formerly(before, after, written));
      expect(editBetween(after, before, written)).toEqual(formerly(after, before, written));
    })
  );
});

/** As rows were made of two states before a change was their middle. */
function formerly(before: Briefing, after: Briefing, written: Writers): BriefingEdit | null {
  const fields = editsBetween(fieldsOf(before), fieldsOf(after), (path) =>
    written.writerOf(before.id, path)
  );
  const lists = collectionNames.flatMap((list) => {
    const edit = listEditBetween(list, before, after, written);
    return edit ? [[list, edit] as const] : [];
  });
  if (!fields && lists.length === 0) return null;
  return {
    ...(fields && { fields }),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) })
  };
}

function listEditBetween(
  list: CollectionName,
  before: Briefing,
  after: Briefing,
  written: Writers
): ListEdit | null {
  const was: readonly Entry[] = before[list];
  const now: readonly Entry[] = after[list];
  if (was === now) return null;
  const old = new Map(was.map((entry) => [entry.id, entry]));
  const kept = new Set(now.map(({ id }) => id));
  const removed = was.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const put = now.flatMap((entry): readonly EntryEdit[] => {
    const known = old.get(entry.id);
    if (!known) return [[entry]];
    if (isSameJson(known, entry)) return [];
    const edits = editsBetween({ ...known }, { ...entry }, (path) =>
      written.writerOf(entry.id, path)
    );
    if (!edits) return [];
    return [written.isWritten(entry.id) ? [entry.id, edits] : [entry.id, edits, known]];
  });
  const usual = [
    ...was.flatMap(({ id }) => (kept.has(id) ? [id] : [])),
    ...now.flatMap(({ id }) => (old.has(id) ? [] : [id]))
  ];
  const places = movesBetween(
    usual,
    now.map(({ id }) => id)
  );
  if (put.length + removed.length + places.length === 0) return null;
  return {
    ...(put.length > 0 && { put }),
    ...(removed.length > 0 && { removed }),
    ...(places.length > 0 && { places })
  };
}

function fieldsOf(briefing: Briefing): Readonly<Record<string, unknown>> {
  const fields = briefing as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(briefingFieldNames.map((name) => [name, fields[name]]));
}
