/** A carrier in a folder that something else carries from one computer to the next, or that all of them see: no locks, and each device writes only files of its own. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { disk, type FileSystem, ifThere, namesIn } from '../../../disk/file-system.js';
import { isUnfit, openUntold, readUntold } from '../../../disk/regular-file.js';
import { Turns } from '../../../disk/turns.js';
import { fillBeside } from '../../../disk/write-durably.js';
import { type FolderAddress, placeOf } from '../address.js';
import {
  type Carrier,
  carrierFailure,
  checkFile,
  checkRows,
  type Cursor,
  filePart,
  type FileProgress,
  isName,
  type RowPage,
  type CarriedRow,
  usualPage,
  type Watch
} from '../carrier.js';
import { OwnRows } from './append-rows.js';
import { fileNamesIn } from './file-names.js';
import { folderAway, folderFailure } from './failures.js';
import {
  begunName,
  fileHash,
  fileLimit,
  FolderHead,
  filePlace,
  folderVersion,
  type FolderLayout,
  headLimit,
  layoutOf
} from './layout.js';
import { ensureSharedFolder, openToGroup } from './open-to-group.js';
import { putInParts, removeBegun } from './put-file.js';
import { readCursor, writeCursor } from './cursor.js';
import { beginning, clashingCopies, readDevice, type RowPlace } from './read-rows.js';
import { Watches } from '../watches.js';
import { watchFolder } from './watch.js';

/** Makes a place for the library in a folder that must be there. Done again it changes nothing. Throws an `ExpectedFailure`. */
export async function prepareFolder(path: string, library: string, fs = disk): Promise<void> {
  const layout = layoutOf(path, library);
  const head = { format: 'standpoint-team-library', version: folderVersion, needs: 1, library };
  try {
    for (const folder of [layout.root, layout.rows, layout.files]) {
      await ensureSharedFolder(folder, fs);
    }
    if (await ifThere(fs.stat(layout.head))) return;
    const bytes = Buffer.from(`${JSON.stringify(head)}\n`);
    await fillBeside(layout.head, (file) => file.writeFile(bytes).then(() => bytes.length), fs);
    await openToGroup(layout.head, fs);
  } catch (error) {
    throw folderFailure(error, path);
  }
}

/** Resolves once the folder was seen to hold the library. @param watchEvery milliseconds */
export async function openFolder(
  address: FolderAddress,
  library: string,
  fs = disk,
  watchEvery = 1_000
): Promise<Carrier> {
  const { path } = address;
  const layout = layoutOf(path, library);
  try {
    await fs.stat(path);
    if (!(await ifThere(fs.stat(layout.root)))) {
      throw carrierFailure(
        'no-team-library',
        `The folder ${path} holds no such team library. If another program brings it, let that finish; if it lies on a removable disk, connect it.`
      );
    }
    await checkHead(layout, path, fs);
  } catch (error) {
    throw folderFailure(error, path);
  }
  return new SharedFolder(address, layout, fs, watchEvery);
}

async function checkHead(layout: FolderLayout, path: string, fs: FileSystem): Promise<void> {
  const text = (await ifThere(readUntold(layout.head, headLimit, fs)))?.toString() ?? '';
  const head = FolderHead.safeParse(parsed(text));
  if (!head.success) throw folderAway(path);
  if (head.data.needs > folderVersion) {
    throw carrierFailure(
      'carrier-newer',
      `The shared folder ${path} was prepared by a newer Standpoint. Update this one to share again.`
    );
  }
}

/** `undefined` for half of a file. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

class SharedFolder implements Carrier {
  readonly place: string;
  readonly #path: string;
  readonly #layout: FolderLayout;
  readonly #fs: FileSystem;
  readonly #watchEvery: number;
  readonly #turns = new Turns();
  readonly #own = new Map<string, OwnRows>();
  readonly #watches = new Watches();

  constructor(address: FolderAddress, layout: FolderLayout, fs: FileSystem, watchEvery: number) {
    this.place = placeOf(address);
    this.#path = address.path;
    this.#layout = layout;
    this.#fs = fs;
    this.#watchEvery = watchEvery;
  }

  append(rows: readonly CarriedRow[]): Promise<void> {
    checkRows(rows);
    return this.#orFailure(async () => {
      for (const device of new Set(rows.map((row) => row.device))) {
        const own = rows.filter((row) => row.device === device);
        await this.#turns.run(device, () => this.#ownRows(device).append(own));
      }
    });
  }

  held(device: string): Promise<number> {
    return this.#orFailure(() => this.#turns.run(device, () => this.#ownRows(device).held()));
  }

  read(cursor: Cursor | null, mostBytes = usualPage): Promise<RowPage> {
    return this.#orFailure(async () => {
      const places = readCursor(cursor);
      const rows: CarriedRow[] = [];
      const faults: string[] = [];
      const reached: Record<string, RowPlace> = { ...places };
      let isEnd = true;
      let room = mostBytes;
      for (const device of await this.#devices()) {
        const from = places?.[device] ?? beginning;
        const found = await readDevice(
          this.#layout,
          device,
          from,
          room,
          rows.length === 0,
          this.#fs
        );
        rows.push(...found.rows);
        room -= found.rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
        reached[device] = found.place;
        if (found.fault !== null) faults.push(found.fault);
        for (const copy of await clashingCopies(this.#layout, device, this.#fs)) {
          faults.push(
            `Beside the rows of ${device.slice(0, 8)} lies ${join(this.#layout.rows, device, copy)}: two computers wrote one file, as after a library’s folder was copied. It was not read.`
          );
        }
        if (found.isMore) {
          isEnd = false;
          break;
        }
      }
      return {
        rows,
        cursor: writeCursor(reached),
        isEnd,
        isSetBack: (places === null && cursor !== null) || (await this.#hasLostOwn()),
        faults
      };
    });
  }

  async readTopic(topic: string): Promise<readonly CarriedRow[]> {
    const found: CarriedRow[] = [];
    for (let page: RowPage | null = null; !page?.isEnd;) {
      page = await this.read(page?.cursor ?? null);
      found.push(...page.rows.filter((row) => row.topic === topic));
    }
    return found;
  }

  putFile(
    name: string,
    bytes: Uint8Array,
    onProgress?: FileProgress,
    stop?: AbortSignal
  ): Promise<void> {
    checkFile(name, bytes);
    return this.#orFailure(async () => {
      stop?.throwIfAborted();
      const { folder, prefix } = filePlace(this.#layout, name);
      const usual = prefix + fileHash(bytes);
      const begun = begunName(usual);
      if ((await this.#whole(name)) !== null) {
        await removeBegun(folder, begun, this.#fs);
        return onProgress?.(bytes.length, bytes.length);
      }
      await ensureSharedFolder(folder, this.#fs);
      // What has half arrived under this name is not ours to touch.
      const isTaken = (await namesIn(folder, this.#fs)).includes(usual);
      const target = isTaken ? `${usual}-${randomBytes(4).toString('hex')}` : usual;
      await putInParts(join(folder, target), { begun, bytes }, this.#fs, onProgress, stop);
    });
  }

  getFile(name: string, onProgress?: FileProgress, stop?: AbortSignal): Promise<Uint8Array | null> {
    return this.#orFailure(() => this.#whole(name, onProgress, stop));
  }

  fileNames(after: string | null): Promise<readonly string[]> {
    return this.#orFailure(() => fileNamesIn(this.#layout, after, this.#fs));
  }

  watch(...tell: Parameters<Carrier['watch']>): Watch {
    return this.#watches.add(
      watchFolder(this.#layout, this.#path, this.#watchEvery, this.#fs, ...tell)
    );
  }

  async close(): Promise<void> {
    this.#watches.close();
    await this.#turns.idle();
  }

  /** The bytes of the first of those under this name that has arrived whole. */
  async #whole(name: string, onProgress?: FileProgress, stop?: AbortSignal) {
    stop?.throwIfAborted();
    const { folder, prefix } = filePlace(this.#layout, name);
    await this.#fs.stat(this.#layout.files);
    for (const file of await namesIn(folder, this.#fs)) {
      const hash = file.startsWith(prefix) ? file.slice(prefix.length, prefix.length + 32) : null;
      if (hash === null) continue;
      const bytes = await this.#readInParts(join(folder, file), onProgress, stop);
      if (bytes !== null && fileHash(bytes) === hash) return bytes;
    }
    return null;
  }

  /** `null` for what is no file: the right one may lie beside it. */
  async #readInParts(path: string, onProgress?: FileProgress, stop?: AbortSignal) {
    const file = await openUntold(path, fileLimit, this.#fs).catch((error: unknown) => {
      if (isUnfit(error)) return null;
      throw error;
    });
    if (file === null) return null;
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(size);
      for (let done = 0; done < size;) {
        stop?.throwIfAborted();
        const { bytesRead } = await file.read(bytes, done, Math.min(filePart, size - done), done);
        if (bytesRead === 0) return bytes.subarray(0, done);
        done += bytesRead;
        onProgress?.(done, size);
      }
      return bytes;
    } finally {
      await file.close();
    }
  }

  #ownRows(device: string): OwnRows {
    const known = this.#own.get(device) ?? new OwnRows(this.#layout, device, this.#fs, this.place);
    this.#own.set(device, known);
    return known;
  }

  /** Files of others may be older for a while, until newer ones have arrived; nobody but this program writes these. */
  async #hasLostOwn(): Promise<boolean> {
    const lost = [...this.#own].map(([device, rows]) =>
      this.#turns.run(device, () => rows.hasFewer())
    );
    return (await Promise.all(lost)).includes(true);
  }

  async #devices(): Promise<readonly string[]> {
    return (await this.#fs.readdir(this.#layout.rows)).filter(isName).sort();
  }

  async #orFailure<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw folderFailure(error, this.#path);
    }
  }
}
