/** Protects that what is known by its looks alone is what the whole schema takes in, and nothing more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { readTeamChange } from './team-change.js';
import { isTypedChange } from './typed-change.js';

const device = 'a'.repeat(32);
const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const fields = new Map([
  ['', new Set(['bottomLine'])],
  ['cards', new Set(['body', 'heading'])]
]);

function typed(what: object, n = 2): object {
  const base = n > 1 ? { [device]: n - 1, ['b'.repeat(32)]: 7 } : {};
  return { device, n, author: 'Ada', at: '2026-01-01T00:00:00.000Z', lamport: 9, base, what };
}

const stretch = [3, 0, ' more', device, 1];
const known = [
  typed({ edit: { lists: { cards: { put: [[id, { body: stretch }]] } } } }),
  typed({ edit: { lists: { cards: { put: [[id, { heading: [0, 4, '', 'what was'] }]] } } } }, 1),
  typed({ edit: { fields: { bottomLine: stretch } } })
];

test.each(known)('words typed in a long text are known by their looks: %j', (change) => {
  expect(isTypedChange(change, fields)).toBe(true);
});

const strange = fc.constantFrom<unknown>(
  ...[null, undefined, true, 0, -1, 1.5, 2, 1e300, '', 'x', 'body', id, device, [], {}, [[]]],
  ...[device.toUpperCase(), 'y'.repeat(501), '2026-13-01T00:00:00.000Z', stretch, { more: 1 }]
);
const keys = fc.constantFrom(
  'more',
  'body',
  'secret',
  'id',
  'put',
  'bin',
  'c'.repeat(32),
  '0',
  '5'
);
const steps = fc.record({ dice: fc.infiniteStream(fc.nat(9)), value: strange, key: keys });

test('whatever is done to one, the schema says the same of it and makes the same of it', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.array(steps, { maxLength: 2 }), (whole, done) => {
      const change = structuredClone(whole);
      for (const { dice, value, key } of done) {
        spoil(change, dice, key, structuredClone(value));
      }
      const json = JSON.parse(JSON.stringify(change)) as object;
      // In another order it is not known by its looks: then the schema alone tells.
      const turned = Object.fromEntries(Object.entries(json).reverse());
      expect(isTypedChange(turned, fields)).toBe(false);
      const [byLooks, bySchema] = [readTeamChange(json), readTeamChange(turned)];
      expect(byLooks.ok).toBe(bySchema.ok);
      const made = [byLooks, bySchema].map((read) => JSON.stringify(read.ok && read.value));
      expect(made[0]).toBe(made[1]);
      if (isTypedChange(json, fields)) {
        taken += 1;
        expect(bySchema.ok).toBe(true);
      }
    }),
    { numRuns: bySize({ usual: 1_500, full: 20_000 }) }
  );
  expect(taken).toBeGreaterThan(100);
});

/** Puts something strange somewhere into it, or takes something out. */
function spoil(part: object, dice: Iterator<number>, key: string, value: unknown): void {
  const roll = () => (dice.next().value as number | undefined) ?? 0;
  const names = Object.keys(part);
  const name = names[roll() % Math.max(1, names.length)] ?? key;
  const there = (part as Record<string, unknown>)[name];
  const isDeep = typeof there === 'object' && there !== null;
  const deed = roll();
  if (isDeep && deed < 7) spoil(there, dice, key, value);
  else if (deed === 7) (part as Record<string, unknown>)[key] = value;
  else if (deed === 8) delete (part as Record<string, unknown>)[name];
  else (part as Record<string, unknown>)[name] = value;
}
