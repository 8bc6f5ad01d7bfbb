/** Names that are one or two, collections and saved searches: what is said last holds, and can be taken back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Id, newId } from '../base/values.js';
import {
  type BriefingCollection,
  changeCollection,
  emptyRegister,
  joinNames,
  NameGroups,
  partInBriefing,
  partNames,
  putInCollection,
  Register,
  removeCollection,
  removeSearch,
  saveSearch,
  stillParted,
  takeBack,
  takeFromCollection,
  uniteRegisters
} from './register.js';

const name = fc.constantFrom('US', 'United States', 'Washington', 'America', 'Kyiv');
const ids = Array.from({ length: 4 }, () => newId());
const briefings = fc.subarray(ids);
type Edit = (register: Register) => Register;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(name, name).map(
    (two): Edit =>
      (register) =>
        joinNames(register, 'actor', two)
  ),
  fc.tuple(name, name).map(
    (two): Edit =>
      (register) =>
        partNames(register, 'actor', two)
  ),
  fc.tuple(name, fc.constantFrom(...ids)).map(
    ([one, id]): Edit =>
      (register) =>
        partInBriefing(register, 'actor', one, id)
  ),
  fc.tuple(fc.constantFrom('Talks', 'Grain'), briefings).map(
    ([called, some]): Edit =>
      (register) =>
        putInCollection(register, called, some)
  ),
  fc.tuple(fc.nat(2), briefings).map(([at, some]): Edit => (register) => {
    const known = register.collections[at];
    return known ? takeFromCollection(register, known.id, some) : register;
  }),
  fc.nat(2).map((at): Edit => (register) => {
    const known = register.collections[at];
    return known ? removeCollection(register, known.id) : register;
  }),
  fc.tuple(fc.constantFrom('Against', 'For'), fc.constantFrom('stance:opposes', 'grain')).map(
    ([called, query]): Edit =>
      (register) =>
        saveSearch(register, search(called, query, register.collections[0]?.id))
  ),
  fc.nat(2).map((at): Edit => (register) => {
    const known = register.searches[at];
    return known ? removeSearch(register, known.id) : register;
  })
);
const search = (called: string, query: string, collection: Id | null = null) => ({
  name: called,
  query,
  collection
});
const register = fc
  .array(edit, { maxLength: 8 })
  .map((edits) => edits.reduce((so, next) => next(so), emptyRegister));
const sorted = (given: Register) =>
  Object.fromEntries(
    Object.entries(given).map(([key, all]) => [
      key,
      (all as readonly unknown[]).map((each) => JSON.stringify(each)).sort()
    ])
  );

test('what is said last of two names holds, whatever was said before', () => {
  fc.assert(
    fc.property(register, name, name, (before, one, other) => {
      fc.pre(one !== other);
      const [a, b] = [one.toLowerCase(), other.toLowerCase()];
      const joined = new NameGroups(joinNames(before, 'actor', [one, other]), 'actor');
      expect(joined.groupOf(a)).toContain(b);
      expect(joined.isApart(a, b)).toBe(false);
      const parted = new NameGroups(partNames(before, 'actor', [one, other]), 'actor');
      expect(parted.groupOf(a)).not.toContain(b);
      expect(parted.isApart(b, a)).toBe(true);
      expect(parted.apartFrom(new Set([a]))).toContain(b);
    })
  );
});

test('every edit keeps to the schema, and is taken back to the letter', () => {
  fc.assert(
    fc.property(register, edit, (before, next) => {
      const after = next(before);
      expect(Register.parse(after)).toEqual(after);
      expect(sorted(takeBack(after, before, after))).toEqual(sorted(before));
    })
  );
});

test('taking back keeps what was said since', () => {
  const before = putInCollection(emptyRegister, 'Talks', [ids[0]!]);
  const after = joinNames(before, 'actor', ['US', 'America']);
  const since = saveSearch(after, search('Against', 'stance:opposes'));
  expect(takeBack(since, before, after)).toEqual({ ...since, joined: [] });
});

test('taking back leaves in a collection what somebody else has put there since, and its new name', () => {
  const before = putInCollection(emptyRegister, 'Talks', [ids[0]!]);
  const [{ id }] = before.collections as [BriefingCollection];
  const after = putInCollection(before, 'Talks', [ids[1]!]);
  const since = changeCollection(putInCollection(after, 'Talks', [ids[2]!]), id, { name: 'Peace' });
  expect(takeBack(since, before, after).collections).toEqual([
    { id, name: 'Peace', briefings: [ids[0], ids[2]] }
  ]);
  expect(takeBack(since, emptyRegister, before).collections).toEqual([
    { id, name: 'Peace', briefings: [ids[1], ids[2]] }
  ]);
  expect(takeBack(before, emptyRegister, before)).toEqual(emptyRegister);
});

test('all names of a group have one key, and issues are apart from actors', () => {
  const said = joinNames(joinNames(emptyRegister, 'actor', ['US', 'America']), 'actor', [
    'Washington',
    'america'
  ]);
  const groups = new NameGroups(said, 'actor');
  expect(['us', 'america', 'washington'].map((each) => groups.keyOf(each))).toEqual(
    Array(3).fill('america')
  );
  expect(groups.keyOf('kyiv')).toBe('kyiv');
  expect(new NameGroups(said, 'issue').keyOf('us')).toBe('us');
});

test('two registers say together what both say, collections of one name as one', () => {
  const ours = saveSearch(
    putInCollection(emptyRegister, 'Talks', [ids[0]!]),
    search('For', 'grain')
  );
  const theirs = saveSearch(
    joinNames(putInCollection(emptyRegister, 'TALKS', [ids[1]!]), 'actor', ['US', 'America']),
    search('for', 'fish')
  );
  const united = uniteRegisters(ours, theirs);
  expect(united.collections).toMatchObject([{ name: 'Talks', briefings: [ids[0], ids[1]] }]);
  expect(united.searches).toEqual(ours.searches);
  expect(united.joined).toEqual(theirs.joined);
  expect(uniteRegisters(united, theirs)).toEqual(united);
});

test('what was parted before stands in the way of one name, and is told until it is taken back', () => {
  const [talks, other] = [ids[0]!, ids[1]!];
  const parted = partInBriefing(emptyRegister, 'actor', 'Georgia', talks);
  expect(stillParted(parted, 'actor', 'Georgia')).toHaveLength(1);
  const joined = joinNames(parted, 'actor', ['Tbilisi', 'Georgia']);
  expect(stillParted(joined, 'actor', 'TBILISI')).toMatchObject([
    { name: 'georgia', other: null, briefing: talks }
  ]);
  expect(stillParted(joined, 'issue', 'Tbilisi')).toEqual([]);
  expect(stillParted(partInBriefing(joined, 'actor', 'Kyiv', other), 'actor', 'Tbilisi')).toEqual(
    joined.parted
  );
  expect(
    stillParted(partInBriefing(joined, 'actor', 'Georgia', talks), 'actor', 'Tbilisi')
  ).toEqual([]);
  const two = partNames(emptyRegister, 'actor', ['Tbilisi', 'Georgia']);
  const chain = joinNames(joinNames(two, 'actor', ['Georgia', 'The Caucasus state']), 'actor', [
    'Tbilisi',
    'The Caucasus state'
  ]);
  expect(stillParted(chain, 'actor', 'Tbilisi')).toMatchObject([
    { name: 'georgia', other: 'tbilisi', briefing: null }
  ]);
});

test('a saved search keeps to its collection: changed, taken in from a backup, and after that is gone', () => {
  const talks = putInCollection(emptyRegister, 'Talks', [ids[0]!]);
  const inside = talks.collections[0]!.id;
  const saved = saveSearch(talks, search('Against', 'stance:opposes', inside));
  const { id } = saved.searches[0]!;
  const renamed = saveSearch(saved, search('Opponents', 'stance:opposes', inside), id);
  expect(renamed.searches).toEqual([
    { id, name: 'Opponents', query: 'stance:opposes', collection: inside }
  ]);
  const ours = putInCollection(emptyRegister, 'talks', []);
  expect(uniteRegisters(ours, saved).searches[0]?.collection).toBe(ours.collections[0]!.id);
  const [taken] = uniteRegisters(emptyRegister, saved).searches;
  const [made] = uniteRegisters(emptyRegister, saved).collections;
  expect([taken?.collection, made?.name]).toEqual([expect.anything(), 'Talks']);
  expect(removeCollection(saved, inside)).toMatchObject({
    collections: [],
    searches: [{ name: 'Against', collection: null }]
  });
});

test('a search that was saved before searches had collections is of the whole library', () => {
  const older = { ...emptyRegister, searches: [{ id: ids[0]!, name: 'For', query: 'grain' }] };
  expect(Register.parse(older).searches[0]?.collection).toBeNull();
});
