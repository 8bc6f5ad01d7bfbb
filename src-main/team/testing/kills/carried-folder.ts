/**
 * A folder of each member's own, and a program that carries files from one to the others as such programs do:
 * late, in no order, and sometimes a part of a file before the rest.
 */
import { copyFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isErrno } from '../../../disk/file-system.js';
import { doorTo, type Place } from './places.js';
import { type Chance, chanceOf } from './random.js';

/** Milliseconds between two rounds of carrying. */
const every = 150;

export async function carriedFolderPlace(at: string, seed: number): Promise<Place> {
  const folders: string[] = [];
  const chance = chanceOf(seed);
  await mkdir(join(at, 'doors'), { recursive: true });
  let isClosed = false;
  let under: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (under = under.then(work));
  async function goOn(): Promise<void> {
    while (!isClosed) {
      await inTurn(() => carryAll(folders, chance));
      await sleep(every);
    }
  }
  const carrying = goOn();
  // Told when it is closed.
  carrying.catch(() => undefined);
  return {
    kind: 'folder',
    relay: null,
    server: null,
    folder: null,
    smallDisk: null,
    async door(person) {
      const folder = join(at, 'folders', person);
      await mkdir(folder, { recursive: true });
      folders.push(folder);
      return doorTo(folder, join(at, 'doors', person));
    },
    // All of it, and whole.
    carry: () => inTurn(() => carryAll(folders, null)),
    async close() {
      isClosed = true;
      await carrying;
      await under;
    }
  };
}

/** Files only grow, so the longest is the newest. @param chance `null`: nothing is late, and nothing in parts */
async function carryAll(folders: readonly string[], chance: Chance | null): Promise<void> {
  const newest = new Map<string, { readonly folder: string; readonly size: number }>();
  const sizes = new Map<string, number>();
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      // What is being written beside its place is not carried.
      if (!entry.isFile() || /^\.|\.tmp$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1);
      const size = await sizeOf(path);
      sizes.set(path, size);
      if (size > (newest.get(name)?.size ?? -1)) newest.set(name, { folder, size });
    }
  }
  for (const [name, { folder, size }] of newest) {
    for (const other of folders) {
      const target = join(other, name);
      if ((sizes.get(target) ?? -1) >= size) continue;
      if (chance !== null && chance() < 0.4) continue;
      await mkdir(dirname(target), { recursive: true });
      const isPart = chance !== null && chance() < 0.2;
      if (isPart) await copyPart(join(folder, name), target, Math.floor(size * chance()));
      else await copyFile(join(folder, name), target);
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    // It was there for a moment only.
    if (isErrno(error, 'ENOENT')) return -1;
    throw error;
  }
}

async function copyPart(from: string, to: string, bytes: number): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(to, 'w')];
  try {
    const part = Buffer.alloc(bytes);
    const { bytesRead } = await source.read(part, 0, bytes, 0);
    await target.write(part, 0, bytesRead, 0);
  } finally {
    await source.close();
    await target.close();
  }
}
