import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { DamagedFile, seal, unseal } from './envelope.js';

const envelope = fc.record({
  schema: fc.integer({ min: 1, max: 99 }),
  revision: fc.integer({ min: 1, max: 1e9 }),
  data: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)
});

describe('an envelope', () => {
  test('gives back what was put in, and is plain JSON', () => {
    fc.assert(
      fc.property(envelope, (sealed) => {
        const bytes = seal('test', sealed);
        expect(unseal('test', bytes)).toEqual(sealed);
        expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ rev: sealed.revision });
      })
    );
  });

  test('shows every flipped bit', () => {
    fc.assert(
      fc.property(envelope, fc.nat(), fc.integer({ min: 0, max: 7 }), (sealed, at, bit) => {
        const bytes = seal('test', sealed);
        const index = at % bytes.length;
        bytes[index]! ^= 1 << bit;
        expect(() => unseal('test', bytes)).toThrow(DamagedFile);
      }),
      { numRuns: bySize({ usual: 1_000, full: 20_000 }) }
    );
  });

  test('shows every lost, added or doubled stretch', () => {
    fc.assert(
      fc.property(envelope, fc.nat(), fc.nat(), (sealed, a, b) => {
        const bytes = seal('test', sealed);
        const [from, to] = [a % bytes.length, b % (bytes.length + 1)].sort((x, y) => x - y);
        fc.pre(from !== to);
        const spoilt = [
          bytes.subarray(0, from),
          Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
          Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
          Buffer.concat([bytes, bytes.subarray(from, to)])
        ];
        for (const each of spoilt) expect(() => unseal('test', each)).toThrow(DamagedFile);
      }),
      { numRuns: bySize({ usual: 300, full: 5_000 }) }
    );
  });

  test('of another format is refused', () => {
    const bytes = seal('test', { schema: 1, revision: 1, data: {} });
    expect(() => unseal('other', bytes)).toThrow(DamagedFile);
  });
});
