/** A shared library while it is open: exchanges with its carrier whenever there is something to exchange. */
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { BriefingChanges, TeamState } from '../domain/program/team-state.js';
import { Turns } from '../disk/turns.js';
import { backOff } from './carriers/back-off.js';
import type { Carrier, Watch } from './carriers/carrier.js';
import { Exchange } from './exchange.js';
import type { Membership } from './membership.js';
import { isShared } from './is-shared.js';
import { peopleOf } from './people.js';
import { encodeInvitation } from './sealing/invitation.js';
import { admitDevice, invite, leave, newMemberId, remove, revoke } from './sealing/member-acts.js';
import type { MemberContent } from './sealing/member-facts.js';
import { recoveryLines } from './sealing/recovery-sheet.js';
import { sheetOf } from './sheet.js';
import type { LocalLibrary } from './settle-briefing.js';
import type { SharedFiles } from './shared-files.js';
import type { TeamFiles } from './team-files.js';

export interface OpenTeamNeeds {
  readonly library: LocalLibrary;
  readonly files: TeamFiles;
  readonly shared: SharedFiles;
  readonly membership: Membership;
  readonly now: () => Date;
  /** The carrier’s, for people. */
  readonly place: string;
  readonly isOnServer: boolean;
  readonly openCarrier: () => Promise<Carrier>;
  /** The address that a newcomer is given; throws where that takes an owner’s. */
  readonly addressFor: (owner: string | null) => Promise<string>;
}

const day = 24 * 3_600_000;
/** Milliseconds that an exchange has to end before it is broken off. */
const patience = 1_500;

/** What `Team` describes. */
export class OpenTeam {
  readonly #needs: OpenTeamNeeds;
  readonly #turns = new Turns();
  /** Briefings that may have been changed here since the last exchange. */
  readonly #dirty = new Set<Id>();
  #carrier: Carrier | null = null;
  #exchange: Exchange | null = null;
  #watch: Watch | null = null;
  #isAsked = false;
  #isGoingOn = false;
  #isClosed = false;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #onChange: ((state: TeamState) => void) | null = null;
  #away: string | null = null;
  #waiting: ReadonlyMap<Id, string> = new Map();

  constructor(needs: OpenTeamNeeds) {
    this.#needs = needs;
  }

  get state(): TeamState {
    const { membership, now, place, isOnServer } = this.#needs;
    const unsent = new Set([...this.#dirty, ...(this.#exchange?.unsentIds ?? [])]);
    return {
      ...peopleOf(membership, now().toISOString()),
      place,
      isOnServer,
      unsent: unsent.size,
      waiting: [...new Set(this.#waiting.values())],
      sharedAt: membership.sharedAt,
      away: this.#away
    };
  }

  /** Finds what was changed while no exchange could know of it. */
  async findChanged(): Promise<void> {
    const { library, files } = this.#needs;
    const revisions = await library.revisions();
    for (const [id, revision] of revisions) if (files.seen(id) !== revision) this.#dirty.add(id);
    for (const id of files.seenIds) {
      if (!revisions.has(id) && files.seen(id) !== 0) this.#dirty.add(id);
    }
  }

  async changesOf(id: Id): Promise<BriefingChanges> {
    const { shared, membership } = this.#needs;
    const { known, lastHands } = (await shared.read(id)).shared;
    const last = [...lastHands].flatMap(([entry, { device, n, name, at }]) =>
      device === membership.device ? [] : [{ id: entry, device, n, by: { name, at } }]
    );
    return { known, last };
  }

  changed(id: Id): void {
    this.#dirty.add(id);
    this.#ask();
  }

  async exchange(): Promise<TeamState> {
    await this.#turns.run('carrier', () => this.#exchangeOnce());
    return this.state;
  }

  start(onChange: (state: TeamState) => void): void {
    this.#onChange = onChange;
    this.#ask();
  }

  async invite(
    person: string,
    { days, owner }: { readonly days: number; readonly owner: string | null }
  ) {
    const { membership, now, addressFor } = this.#needs;
    const address = await addressFor(owner);
    const at = now();
    const until = new Date(at.getTime() + days * day).toISOString();
    const { content, parcel, line } = await invite(
      membership.members,
      membership.keyring,
      address,
      { name: person, member: newMemberId() },
      { at: at.toISOString(), until }
    );
    const { carrier } = await this.#open();
    await carrier.putFile(parcel.name, parcel.bytes);
    await this.#state(content);
    return { line: encodeInvitation(line), until };
  }

  revoke(invitation: string): Promise<void> {
    return this.#state(revoke(invitation, this.#at()));
  }

  admit(device: string): Promise<void> {
    return this.#state(admitDevice(device, this.#at()));
  }

  /** What comes after is sealed with a key that the device never gets. */
  async remove(device: string): Promise<void> {
    // So that what it did until now counts.
    await this.exchange();
    await this.#state(remove(device, this.#needs.membership.count(device), this.#at()));
    await this.exchange();
  }

  async leave(): Promise<void> {
    await this.exchange();
    await this.#state(leave(this.#at()));
    await this.close();
    await rm(this.#needs.files.folder, { recursive: true, force: true });
  }

  recoverySheet(): Promise<string> {
    const { sheet, name } = this.#needs.membership.secrets;
    if (sheet) return Promise.resolve(sheetOf(name, this.#needs.place, recoveryLines(sheet)));
    const failure = new ExpectedFailure(
      'no-sheet',
      `Only the library that “${name}” was shared from first can print its recovery sheet.`
    );
    return Promise.reject(failure);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#watch?.close();
    const idle = this.#turns.idle();
    // What is under way may go on for a moment; what hangs is broken off, and goes on at the next start.
    await Promise.race([idle, sleep(patience, undefined, { ref: false })]);
    await this.#carrier?.close();
    await idle;
    // When all was shared last is told at the next start, too.
    if (!(await isShared(this.#needs.library.folder))) return;
    await this.#needs.membership.save();
    await this.#needs.files.tidy();
  }

  #at(): string {
    return this.#needs.now().toISOString();
  }

  async #state(content: MemberContent): Promise<void> {
    await this.#turns.run('carrier', async () => (await this.#open()).exchange.state(content));
    this.#tell();
  }

  /** Soon; while an exchange is under way, another follows it. */
  #ask(): void {
    this.#isAsked = true;
    if (this.#onChange === null || this.#isClosed || this.#isGoingOn) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    this.#isGoingOn = true;
    while (this.#isAsked && !this.#isClosed) {
      this.#isAsked = false;
      try {
        await this.exchange();
        this.#failures = 0;
      } catch (error) {
        this.#failures += 1;
        if (!(error instanceof ExpectedFailure)) console.error('An exchange broke off.', error);
        this.#timer = setTimeout(() => this.#ask(), backOff(this.#failures)).unref();
      }
      this.#tell();
    }
    this.#isGoingOn = false;
  }

  async #exchangeOnce(): Promise<void> {
    const dirty = new Set([...this.#dirty, ...this.#waiting.keys()]);
    this.#dirty.clear();
    try {
      const { exchange } = await this.#open();
      this.#waiting = await exchange.run(dirty);
      this.#away = null;
      if (exchange.unsentIds.length === 0) this.#needs.membership.noteShared(this.#at());
    } catch (error) {
      for (const id of dirty) this.#dirty.add(id);
      if (error instanceof ExpectedFailure) this.#away = error.message;
      throw error;
    }
  }

  async #open(): Promise<{ readonly carrier: Carrier; readonly exchange: Exchange }> {
    this.#carrier ??= await this.#needs.openCarrier();
    const carrier = this.#carrier;
    this.#exchange ??= new Exchange({ ...this.#needs, carrier });
    if (this.#onChange !== null && !this.#isClosed) {
      this.#watch ??= carrier.watch(
        () => this.#ask(),
        (why) => {
          this.#away = why.message;
          this.#tell();
        }
      );
    }
    return { carrier, exchange: this.#exchange };
  }

  #tell(): void {
    this.#onChange?.(this.state);
  }
}
