/** What became of the invitations of a library. Pure. */
import type { Stated } from './fold-epochs.js';
import { type FactOf, type KeyHolder, invitationIdOf, isVouchedFor } from './member-facts.js';
import type { Invitation, MemberDevice } from './member-state.js';

interface Invited {
  readonly library: string;
  /** By their ids. */
  readonly invited: ReadonlyMap<string, Stated<FactOf<'invited'>>>;
  readonly revoked: ReadonlySet<string>;
  /** Of all devices that joined, admitted or not. */
  readonly joined: ReadonlyMap<string, FactOf<'joined'>>;
  readonly devices: ReadonlyMap<string, MemberDevice>;
}

export function foldInvitations(given: Invited): ReadonlyMap<string, Invitation> {
  const { library, invited, revoked, joined, devices: admitted } = given;
  const byHolder = new Map<KeyHolder, string[]>();
  for (const device of [...joined.keys()].sort()) {
    const invitation = joined.get(device)?.invitation;
    if (invitation) byHolder.set(invitation, [...(byHolder.get(invitation) ?? []), device]);
  }
  const invitations = [...invited].map(([id, { by, fact }]): [string, Invitation] => {
    // Whoever has old keys can claim to join by it; only who has the invitation can be believed.
    const devices = (byHolder.get(id) ?? []).filter((device) => {
      const claim = joined.get(device);
      return admitted.has(device) || (claim && isGoodJoin(claim, fact, library, device));
    });
    const isUsed = devices.some((device) => admitted.has(device));
    const isVoid = admitted.get(by)?.standing === 'removed';
    const unused = revoked.has(id) ? 'revoked' : isVoid ? 'void' : 'open';
    return [id, { id, by, fact, devices, standing: isUsed ? 'used' : unused }];
  });
  return new Map(invitations.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Nobody can make an invitation that goes by the name of another. */
export function isNamedRightly({ invitation, publicKey }: FactOf<'invited'>): boolean {
  return invitation === invitationIdOf(publicKey);
}

/** Whether the device has the invitation, and joins as whom it was made for. */
export function isGoodJoin(
  joined: FactOf<'joined'>,
  invited: FactOf<'invited'>,
  library: string,
  device: string
): boolean {
  return (
    joined.member === invited.member && isVouchedFor(joined, invited.publicKey, library, device)
  );
}
