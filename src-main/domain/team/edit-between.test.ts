/** A row tells the same of two states as it did at 6a5c022a, and when their lists were compared apart from a `Change`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isObject } from '../base/is-object.js';
import { isSameJson } from '../base/same-json.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { stretchBetween } from '../text/stretch.js';
import { edits, idOf, moment, startingBriefing, Writer } from '../merge/testing/edits.js';
import { editBetween, type Writers } from './edit-between.js';
import type { EntryFields } from '../change/field-edits.js';
import type { Ref } from './field-edits.js';
import { movesBetween } from './places.js';
import { SharedBriefing } from './shared-briefing.js';
import {
  type BriefingEdit,
  briefingFieldNames,
  type Entry,
  type EntryEdit,
  type FieldEdit,
  type FieldEdits,
  type ListEdit,
  TeamChange
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

test('a field that comes and one that goes, which JSON has no word for', () => {
  const by = { device: '0'.repeat(32), author: 'A', at: moment };
  const start = startingBriefing();
  const begun = SharedBriefing.empty.changeTo(start, by);
  let shared = SharedBriefing.empty.with(begun ? [begun] : []);
  for (const drafted of [[1, 2], undefined]) {
    const cards = start.cards.map((card) => ({ ...card, draftedSentences: drafted }));
    const after = { ...start, cards, bottomLineDraftedSentences: drafted };
    const row: unknown = JSON.parse(JSON.stringify(shared.changeTo(after, by)));
    shared = shared.with([TeamChange.parse(row)]);
    expect(shared.leftOut).toEqual([]);
    expect(shared.briefing?.bottomLineDraftedSentences).toEqual(drafted);
    expect(shared.briefing?.cards[0]?.draftedSentences).toEqual(drafted);
  }
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

/** As the fields of a row were told at 6a5c022a. */
function editsBetween(
  before: EntryFields,
  after: EntryFields,
  writerOf: (path: string) => Ref | null,
  within = ''
): FieldEdits | null {
  const told = Object.keys(after).flatMap((name): readonly (readonly [string, FieldEdit])[] => {
    const [was, now] = [before[name], after[name]];
    if (isSameJson(was, now)) return [];
    const isNested = ['submission', 'target', 'selectors', 'quote'].includes(name);
    if (isNested && isObject(was) && isObject(now)) {
      const inner = editsBetween(was, now, writerOf, `${within}${name}.`);
      return inner ? [[name, inner]] : [];
    }
    if (typeof was !== 'string' || typeof now !== 'string' || was.length < 40) {
      return [[name, [was, now]]];
    }
    const writer = writerOf(within + name);
    const stretch = stretchBetween(was, now);
    return [[name, writer ? [...stretch, ...writer] : [...stretch, was]]];
  });
  return told.length > 0 ? Object.fromEntries(told) : null;
}
