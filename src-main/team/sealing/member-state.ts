/** Who belongs to a library, as the facts make it: plain values. */
import type { Moment } from '../../domain/base/values.js';
import type { FactOf, KeyHolder, MemberFact } from './member-facts.js';

/** How near to the founder a device is: of two, the nearer one decides. */
export type Rank = readonly number[];

/** A fact with the row that states it. */
export interface StatedFact {
  readonly device: string;
  readonly n: number;
  readonly hash: string;
  /** In a device's first row. */
  readonly publicKey: Uint8Array | null;
  /** As it was sealed. */
  readonly content: unknown;
  /** Null where this program cannot read it. */
  readonly fact: MemberFact | null;
}

export interface MemberDevice {
  readonly device: string;
  /** The person's name, as they gave it. */
  readonly person: string;
  /** The same for all devices of a person. */
  readonly member: string;
  readonly publicKey: Uint8Array;
  readonly recipient: string;
  /** By which it joined; null for the founder's first. */
  readonly invitation: KeyHolder | null;
  readonly rank: Rank;
  readonly joinedAt: Moment;
  /** By which it says that it reaches the server; null where it says none. */
  readonly role: string | null;
  readonly standing: 'member' | 'removed' | 'left';
  /** Rows up to this number count, whatever else is known of them; infinite for a member. */
  readonly countsUpTo: number;
  readonly removedBy: string | null;
}

export interface Invitation {
  readonly id: string;
  readonly by: string;
  readonly fact: FactOf<'invited'>;
  /** `void`: its maker was removed before anybody was admitted by it. */
  readonly standing: 'open' | 'used' | 'revoked' | 'void';
  /** Devices that joined by it, admitted or not. More than one: somebody else has it too. */
  readonly devices: readonly string[];
}

export interface RecoverySheet {
  readonly id: KeyHolder;
  /** The device that made it. */
  readonly by: string;
  readonly at: Moment;
  /** The age recipient. */
  readonly recipient: string;
  /** By this key who has it joins. */
  readonly publicKey: Uint8Array;
  /** Nobody who was removed can have it, and no other one has taken its place. */
  readonly isGood: boolean;
}

/** A device that came by a recovery sheet. */
export interface SheetEntrant {
  /** Members that say so: it stays when one of these withdraws the sheet. */
  readonly seenBy: ReadonlySet<string>;
  /** Somebody withdrew the sheet without having seen it. */
  readonly isDoubtful: boolean;
}

export interface Epoch {
  readonly id: string;
  readonly generation: number;
  readonly holders: ReadonlySet<KeyHolder>;
  /** Nobody who was removed or left can read what it seals. */
  readonly isSound: boolean;
}

/** What a member should look at, or what was left out; with a sentence. */
export interface Concern {
  readonly code:
    'used-twice' | 'not-allowed' | 'not-vouched' | 'unreadable' | 'no-sheet' | 'doubtful-sheet';
  readonly device: string;
  readonly message: string;
}

export interface MembersState {
  /** The founder's first row, or null where it is not here. */
  readonly founded: FactOf<'founded'> | null;
  /** Those whose rows count, also of those who are members no more. */
  readonly devices: ReadonlyMap<string, MemberDevice>;
  /** Joined, and not admitted yet. */
  readonly waiting: readonly WaitingDevice[];
  readonly invitations: ReadonlyMap<string, Invitation>;
  readonly revoked: ReadonlySet<string>;
  readonly sheets: ReadonlyMap<KeyHolder, RecoverySheet>;
  readonly sheetEntrants: ReadonlyMap<string, SheetEntrant>;
  readonly epochs: ReadonlyMap<string, Epoch>;
  /** Of those whose facts count. */
  readonly wrapped: readonly (FactOf<'epoch'> | FactOf<'passed-on'>)[];
  readonly concerns: readonly Concern[];
}

export interface WaitingDevice {
  readonly device: string;
  readonly joined: FactOf<'joined'>;
}

/** Less than 0: `one` is nearer to the founder. */
export function compareRanks(one: Rank, other: Rank): number {
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((step, index) => step !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The role of a device on the server, by what it said or by its invitation; null where nobody said. */
export function roleOf(state: MembersState, device: string): string | null {
  const known = state.devices.get(device);
  const joined = state.waiting.find((each) => each.device === device)?.joined;
  const invitation = known?.invitation ?? joined?.invitation ?? '';
  return known?.role ?? joined?.role ?? state.invitations.get(invitation)?.fact.role ?? null;
}

/** Whether a member, or somebody whose invitation is open, needs this role. */
export function isRoleInUse(state: MembersState, role: string): boolean {
  const members = [...state.devices.values()].filter(({ standing }) => standing === 'member');
  const open = [...state.invitations.values()].filter(({ standing }) => standing === 'open');
  return (
    members.some(({ device }) => roleOf(state, device) === role) ||
    open.some(({ fact }) => fact.role === role)
  );
}
