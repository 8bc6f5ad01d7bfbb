/** What rows say of briefings: changes, each by the device whose row it is. */
import { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import { readTeamChange, type TeamChange } from '../domain/team/team-change.js';
import type { Carrier } from './carriers/carrier.js';
import type { Membership } from './membership.js';
import { topicOf } from './sealing/keyring.js';
import { shortDevice } from './sealing/row-fault.js';
import { openWholeRows, type OpenedRow } from './sealing/row.js';
import { isAboutRegister } from './team-register.js';

export const ChangesContent = z.strictObject({
  kind: z.literal('changes'),
  /** Of briefings, as their changer knew it. */
  schema: z.int().positive(),
  briefing: Id,
  changes: z.array(z.unknown()).min(1).readonly()
});
export type ChangesContent = z.infer<typeof ChangesContent>;

/** By briefing. What cannot be read is told. */
export function changesIn(
  rows: readonly OpenedRow[],
  membership: Membership
): ReadonlyMap<Id, readonly TeamChange[]> {
  const found = new Map<Id, TeamChange[]>();
  for (const row of rows) {
    if (isAboutRegister(row)) continue;
    const { head, content } = row;
    const read = ChangesContent.safeParse(content);
    if (!read.success) {
      membership.tell(
        `Row ${head.n} of device ${shortDevice(head.device)} is of a kind that this Standpoint does not know. Update Standpoint; nothing here was changed by it.`
      );
      continue;
    }
    const { briefing, changes } = read.data;
    const there = found.get(briefing) ?? [];
    for (const each of changes) {
      const change = readTeamChange(each);
      if (!change.ok) membership.tell(change.error.message);
      // A device speaks for itself alone.
      else if (change.value.device === head.device) {
        there.push(change.value);
        membership.noteChange(head.device, change.value.at);
      }
    }
    if (there.length > 0) found.set(briefing, there);
  }
  return found;
}

/** All changes to a briefing in the rows that count here: those up to the newest that was verified of each device. */
export async function briefingHistory(
  id: Id,
  carrier: Carrier,
  membership: Membership
): Promise<readonly TeamChange[]> {
  const { keyring } = membership;
  const rows = await carrier.readTopic(topicOf(keyring, 'briefing', id));
  const counted = rows.filter(({ device, n }) => n <= membership.count(device));
  const whole = openWholeRows(counted, keyring, membership.members.publicKeyOf);
  return changesIn(whole, membership).get(id) ?? [];
}
