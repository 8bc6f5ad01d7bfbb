/**
 * Protects: whatever the carrier, a member, or somebody who was removed does to rows, a reader notices
 * each time.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { sha256Of } from './bytes.js';
import { Chains } from './chains.js';
import { type DeviceKeys, makeDeviceKeys } from './device-keys.js';
import { type Keyring, makeKeyring, topicOf, withNewEpoch } from './keyring.js';
import type { SealedRow } from './row-bytes.js';
import { RowFault } from './row-fault.js';
import { openRows, type RowHead, sealRow } from './row.js';

interface Made {
  readonly keyring: Keyring;
  readonly rows: readonly SealedRow[];
  readonly heads: readonly RowHead[];
}

/** Three devices write 24 rows in turns, in two epochs; each has verified what came before. */
function makeRows(devices: readonly DeviceKeys[], keyring: Keyring, salt: string): Made {
  const chains = new Chains();
  const [first = ''] = keyring.epochs.keys();
  const { keyring: ring, epoch } = withNewEpoch(keyring);
  const heads: RowHead[] = [];
  const rows = Array.from({ length: 24 }, (_, at) => {
    const by = devices[(at * at + at) % 3 === 0 ? 0 : at % 3]!;
    const place = { ...chains.next(by.device), topic: topicOf(ring, 'briefing', `${at % 4}`) };
    const content = { salt, at };
    const { row, head } = sealRow(content, place, by, ring, at < 12 ? first : epoch);
    chains.take(head);
    heads.push(head);
    return row;
  });
  return { keyring: ring, rows, heads };
}

it('finds every row that was forged, altered, cut, reordered, replayed, doubled or dropped', async () => {
  const devices = await Promise.all([makeDeviceKeys(), makeDeviceKeys(), makeDeviceKeys()]);
  const removed = await makeDeviceKeys();
  const one = makeKeyring();
  const { keyring, rows, heads: made } = makeRows(devices, one, 'one');
  const elsewhere = makeRows(devices, makeKeyring(), 'elsewhere');
  // The folder of all three was copied, and went on on its own.
  const copied = makeRows(devices, one, 'copied');
  const contents = openedContents(rows, keyring);
  const [old = '', current = ''] = keyring.epochs.keys();
  const publicKeys = new Map(devices.map(({ device, publicKey }) => [device, publicKey]));

  /** What a reader ends with: what it took, in order, and whether it noticed anything. */
  function read(given: readonly SealedRow[]) {
    const chains = new Chains();
    const taken: unknown[] = [];
    const faults: RowFault[] = [];
    const opened = openRows(given, keyring, (device) => publicKeys.get(device) ?? null);
    for (const each of opened) {
      try {
        if (each instanceof RowFault) throw each;
        if (chains.take(each.head) === 'new') taken.push(each.content);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        faults.push(error);
      }
    }
    return { taken, faults: [...faults, ...chains.faults()] };
  }
  expect(read(rows)).toEqual({ taken: contents, faults: [] });

  const replace = (at: number, row: SealedRow) => rows.with(at, row);
  const resealed = (at: number, by: DeviceKeys, as: Partial<SealedRow>, epoch: string) => {
    const { n, topic } = rows[at]!;
    const head = made[at]!;
    const place = { n, topic, previous: head.previous, heads: head.heads };
    const { row } = sealRow({ forged: true }, place, by, keyring, epoch);
    return replace(at, { ...row, ...as });
  };
  const epochs = fc.constantFrom(old, current);
  const at = fc.nat(rows.length - 1);
  /** All but the very last row, of which nobody has told yet. */
  const told = fc.nat(rows.length - 2);
  const by = fc.constantFrom(...devices);
  const attack = fc.oneof(
    fc.record({ at, bit: fc.nat(8_000) }).map((x) => ({
      name: 'a flipped bit',
      rows: replace(x.at, flipped(rows[x.at]!, x.bit))
    })),
    fc.record({ at, bit: fc.nat(8_000) }).map((x) => ({
      name: 'a flipped bit, and a checksum that hides it',
      rows: replace(x.at, summed(flipped(rows[x.at]!, x.bit, 4)))
    })),
    fc.record({ at, to: fc.nat(1_000) }).map((x) => {
      const row = rows[x.at]!;
      const bytes = row.bytes.slice(0, x.to % row.bytes.length);
      return { name: 'a cut row', rows: replace(x.at, { ...row, bytes }) };
    }),
    fc.record({ at, more: fc.uint8Array({ minLength: 1, maxLength: 40 }) }).map((x) => {
      const row = rows[x.at]!;
      const bytes = Buffer.concat([row.bytes, x.more]);
      return { name: 'a longer row', rows: replace(x.at, { ...row, bytes }) };
    }),
    fc.record({ at, epoch: epochs }).map((x) => ({
      name: 'a row made by a removed member under a member’s name',
      rows: resealed(x.at, { ...removed, device: rows[x.at]!.device }, {}, x.epoch)
    })),
    fc.record({ at, epoch: epochs }).map((x) => ({
      name: 'a row of a removed member in its own name',
      rows: resealed(x.at, removed, {}, x.epoch)
    })),
    fc.record({ at, by, epoch: epochs }).map((x) => {
      const { device } = rows[x.at]!;
      // A member’s own row shown as another’s; of its own it may write what it wants.
      const author = x.by.device === device ? removed : x.by;
      return {
        name: 'one device’s row as another’s',
        rows: resealed(x.at, author, { device }, x.epoch)
      };
    }),
    fc
      .record({ at, other: at })
      .filter((x) => rows[x.at]!.device !== rows[x.other]!.device)
      .map((x) => ({
        name: 'a row replayed as another device’s',
        rows: replace(x.at, { ...rows[x.at]!, bytes: rows[x.other]!.bytes })
      })),
    fc
      .record({ at, other: at })
      .filter((x) => x.at !== x.other)
      .map((x) => ({
        name: 'a row in place of another',
        rows: replace(x.at, rows[x.other]!)
      }))
      .filter(({ rows: given }) => isNoticeable(given)),
    fc.record({ at }).map((x) => ({
      name: 'a row of another library',
      rows: replace(x.at, elsewhere.rows[x.at]!)
    })),
    fc.record({ at }).map((x) => ({
      name: 'a row of a copied folder',
      rows: [...rows, copied.rows[x.at]!]
    })),
    fc
      .record({ at: told })
      .map((x) => ({ name: 'a dropped row', rows: rows.toSpliced(x.at, 1) }))
      .filter(({ rows: given }) => isNoticeable(given)),
    fc
      .record({ by: fc.constantFrom(...devices.slice(0, 2)), from: fc.nat(5) })
      .map((x) => ({
        name: 'a withheld tail',
        rows: rows.filter(({ device, n }) => device !== x.by.device || n <= x.from)
      }))
      .filter(({ rows: given }) => isNoticeable(given)),
    fc
      .record({ at, other: at })
      .map((x) => ({ name: 'two rows in each other’s places', rows: swapped(x.at, x.other) }))
      .filter(({ rows: given }) => isOutOfOrder(given)),
    fc.record({ at }).map((x) => ({
      name: 'a row in another’s place and number',
      rows: replace(x.at, { ...rows[x.at]!, n: rows[x.at]!.n + 1 })
    })),
    fc.record({ at }).map((x) => ({
      name: 'a row about another thing',
      rows: replace(x.at, { ...rows[x.at]!, topic: 'ab'.repeat(16) })
    }))
  );

  const swapped = (one: number, other: number) =>
    rows.with(one, rows[other]!).with(other, rows[one]!);
  /** Rows of one device are not in their order. */
  const isOutOfOrder = (given: readonly SealedRow[]) =>
    devices.some(({ device }) => {
      const own = given.filter((row) => row.device === device).map(({ n }) => n);
      return own.some((n, index) => n < (own[index - 1] ?? 0));
    });
  /** A later row is here that rests on what is not, or tells of it. The newest rows nobody has told of. */
  function isNoticeable(given: readonly SealedRow[]): boolean {
    const last = new Map(rows.map((row, index) => [row.device, index]));
    const gone = rows.filter((row) => !given.includes(row));
    return gone.some((row) => {
      const index = rows.indexOf(row);
      return given.some((later) => {
        const place = rows.indexOf(later);
        return (
          place > index && (later.device === row.device || place > (last.get(row.device) ?? 0))
        );
      });
    });
  }

  const counts = new Map<string, number>();
  fc.assert(
    fc.property(attack, ({ name, rows: given }) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const { taken, faults } = read(given);
      expect(faults.length, name).toBeGreaterThan(0);
      for (const { message } of faults) expect(message).toMatch(/^[A-Z].{40,}\.$/);
      for (const content of taken) expect(contents).toContainEqual(content);
      // Of each device what was taken is what it wrote first, without a hole.
      for (const { device } of devices) {
        const own = contents.filter((_, index) => rows[index]!.device === device);
        const ofIt = taken.filter((content) =>
          own.includes(own.find((each) => isSame(each, content)))
        );
        expect(ofIt).toEqual(own.slice(0, ofIt.length));
      }
    }),
    { numRuns: bySize({ usual: 300, full: 10_000 }) }
  );
  expect(counts.size).toBe(16);

  // What is only handed out more than once does no harm, and needs no alarm.
  fc.assert(
    fc.property(fc.array(at, { minLength: 1, maxLength: 10 }), (again) => {
      const given = [...rows, ...again.sort((x, y) => x - y).map((index) => rows[index]!)];
      expect(read(given)).toEqual({ taken: contents, faults: [] });
    }),
    { numRuns: bySize({ usual: 30, full: 1_000 }) }
  );

  function openedContents(given: readonly SealedRow[], ring: Keyring): readonly unknown[] {
    const known = new Map(devices.map(({ device, publicKey }) => [device, publicKey]));
    return openRows(given, ring, (device) => known.get(device) ?? null).map((each) => {
      if (each instanceof RowFault) throw each;
      return each.content;
    });
  }
});

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @param before the end of the row, so many bytes are left alone */
function flipped(row: SealedRow, bit: number, before = 0): SealedRow {
  const bytes = Uint8Array.from(row.bytes);
  const at = Math.floor(bit / 8) % (bytes.length - before);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return { ...row, bytes };
}

function summed(row: SealedRow): SealedRow {
  const body = row.bytes.subarray(0, -4);
  return { ...row, bytes: Buffer.concat([body, sha256Of(body).subarray(0, 4)]) };
}
