/** Invitations by which nobody is let in are told to who joins, before anything is done. Pure. */
import { ExpectedFailure } from '../domain/base/result.js';
import { idOfInvitation, type InvitationLine } from './sealing/invitation.js';
import type { MembersState, RecoverySheet } from './sealing/member-state.js';

type Invited = Pick<InvitationLine, 'identity' | 'until'>;
/** What a refusal leaves behind, in sentences: the library is made before its members can be read. */
export const afterRefusal =
  'Nothing was joined. A folder that was made for it holds an empty library, and can be used again.';
const another = `Ask for a new one. ${afterRefusal}`;

/** Throws `run-out`. By this computer’s clock; the members’ programs look again by theirs. */
export function refuseRunOut({ until }: Pick<Invited, 'until'>, now: Date): void {
  if (now.toISOString() <= until) return;
  throw new ExpectedFailure(
    'run-out',
    `This invitation was good until ${until.slice(0, 10)}, and by this computer’s clock it is ${now.toISOString().slice(0, 10)}. ${another}`
  );
}

/** Throws `no-invitation-any-more` where members have said that it is not good. */
export function refuseVoid({ identity }: Pick<Invited, 'identity'>, state: MembersState): void {
  const id = idOfInvitation(identity);
  const standing = state.invitations.get(id)?.standing;
  const why =
    state.revoked.has(id) || standing === 'revoked'
      ? 'was revoked'
      : standing === 'void'
        ? 'was made by somebody who has been removed since'
        : standing === 'used'
          ? 'was used already; each is good for one computer'
          : null;
  if (why !== null) {
    throw new ExpectedFailure('no-invitation-any-more', `This invitation ${why}. ${another}`);
  }
}

/** Throws `no-sheet-any-more`. `null`: no member has said that there is such a sheet. */
export function refuseOldSheet(sheet: RecoverySheet | null): void {
  if (sheet?.isGood) return;
  throw new ExpectedFailure(
    'no-sheet-any-more',
    sheet
      ? `This recovery sheet is not good any more: somebody was removed from the library after it was made, or another sheet took its place. Use the newest one, or ask a member for an invitation. ${afterRefusal}`
      : `No member of the library has said that there is this recovery sheet. In a shared folder that may not have arrived yet: try again later. ${afterRefusal}`
  );
}
