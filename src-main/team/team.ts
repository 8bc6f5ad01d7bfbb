/**
 * A library that several people share: founding, joining, opening and leaving it. Over 300 lines because a
 * third of it tells what each method means.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { BriefingChanges, MadeInvitation, TeamState } from '../domain/program/team-state.js';
import { disk, type FileSystem } from '../disk/file-system.js';
import type { CarriedRow, FileProgress } from './carriers/carrier.js';
import { openCarrier } from './carriers/open-carrier.js';
import type { CarrierCopy, CopyProgress } from './copy-carrier.js';
import { isShared } from './is-shared.js';
import { Membership } from './membership.js';
import { OpenTeam } from './open-team.js';
import {
  makePlace,
  makePlaceOfOwner,
  type NewAccess,
  useCarrier,
  wayTo,
  withAccess
} from './places.js';
import { afterRefusal, refuseOldSheet, refuseRunOut, refuseVoid } from './refuse-invitation.js';
import { makeDeviceKeys } from './sealing/device-keys.js';
import {
  decodeInvitation,
  idOfInvitation,
  openParcel,
  parcelNameOf
} from './sealing/invitation.js';
import { makeKeyring, topicOfMembers } from './sealing/keyring.js';
import { foundLibrary, join, newMemberId } from './sealing/member-acts.js';
import { Members } from './sealing/members.js';
import { readMembers } from './sealing/read-members.js';
import { isRecoverySheet, readRecoveryLines } from './sealing/recovery-sheet.js';
import { recovery } from './sealing/member-facts.js';
import { readerOf } from './sealing/wrap.js';
import { readSecrets, type Secrets, writeSecrets } from './secrets.js';
import type { LocalLibrary } from './settle-briefing.js';
import { BaseFiles } from './base-files.js';
import { SentRows } from './delivery.js';
import { SharedFiles } from './shared-files.js';
import { type CheckpointAfter, usualCheckpointAfter } from './write-checkpoint.js';
import { type OriginalTurn, SharedOriginals } from './shared-originals.js';
import type { Parcel } from './team-files.js';
import { storeRow, TeamFiles } from './team-files.js';
import { TeamRegister } from './team-register.js';

export type { LocalLibrary } from './settle-briefing.js';

/** Rejections are `ExpectedFailure`s with a sentence. */
export interface Team {
  readonly state: TeamState;
  /** Exchanges with the others now. */
  exchange(): Promise<TeamState>;
  /**
   * Makes an invitation: one line, which is a secret. `owner` is the address of a server that may make a role
   * for the newcomer; `null` in a shared folder. `role` is let in instead of a new one.
   */
  invite(
    person: string,
    given: { readonly days: number; readonly owner: string | null; readonly role?: string | null }
  ): Promise<MadeInvitation>;
  /**
   * This and what follows returns what somebody has to do still, in a sentence; `null` for nothing. `owner`
   * as for `invite`: with it the role on the server is ended too.
   */
  revoke(invitation: string, owner: string | null): Promise<string | null>;
  remove(device: string, owner: string | null): Promise<string | null>;
  /** The library stays as it is, and is shared no more, also where the others cannot be told. */
  leave(owner: string | null): Promise<string | null>;
  /** Lets in a device that waits, whatever speaks against it. */
  admit(device: string): Promise<void>;
  /**
   * Gives the others the original files that they cannot have yet, and returns how many; what was broken
   * off goes on. Once started, the team does so by itself. @param onTurn told of each.
   */
  handOverOriginals(onTurn?: OriginalTurn): Promise<number>;
  /**
   * Fetches the file that a source was read from, by its hash, which is in the library then.
   * `original-not-here`: nobody has handed it over yet.
   */
  fetchOriginal(hash: TextHash, onProgress?: FileProgress, stop?: AbortSignal): Promise<Uint8Array>;
  /**
   * Copies all that is kept for this library, still sealed, into a folder from which it can be joined and
   * gone on with. Broken off, it goes on when it is done again, and later it adds what is new.
   */
  copyTo(
    folder: string,
    onProgress?: (progress: CopyProgress) => void,
    stop?: AbortSignal
  ): Promise<CarrierCopy>;
  /**
   * From now on the server is reached by what is new here: a password of the role that was changed there, the
   * path of a file of certificates. Where the server does not take it, it rejects, and nothing was changed.
   */
  reachBy(access: NewAccess): Promise<void>;
  /**
   * From now on the rows of this library are read and written there: a folder, or a server with a role that
   * is let in or its owner's. What only the old place holds is copied first. The team is closed then; whoever
   * opens it again goes on at the new place. `onProgress` as for `copyTo`.
   */
  moveTo(address: string, onProgress?: (progress: CopyProgress) => void): Promise<CarrierCopy>;
  /**
   * Markdown, to be printed. Where no sheet is good any more, or if `isNew`, a new one is made, which takes the
   * place of all. Rejects with `no-sheet` where only another library can print the one that is good.
   */
  recoverySheet(isNew?: boolean): Promise<string>;
  /** Who changed what of a briefing last. */
  changesOf(id: Id): Promise<BriefingChanges>;
  /** A briefing of the library has been saved. */
  changed(id: Id): void;
  /** So has its register. */
  registerChanged(): void;
  /** From now on it exchanges by itself, until it is closed. */
  start(onChange: (state: TeamState) => void): void;
  close(): Promise<void>;
}

export interface TeamOptions {
  readonly now?: () => Date;
  /** For tests. */
  readonly openCarrier?: typeof openCarrier;
  readonly checkpointAfter?: CheckpointAfter;
  readonly fs?: FileSystem;
}

/** As it stands on disk, also while the library is open elsewhere: nothing is written. `null`: it is not shared. */
export async function lookAtTeam(
  library: LocalLibrary,
  options: TeamOptions = {}
): Promise<TeamState | null> {
  return (await isShared(library.folder)) ? (await openFiles(library, options)).state : null;
}

/** `null`: the library is not shared. */
export async function openTeam(
  library: LocalLibrary,
  options: TeamOptions = {}
): Promise<Team | null> {
  if (!(await isShared(library.folder, options.fs))) return null;
  return await openFiles(library, options);
}

/**
 * Shares the library from now on. `address`: of a folder, or of a server where its owner may make schemas and
 * roles; what is kept is the role that is made for this library. Nothing was shared when it rejects.
 */
export async function foundTeam(
  library: LocalLibrary,
  given: {
    readonly address: string;
    readonly name: string;
    readonly person: string;
    /** Works with the owner's role itself, as where that may make none. */
    readonly isAsOwner?: boolean;
  },
  options: TeamOptions = {}
): Promise<Team> {
  await refuseTwice(library);
  const at = nowOf(options).toISOString();
  const keys = await makeDeviceKeys();
  const keyring = makeKeyring();
  const make = given.isAsOwner ? makePlaceOfOwner : makePlace;
  const { address, role } = await make(given.address, keyring.library);
  const person = { name: given.person, member: newMemberId(), role };
  const { content, parcel, sheet } = await foundLibrary(keys, keyring, given.name, person, at);
  await useCarrier(address, keyring.library, options.openCarrier ?? openCarrier, (carrier) =>
    carrier.putFile(parcel.name, parcel.bytes)
  );
  const named = { name: given.name, person: given.person };
  const secrets = { address, keys, keyring, founder: keys.publicKey, ...named, sheet };
  return await begin(library, secrets, options, (membership) =>
    Promise.resolve(membership.sealFact(content))
  );
}

/**
 * Takes part in a library that others share. `invitation`: the line, or the nine lines of a recovery sheet.
 * `place` overrules where the invitation says that its rows lie, as for a folder that is called otherwise
 * here; `password` is that of a server whose address lacks it. What the library holds already is shared as
 * well.
 */
export async function joinTeam(
  library: LocalLibrary,
  given: {
    readonly invitation: string;
    readonly person: string;
    readonly place?: string | null;
    readonly password?: string | null;
    /** The path of a file of certificates, in the place of what the address says. */
    readonly certificates?: string | null;
  },
  options: TeamOptions = {}
): Promise<Team> {
  await refuseTwice(library);
  const said = wayIn(given.invitation, given.place ?? null, given.password ?? null);
  const certificates = given.certificates ?? null;
  const way =
    certificates === null ? said : { ...said, address: withAccess(said.address, { certificates }) };
  if (!way.sheet) refuseRunOut(way, nowOf(options));
  const { recipient } = await readerOf(way.identity);
  const { keyring, rows } = await useCarrier(
    way.address,
    way.library,
    options.openCarrier ?? openCarrier,
    async (carrier) => {
      const wrapped = await carrier.getFile(parcelNameOf(recipient));
      if (!wrapped) {
        throw new ExpectedFailure(
          'no-keys-yet',
          `${carrier.place} does not hold the keys that this opens. In a shared folder they may not have arrived yet: try again later. ${afterRefusal}`
        );
      }
      const opened = await openParcel(wrapped, way);
      return { keyring: opened, rows: await carrier.readTopic(topicOfMembers(opened)) };
    }
  );
  const { founder, sheet } = way;
  const start = { members: Members.of(way.library, founder), keyring };
  // Keys are wrapped for the first sheet by its name, for each other by its id.
  const holders = [idOfInvitation(way.identity), ...(sheet ? [recovery] : [])];
  const identities = new Map(holders.map((holder) => [holder, way.identity]));
  const read = await readMembers(rows, start, identities);
  if (sheet) refuseOldSheet(read.members.sheetOf(sheet.identity));
  else refuseVoid(way, read.members.state);
  const person = { name: given.person, member: way.member, role: way.role };
  const at = nowOf(options).toISOString();
  const { keys, content } = await join(await makeDeviceKeys(), way, sheet !== null, person, at);
  const { address, name } = way;
  const secrets = {
    address,
    keys,
    keyring: read.keyring,
    founder,
    name,
    person: given.person,
    sheet
  };
  return await begin(library, secrets, options, async (membership) => {
    await membership.learn(rows);
    return membership.sealFact(content);
  });
}

/** What an invitation says, or a recovery sheet that was typed in. */
function wayIn(text: string, place: string | null, password: string | null) {
  if (!isRecoverySheet(text)) {
    const line = decodeInvitation(text);
    const { address, role } = wayTo(place ?? line.carrier, password);
    return { ...line, address, role: place === null ? null : role, sheet: null };
  }
  const sheet = readRecoveryLines(text);
  if (place !== null)
    return { ...sheet, ...wayTo(place, password), sheet, member: newMemberId(), name: '' };
  throw new ExpectedFailure(
    'no-place',
    'A recovery sheet holds no address that a program can use. Say where the rows of the library lie: a folder, or the address of a server with a role and its password.'
  );
}

/** The first row is on its way before anything says that the library is shared. */
async function begin(
  library: LocalLibrary,
  secrets: Secrets,
  options: TeamOptions,
  first: (membership: Membership) => Promise<CarriedRow>
): Promise<Team> {
  const files = await TeamFiles.open(library.folder, options.fs ?? disk);
  const membership = await Membership.open(files, secrets, () => nowOf(options));
  const row = await first(membership);
  await files.write('parcel', { rows: [storeRow(row)], sent: [] } satisfies Parcel);
  await writeSecrets(files, membership.secrets);
  return await openFiles(library, options);
}

async function openFiles(library: LocalLibrary, options: TeamOptions = {}): Promise<Team> {
  const files = await TeamFiles.open(library.folder, options.fs ?? disk);
  const secrets = await readSecrets(files);
  const now = () => nowOf(options);
  const membership = await Membership.open(files, secrets, now);
  const where = { folder: files.folder, fs: options.fs ?? disk };
  const base = await BaseFiles.open(where.folder, where.fs);
  const shared = new SharedFiles({
    ...where,
    device: membership.device,
    base,
    lastSeen: (id) => files.lastSeen(id),
    onDamage: (id) =>
      membership.tell(
        `The list of changes to the briefing ${id} is damaged on this disk. The briefing itself is whole; what was changed in it is compared anew.`
      )
  });
  const open = options.openCarrier ?? openCarrier;
  const originals = await SharedOriginals.open({
    library,
    folder: files.folder,
    fs: options.fs ?? disk,
    membership,
    openCarrier: () => open(membership.secrets.address, { library: secrets.keyring.library })
  });
  const team = new OpenTeam({
    library,
    files,
    shared,
    base,
    sentRows: new SentRows(where.folder, where.fs),
    checkpointAfter: options.checkpointAfter ?? usualCheckpointAfter,
    originals,
    register: await TeamRegister.open(where.folder, where.fs, { library, membership, now }),
    membership,
    now,
    openCarrier: open
  });
  await team.findChanged();
  return team;
}

async function refuseTwice({ folder }: LocalLibrary): Promise<void> {
  if (!(await isShared(folder))) return;
  throw new ExpectedFailure(
    'shared-already',
    `The library in ${folder} is shared already. Leave that team library first, or use another library.`
  );
}

function nowOf({ now }: TeamOptions): Date {
  return now?.() ?? new Date();
}
