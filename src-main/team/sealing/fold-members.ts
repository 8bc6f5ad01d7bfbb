/**
 * Who belongs to a library: follows from the set of facts alone, in whatever order they arrive.
 *
 * Devices are visited from the founder outwards, to those that it admitted, and so on. Who is nearer can
 * remove who is farther and never the other way, so when a device is visited it is settled how many of its
 * rows count, and two members cannot remove each other. Who comes by a recovery sheet stands just above its
 * maker. Whether a sheet lets somebody in is settled without them: all is folded once more with those who
 * came in, until nobody else does. Nothing here rests on a clock.
 */
import { deviceIdOf } from './device-keys.js';
import { doubtsOfJoining } from './doubts.js';
import { type Brought, foldEpochs, type Stated } from './fold-epochs.js';
import { foldInvitations, isGoodJoin, isNamedRightly } from './fold-invitations.js';
import { FoldedSheets } from './fold-sheets.js';
import { type FactOf, type KeyHolder, recovery } from './member-facts.js';
import {
  compareRanks,
  type Concern,
  type Invitation,
  type MemberDevice,
  type MembersState,
  type Rank,
  type StatedFact
} from './member-state.js';
import { shortDevice } from './row-fault.js';

interface Removal {
  readonly by: string;
  readonly upTo: number;
}
type Introduction = { readonly publicKey: Uint8Array; readonly joined: FactOf<'joined'> };

const ofFounder: Rank = [0];

/** @param founder the public key of the founding device, as every invitation carries it */
export function foldMembers(
  library: string,
  founder: Uint8Array,
  facts: Iterable<StatedFact>
): MembersState {
  const all = [...facts];
  for (let entrants: ReadonlyMap<string, Rank> = new Map(); ;) {
    const fold = new Fold(library, founder, all, entrants);
    const state = fold.run();
    const more = fold.letInBySheets();
    if ([...more.keys()].every((device) => entrants.has(device))) return state;
    entrants = new Map([...more, ...entrants]);
  }
}

class Fold {
  private readonly byDevice = new Map<string, StatedFact[]>();
  private readonly founder: string;
  /** Devices to be visited, with the nearest rank at which they were admitted. */
  private readonly admitted = new Map<string, Rank>();
  private readonly devices = new Map<string, MemberDevice>();
  private readonly removals = new Map<string, Removal>();
  private readonly removed: { by: string; n: number; device: string }[] = [];
  private readonly invited = new Map<string, Stated<FactOf<'invited'>>>();
  private readonly revoked = new Set<string>();
  private readonly sheets: FoldedSheets;
  private readonly wrapped: Stated<FactOf<'epoch'> | FactOf<'passed-on'>>[] = [];
  private readonly concerns: Concern[] = [];

  constructor(
    private readonly library: string,
    founderKey: Uint8Array,
    facts: Iterable<StatedFact>,
    /** Who came by recovery sheets, with the rank that those gave. */
    private readonly entrants: ReadonlyMap<string, Rank>
  ) {
    this.sheets = new FoldedSheets(library);
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
    const sheetEntrants = this.sheets.entrants(this.entrants.keys(), this.joined());
    return {
      founded,
      devices: this.devices,
      waiting: this.waiting(),
      invitations: this.invitations(),
      revoked: this.revoked,
      sheets: this.sheets.all,
      sheetEntrants,
      epochs: founded
        ? foldEpochs(
            { epoch: founded.epoch, founder: this.founder },
            this.wrapped,
            [...this.invited.values()].map(broughtBy).concat(this.sheets.brought),
            this.goneHolders()
          )
        : new Map(),
      wrapped: this.wrapped.map(({ fact }) => fact),
      concerns: [
        ...this.concerns,
        ...doubtsOfJoining({
          devices: this.devices,
          invitations: this.invitations(),
          entrants: sheetEntrants,
          isGood: (device, invited) => this.isGoodJoinOf(device, invited)
        }),
        ...this.sheets.concerns(this.founder)
      ]
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
    this.sheets.found(this.founder, founded, ofFounder);
    this.admitted.set(this.founder, ofFounder);
    for (const [device, rank] of this.entrants) this.admitted.set(device, rank);
    for (let next = this.nearest(); next; next = this.nearest()) this.visit(...next, founded);
    for (const { by, n, device } of this.removed) {
      if (this.devices.has(device)) this.sheets.remove(by, n, device);
    }
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
      case 'seen':
        this.sheets.see(device, n, fact.device);
        return;
      case 'removed':
        this.remove(fact, device, n, rank);
        return;
      case 'sheet':
        this.sheets.make(device, n, fact, rank);
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

  private remove({ device, upTo }: FactOf<'removed'>, by: string, n: number, rank: Rank): void {
    const rankOf = this.admitted.get(device);
    if (rankOf && compareRanks(rankOf, rank) <= 0) {
      const message = `Device ${shortDevice(by)} tried to remove device ${shortDevice(device)}, which is nearer to who founded the library. That was left out; the recovery sheet can remove any device.`;
      this.concern('not-allowed', by, message);
      return;
    }
    const known = this.removals.get(device);
    // Who has verified more before removing has taken more in.
    this.removals.set(device, { by: known?.by ?? by, upTo: Math.max(known?.upTo ?? 0, upTo) });
    this.removed.push({ by, n, device });
  }

  /** Devices that a recovery sheet lets in as things stand, with their ranks. */
  letInBySheets(): ReadonlyMap<string, Rank> {
    return this.sheets.letIn(this.joined());
  }

  private waiting(): MembersState['waiting'] {
    return [...this.byDevice.keys()].sort().flatMap((device) => {
      const joined = this.introductionOf(device)?.joined;
      const isRefused = this.removals.has(device);
      return joined && !isRefused && !this.devices.has(device) ? [{ device, joined }] : [];
    });
  }

  private joined(): ReadonlyMap<string, FactOf<'joined'>> {
    return new Map(
      [...this.byDevice.keys()].flatMap((device): [string, FactOf<'joined'>][] => {
        const joined = this.introductionOf(device)?.joined;
        return joined ? [[device, joined]] : [];
      })
    );
  }

  private invitations(): ReadonlyMap<string, Invitation> {
    const { library, invited, revoked, devices } = this;
    return foldInvitations({ library, invited, revoked, joined: this.joined(), devices });
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
      ...invitations.map(({ id }) => id),
      ...this.sheets.gone
    ]);
  }

  private isGoodJoinOf(device: string, invited: FactOf<'invited'>): boolean {
    const joined = this.introductionOf(device)?.joined;
    return joined !== undefined && isGoodJoin(joined, invited, this.library, device);
  }

  private concern(code: Concern['code'], device: string, message: string): void {
    this.concerns.push({ code, device, message });
  }
}

function broughtBy({ by, fact }: Stated<FactOf<'invited'>>): Brought {
  return { by, holder: fact.invitation, epochs: fact.epochs };
}
