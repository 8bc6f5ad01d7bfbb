/** Rows that a member’s program writes by itself: newcomers are let in, and keys are passed on. */
import type { Moment } from '../domain/base/values.js';
import type { CarriedRow } from './carriers/carrier.js';
import type { Membership } from './membership.js';
import { admitDevice, makeEpoch, passOn } from './sealing/member-acts.js';

/** None where this device is no member. They have to be handed over. */
export async function choresOf(membership: Membership, at: Moment): Promise<readonly CarriedRow[]> {
  if (!membership.members.isMember(membership.device)) return [];
  const rows: CarriedRow[] = [];
  if (membership.members.needsEpoch) {
    const { content, keyring } = await makeEpoch(membership.members, membership.keyring, at);
    await membership.keepKeys(keyring);
    rows.push(membership.sealFact(content));
  }
  for (const { device, refusal } of membership.members.waiting(at)) {
    if (refusal === null) rows.push(membership.sealFact(admitDevice(device, at)));
  }
  const owed = membership.members.owed(membership.keyring);
  if (owed.length > 0) {
    const { members, keyring } = membership;
    rows.push(membership.sealFact(await passOn(members, keyring, owed, at)));
  }
  return rows;
}
