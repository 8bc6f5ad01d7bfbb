/** Reads the rows about members as far as keys reach, and takes out of them the keys that were wrapped for this device. */
import { ExpectedFailure } from '../../domain/base/result.js';
import { z } from '../../domain/base/zod.js';
import { bytesSchema, fromBase64, toBase64 } from './bytes.js';
import type { DeviceKeys } from './device-keys.js';
import { epochIdOf, type Keyring, withEpochKeys } from './keyring.js';
import type { KeyHolder } from './member-facts.js';
import type { Members } from './members.js';
import type { SealedRow } from './row-bytes.js';
import { RowFault } from './row-fault.js';
import { type OpenedRow, openRow } from './row.js';
import { unwrap, wrap } from './wrap.js';

/** For whom keys may have been wrapped that this program can read: age identities, which are secrets. */
export type Identities = ReadonlyMap<KeyHolder, string>;

export function identitiesOf({ device, reader, invitation }: DeviceKeys): Identities {
  const own: [KeyHolder, string][] = [[device, reader.identity]];
  if (invitation) own.push([invitation.id, invitation.reader.identity]);
  return new Map(own);
}

export interface ReadMembers {
  readonly members: Members;
  readonly keyring: Keyring;
  /** Of rows that do not open, and of wrapped keys that are not what they should be. */
  readonly faults: readonly ExpectedFailure[];
}

/**
 * @param rows all about members, or those that are new, in any order. A row can bring the key or the
 *   device that another needs, so they are read until no more of them open.
 */
export async function readMembers(
  rows: readonly SealedRow[],
  start: { readonly members: Members; readonly keyring: Keyring },
  identities: Identities
): Promise<ReadMembers> {
  let { members, keyring } = start;
  let closed = rows;
  for (;;) {
    const faults: ExpectedFailure[] = [];
    const opened: OpenedRow[] = [];
    const { publicKeyOf } = members;
    const stillClosed = closed.filter((row) => {
      try {
        opened.push(openRow(row, keyring, publicKeyOf));
        return false;
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        faults.push(error);
        return true;
      }
    });
    members = members.with(opened);
    const taken = await takeKeys(members, keyring, identities);
    const isDone = opened.length === 0 && taken.keyring.epochs.size === keyring.epochs.size;
    ({ keyring } = taken);
    closed = stillClosed;
    if (isDone) return { members, keyring, faults: [...faults, ...taken.faults] };
  }
}

const Keys = z.array(bytesSchema(32)).max(10_000);

/** Keys of epochs as one age file, in base64url. */
export async function wrapEpochKeys(
  { epochs }: Keyring,
  ids: readonly string[],
  recipients: readonly string[]
): Promise<string> {
  const keys = ids.flatMap((id) => epochs.get(id) ?? []).map(toBase64);
  return toBase64(await wrap(Buffer.from(JSON.stringify(keys)), recipients));
}

async function takeKeys(
  members: Members,
  keyring: Keyring,
  identities: Identities
): Promise<Omit<ReadMembers, 'members'>> {
  const faults: ExpectedFailure[] = [];
  let taken = keyring;
  for (const fact of members.state.wrapped) {
    const promised = fact.did === 'epoch' ? [fact.epoch] : fact.epochs;
    const lacks = promised.filter((epoch) => !taken.epochs.has(epoch));
    const identity = fact.to.map((holder) => identities.get(holder)).find((own) => own);
    if (lacks.length === 0 || identity === undefined) continue;
    try {
      const text = Buffer.from(await unwrap(fromBase64(fact.file), identity)).toString('utf8');
      const keys = Keys.parse(JSON.parse(text));
      const good = keys.filter((key) => lacks.includes(epochIdOf(keyring.library, key)));
      taken = withEpochKeys(taken, good);
      if (good.length < lacks.length) faults.push(wrongKeys());
    } catch (error) {
      // What the parsers say could quote keys; and what a member wrapped wrongly must not stop the rest.
      faults.push(error instanceof ExpectedFailure ? error : wrongKeys());
    }
  }
  return { keyring: taken, faults };
}

function wrongKeys(): ExpectedFailure {
  return new ExpectedFailure(
    'wrong-keys',
    'A member has passed on keys that are not those of the library. They were not taken in; what is sealed with the right ones waits until another member passes them on.'
  );
}
