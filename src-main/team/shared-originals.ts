/**
 * The files that sources were read from, on their way between members. A row names them; they follow it,
 * one at a time, by a connection of their own, so that no edit waits for them. Nobody gets one before
 * asking for it.
 *
 *     team/originals.log    those that shared briefings name, and those of them that the carrier has
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '../domain/base/zod.js';
import { maxOriginalBytes } from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { TextHash } from '../domain/briefing/source.js';
import type { FileSystem } from '../disk/file-system.js';
import { Turns } from '../disk/turns.js';
import type { Carrier, FileProgress } from './carriers/carrier.js';
import { appendLines, readLineFile } from './line-file.js';
import type { Membership } from './membership.js';
import { fileNameOf, openSealedFile, sealFile } from './sealing/file.js';

/** What the library of this machine does with its own. */
export interface LocalOriginals {
  /** Those that lie here, whole or damaged. */
  originals(): Promise<ReadonlySet<TextHash>>;
  /** `null` where it is damaged or missing. */
  readOriginal(hash: TextHash): Promise<Uint8Array | null>;
  addOriginals(originals: Readonly<Record<TextHash, Uint8Array>>): Promise<void>;
}

interface OriginalsNeeds {
  readonly library: LocalOriginals;
  readonly folder: string;
  readonly fs: FileSystem;
  readonly membership: Pick<Membership, 'keyring' | 'epoch'>;
  readonly openCarrier: () => Promise<Carrier>;
}

/** Milliseconds that a part on its way has to end before its connection is closed. */
const patience = 1_500;

/** Which of how many it is, from 1. */
export type OriginalTurn = (number: number, of: number) => void;

const Line = z.union([
  z.strictObject({ named: z.array(TextHash).readonly() }),
  z.strictObject({ carried: TextHash })
]);

export class SharedOriginals {
  readonly #needs: OriginalsNeeds;
  readonly #turns = new Turns();
  readonly #closing = new AbortController();
  readonly #named = new Set<TextHash>();
  readonly #carried = new Set<TextHash>();
  /** Something may have come about that is to be handed over. */
  #isDue = true;
  readonly #open = new Set<Carrier>();
  #unsent = 0;
  #end = 0;

  private constructor(needs: OriginalsNeeds) {
    this.#needs = needs;
  }

  static async open(needs: OriginalsNeeds): Promise<SharedOriginals> {
    const originals = new SharedOriginals(needs);
    const read = await readLineFile(originals.#path, needs.fs);
    for (const line of z.array(Line).parse(read?.lines ?? [])) originals.#take(line);
    originals.#end = read?.end ?? 0;
    await originals.#due();
    return originals;
  }

  /** Nothing is known of what shared briefings name: all of them are to be looked at. */
  get isNew(): boolean {
    return this.#end === 0;
  }

  /** How many lie here that the others cannot have yet, as far as that is known. */
  get unsent(): number {
    return this.#unsent;
  }

  /** Resolves once those that the briefing names are written down. */
  async note({ sources }: Briefing): Promise<void> {
    const named = sources.flatMap(({ original }) => (original ? [original.hash] : []));
    const fresh = [...new Set(named)].filter((hash) => !this.#named.has(hash));
    if (fresh.length === 0) return;
    await this.#write({ named: fresh });
    this.#isDue = true;
  }

  /**
   * To be called after an exchange. Hands over what is here and not with the carrier; what was broken off goes on. Returns how many were
   * handed over. Rejects as the carrier does, or where this library belongs to the team no more; the next
   * call goes on. Only one at a time.
   */
  async handOver(onTurn: OriginalTurn = () => undefined): Promise<number> {
    return this.#turns.run('hand over', async () => {
      if (!this.#isDue) return 0;
      this.#isDue = false;
      try {
        const due = await this.#due();
        if (this.isNew) await this.#write({ named: [] });
        if (due.length === 0) return 0;
        let done = 0;
        await this.#useCarrier(async (carrier) => {
          for (const hash of due) {
            onTurn(done + 1, due.length);
            await this.#handOverOne(carrier, hash);
            done += 1;
            this.#unsent = due.length - done;
          }
        });
        return done;
      } catch (error) {
        this.#isDue = true;
        throw error;
      }
    });
  }

  async #due(): Promise<readonly TextHash[]> {
    const here = await this.#needs.library.originals();
    const due = [...this.#named].filter((hash) => here.has(hash) && !this.#carried.has(hash));
    this.#unsent = due.length;
    return due;
  }

  async #handOverOne(carrier: Carrier, hash: TextHash): Promise<void> {
    const { library, membership } = this.#needs;
    const { signal } = this.#closing;
    signal.throwIfAborted();
    const bytes = await library.readOriginal(hash);
    // Damaged, which the library tells: somebody else may have it.
    if (!bytes) return;
    const sealed = await sealFile(bytes, membership.keyring, membership.epoch);
    await carrier.putFile(sealed.name, sealed.bytes, undefined, signal);
    await this.#write({ carried: hash });
  }

  /**
   * Asks the carrier for one that is not here, and keeps it in the library. Rejects with
   * `original-not-here` where nobody has handed it over yet, as the carrier does where that is away, with
   * what is wrong with it, and with the reason of `stop`.
   */
  fetch(hash: TextHash, onProgress?: FileProgress, stop?: AbortSignal): Promise<Uint8Array> {
    const { signal: closing } = this.#closing;
    const signal = stop ? AbortSignal.any([stop, closing]) : closing;
    // A part that is on its way cannot be stopped, and nobody waits for it.
    return orStopped(
      signal,
      this.#turns.run(hash, () => this.#fetchOne(hash, signal, onProgress))
    );
  }

  async #fetchOne(hash: TextHash, signal: AbortSignal, onProgress?: FileProgress) {
    const { library, membership } = this.#needs;
    const there = (await library.originals()).has(hash) && (await library.readOriginal(hash));
    if (there) return there;
    signal.throwIfAborted();
    const bytes = await this.#useCarrier((carrier) =>
      carrier.getFile(fileNameOf(membership.keyring, hash), onProgress, signal)
    );
    if (!bytes) {
      throw new ExpectedFailure(
        'original-not-here',
        'Nobody has handed it over yet: it comes once a library that has it is opened and reaches the others.'
      );
    }
    const content = await openSealedFile(bytes, hash, membership.keyring);
    signal.throwIfAborted();
    if (content.length > maxOriginalBytes) {
      const [size, most] = [Math.ceil(content.length / 1e6), maxOriginalBytes / 1e6];
      throw new ExpectedFailure(
        'too-large',
        `It has ${size} MB; an original may have up to ${most} MB. It was not taken in.`
      );
    }
    await library.addOriginals({ [hash]: content });
    await this.#write({ carried: hash });
    return content;
  }

  /** Stops what is under way. */
  async close(): Promise<void> {
    this.#closing.abort(
      new ExpectedFailure('closed', 'The library was closed. The rest follows when it is opened.')
    );
    const idle = this.#turns.idle();
    await Promise.race([idle, sleep(patience, undefined, { ref: false })]);
    for (const carrier of this.#open) await carrier.close();
    await idle;
  }

  async #useCarrier<T>(work: (carrier: Carrier) => Promise<T>): Promise<T> {
    const carrier = await this.#needs.openCarrier();
    this.#open.add(carrier);
    try {
      return await work(carrier);
    } finally {
      this.#open.delete(carrier);
      await carrier.close();
    }
  }

  #write(line: z.infer<typeof Line>): Promise<void> {
    return this.#turns.run('write', async () => {
      this.#end = await appendLines(this.#path, this.#end, [line], this.#needs.fs);
      this.#take(line);
    });
  }

  #take(line: z.infer<typeof Line>): void {
    if ('carried' in line) this.#carried.add(line.carried);
    else for (const hash of line.named) this.#named.add(hash);
  }

  get #path(): string {
    return join(this.#needs.folder, 'originals.log');
  }
}

/** Rejects with the reason of `stop` as soon as that is given. */
function orStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(stop.reason as Error);
    if (stop.aborted) end();
    stop.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', end));
  });
}
