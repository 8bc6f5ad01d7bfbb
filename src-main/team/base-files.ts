/**
 * The checkpoint that this library began with, on this disk: what is known of a briefing goes on from
 * there, until its own file is folded.
 *
 *     team/base.json           which parts there are
 *     team/base/<SHA-256>      a part
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { SharedBriefing } from '../domain/team/shared-briefing.js';
import { type FileSystem, ifThere, readIfThere, removeIfThere } from '../disk/file-system.js';
import { ensureFolder, replaceFile, syncFolder } from '../disk/write-durably.js';
import { beforeIndex, indexLength, readIndex, unpackBriefing } from './checkpoint-parts.js';
import { readLineFile, replaceLines } from './line-file.js';
import type { SharedBase } from './shared-files.js';

const Base = z.strictObject({
  /** Of the briefings in it. */
  schema: z.int(),
  parts: z.array(z.string()).readonly(),
  /** The person whose program wrote it. */
  by: z.string()
});
type Base = z.infer<typeof Base>;

type Places = ReadonlyMap<
  Id,
  { readonly part: string; readonly from: number; readonly to: number }
>;

export class BaseFiles implements SharedBase {
  readonly #folder: string;
  readonly #fs: FileSystem;
  #base: Base | null = null;
  #places: Promise<Places> | null = null;
  /** Parts that were found to be whole. */
  readonly #whole = new Set<string>();

  private constructor(folder: string, fs: FileSystem) {
    this.#folder = folder;
    this.#fs = fs;
  }

  /** @param folder the team’s */
  static async open(folder: string, fs: FileSystem): Promise<BaseFiles> {
    const files = new BaseFiles(folder, fs);
    const read = await readLineFile(join(folder, 'base.json'), fs);
    files.#base = Base.safeParse(read?.lines[0]).data ?? null;
    return files;
  }

  /** The person whose program wrote the checkpoint; `null` where this library did not begin with one. */
  get by(): string | null {
    return this.#base?.by ?? null;
  }

  async ids(): Promise<readonly Id[]> {
    return [...(await this.#placesNow()).keys()];
  }

  async has(id: Id): Promise<boolean> {
    return (await this.#placesNow()).has(id);
  }

  async read(id: Id, wasRead: boolean): Promise<SharedBriefing | null> {
    const place = (await this.#placesNow()).get(id);
    if (!place) return null;
    // Deflated text shows damage only by the hash of its part.
    if (!this.#whole.has(place.part) && !(await this.holds(place.part))) throw this.#damage();
    this.#whole.add(place.part);
    const bytes = await this.#inPart(place.part, (file) => bytesOf(file, place));
    return unpackBriefing(bytes, wasRead && this.#base?.schema === currentSchema);
  }

  /** Whether a part is here whole already, as from an attempt to join that was broken off. */
  async holds(part: string): Promise<boolean> {
    const bytes = await readIfThere(join(this.#folder, 'base', part), this.#fs);
    return bytes !== null && hashOf(bytes) === part;
  }

  /** Resolves once it is safe on disk. Throws an `ExpectedFailure` where it is no part. */
  async keep(part: string, bytes: Uint8Array): Promise<void> {
    readIndex(bytes, bytes.length);
    await ensureFolder(join(this.#folder, 'base'), this.#fs);
    await replaceFile(join(this.#folder, 'base', part), bytes, this.#fs);
  }

  /** From now on these parts count; `null`: none. Only as long as nothing rests on other ones. */
  async begin(base: Omit<Base, 'schema'> | null): Promise<void> {
    const path = join(this.#folder, 'base.json');
    if (base === null) await removeIfThere(path, this.#fs);
    else {
      await ensureFolder(join(this.#folder, 'base'), this.#fs);
      await syncFolder(join(this.#folder, 'base'), this.#fs);
      await replaceLines(path, [{ ...base, schema: currentSchema } satisfies Base], this.#fs);
    }
    this.#base = base && { ...base, schema: currentSchema };
    this.#places = null;
  }

  #placesNow(): Promise<Places> {
    const read = (this.#places ??= this.#readPlaces());
    read.catch(() => (this.#places = null));
    return read;
  }

  async #readPlaces(): Promise<Places> {
    const places = new Map<Id, { part: string; from: number; to: number }>();
    for (const part of this.#base?.parts ?? []) {
      // The index alone: all parts together are as large as the library.
      const index = await this.#inPart(part, async (file) => {
        const length = indexLength(await bytesOf(file, { from: 0, to: beforeIndex }));
        const { size } = await file.stat();
        const start = { from: 0, to: Math.min(size, beforeIndex + length) };
        return readIndex(await bytesOf(file, start), size);
      });
      for (const [id, [from, to]] of index) places.set(id, { part, from, to });
    }
    return places;
  }

  async #inPart<T>(part: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
    const file = await ifThere(this.#fs.open(join(this.#folder, 'base', part), 'r'));
    if (!file) throw this.#damage();
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  }

  #damage(): ExpectedFailure {
    return new ExpectedFailure(
      'damaged-base',
      `What this library has shared is damaged on this disk. All that it holds is whole. To share again, remove ${this.#folder}, and join by a new invitation.`
    );
  }
}

/** Fewer where the file is shorter. */
async function bytesOf(
  file: FileHandle,
  { from, to }: { readonly from: number; readonly to: number }
): Promise<Uint8Array> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
