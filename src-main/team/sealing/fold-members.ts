/**
 * Who belongs to a library: follows from the set of facts alone, in whatever order they arrive.
 *
 * Devices are visited from the founder outwards: from the recovery sheet's, to the founder's, to those
 * that they admitted, and so on. Who is nearer can remove who is farther and never the other way, so
 * when a device is visited it is settled how many of its rows count, and two members cannot remove
 * each other. Nothing here rests on a clock.
 */
import { deviceIdOf } from './device-keys.js';
import { foldEpochs, type Stated } from './fold-epochs.js';
import {
  type FactOf,
  type KeyHolder,
  invitationIdOf,
  isVouchedFor,
  recovery
} from './member-facts.js';
import {
  compareRanks,
  type Concern,
  type Invitation,
  type MemberDevice,
  type MembersState,
  type StatedFact
} from './member-state.js';
import { shortDevice } from './row-fault.js';

type Rank = readonly number[];
interface Removal {
  readonly by: string;
  readonly upTo: number;
}
type Introduction = { readonly publicKey: Uint8Array; readonly joined: FactOf<'joined'> };

const ofFounder: Rank = [0];
const ofRecovery: Rank = [];

/** @param founder the public key of the founding device, as every invitation carries it */
export function foldMembers(
  library: string,
  founder: Uint8Array,
  facts: Iterable<StatedFact>
): MembersState {
  return new Fold(library, founder, facts).run();
}

class Fold {
  private readonly byDevice = new Map<string, StatedFact[]>();
  private readonly founder: string;
  /** Devices to be visited, with the nearest rank at which they were admitted. */
  private readonly admitted = new Map<string, Rank>();
  private readonly devices = new Map<string, MemberDevice>();
  private readonly removals = new Map<string, Removal>();
  private readonly invited = new Map<string, Stated<FactOf<'invited'>>>();
  private readonly revoked = new Set<string>();
  private readonly wrapped: Stated<FactOf<'epoch'> | FactOf<'passed-on'>>[] = [];
  private readonly concerns: Concern[] = [];

  constructor(
    private readonly library: string,
    founderKey: Uint8Array,
    facts: Iterable<StatedFact>
  ) {
    this.founder = deviceIdOf(founderKey);
    for (const fact of facts) {
      const rows = this.byDevice.get(fact.device) ?? [];
      this.byDevice.set(fact.device, [...rows, fact]);
    }
    for (const rows of this.byDevice.values()) rows.sort((a, b) => a.n - b.n);
  }

  run(): MembersState {
    const founded = this.founded();
    if (founded) this.visitAll(founded);
    return {
      founded,
      devices: this.devices,
      waiting: this.waiting(),
      invitations: this.invitations(),
      revoked: this.revoked,
      epochs: founded
        ? foldEpochs(
            { epoch: founded.epoch, founder: this.founder },
            this.wrapped,
            this.invited.values(),
            this.goneHolders()
          )
        : new Map(),
      wrapped: this.wrapped.map(({ fact }) => fact),
      concerns: [...this.concerns, ...this.doubtsOfJoining()]
    };
  }

  private founded(): FactOf<'founded'> | null {
    const first = this.byDevice.get(this.founder)?.[0];
    return first?.n === 1 && first.fact?.did === 'founded' ? first.fact : null;
  }

  private introductionOf(device: string): Introduction | null {
    const first = this.byDevice.get(device)?.[0];
    if (first?.n !== 1 || !first.publicKey || first.fact?.did !== 'joined') return null;
    return { publicKey: first.publicKey, joined: first.fact };
  }

  private visitAll(founded: FactOf<'founded'>): void {
    this.admitted.set(this.founder, ofFounder);
    for (const device of this.byDevice.keys()) {
      const joined = this.introductionOf(device)?.joined;
      if (joined?.invitation !== recovery) continue;
      const { publicKey } = founded.recovery;
      if (isVouchedFor(joined, publicKey, this.library, device)) {
        this.admitted.set(device, ofRecovery);
      }
    }
    for (let next = this.nearest(); next; next = this.nearest()) this.visit(...next, founded);
  }

  private nearest(): [string, Rank] | null {
    const open = [...this.admitted].filter(([device]) => !this.devices.has(device));
    const [first, ...rest] = open;
    if (!first) return null;
    return rest.reduce((near, other) => {
      const order = compareRanks(other[1], near[1]);
      return order < 0 || (order === 0 && other[0] < near[0]) ? other : near;
    }, first);
  }

  private visit(device: string, rank: Rank, founded: FactOf<'founded'>): void {
    const rows = this.byDevice.get(device) ?? [];
    const removal = this.removals.get(device);
    const left = rows.find(({ fact }) => fact?.did === 'left')?.n ?? Infinity;
    const countsUpTo = Math.min(left, removal?.upTo ?? Infinity);
    const introduction = this.introductionOf(device);
    const isFounder = device === this.founder;
    const { person, member, recipient, at } = introduction?.joined ?? founded;
    this.devices.set(device, {
      device,
      person,
      member,
      recipient,
      publicKey: introduction?.publicKey ?? rows[0]?.publicKey ?? new Uint8Array(32),
      invitation: isFounder ? null : (introduction?.joined.invitation ?? null),
      rank,
      joinedAt: at,
      role: introduction?.joined.role ?? (isFounder ? founded.role : null) ?? null,
      standing: removal ? 'removed' : left === Infinity ? 'member' : 'left',
      countsUpTo,
      removedBy: removal?.by ?? null
    });
    for (const stated of rows) {
      if (stated.n <= countsUpTo) this.count(stated, rank);
    }
  }

  private count({ device, n, fact }: StatedFact, rank: Rank): void {
    switch (fact?.did) {
      case undefined:
        this.concern(
          'unreadable',
          device,
          `Row ${n} of device ${shortDevice(device)} says something about members that this Standpoint cannot read; it was left out. A newer Standpoint may know it.`
        );
        return;
      case 'invited':
        // Nobody can make an invitation that goes by the name of another.
        if (!this.invited.has(fact.invitation) && isNamedRightly(fact)) {
          this.invited.set(fact.invitation, { by: device, fact });
        }
        return;
      case 'revoked':
        this.revoked.add(fact.invitation);
        return;
      case 'admitted':
        this.admit(fact.device, [...rank, n]);
        return;
      case 'removed':
        this.remove(fact, device, rank);
        return;
      case 'epoch':
      case 'passed-on':
        this.wrapped.push({ by: device, fact });
        return;
      case 'founded':
      case 'joined':
      case 'left':
        return;
    }
  }

  private admit(device: string, rank: Rank): void {
    if (!this.introductionOf(device)) return;
    const known = this.admitted.get(device);
    if (!known || compareRanks(rank, known) < 0) this.admitted.set(device, rank);
  }

  private remove({ device, upTo }: FactOf<'removed'>, by: string, rank: Rank): void {
    const rankOf = this.admitted.get(device);
    if (rankOf && compareRanks(rankOf, rank) <= 0) {
      const message = `Device ${shortDevice(by)} tried to remove device ${shortDevice(device)}, which is nearer to who founded the library. That was left out; the recovery sheet can remove any device.`;
      this.concern('not-allowed', by, message);
      return;
    }
    const known = this.removals.get(device);
    // Who has verified more before removing has taken more in.
    this.removals.set(device, { by: known?.by ?? by, upTo: Math.max(known?.upTo ?? 0, upTo) });
  }

  private waiting(): MembersState['waiting'] {
    return [...this.byDevice.keys()].sort().flatMap((device) => {
      const joined = this.introductionOf(device)?.joined;
      return joined && !this.devices.has(device) ? [{ device, joined }] : [];
    });
  }

  private invitations(): ReadonlyMap<string, Invitation> {
    const joined = new Map<KeyHolder, string[]>();
    for (const device of [...this.byDevice.keys()].sort()) {
      const invitation = this.introductionOf(device)?.joined.invitation;
      if (invitation) joined.set(invitation, [...(joined.get(invitation) ?? []), device]);
    }
    const invitations = [...this.invited].map(([id, { by, fact }]): [string, Invitation] => {
      // Whoever has old keys can claim to join by it; only who has the invitation can be believed.
      const devices = (joined.get(id) ?? []).filter(
        (device) => this.devices.has(device) || this.isGoodJoinOf(device, fact)
      );
      const isUsed = devices.some((device) => this.devices.has(device));
      const isVoid = this.devices.get(by)?.standing === 'removed';
      const unused = this.revoked.has(id) ? 'revoked' : isVoid ? 'void' : 'open';
      return [id, { id, by, fact, devices, standing: isUsed ? 'used' : unused }];
    });
    return new Map(invitations.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Who may have keys and is to read no more. */
  private goneHolders(): ReadonlySet<KeyHolder> {
    const devices = [...this.devices.values()].filter(({ standing }) => standing !== 'member');
    const invitations = [...this.invitations().values()].filter(
      ({ standing, id }) => standing === 'void' || this.revoked.has(id)
    );
    return new Set<KeyHolder>([
      ...devices.flatMap(({ device, invitation }) =>
        invitation === null || invitation === recovery ? [device] : [device, invitation]
      ),
      ...invitations.map(({ id }) => id)
    ]);
  }

  private doubtsOfJoining(): readonly Concern[] {
    const concerns: Concern[] = [];
    for (const { fact, devices } of this.invitations().values()) {
      const [first = ''] = devices;
      if (devices.length < 2) continue;
      const message = `${devices.length} devices joined by the one invitation for ${fact.person} (${devices.map(shortDevice).join(', ')}): somebody else may have it. Only one should be a member; remove the others.`;
      concerns.push({
        code: 'used-twice',
        device: devices.find((device) => this.devices.has(device)) ?? first,
        message
      });
    }
    for (const { device, invitation, person } of this.devices.values()) {
      if (invitation === null || invitation === recovery) continue;
      const invited = this.invited.get(invitation)?.fact;
      if (invited && this.isGoodJoinOf(device, invited)) continue;
      const message = `${person} (device ${shortDevice(device)}) was admitted without a good invitation. If nobody knows why, remove the device.`;
      concerns.push({ code: 'not-vouched', device, message });
    }
    return concerns;
  }

  private isGoodJoinOf(device: string, invited: FactOf<'invited'>): boolean {
    const joined = this.introductionOf(device)?.joined;
    return joined !== undefined && isGoodJoin(joined, invited, this.library, device);
  }

  private concern(code: Concern['code'], device: string, message: string): void {
    this.concerns.push({ code, device, message });
  }
}

function isNamedRightly({ invitation, publicKey }: FactOf<'invited'>): boolean {
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
