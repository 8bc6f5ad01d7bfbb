/** What a member should look at of those who joined. Pure. */
import { type FactOf, recovery } from './member-facts.js';
import type { Concern, Invitation, MemberDevice, SheetEntrant } from './member-state.js';
import { shortDevice } from './row-fault.js';

interface Joins {
  readonly devices: ReadonlyMap<string, MemberDevice>;
  readonly invitations: ReadonlyMap<string, Invitation>;
  readonly entrants: ReadonlyMap<string, SheetEntrant>;
  /** Whether the device has the invitation, and joins as whom it was made for. */
  readonly isGood: (device: string, invited: FactOf<'invited'>) => boolean;
}

export function doubtsOfJoining(joins: Joins): readonly Concern[] {
  const ofDevices = [...joins.devices.values()].flatMap((known): readonly Concern[] => {
    if (known.invitation === null) return [];
    return known.invitation === recovery ? doubtsOfEntrant(known, joins) : doubtsOf(known, joins);
  });
  return [...usedTwice(joins), ...ofDevices];
}

function usedTwice({ invitations, devices: known }: Joins): readonly Concern[] {
  return [...invitations.values()].flatMap(({ fact, devices }): readonly Concern[] => {
    const [first = ''] = devices;
    if (devices.length < 2) return [];
    const message = `${devices.length} devices joined by the one invitation for ${fact.person} (${devices.map(shortDevice).join(', ')}): somebody else may have it. Only one should be a member; remove the others.`;
    const device = devices.find((each) => known.has(each)) ?? first;
    return [{ code: 'used-twice', device, message }];
  });
}

function doubtsOf({ device, person, invitation }: MemberDevice, joins: Joins): readonly Concern[] {
  const invited = joins.invitations.get(invitation ?? '')?.fact;
  if (invited && joins.isGood(device, invited)) return [];
  const message = `${person} (device ${shortDevice(device)}) was admitted without a good invitation. If nobody knows why, remove the device.`;
  return [{ code: 'not-vouched', device, message }];
}

function doubtsOfEntrant(
  { device, person, standing }: MemberDevice,
  { entrants }: Joins
): readonly Concern[] {
  const entrant = entrants.get(device);
  if (standing !== 'member' || entrant?.isDoubtful === false) return [];
  const who = `${person} (device ${shortDevice(device)})`;
  const message = entrant
    ? `${who} joined by a recovery sheet that somebody withdrew without having seen that. If nobody knows why, remove the device; where that is not possible, share the library anew with those whom you know.`
    : `${who} was admitted though the recovery sheet by which it joined is not good any more. If nobody knows why, remove the device.`;
  return [{ code: 'doubtful-sheet', device, message }];
}
