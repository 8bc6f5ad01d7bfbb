/**
 * Protects that all devices of a team hold the same register in the end, and that what two people put there stands.
 * Over 300 lines because all of it is about one merge.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { type Id, newId } from '../base/values.js';
import {
  changeCollection,
  emptyRegister,
  joinNames,
  mostInRegister,
  partNames,
  putInCollection,
  Register,
  removeCollection,
  removeSearch,
  saveSearch,
  takeBack,
  takeFromCollection
} from '../ledger/register.js';
import {
  mostSaid,
  readRegisterChange,
  type RegisterChange,
  saidBetween
} from './register-change.js';
import { SharedRegister } from './shared-register.js';
import { type RegisterEdit, registerEdits, someBriefings } from './testing/register-edits.js';

const numRuns = bySize({ usual: 200, full: 5_000 });

class Device {
  shared = SharedRegister.empty;

  /** `name` is one letter. */
  constructor(
    readonly name: string,
    readonly log: RegisterChange[]
  ) {}

  get by() {
    const device = this.name.charCodeAt(0).toString(16).padStart(32, '0');
    return { device, author: `Person ${this.name}`, at: '2025-08-18T09:00:00.000Z' };
  }

  get register(): Register {
    return this.shared.register;
  }

  say(edit: RegisterEdit): void {
    const after = edit(this.register);
    const made = this.shared.changesTo(after, this.by).map((each) => {
      // Over JSON, and read as something that nobody trusts.
      const read = readRegisterChange(JSON.parse(JSON.stringify(each)));
      if (!read.ok) throw new Error(read.error.message);
      return read.value;
    });
    this.log.push(...made);
    this.shared = this.shared.with(made);
  }

  receive(changes: readonly RegisterChange[]): void {
    this.shared = this.shared.with(changes);
  }

  /** As from its file, in the order in which all of it came. */
  restart(): void {
    const known = this.log.filter(({ device, n }) => n <= (this.shared.known[device] ?? 0));
    this.shared = SharedRegister.empty.with(known.toReversed());
  }
}

function desks(...names: readonly string[]) {
  const log: RegisterChange[] = [];
  return names.map((name) => new Device(name, log));
}

/** Both on top of what the first has said so far, without knowing of each other. */
function apart(first: RegisterEdit, one: RegisterEdit, other: RegisterEdit) {
  const [anna, ben] = desks('A', 'B') as [Device, Device];
  anna.say(first);
  ben.receive(anna.log);
  anna.say(one);
  ben.say(other);
  for (const each of [anna, ben]) each.receive(anna.log);
  expect(JSON.stringify(ben.register)).toBe(JSON.stringify(anna.register));
  return anna;
}

const who = fc.nat(3);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ at: who, edit: registerEdits }) },
    {
      weight: 3,
      arbitrary: fc.record({ to: who, which: fc.array(fc.nat(60), { maxLength: 12 }) })
    },
    { weight: 2, arbitrary: fc.record({ from: who, to: who }) },
    { weight: 1, arbitrary: fc.record({ restarting: who }) }
  ),
  { minLength: 6, maxLength: 30, size: 'max' }
);

test('devices that were apart, late and restarted hold the same to the byte, whatever came first and how often', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(99)), (schedule, dice) => {
      const all = desks('A', 'B', 'C', 'D');
      const [{ log }] = all as [Device];
      for (const step of schedule) {
        if ('edit' in step) all[step.at]!.say(step.edit);
        else if ('which' in step) {
          all[step.to]!.receive(step.which.flatMap((n) => log[n] ?? []));
        } else if ('from' in step) {
          const { known } = all[step.from]!.shared;
          all[step.to]!.receive(log.filter(({ device, n }) => n <= (known[device] ?? 0)));
        } else all[step.restarting]!.restart();
      }
      const byChance = [...log, ...log]
        .map((change) => [dice.next().value, change] as const)
        .sort(([a], [b]) => a - b)
        .map(([, change]) => change);
      for (const change of byChance) all[0]!.receive([change]);
      for (const each of all.slice(1)) each.receive(log.toReversed());
      const held = all.map(({ register }) => JSON.stringify(register));
      expect(new Set(held).size).toBe(1);
      expect(all.map(({ shared }) => [shared.waiting, shared.leftOut])).toEqual(
        all.map(() => [0, []])
      );
      // A library takes it, and finds nothing to say of it.
      expect(Register.parse(all[0]!.register)).toEqual(all[0]!.register);
      expect(all[0]!.shared.changesTo(all[0]!.register, all[0]!.by)).toEqual([]);
      // As one that was held at any time can be made again.
      expect(all[0]!.shared.at(all[0]!.shared.known).register).toEqual(all[0]!.register);
    }),
    { numRuns }
  );
});

test('what one has made of it stands there then', () => {
  fc.assert(
    fc.property(fc.array(registerEdits, { maxLength: 12 }), registerEdits, (before, last) => {
      const [anna] = desks('A') as [Device];
      for (const edit of before) anna.say(edit);
      const after = last(anna.register);
      anna.say(() => after);
      const isNumbered = ({ name }: { name: string }) => / \(\d\)$/.test(name);
      fc.pre(![...anna.register.collections, ...anna.register.searches].some(isNumbered));
      expect(saidBetween(anna.register, after)).toEqual([]);
    }),
    { numRuns }
  );
});

const [first, second, third] = someBriefings as unknown as [Id, Id, Id];
const talks =
  (...ids: readonly Id[]) =>
  (said: Register) =>
    putInCollection(said, 'Talks', ids);
const idOf = (said: Register) => said.collections[0]!.id;

test('what two put into a collection, and what two join, stands', () => {
  const { register } = apart(talks(first), talks(second), talks(third));
  expect(register.collections).toMatchObject([
    { name: 'Talks', briefings: [first, second, third] }
  ]);
  const joined = apart(
    (said) => joinNames(said, 'actor', ['US', 'America']),
    (said) => joinNames(said, 'actor', ['US', 'Washington']),
    (said) => joinNames(said, 'actor', ['Kyiv', 'Kiev'])
  );
  expect(joined.register.joined).toHaveLength(3);
});

test('a collection that two make under one name is one, and searches in it find it', () => {
  const { register } = apart(
    (said) => said,
    talks(first),
    (said) => {
      const made = putInCollection(said, 'TALKS', [second]);
      return saveSearch(made, { name: 'Grain', query: 'grain', collection: idOf(made) });
    }
  );
  expect(register.collections).toMatchObject([{ name: 'Talks', briefings: [first, second] }]);
  expect(register.searches).toMatchObject([{ name: 'Grain', collection: idOf(register) }]);
});

test('two searches of one name both stay, and are told apart', () => {
  const saved = (query: string) => (said: Register) =>
    saveSearch(said, { name: 'Grain', query, collection: null });
  const { register } = apart((said) => said, saved('wheat'), saved('rye'));
  expect(register.searches.map(({ name, query }) => [name, query])).toEqual([
    ['Grain', 'wheat'],
    ['Grain (2)', 'rye']
  ]);
});

test.each([
  ['removed first', (a: RegisterEdit, b: RegisterEdit) => apart(talks(first), a, b)],
  ['removed last', (a: RegisterEdit, b: RegisterEdit) => apart(talks(first), b, a)]
])('a collection into which somebody puts a briefing comes back as it was, %s', (_, both) => {
  const remove: RegisterEdit = (said) => removeCollection(said, idOf(said));
  const anna = both(remove, talks(second));
  expect(anna.register.collections).toMatchObject([{ briefings: [first, second] }]);
  // Who saw all of it removes it for all.
  anna.say(remove);
  expect(anna.register.collections).toEqual([]);
  const gone = anna.register;
  anna.say((said) => takeBack(said, putInCollection(gone, 'Back', [third]), gone));
  expect(anna.register.collections).toMatchObject([{ name: 'Back', briefings: [third] }]);
});

test('a collection that is put back by who removed it holds what she puts there', () => {
  const [anna] = desks('A') as [Device];
  anna.say(talks(first, second));
  const before = anna.register;
  anna.say((said) => removeCollection(said, idOf(said)));
  const put = { ...before.collections[0]!, briefings: [third] };
  anna.say((said) => ({ ...said, collections: [put] }));
  expect(anna.register.collections).toEqual([put]);
});

test('who takes out what another has put in anew meanwhile does not take it from her', () => {
  const [anna, ben] = desks('A', 'B') as [Device, Device];
  anna.say(talks(first, second));
  ben.receive(anna.log);
  const takeOut: RegisterEdit = (said) => takeFromCollection(said, idOf(said), [first]);
  ben.say(takeOut);
  ben.say(talks(first));
  for (const name of ['One', 'Two', 'Talks']) {
    anna.say((said) => changeCollection(said, idOf(said), { name }));
  }
  anna.say(takeOut);
  anna.receive(ben.log);
  expect(anna.register.collections[0]?.briefings.toSorted()).toEqual([first, second].toSorted());
});

test('of two names, and of what a collection is called, the last word holds', () => {
  const { register } = apart(
    talks(first, second),
    (said) => takeFromCollection(said, idOf(said), [first]),
    (said) => changeCollection(said, idOf(said), { name: 'Peace' })
  );
  expect(register.collections).toMatchObject([{ name: 'Peace', briefings: [second] }]);
  const two = apart(
    (said) => said,
    (said) => joinNames(said, 'actor', ['US', 'America']),
    (said) => partNames(said, 'actor', ['US', 'America'])
  );
  expect(two.register).toMatchObject({ joined: [], parted: [{ name: 'america', other: 'us' }] });
});

test('a search that somebody has changed stays, though it was removed by who did not know that', () => {
  const saved = (query: string) => (said: Register) =>
    saveSearch(said, { name: 'Grain', query, collection: null }, said.searches[0]?.id ?? null);
  const remove: RegisterEdit = (said) => removeSearch(said, said.searches[0]!.id);
  for (const { register } of [
    apart(saved('wheat'), remove, saved('rye')),
    apart(saved('wheat'), saved('rye'), remove)
  ]) {
    expect(register.searches).toMatchObject([{ query: 'rye' }]);
  }
});

const huge = Array.from({ length: mostSaid + 1 }, () => ({ collection: newId(), is: 'Talks' }));
const sound = { collection: newId(), is: 'Talks' };
test.each([
  ['no object', null],
  ['no words', []],
  ['too many words', huge],
  ['words of no kind', [{ grades: 'A' }]],
  ['names of an object’s own', [{ ['__proto__']: [], names: ['actor', 'a'], are: 'one' }]],
  ['names in the wrong order', [{ names: ['actor', 'b', 'a'], are: 'one' }]],
  ['a name without an end', [{ names: ['actor', 'a', 'b'.repeat(100_000)], are: 'one' }]],
  ['an id that is none', [{ collection: '__proto__', is: 'Talks' }]],
  ['an empty name', [{ ...sound, is: '' }]],
  ['more than its kind holds', [{ ...sound, isIn: true }]]
])('a change that holds %s is left out, with a sentence', (_, says) => {
  const by = { device: 'a'.repeat(32), n: 1, author: '', at: '2025-08-18T09:00:00.000Z' };
  const change = { ...by, lamport: 1, base: {}, says: [sound] };
  expect(readRegisterChange(change).ok).toBe(true);
  const read = readRegisterChange(says === null ? null : { ...change, says });
  expect(read).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/left out/) as string }
  });
});

test('what claims a place ahead of all, or more than a register holds, is left out for everybody, and told', () => {
  const [anna, ben] = desks('A', 'B') as [Device, Device];
  anna.say(talks(first));
  const claims = { ...anna.log[0]!, ...ben.by, lamport: 9 };
  const all = [...anna.log, claims];
  for (const order of [all, all.toReversed()]) {
    const { register, leftOut } = SharedRegister.empty.with(order);
    expect(register).toEqual(anna.register);
    expect(leftOut).toMatchObject([
      { device: ben.by.device, why: expect.stringMatching(/place/) as string }
    ]);
  }
  const many = Array.from({ length: mostInRegister + 2 }, (_, n) => ({
    kind: 'actor' as const,
    one: `a${n}`,
    other: `b${n}`
  }));
  anna.say((said) => ({ ...said, joined: many }));
  expect(Register.safeParse(anna.register).success).toBe(true);
  expect(anna.shared.leftOut).toMatchObject([{ why: expect.stringMatching(/too much/) as string }]);
  expect(anna.shared.with([claims]).register).toEqual(anna.register);
});

test('a change whose base is not here waits, and counts once that has come', () => {
  const [anna] = desks('A') as [Device];
  anna.say(talks(first));
  anna.say(talks(second));
  const [early, late] = anna.log as [RegisterChange, RegisterChange];
  const waiting = SharedRegister.empty.with([late]);
  expect([waiting.waiting, waiting.register]).toEqual([1, emptyRegister]);
  expect(waiting.newOf([late, early, early])).toEqual([early]);
  expect(waiting.with([early]).register).toEqual(anna.register);
});
