/** Names that are one or two, collections and saved searches: what is said last holds, and can be taken back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import {
  changeCollection,
  emptyRegister,
  joinNames,
  NameGroups,
  partInBriefing,
  partNames,
  putInCollection,
  Register,
  removeSearch,
  saveSearch,
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
    return known ? changeCollection(register, known.id, null) : register;
  }),
  fc.tuple(fc.constantFrom('Against', 'For'), fc.constantFrom('stance:opposes', 'grain')).map(
    ([called, query]): Edit =>
      (register) =>
        saveSearch(register, called, query)
  ),
  fc.nat(2).map((at): Edit => (register) => {
    const known = register.searches[at];
    return known ? removeSearch(register, known.id) : register;
  })
);
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
  const since = saveSearch(after, 'Against', 'stance:opposes');
  expect(takeBack(since, before, after)).toEqual({ ...since, joined: [] });
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
  const ours = saveSearch(putInCollection(emptyRegister, 'Talks', [ids[0]!]), 'For', 'grain');
  const theirs = saveSearch(
    joinNames(putInCollection(emptyRegister, 'TALKS', [ids[1]!]), 'actor', ['US', 'America']),
    'for',
    'fish'
  );
  const united = uniteRegisters(ours, theirs);
  expect(united.collections).toMatchObject([{ name: 'Talks', briefings: [ids[0], ids[1]] }]);
  expect(united.searches).toEqual(ours.searches);
  expect(united.joined).toEqual(theirs.joined);
  expect(uniteRegisters(united, theirs)).toEqual(united);
});
