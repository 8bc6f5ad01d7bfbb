/** A library that several people share: founding, joining, opening and leaving it. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { BriefingChanges, MadeInvitation, TeamState } from '../domain/program/team-state.js';
import { disk, type FileSystem } from '../disk/file-system.js';
import { parseAddress, placeOf, writeAddress } from './carriers/address.js';
import type { Carrier, CarriedRow } from './carriers/carrier.js';
import { prepareFolder } from './carriers/folder/folder.js';
import { openCarrier } from './carriers/open-carrier.js';
import { addRelayRole, prepareRelay } from './carriers/relay/prepare.js';
import { isShared } from './is-shared.js';
import { Membership } from './membership.js';
import { OpenTeam } from './open-team.js';
import { makeDeviceKeys } from './sealing/device-keys.js';
import { decodeInvitation, openParcel, parcelNameOf } from './sealing/invitation.js';
import { topicOfMembers } from './sealing/keyring.js';
import { foundLibrary, join, newMemberId } from './sealing/member-acts.js';
import { readRecoveryLines } from './sealing/recovery-sheet.js';
import { recovery } from './sealing/member-facts.js';
import { readerOf } from './sealing/wrap.js';
import { readSecrets, type Secrets, writeSecrets } from './secrets.js';
import type { LocalLibrary } from './settle-briefing.js';
import { SharedFiles } from './shared-files.js';
import type { Parcel } from './team-files.js';
import { storeRow, TeamFiles } from './team-files.js';

export type { LocalLibrary } from './settle-briefing.js';

/** Rejections are `ExpectedFailure`s with a sentence. */
export interface Team {
  readonly state: TeamState;
  /** Exchanges with the others now. */
  exchange(): Promise<TeamState>;
  /**
   * Makes an invitation: one line, which is a secret. `owner` is the address of a server that may make a role
   * for the newcomer; `null` in a shared folder.
   */
  invite(
    person: string,
    given: { readonly days: number; readonly owner: string | null }
  ): Promise<MadeInvitation>;
  revoke(invitation: string): Promise<void>;
  /** Lets in a device that waits, whatever speaks against it. */
  admit(device: string): Promise<void>;
  remove(device: string): Promise<void>;
  /** The library stays as it is, and is shared no more. */
  leave(): Promise<void>;
  /** Markdown, to be printed. */
  recoverySheet(): Promise<string>;
  /** Who changed what of a briefing last. */
  changesOf(id: Id): Promise<BriefingChanges>;
  /** A briefing of the library has been saved. */
  changed(id: Id): void;
  /** From now on it exchanges by itself, until it is closed. */
  start(onChange: (state: TeamState) => void): void;
  close(): Promise<void>;
}

export interface TeamOptions {
  readonly now?: () => Date;
  /** For tests. */
  readonly openCarrier?: typeof openCarrier;
  readonly fs?: FileSystem;
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
  given: { readonly address: string; readonly name: string; readonly person: string },
  options: TeamOptions = {}
): Promise<Team> {
  await refuseTwice(library);
  const at = nowOf(options).toISOString();
  const keys = await makeDeviceKeys();
  const person = { name: given.person, member: newMemberId() };
  const { keyring, content, parcel, sheet } = await foundLibrary(keys, given.name, person, at);
  const address = await makePlace(given.address, keyring.library);
  await useCarrier(address, keyring.library, options, (carrier) =>
    carrier.putFile(parcel.name, parcel.bytes)
  );
  const named = { name: given.name, person: given.person };
  const secrets = { address, keys, keyring, founder: keys.publicKey, ...named, sheet };
  return await begin(library, secrets, options, (membership) =>
    Promise.resolve(membership.sealFact(content))
  );
}

/**
 * Takes part in a library that others share. `invitation`: the line, or the nine lines of a recovery sheet. `place` overrules where the invitation says that its rows lie,
 * as for a folder that is called otherwise here. What the library holds already is shared as well.
 */
export async function joinTeam(
  library: LocalLibrary,
  given: { readonly invitation: string; readonly person: string; readonly place?: string | null },
  options: TeamOptions = {}
): Promise<Team> {
  await refuseTwice(library);
  const way = wayIn(given.invitation, given.place ?? null);
  const { recipient } = await readerOf(way.identity);
  const { keyring, rows } = await useCarrier(way.address, way.library, options, async (carrier) => {
    const wrapped = await carrier.getFile(parcelNameOf(recipient));
    if (!wrapped) {
      throw new ExpectedFailure(
        'no-keys-yet',
        `${carrier.place} does not hold the keys that this opens. In a shared folder they may not have arrived yet: try again later. Nothing was changed here.`
      );
    }
    const opened = await openParcel(wrapped, way);
    return { keyring: opened, rows: await carrier.readTopic(topicOfMembers(opened)) };
  });
  const person = { name: given.person, member: way.member };
  const at = nowOf(options).toISOString();
  const joined = await join(await makeDeviceKeys(), way, way.isByRecovery, person, at);
  const { address, founder, name } = way;
  const secrets = {
    address,
    keys: joined.keys,
    keyring,
    founder,
    name,
    person: given.person,
    sheet: null
  };
  return await begin(library, secrets, options, async (membership) => {
    await membership.learn(
      rows,
      way.isByRecovery ? new Map([[recovery, way.identity]]) : undefined
    );
    return membership.sealFact(joined.content);
  });
}

/** What an invitation says, or a recovery sheet that was typed in. */
function wayIn(text: string, place: string | null) {
  if (!text.includes('standpoint-join:') && text.trim().includes('\n')) {
    const sheet = readRecoveryLines(text);
    if (place !== null) {
      return {
        ...sheet,
        address: writeWhole(place),
        isByRecovery: true,
        member: newMemberId(),
        name: ''
      };
    }
    throw new ExpectedFailure(
      'no-place',
      'A recovery sheet does not hold an address. Say where the rows of the library lie: a folder, or the address of a server with a role and its password.'
    );
  }
  const line = decodeInvitation(text);
  return { ...line, address: writeWhole(place ?? line.carrier), isByRecovery: false };
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
  const shared = new SharedFiles(files.folder, options.fs ?? disk, (id) =>
    membership.tell(
      `The list of changes to the briefing ${id} is damaged on this disk. The briefing itself is whole; what was changed in it is compared anew.`
    )
  );
  const { address, keyring } = secrets;
  const place = parseAddress(address);
  const team = new OpenTeam({
    library,
    files,
    shared,
    membership,
    now,
    place: placeOf(place),
    isOnServer: place.kind === 'relay',
    openCarrier: () => (options.openCarrier ?? openCarrier)(address, { library: keyring.library }),
    addressFor: (owner) => {
      if (place.kind === 'folder') return Promise.resolve(address);
      if (owner !== null) return makePlace(owner, keyring.library);
      throw new ExpectedFailure(
        'needs-owner',
        `A newcomer needs a role of her own on the server. Give the address of a role that may make one, such as the one that the library was shared with first.`
      );
    }
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

/** The address that one member uses; on a server, of a role that is made for her. */
async function makePlace(address: string, library: string): Promise<string> {
  const place = parseAddress(address);
  if (place.kind === 'folder') {
    await prepareFolder(place.path, library);
    return writeAddress(place);
  }
  await prepareRelay({ address }, library);
  // Without the person's name, which the server would show.
  const { role, password } = await addRelayRole({ address }, library, '');
  return writeAddress({ ...place, role }, password);
}

/** As it was given, with its password. */
function writeWhole(address: string): string {
  const place = parseAddress(address);
  return writeAddress(place, place.kind === 'relay' ? (place.password ?? undefined) : undefined);
}

async function useCarrier<T>(
  address: string,
  library: string,
  options: TeamOptions,
  work: (carrier: Carrier) => Promise<T>
): Promise<T> {
  const carrier = await (options.openCarrier ?? openCarrier)(address, { library });
  try {
    return await work(carrier);
  } finally {
    await carrier.close();
  }
}

function nowOf({ now }: TeamOptions): Date {
  return now?.() ?? new Date();
}
