/**
 * The checkpoint that this library began with, on this disk: what is known of a briefing goes on from
 * there, until its own file is folded.
 *
 *     team/base.json           which parts there are
 *     team/base/<SHA-256>      a part
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import type { SharedBriefing } from '../domain/team/shared-briefing.js';
import { type FileSystem, readIfThere, removeIfThere } from '../disk/file-system.js';
import { ensureFolder, replaceFile, syncFolder } from '../disk/write-durably.js';
import { readIndex, unpackBriefing } from './checkpoint-parts.js';
import { readLineFile, replaceLines } from './line-file.js';
import type { SharedBase } from './shared-files.js';

const Base = z.strictObject({
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

  async read(id: Id): Promise<SharedBriefing | null> {
    const place = (await this.#placesNow()).get(id);
    if (!place) return null;
    // Deflated text shows damage only by the hash of its part.
    if (!this.#whole.has(place.part) && !(await this.holds(place.part))) throw this.#damage();
    this.#whole.add(place.part);
    const file = await this.#fs.open(join(this.#folder, 'base', place.part), 'r');
    try {
      const bytes = Buffer.alloc(place.to - place.from);
      await file.read(bytes, 0, bytes.length, place.from);
      return unpackBriefing(bytes);
    } finally {
      await file.close();
    }
  }

  /** Whether a part is here whole already, as from an attempt to join that was broken off. */
  async holds(part: string): Promise<boolean> {
    const bytes = await readIfThere(join(this.#folder, 'base', part), this.#fs);
    return bytes !== null && hashOf(bytes) === part;
  }

  /** Resolves once it is safe on disk. Throws an `ExpectedFailure` where it is no part. */
  async keep(part: string, bytes: Uint8Array): Promise<void> {
    readIndex(bytes);
    await ensureFolder(join(this.#folder, 'base'), this.#fs);
    await replaceFile(join(this.#folder, 'base', part), bytes, this.#fs);
  }

  /** From now on these parts count; `null`: none. Only as long as nothing rests on other ones. */
  async begin(base: Base | null): Promise<void> {
    const path = join(this.#folder, 'base.json');
    if (base === null) await removeIfThere(path, this.#fs);
    else {
      await ensureFolder(join(this.#folder, 'base'), this.#fs);
      await syncFolder(join(this.#folder, 'base'), this.#fs);
      await replaceLines(path, [base], this.#fs);
    }
    this.#base = base;
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
      const bytes = await readIfThere(join(this.#folder, 'base', part), this.#fs);
      if (bytes === null) throw this.#damage();
      for (const [id, [from, to]] of readIndex(bytes)) places.set(id, { part, from, to });
    }
    return places;
  }

  #damage(): ExpectedFailure {
    return new ExpectedFailure(
      'damaged-base',
      `What this library has shared is damaged in ${join(this.#folder, 'base')}. All that it holds is whole. To share again, leave the team library, and join by a new invitation.`
    );
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
