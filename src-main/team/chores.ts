/** Rows that a member’s program writes by itself: newcomers are let in, and keys are passed on. */
import type { Moment } from '../domain/base/values.js';
import type { CarriedRow } from './carriers/carrier.js';
import type { Keyring } from './sealing/keyring.js';
import { admitDevice, makeEpoch, passOn, seeDevice } from './sealing/member-acts.js';
import type { MemberContent } from './sealing/member-facts.js';
import type { Members } from './sealing/members.js';

/** Whose program does them: what it knows grows with each row that it seals. */
interface Doer {
  readonly device: string;
  readonly members: Members;
  readonly keyring: Keyring;
  keepSecrets(changed: { readonly keyring: Keyring }): Promise<void>;
  sealFact(content: MemberContent): CarriedRow;
}

/** None where this device is no member. They have to be handed over. */
export async function choresOf(doer: Doer, at: Moment): Promise<readonly CarriedRow[]> {
  if (!doer.members.isMember(doer.device)) return [];
  const rows: CarriedRow[] = [];
  if (doer.members.needsEpoch) {
    const { content, keyring } = await makeEpoch(doer.members, doer.keyring, at);
    await doer.keepSecrets({ keyring });
    rows.push(doer.sealFact(content));
  }
  for (const { device, refusal } of doer.members.waiting(at)) {
    if (refusal === null) rows.push(doer.sealFact(admitDevice(device, at)));
  }
  // So that they stay when this member withdraws the sheet by which they came.
  for (const device of doer.members.unseenBy(doer.device)) {
    rows.push(doer.sealFact(seeDevice(device, at)));
  }
  const owed = doer.members.owed(doer.keyring);
  if (owed.length > 0) {
    const { members, keyring } = doer;
    rows.push(doer.sealFact(await passOn(members, keyring, owed, at)));
  }
  return rows;
}
