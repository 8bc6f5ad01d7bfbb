/** Protects: only what its device sealed for this library opens, and each failure is told for what it is. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { sha256Of, toBase64, toHex } from './bytes.js';
import { type DeviceKeys, makeDeviceKeys } from './device-keys.js';
import { fileNameOf, openSealedFile, sealFile } from './file.js';
import { type Keyring, makeKeyring, topicOf, withNewEpoch } from './keyring.js';
import { noRow, type SealedRow } from './row-bytes.js';
import { RowFault } from './row-fault.js';
import { openRow, openRows, sealRow } from './row.js';

let keys: DeviceKeys;
let others: DeviceKeys;
let keyring: Keyring;
let epoch: string;
let topic: string;
beforeAll(async () => {
  keys = await makeDeviceKeys();
  others = await makeDeviceKeys();
  keyring = makeKeyring();
  [epoch = ''] = keyring.epochs.keys();
  topic = topicOf(keyring, 'briefing', 'b');
});

const publicKeyOf = (device: string) =>
  device === keys.device ? keys.publicKey : device === others.device ? others.publicKey : null;
const place = (n = 2, previous = noRow) => ({ topic, n, previous, heads: [] });
const sealed = (content: unknown = { text: 'canary' }) =>
  sealRow(content, place(), keys, keyring, epoch).row;

function faultOf(row: SealedRow, ring = keyring, known = publicKeyOf): RowFault {
  try {
    openRow(row, ring, known);
  } catch (error) {
    if (error instanceof RowFault) return error;
    throw error;
  }
  throw new Error('The row opened');
}

describe('a row', () => {
  it('opens to what was sealed, with the heads that it tells', () => {
    const Head = fc.record({
      device: hexOf(32),
      n: fc.integer({ min: 1, max: 0xffff_ffff }),
      hash: hexOf(32)
    });
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(Head, { maxLength: 12 }),
        fc.integer({ min: 1, max: 0xffff_ffff }),
        hexOf(64),
        (value, heads, n, previous) => {
          const content = JSON.parse(JSON.stringify(value)) as unknown;
          const at = { topic, n, previous, heads };
          const { row, head } = sealRow(content, at, keys, keyring, epoch);
          const opened = openRow(row, keyring, publicKeyOf);
          expect(opened.content).toEqual(content);
          expect(opened.head).toEqual(head);
          expect(opened.head).toMatchObject({ ...at, device: keys.device, epoch });
        }
      )
    );
  });

  it('shows nothing of its content, and nothing twice', () => {
    const [one, other] = [sealed(), sealed()];
    expect(Buffer.from(one.bytes).includes('canary')).toBe(false);
    expect(one.bytes).not.toEqual(other.bytes);
  });

  it('that carries a typed edit of 200 bytes takes less than 600, with eight heads', () => {
    const words = toBase64(keys.publicKey).repeat(5);
    const content = { kind: 'change', briefing: '01JZXK4Q8V', what: { edit: words } };
    const json = JSON.stringify(content).slice(0, 198);
    expect(json.length).toBe(198);
    const heads = Array.from({ length: 8 }, (_, n) => ({
      device: others.device,
      n: n + 1,
      hash: 'ab'.repeat(16)
    }));
    const bare = sealRow(json, place(), keys, keyring, epoch).row.bytes.length;
    const full = sealRow(json, { ...place(), heads }, keys, keyring, epoch).row.bytes.length;
    expect(bare).toBeLessThan(450);
    expect(full - bare).toBeGreaterThanOrEqual(8 * 36);
    expect(full).toBeLessThan(740);
  });

  it.each<[string, RegExp, () => RowFault]>([
    [
      'no-key',
      /key that this device does not have.*passed the key on/,
      () => faultOf(sealed(), withNewEpoch({ ...keyring, epochs: new Map() }).keyring)
    ],
    [
      'unknown-device',
      /does not belong to the library/,
      () => faultOf(sealed(), keyring, () => null)
    ],
    ['damaged', /is damaged/, () => faultOf(withByte(sealed(), -1))],
    ['damaged', /is damaged/, () => faultOf(withByte(sealed(), 150))],
    ['damaged', /is damaged/, () => faultOf(withByte(sealed(), 3))],
    ['damaged', /is damaged/, () => faultOf(withByte(sealed(), 4))],
    ['damaged', /is damaged/, () => faultOf(rewritten())],
    ['damaged', /is damaged/, () => faultOf({ ...sealed(), bytes: new Uint8Array() })],
    ['forged', /somebody else made it/, () => faultOf(forged())],
    ['forged', /is row 2 of device/, () => faultOf({ ...sealed(), device: others.device })],
    ['forged', /is row 2 of device/, () => faultOf({ ...sealed(), n: 3 })],
    ['forged', /is row 2 of device/, () => faultOf({ ...sealed(), topic: 'ab'.repeat(16) })],
    ['other-library', /another library/, () => faultOf(sealed(), makeKeyring())],
    ['newer-program', /newer Standpoint \(format 2/, () => faultOf(newer())]
  ])('that cannot be taken is told as %s: %s', (code, sentence, attempt) => {
    const fault = attempt();
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(sentence);
    for (const secret of [keys.seed, keyring.topicKey, ...keyring.epochs.values()]) {
      expect(fault.message).not.toContain(toBase64(secret));
    }
  });

  it('does not pass under a second signature that is as good', () => {
    // A signature (R, S) of Ed25519 would also hold as (R, S + L) where that is not refused.
    const row = sealed();
    const bytes = Uint8Array.from(row.bytes);
    const from = bytes.length - 36;
    const L = (1n << 252n) + 27742317777372353535851937790883648493n;
    let s = L;
    for (let at = 0; at < 32; at++) s += BigInt(bytes[from + at] ?? 0) << BigInt(8 * at);
    for (let at = 0; at < 32; at++) bytes[from + at] = Number((s >> BigInt(8 * at)) & 255n);
    expect(faultOf({ ...row, bytes: withChecksum(bytes) }).code).toBe('forged');
  });

  it('is not taken from a new device beside the topic of members, whatever key it brings', async () => {
    const stranger = await makeDeviceKeys();
    const first = sealRow({}, place(1), stranger, keyring, epoch).row;
    expect(faultOf(first).code).toBe('unknown-device');
    const about = { ...place(1), topic: topicOf(keyring, 'members', '') };
    const introduced = sealRow({}, about, stranger, keyring, epoch).row;
    expect(openRow(introduced, keyring, publicKeyOf).head.publicKey).toEqual(stranger.publicKey);
    // With the key of somebody else it has another id.
    const mixed = { ...stranger, publicKey: others.publicKey };
    expect(faultOf(sealRow({}, about, mixed, keyring, epoch).row).code).toBe('unknown-device');
  });

  /** By somebody who has the key of the epoch, and not that of the device. */
  function forged(): SealedRow {
    const by = { ...keys, seed: others.seed };
    return sealRow({ text: 'lies' }, place(), by, keyring, epoch).row;
  }

  /** Changed on purpose by somebody without keys. */
  function rewritten(): SealedRow {
    const row = withByte(sealed(), 150);
    return { ...row, bytes: withChecksum(row.bytes) };
  }

  function newer(): SealedRow {
    const row = sealed();
    row.bytes[3] = 2;
    return { ...row, bytes: withChecksum(row.bytes) };
  }
});

describe('many rows', () => {
  const chain = (length: number, by: DeviceKeys) => {
    let previous = noRow;
    return Array.from({ length }, (_, index) => {
      const { row, head } = sealRow({ index }, place(index + 2, previous), by, keyring, epoch);
      previous = head.hash;
      return row;
    });
  };

  it('open as each alone, whatever was done to some', () => {
    const rows = [chain(4, keys), chain(4, others)].flatMap((own) => own);
    const Harm = fc.tuple(fc.nat(7), fc.nat(400));
    fc.assert(
      fc.property(fc.array(Harm, { maxLength: 3 }), fc.boolean(), (harms, isTurned) => {
        const harmed = rows.map((row, at) =>
          harms
            .filter(([index]) => index === at)
            .reduce((each, [, byte]) => withByte(each, byte), row)
        );
        const given = isTurned ? harmed.toReversed() : harmed;
        const each = given.map((row) => {
          try {
            return openRow(row, keyring, publicKeyOf);
          } catch (error) {
            return error;
          }
        });
        expect(openRows(given, keyring, publicKeyOf)).toEqual(each);
      })
    );
  });
});

describe('a file', () => {
  const seal = (text: string) => sealFile(Buffer.from(text), keyring, epoch);
  const sha256 = (bytes: Uint8Array) => toHex(sha256Of(bytes));

  it('opens to its content, by a name that tells nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (content) => {
        const { name, bytes } = await sealFile(content, keyring, epoch);
        expect(name).toBe(fileNameOf(keyring, sha256(content)));
        expect(name).not.toBe(fileNameOf(makeKeyring(), sha256(content)));
        const opened = await openSealedFile(bytes, sha256(content), keyring);
        expect(Buffer.from(opened)).toEqual(Buffer.from(content));
      }),
      { numRuns: bySize({ usual: 30, full: 300 }) }
    );
  });

  it('of several megabytes opens too, and lets others have their turn', async () => {
    const content = randomBytes(3_500_000);
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    const { bytes } = await sealFile(content, keyring, epoch);
    clearInterval(count);
    expect(turns).toBeGreaterThan(0);
    const opened = await openSealedFile(bytes, sha256(content), keyring);
    expect(Buffer.from(opened).equals(content)).toBe(true);
  });

  it('has the same bytes whoever seals it, others in each epoch, and a key stream of its own', async () => {
    const later = withNewEpoch(keyring);
    const [one, again, next, other] = await Promise.all([
      seal('An original'),
      seal('An original'),
      sealFile(Buffer.from('An original'), later.keyring, later.epoch),
      seal('An origin, 2')
    ]);
    expect(again).toEqual(one);
    expect(next.name).toBe(one.name);
    const streamOf = ({ bytes }: { readonly bytes: Uint8Array }, text: string) =>
      toHex(bytes.subarray(36, 44).map((byte, i) => byte ^ text.charCodeAt(i)));
    expect(streamOf(next, 'An original')).not.toBe(streamOf(one, 'An original'));
    // Equal key streams would give away what the contents differ in.
    expect(streamOf(other, 'An origin, 2')).not.toBe(streamOf(one, 'An original'));
  });

  it('that is not what it should be is told for what it is', async () => {
    const { bytes } = await seal('whole');
    const hash = sha256(Buffer.from('whole'));
    const codeOf = (given: Uint8Array, wanted = hash, ring = keyring) =>
      openSealedFile(given, wanted, ring).then(
        () => 'opened',
        (error: unknown) => (error as RowFault).code
      );
    // A member can seal anything under any name.
    expect(await codeOf((await seal('other')).bytes)).toBe('damaged');
    for (let at = 0; at < bytes.length; at++) {
      expect(await codeOf(changed(bytes, at))).toBe('damaged');
    }
    expect(await codeOf(bytes.subarray(0, 40))).toBe('damaged');
    expect(await codeOf(bytes, hash, makeKeyring())).toBe('other-library');
    expect(await codeOf(bytes, hash, { ...keyring, epochs: new Map() })).toBe('no-key');
    expect(await codeOf(withChecksum(changed(bytes, 3, 3)))).toBe('newer-program');
    expect(await codeOf(withChecksum(changed(bytes, 40)))).toBe('damaged');
    const asFirstVersion = Uint8Array.from(bytes);
    asFirstVersion[3] = 1;
    expect(await codeOf(withChecksum(asFirstVersion))).toBe('damaged');
  });
});

function hexOf(length: number) {
  return fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''));
}

/** As somebody would who changes bytes on purpose. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  const body = bytes.subarray(0, -4);
  return Buffer.concat([body, sha256Of(body).subarray(0, 4)]);
}

function withByte(row: SealedRow, at: number): SealedRow {
  return { ...row, bytes: changed(row.bytes, at) };
}

/** @param at from the end where negative */
function changed(bytes: Uint8Array, at: number, by = 1): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const index = at < 0 ? bytes.length + at : at % bytes.length;
  copy[index] = by === 1 ? (copy[index] ?? 0) ^ 1 : by;
  return copy;
}
