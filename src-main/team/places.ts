/** Where the rows of a library lie: made ready for it, and for each who comes to it or goes. */
import { isAbsolute, relative } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { lowerFirst } from '../domain/text/joined-words.js';
import { disk, ifThere } from '../disk/file-system.js';
import { ensureFolder } from '../disk/write-durably.js';
import {
  carryCertificates,
  type FolderAddress,
  parseAddress,
  placeOf,
  type RelayAddress,
  writeAddress
} from './carriers/address.js';
import type { Carrier } from './carriers/carrier.js';
import { folderFailure } from './carriers/folder/failures.js';
import { readRoot } from './carriers/relay/connections.js';
import { prepareFolder } from './carriers/folder/folder.js';
import type { openCarrier } from './carriers/open-carrier.js';
import {
  addRelayRole,
  admitRelayRole,
  endRelaySessions,
  prepareRelay,
  removeRelayRole
} from './carriers/relay/prepare.js';

export type CarrierOpener = typeof openCarrier;

/** By what one device reaches the rows. */
export interface WayToPlace {
  /** With a password where one is needed. */
  readonly address: string;
  /** On a server; `null` in a folder. */
  readonly role: string | null;
}

/**
 * Makes a folder or a server ready for the library; done again it harms nothing. On a server, whose owner's
 * address it is, a role is made, or `role` is let in, whose password the address then lacks.
 */
export async function makePlace(
  address: string,
  library: string,
  role: string | null = null
): Promise<WayToPlace> {
  const place = parseAddress(address);
  if (place.kind === 'folder') {
    await prepareFolder(place.path, library);
    return { address: writeAddress(place), role: null };
  }
  await prepareRelay({ address }, library);
  if (role !== null) {
    await admitRelayRole({ address }, library, role);
    return wayAs(place, role);
  }
  // Without the person's name, which the server would show.
  const made = await addRelayRole({ address }, library, '');
  return wayAs(place, made.role, made.password);
}

/** As `makePlace`; the founder works with the owner's role itself, as where that may make none. */
export async function makePlaceOfOwner(address: string, library: string): Promise<WayToPlace> {
  const place = parseAddress(address);
  if (place.kind === 'folder') return makePlace(address, library);
  await makePlace(address, library, place.role);
  return wayAs(place, place.role, place.password ?? undefined);
}

/** The way of a newcomer. Throws where a server needs its owner for that, and `owner` is `null`. */
export async function makeWay(
  own: string,
  library: string,
  owner: string | null,
  role: string | null
): Promise<WayToPlace> {
  const place = parseAddress(own);
  if (place.kind === 'folder') return { address: writeAddress(place), role: null };
  if (owner === null) {
    throw new ExpectedFailure(
      'needs-owner',
      'A newcomer needs a role on the server. Give the address of the server’s owner, such as the one that the library was shared with first.'
    );
  }
  refuseOtherServer(place, owner);
  const way = await makePlace(withCertificatesOf(place, owner), library, role);
  return { ...way, address: await forAnotherComputer(way.address) };
}

/** The owner's address need not name the certificates that this library's own has. */
function withCertificatesOf({ rootCertificates }: RelayAddress, owner: string): string {
  const place = parseAddress(owner);
  if (place.kind === 'folder' || place.rootCertificates !== null || !rootCertificates) return owner;
  return withAccess(owner, { certificates: rootCertificates });
}

/** With the certificates themselves, where they are few: their file lies on this computer alone. */
async function forAnotherComputer(address: string): Promise<string> {
  const place = parseAddress(address);
  if (place.kind === 'folder' || place.rootCertificates === null) return address;
  const certificates = carryCertificates(await readRoot(place, place.rootCertificates));
  return certificates === null ? address : withAccess(address, { certificates });
}

/**
 * Ends a role. Returns `null` once it is gone, or a sentence that says that it still stands, and why.
 *
 * @param whose as in “the role of Ben”
 */
export async function endRole(
  own: string,
  library: string,
  role: string,
  owner: string | null,
  whose: string
): Promise<string | null> {
  const stands = `The role “${role}” of ${whose} still stands on the server. Nothing that is written from now on can be read with it, but it can fetch sealed rows and add some that nobody takes in. Whoever runs the server can end it, as docs/team-server.md says under “Ending a role”.`;
  if (owner === null) return stands;
  try {
    const place = parseAddress(own);
    if (place.kind === 'folder') return stands;
    refuseOtherServer(place, owner);
    await removeRelayRole({ address: withCertificatesOf(place, owner) }, library, role);
    return null;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return `${error.message} ${stands}`;
  }
}

/** Lets a role keep nothing locked, so that its member can be removed. What that could not do, the removal tells. */
export async function endSessions(own: string, role: string, owner: string): Promise<void> {
  const place = parseAddress(own);
  // One's own would end with them.
  if (place.kind === 'folder' || place.role === role) return;
  refuseOtherServer(place, owner);
  await endRelaySessions({ address: withCertificatesOf(place, owner) }, role);
}

/** What is new of the way to a server. */
export interface NewAccess {
  readonly password?: string | undefined;
  /** The path of a file of certificates. */
  readonly certificates?: string | undefined;
}

/** The address of a server with what is new. Throws `no-server` for a folder. */
export function withAccess(address: string, { password, certificates }: NewAccess): string {
  const place = parseAddress(address);
  if (place.kind === 'folder') {
    throw new ExpectedFailure(
      'no-server',
      `This library is shared by ${lowerFirst(placeOf(place))}, which asks for no password and no certificate. Nothing was changed.`
    );
  }
  const rootCertificates = certificates ?? place.rootCertificates;
  return writeAddress({ ...place, rootCertificates }, password ?? place.password ?? undefined);
}

export function isSameServer(one: string, other: string): boolean {
  const [a, b] = [parseAddress(one), parseAddress(other)];
  if (a.kind === 'folder' || b.kind === 'folder') return false;
  return a.host === b.host && a.port === b.port && a.database === b.database;
}

/** Where it lies, as it was given. @param password of a server that the address lacks; `null` for none */
export function wayTo(address: string, password: string | null = null): WayToPlace {
  const place = parseAddress(address);
  return place.kind === 'folder'
    ? { address: writeAddress(place), role: null }
    : wayAs(place, place.role, place.password ?? password ?? undefined);
}

/**
 * The way to another place of the same library: a folder, or a server by a role that is let in or by its
 * owner, who then makes it ready.
 */
export async function wayToMove(
  address: string,
  library: string,
  open: CarrierOpener
): Promise<WayToPlace> {
  const way = wayTo(address);
  try {
    await useCarrier(address, library, open, () => Promise.resolve());
    return way;
  } catch (error) {
    const isNew = error instanceof ExpectedFailure && error.code === 'no-team-library';
    if (!isNew) throw error;
    return makePlace(address, library);
  }
}

/**
 * Makes a folder ready to hold a copy: one that is new or empty, or that holds an earlier copy. Anything
 * else is refused. @param own the library's folder
 */
export async function prepareCopy(folder: string, library: string, own: string): Promise<void> {
  const between = relative(own, folder);
  if (!between.startsWith('..') && !isAbsolute(between)) {
    throw new ExpectedFailure(
      'folder-in-library',
      `${folder} lies inside the library itself. Choose a folder outside of ${own}; nothing was copied.`
    );
  }
  const there = await ifThere(disk.readdir(folder)).catch((error: unknown) => {
    throw folderFailure(error, folder);
  });
  const copies = there?.filter((name) => name.startsWith('standpoint-team-')) ?? [];
  if (there && there.length > 0 && !copies.includes(`standpoint-team-${library}`)) {
    throw new ExpectedFailure(
      'not-empty',
      `${folder} holds other things. Choose an empty folder, or one that holds an earlier copy of this library; nothing was copied.`
    );
  }
  if (!there) {
    await ensureFolder(folder, disk).catch((error: unknown) => {
      throw folderFailure(error, folder);
    });
  }
  await prepareFolder(folder, library);
}

export async function useCarrier<T>(
  address: string,
  library: string,
  open: CarrierOpener,
  work: (carrier: Carrier) => Promise<T>
): Promise<T> {
  const carrier = await open(address, { library });
  try {
    return await work(carrier);
  } finally {
    await carrier.close();
  }
}

function wayAs(place: RelayAddress, role: string, password?: string): WayToPlace {
  return { address: writeAddress({ ...place, role }, password), role };
}

/** A role that was made or ended in another database would help nobody. */
function refuseOtherServer(own: RelayAddress, owner: string): void {
  const other: RelayAddress | FolderAddress = parseAddress(owner);
  // The same server may go by several names; of a database there is one.
  if (other.kind === 'relay' && other.database === own.database) return;
  throw new ExpectedFailure(
    'other-server',
    `That is not an address of the database “${own.database}”, in which this library lies. Nothing was changed there.`
  );
}
