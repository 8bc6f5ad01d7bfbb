/** What somebody who owns the server or the folder, or was removed, or has a copy, does to rows. Pure but for keys. */
import type { CarriedRow } from '../../carriers/carrier.js';
import { sha256Of } from '../../sealing/bytes.js';
import type { DeviceKeys } from '../../sealing/device-keys.js';
import type { Keyring } from '../../sealing/keyring.js';
import { type RowHead, sealRow } from '../../sealing/row.js';
import { between, type Chance, oneOf } from '../kills/random.js';

export interface Genuine {
  readonly rows: readonly CarriedRow[];
  /** Of each row, in the same order. */
  readonly heads: readonly RowHead[];
  readonly keyring: Keyring;
  /** Of the members, who do no harm but in a copy of their folder. */
  readonly devices: readonly DeviceKeys[];
  /** Nobody's who is a member. */
  readonly stranger: DeviceKeys;
  /** Rows of another library. */
  readonly elsewhere: readonly CarriedRow[];
}

/** `null` where it would change nothing that anybody could know of. */
export type Attack = (genuine: Genuine, chance: Chance) => readonly CarriedRow[] | null;

function altered(change: (row: CarriedRow, chance: Chance) => Partial<CarriedRow>): Attack {
  return ({ rows }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    return rows.with(at, { ...rows[at]!, ...change(rows[at]!, chance) });
  };
}

/** @param end bytes at the end that are left alone */
function flipped({ bytes }: CarriedRow, chance: Chance, end: number): Uint8Array {
  const next = Uint8Array.from(bytes);
  const at = between(chance, 0, next.length - 1 - end);
  next[at] = (next[at] ?? 0) ^ (1 << between(chance, 0, 7));
  return next;
}

function summed(bytes: Uint8Array): Uint8Array {
  const body = bytes.subarray(0, -4);
  return Buffer.concat([body, sha256Of(body).subarray(0, 4)]);
}

/** A row of another content in the place of one, sealed by whoever `by` names. */
function forged(by: (genuine: Genuine, device: string) => DeviceKeys, isAdded: boolean): Attack {
  return (genuine, chance) => {
    const { rows, heads, keyring } = genuine;
    // The first row of a device introduces it.
    const at = oneOf(
      chance,
      [...rows.keys()].filter((each) => rows[each]!.n > 1)
    );
    const { n, topic, device } = rows[at]!;
    const { previous, heads: told, epoch } = heads[at]!;
    const place = { n, topic, previous, heads: told };
    const made = sealRow({ kind: 'forged' }, place, by(genuine, device), keyring, epoch);
    const row = { ...made.row, device };
    return isAdded ? [...rows, row] : rows.with(at, row);
  };
}

const ownKeys = ({ devices }: Genuine, device: string) =>
  devices.find((each) => each.device === device)!;

export const attackKinds: Readonly<Record<string, Attack>> = {
  'a flipped bit': altered((row, chance) => ({ bytes: flipped(row, chance, 0) })),
  'a flipped bit, and a checksum that hides it': altered((row, chance) => ({
    bytes: summed(flipped(row, chance, 4))
  })),
  'a cut row': altered(({ bytes }, chance) => ({
    bytes: bytes.subarray(0, between(chance, 1, bytes.length - 1))
  })),
  'a longer row': altered(({ bytes }) => ({ bytes: Buffer.concat([bytes, Buffer.from('more')]) })),
  'a row about another thing': altered(() => ({ topic: 'ab'.repeat(16) })),
  'a row in another’s number': altered(({ n }) => ({ n: n + 1 })),
  'a stranger’s row in a member’s name': forged(
    ({ stranger }, device) => ({ ...stranger, device }),
    false
  ),
  'one member’s row in another’s name': forged(({ devices }, device) => {
    const other = devices.find((each) => each.device !== device)!;
    return { ...other, device };
  }, false),
  'a row of a copied folder, behind the others': forged(ownKeys, true),
  'a row of another library': ({ rows, elsewhere }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    const other = oneOf(chance, elsewhere);
    return rows.with(at, { ...rows[at]!, bytes: other.bytes });
  },
  'a row replayed as another device’s': ({ rows }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    const others = rows.filter(({ device }) => device !== rows[at]!.device);
    return rows.with(at, { ...rows[at]!, bytes: oneOf(chance, others).bytes });
  },
  'a row replayed in the place of another of its device': ({ rows }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    const { device, n } = rows[at]!;
    const others = rows.filter((row) => row.device === device && row.n !== n);
    return rows.with(at, { ...rows[at]!, bytes: oneOf(chance, others).bytes });
  },
  'two rows of a device in each other’s places': ({ rows }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    const { device, n } = rows[at]!;
    const others = [...rows.keys()].filter(
      (each) => rows[each]!.device === device && rows[each]!.n !== n
    );
    const other = oneOf(chance, others);
    return rows.with(at, rows[other]!).with(other, rows[at]!);
  },
  'a dropped row': ({ rows }, chance) => {
    const at = between(chance, 0, rows.length - 1);
    const { device, n } = rows[at]!;
    // A tail that is withheld is tried apart: it is found once somebody who has it writes.
    return rows.some((row) => row.device === device && row.n > n) ? rows.toSpliced(at, 1) : null;
  }
};
