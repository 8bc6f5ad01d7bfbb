/** What people do to a register: what tests of sharing it make their changes with. */
import fc from 'fast-check';
import { newId } from '../../base/values.js';
import {
  changeCollection,
  joinNames,
  partInBriefing,
  partNames,
  putInCollection,
  type Register,
  removeCollection,
  removeSearch,
  saveSearch,
  takeFromCollection
} from '../../ledger/register.js';

export type RegisterEdit = (register: Register) => Register;

export const someBriefings = Array.from({ length: 4 }, () => newId());

const name = fc.constantFrom('US', 'Washington', 'America', '__proto__', 'constructor');
const called = fc.constantFrom('Talks', 'Grain');
const briefings = fc.subarray(someBriefings, { minLength: 1 });
const at = fc.nat(2);

/** At few places, so that they meet. */
export const registerEdits: fc.Arbitrary<RegisterEdit> = fc.oneof(
  fc.tuple(name, name).map(
    ([a, b]): RegisterEdit =>
      (said) =>
        joinNames(said, 'actor', [a, b])
  ),
  fc.tuple(name, name).map(
    ([a, b]): RegisterEdit =>
      (said) =>
        partNames(said, 'actor', [a, b])
  ),
  fc.tuple(name, fc.constantFrom(...someBriefings)).map(
    ([a, id]): RegisterEdit =>
      (said) =>
        partInBriefing(said, 'actor', a, id)
  ),
  fc.tuple(called, briefings).map(
    ([which, some]): RegisterEdit =>
      (said) =>
        putInCollection(said, which, some)
  ),
  fc.tuple(at, briefings).map(([n, some]): RegisterEdit => (said) => {
    const known = said.collections[n];
    return known ? takeFromCollection(said, known.id, some) : said;
  }),
  fc.tuple(at, called).map(([n, name]): RegisterEdit => (said) => {
    const known = said.collections[n];
    return known ? changeCollection(said, known.id, { name }) : said;
  }),
  at.map((n): RegisterEdit => (said) => {
    const known = said.collections[n];
    return known ? removeCollection(said, known.id) : said;
  }),
  fc.tuple(called, at).map(
    ([name, n]): RegisterEdit =>
      (said) =>
        saveSearch(said, { name, query: `grain ${n}`, collection: said.collections[n]?.id ?? null })
  ),
  at.map((n): RegisterEdit => (said) => {
    const known = said.searches[n];
    return known ? removeSearch(said, known.id) : said;
  })
);
