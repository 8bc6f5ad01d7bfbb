/**
 * The files that sources were read from, on their way between members. A row names them; they follow it,
 * one at a time, by a connection of their own, so that no edit waits for them. Nobody gets one before
 * asking for it.
 *
 *     team/originals.log    those that shared briefings name, and those of them that the carrier has, or has lost
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
  z.strictObject({ carried: TextHash }),
  /** The carrier had them, and was set back from a backup. */
  z.strictObject({ lost: z.array(TextHash).readonly() })
]);

export class SharedOriginals {
  readonly #needs: OriginalsNeeds;
  readonly #turns = new Turns();
  readonly #closing = new AbortController();
  readonly #named = new Set<TextHash>();
  /** The carrier has them; what it got last stands last. */
  readonly #carried = new Set<TextHash>();
  /** Whether it is to be looked if the carrier still has them: at the last, which a backup lacks first, or at all. */
  #doubt: 'none' | 'last' | 'all' = 'last';
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

  /** The carrier was set back from a backup, or is another one. */
  doubtCarried(): void {
    this.#doubt = 'all';
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
        if (this.isNew) await this.#write({ named: [] });
        const kept = await this.#keptByCarrier();
        if ((await this.#due()).length === 0 && (kept.length === 0 || this.#doubt === 'none'))
          return 0;
        return await this.#useCarrier(async (carrier) => {
          await this.#forgetLost(carrier, kept);
          return this.#handOverAll(carrier, onTurn);
        });
      } catch (error) {
        this.#isDue = true;
        throw error;
      }
    });
  }

  async #handOverAll(carrier: Carrier, onTurn: OriginalTurn): Promise<number> {
    const due = await this.#due();
    for (const [index, hash] of due.entries()) {
      onTurn(index + 1, due.length);
      await this.#handOverOne(carrier, hash);
      this.#unsent = due.length - index - 1;
    }
    return due.length;
  }

  /** Those that could be handed over once more. */
  async #keptByCarrier(): Promise<readonly TextHash[]> {
    const here = await this.#needs.library.originals();
    return [...this.#carried].filter((hash) => here.has(hash));
  }

  /** What a carrier that was set back has no more is due again, also after a crash. */
  async #forgetLost(carrier: Carrier, kept: readonly TextHash[]): Promise<void> {
    const { keyring } = this.#needs.membership;
    const last = kept.at(-1);
    if (this.#doubt === 'last' && last && !(await holdsFile(carrier, fileNameOf(keyring, last)))) {
      this.#doubt = 'all';
    }
    if (this.#doubt === 'all') {
      const there = await allNames(carrier);
      const lost = kept.filter((hash) => !there.has(fileNameOf(keyring, hash)));
      if (lost.length > 0) await this.#write({ lost });
    }
    this.#doubt = 'none';
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
    else if ('lost' in line) for (const hash of line.lost) this.#carried.delete(hash);
    else for (const hash of line.named) this.#named.add(hash);
  }

  get #path(): string {
    return join(this.#needs.folder, 'originals.log');
  }
}

async function holdsFile(carrier: Carrier, name: string): Promise<boolean> {
  const before = (BigInt(`0x${name}`) - 1n).toString(16).padStart(name.length, '0');
  return (await carrier.fileNames(before))[0] === name;
}

async function allNames(carrier: Carrier): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let last: string | null = null; ;) {
    const page: readonly string[] = await carrier.fileNames(last);
    for (const name of page) names.add(name);
    last = page.at(-1) ?? null;
    if (last === null) return names;
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
