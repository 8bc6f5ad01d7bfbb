/** Where the rows of a team library lie in a round of faults: a real server, or a folder. */
import { mkdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAddress, writeAddress } from '../../carriers/address.js';
import { makeRelay, type TestRelay } from '../../carriers/testing/shared-postgres.js';
import type { ServerFacts, ThrowAwayServer } from '../../carriers/testing/throw-away-postgres.js';
import { Proxy } from './proxy.js';

/** One member's way there. */
export interface Door {
  /** Whoever goes through it is let in as the owner of the place. */
  readonly owner: string;
  /** What her invitation is given, and what overrules it. */
  readonly invited: { readonly owner: string | null; readonly place: string | null };
  /** `null` for a folder. */
  readonly proxy: Proxy | null;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export interface Place {
  readonly kind: 'server' | 'folder';
  /** `null` for a folder. */
  readonly relay: TestRelay | null;
  readonly server: ThrowAwayServer | null;
  /** The shared folder; `null` for a server. */
  readonly folder: string | null;
  /** A folder on the disk that holds the rows, where that is small enough to be filled. */
  readonly smallDisk: string | null;
  door(person: string): Promise<Door>;
  /** Resolves once all that was handed over is where everybody comes. */
  carry(): Promise<void>;
  close(): Promise<void>;
}

export async function serverPlace(
  server: ThrowAwayServer,
  facts: ServerFacts,
  smallDisk: string | null
): Promise<Place> {
  const relay = await makeRelay(facts);
  const proxies: Proxy[] = [];
  return {
    kind: 'server',
    relay,
    server,
    folder: null,
    smallDisk,
    async door() {
      const proxy = await Proxy.open(facts);
      proxies.push(proxy);
      const address = parseAddress(relay.owner);
      if (address.kind === 'folder') throw new Error('A server has no folder');
      const { port } = proxy;
      const owner = writeAddress({ ...address, port }, address.password ?? undefined);
      return {
        owner,
        invited: { owner, place: null },
        proxy,
        shut() {
          proxy.isShut = true;
          proxy.cut();
          return Promise.resolve();
        },
        open() {
          proxy.mend();
          return Promise.resolve();
        }
      };
    },
    carry: () => Promise.resolve(),
    close: async () => {
      for (const proxy of proxies) await proxy.close();
    }
  };
}

/** Each member comes by a path of her own, so that the folder can be gone for her alone. */
export async function folderPlace(at: string, smallDisk: string | null): Promise<Place> {
  const folder = join(smallDisk ?? at, 'shared');
  await mkdir(folder, { recursive: true });
  await mkdir(join(at, 'doors'), { recursive: true });
  return {
    kind: 'folder',
    relay: null,
    server: null,
    folder,
    smallDisk,
    door: (person) => doorTo(folder, join(at, 'doors', person)),
    carry: () => Promise.resolve(),
    close: () => Promise.resolve()
  };
}

/** A way to the folder, which can be taken away. @param path of the way itself */
export async function doorTo(folder: string, path: string): Promise<Door> {
  await symlink(folder, path);
  return {
    owner: path,
    invited: { owner: null, place: path },
    proxy: null,
    shut: () => rm(path),
    open: () => symlink(folder, path)
  };
}

/** Leaves no byte free, or nearly none. Returns what makes room again. */
export async function fill(disk: string, free: number): Promise<() => Promise<void>> {
  const filler = join(disk, `filler-${Math.random().toString(36).slice(2)}`);
  const part = Buffer.alloc(64 * 1024);
  for (;;) {
    try {
      await writeFile(filler, part, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      break;
    }
  }
  const { size } = await stat(filler);
  await truncate(filler, Math.max(0, size - free));
  return () => rm(filler, { force: true });
}
