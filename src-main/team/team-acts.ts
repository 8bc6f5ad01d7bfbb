/**
 * What members of a shared library do by hand: who comes in and goes, and where its rows lie.
 * Over 300 lines because each act says what becomes of the others, and of the role on the server, where it fails.
 */
import { rm } from 'node:fs/promises';
import { ExpectedFailure } from '../domain/base/result.js';
import { lowerFirst } from '../domain/text/joined-words.js';
import type { TeamState } from '../domain/program/team-state.js';
import type { BaseFiles } from './base-files.js';
import { writeAddress } from './carriers/address.js';
import type { Carrier } from './carriers/carrier.js';
import { type CarrierCopy, copyCarrier, type CopyProgress } from './copy-carrier.js';
import type { SentRows } from './delivery.js';
import type { Membership } from './membership.js';
import { isSheetGood } from './people.js';
import {
  type CarrierOpener,
  endRole,
  endSessions,
  isSameServer,
  makeWay,
  type NewAccess,
  prepareCopy,
  useCarrier,
  withAccess,
  wayToMove
} from './places.js';
import { encodeInvitation } from './sealing/invitation.js';
import {
  admitDevice,
  invite,
  leave,
  makeSheet,
  newMemberId,
  remove,
  revoke
} from './sealing/member-acts.js';
import type { MemberContent } from './sealing/member-facts.js';
import { isRoleInUse, type MembersState, roleOf } from './sealing/member-state.js';
import { recoveryLines } from './sealing/recovery-sheet.js';
import type { Secrets } from './secrets.js';
import type { LocalLibrary } from './settle-briefing.js';
import type { SharedFiles } from './shared-files.js';
import type { SharedOriginals } from './shared-originals.js';
import type { TeamRegister } from './team-register.js';
import { sheetOf } from './sheet.js';
import type { TeamFiles } from './team-files.js';
import type { CheckpointAfter } from './write-checkpoint.js';

export interface OpenTeamNeeds {
  readonly library: LocalLibrary;
  readonly files: TeamFiles;
  readonly shared: SharedFiles;
  readonly base: BaseFiles;
  readonly sentRows: SentRows;
  readonly checkpointAfter: CheckpointAfter;
  readonly originals: SharedOriginals;
  readonly register: TeamRegister;
  readonly membership: Membership;
  readonly now: () => Date;
  readonly openCarrier: CarrierOpener;
}

interface Inviting {
  readonly days: number;
  readonly owner: string | null;
  readonly role?: string | null;
}

type OnCopy = (progress: CopyProgress) => void;

const day = 24 * 3_600_000;

/** A part of what `Team` describes. */
export abstract class TeamActs {
  constructor(protected readonly needs: OpenTeamNeeds) {}

  abstract readonly state: TeamState;
  abstract exchange(): Promise<TeamState>;
  abstract close(): Promise<void>;
  /** Goes on by the address that is kept now. */
  protected abstract reopen(): Promise<void>;
  /** States something about members, and resolves once the carrier has it. */
  protected abstract say(content: MemberContent): Promise<void>;
  /** While no exchange uses it. */
  protected abstract withCarrier<T>(work: (carrier: Carrier) => Promise<T>): Promise<T>;

  async invite(person: string, { days, owner, role = null }: Inviting) {
    const { membership, now } = this.needs;
    const { address, keyring } = this.own;
    const way = await makeWay(address, keyring.library, owner, role);
    const at = now();
    const until = new Date(at.getTime() + days * day).toISOString();
    const { content, parcel, line } = await invite(
      membership.members,
      keyring,
      way.address,
      { name: person, member: newMemberId(), role: way.role },
      { at: at.toISOString(), until }
    );
    await this.withCarrier((carrier) => carrier.putFile(parcel.name, parcel.bytes));
    await this.say(content);
    return { line: encodeInvitation(line), until };
  }

  async revoke(invitation: string, owner: string | null): Promise<string | null> {
    await this.say(revoke(invitation, this.now()));
    const fact = this.#members.invitations.get(invitation)?.fact;
    return this.#endRole(fact?.role ?? null, owner, fact?.person ?? '');
  }

  admit(device: string): Promise<void> {
    return this.say(admitDevice(device, this.now()));
  }

  /** What comes after is sealed with a key that the device never gets. */
  async remove(device: string, owner: string | null): Promise<string | null> {
    this.#refuseRemoval(device);
    const role = roleOf(this.#members, device);
    // Whoever keeps the library locked could not be removed otherwise.
    if (role !== null && owner !== null) await this.#endSessions(role, owner);
    // So that what it did until now counts.
    await this.exchange();
    this.#refuseRemoval(device);
    const { devices, waiting } = this.#members;
    const who = devices.get(device) ?? waiting.find((each) => each.device === device)?.joined;
    await this.say(remove(device, this.needs.membership.count(device), this.now()));
    await this.exchange();
    return this.#endRole(roleOf(this.#members, device), owner, who?.person ?? '');
  }

  async leave(owner: string | null): Promise<string | null> {
    let untold: string | null = null;
    try {
      await this.exchange();
      await this.say(leave(this.now()));
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      untold = `The others were not told. ${error.message}`;
    }
    const { membership, files } = this.needs;
    const { place } = this.state;
    const isLast = [...this.#members.devices.values()].every(
      ({ device, standing }) => standing !== 'member' || device === membership.device
    );
    const deserted = isLast
      ? `Nobody shares this library now. What was shared stays, sealed, in ${lowerFirst(place)}, and only the recovery sheet opens it.`
      : null;
    const role = roleOf(this.#members, membership.device);
    await this.close();
    await rm(files.folder, { recursive: true, force: true });
    const stands = await this.#endRole(role, owner, this.own.person);
    return [untold, deserted, stands].filter((sentence) => sentence !== null).join(' ') || null;
  }

  async copyTo(folder: string, onProgress?: OnCopy, stop?: AbortSignal): Promise<CarrierCopy> {
    await this.exchange();
    const { library } = this.own.keyring;
    await prepareCopy(folder, library, this.needs.library.folder);
    return this.#copyInto(writeAddress({ kind: 'folder', path: folder }), onProgress, stop);
  }

  async reachBy({ password, certificates }: NewAccess): Promise<void> {
    await this.#goOnBy(withAccess(this.own.address, { password, certificates }));
    await this.exchange();
  }

  /** By another address of the same place. */
  async #goOnBy(address: string): Promise<void> {
    const { membership, openCarrier } = this.needs;
    await useCarrier(address, this.own.keyring.library, openCarrier, () => Promise.resolve());
    await membership.keepSecrets({ address });
    await this.reopen();
  }

  async moveTo(address: string, onProgress?: OnCopy): Promise<CarrierCopy> {
    const { membership } = this.needs;
    const { library } = this.own.keyring;
    const way = await wayToMove(address, library, this.needs.openCarrier);
    if (isSameServer(this.own.address, way.address)) {
      // By the old address it may be out of reach, as with a password that was changed.
      await this.#goOnBy(way.address);
      await this.exchange();
      await this.close();
      return { rows: 0, files: 0, faults: [] };
    }
    let copy: CarrierCopy;
    try {
      await this.exchange();
      copy = await this.#copyInto(way.address, onProgress);
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.code !== 'carrier-away') throw error;
      await this.#refuseStale(way.address, error.message);
      copy = { rows: 0, files: 0, faults: [`Nothing was copied. ${error.message}`] };
    }
    await this.close();
    await membership.keepSecrets({ address: way.address });
    return copy;
  }

  async recoverySheet(isNew = false): Promise<string> {
    const { membership } = this.needs;
    if (isNew || !this.state.isSheetGood) await this.#makeSheet(isNew);
    const { sheet } = this.own;
    const { name, place } = this.state;
    const stated = sheet && membership.members.sheetOf(sheet.identity);
    if (sheet && isSheetGood(membership.members, sheet.identity)) {
      // Whose own first row has not come back yet shared the library a moment ago.
      return sheetOf(name, place, stated?.at ?? this.now(), recoveryLines(sheet));
    }
    const [good] = membership.members.goodSheets();
    const maker = this.#members.devices.get(good?.by ?? '')?.person ?? 'another member';
    throw new ExpectedFailure(
      'no-sheet',
      `The recovery sheet that is good was made by ${maker}, whose library alone can print it. “standpoint team sheet --new” makes another one here, which takes its place.`
    );
  }

  /** Where `isNew` is false, none if the others have made one meanwhile. */
  async #makeSheet(isNew: boolean): Promise<void> {
    // To know of all who were removed.
    await this.exchange();
    const { membership } = this.needs;
    if (!membership.members.isMember(membership.device)) {
      throw new ExpectedFailure(
        'no-member',
        'Only a member can make a recovery sheet, and this library belongs to none now.'
      );
    }
    if (this.state.isSheetGood && !isNew) return;
    const { keyring } = this.own;
    const { content, parcel, sheet } = await makeSheet(membership.members, keyring, this.now());
    await this.withCarrier((carrier) => carrier.putFile(parcel.name, parcel.bytes));
    // First: a sheet that the others count on can be printed.
    await membership.keepSecrets({ sheet });
    await this.say(content);
    await this.exchange();
  }

  protected get own(): Secrets {
    return this.needs.membership.secrets;
  }

  get #members(): MembersState {
    return this.needs.membership.members.state;
  }

  /** As `endRole`; one that somebody else needs stays. */
  async #endRole(
    role: string | null,
    owner: string | null,
    person: string
  ): Promise<string | null> {
    if (role === null || !this.state.isOnServer || isRoleInUse(this.#members, role)) return null;
    const { address, keyring } = this.own;
    return endRole(address, keyring.library, role, owner, person);
  }

  /** Before anything is said or done, so that nothing is told as done: the others would leave it out. */
  #refuseRemoval(device: string): void {
    const { members, device: own } = this.needs.membership;
    if (!members.isMember(own) || members.mayRemove(own, device)) return;
    const { person = 'This person', invitation = '' } = this.#members.devices.get(device) ?? {};
    const why =
      device === own
        ? 'This is your own library: leave instead'
        : invitation === null
          ? `${person} founded this library, and no member can remove the founder`
          : `${person} stands nearer to who founded this library than you do`;
    throw new ExpectedFailure(
      'not-allowed',
      `${why}. Whoever joins by the recovery sheet can remove anybody. Nothing was changed, here or on the server.`
    );
  }

  /** Where that cannot be done, `endRole` says why. */
  async #endSessions(role: string, owner: string): Promise<void> {
    try {
      await endSessions(this.own.address, role, owner);
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
    }
  }

  #copyInto(address: string, onProgress?: OnCopy, stop?: AbortSignal): Promise<CarrierCopy> {
    const { membership, openCarrier } = this.needs;
    const { keyring } = this.own;
    const devices = [...this.#members.devices.keys()];
    return this.withCarrier((from) =>
      useCarrier(address, keyring.library, openCarrier, (to) =>
        copyCarrier({
          from,
          to,
          keyring,
          publicKeyOf: membership.members.publicKeyOf,
          verified: new Map(devices.map((device) => [device, membership.count(device)])),
          ...(onProgress && { onProgress }),
          ...(stop && { stop })
        })
      )
    );
  }

  /** The old place is out of reach, so the new one has to hold all that this library has shared. */
  async #refuseStale(address: string, why: string): Promise<void> {
    const { membership, openCarrier } = this.needs;
    const { device } = membership;
    await useCarrier(address, this.own.keyring.library, openCarrier, async (to) => {
      if ((await to.held(device)) >= membership.count(device)) return;
      throw new ExpectedFailure(
        'older-copy',
        `${to.place} does not hold all that this library has shared, and it cannot be fetched now. ${why} Nothing was changed: it goes on where it was.`
      );
    });
  }

  protected now(): string {
    return this.needs.now().toISOString();
  }
}
