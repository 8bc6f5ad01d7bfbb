/**
 * The chain of rows of each device, as far as it was verified. Each row names the hash of the one
 * before it, and tells the heads of other chains that its writer has verified: so rows that are
 * withheld in the middle are found at once, and those at the end as soon as anyone who has them writes.
 */
import { ExpectedFailure } from '../../domain/base/result.js';
import { z } from '../../domain/base/zod.js';
import { Hex32, Hex64 } from './bytes.js';
import { HashList } from './hash-list.js';
import { noRow } from './row-bytes.js';
import type { ChainHead } from './row-content.js';
import { RowFault, shortDevice } from './row-fault.js';
import type { RowHead } from './row.js';

interface Chain {
  /** How many rows came before those that are listed: those that a checkpoint stands for. */
  readonly before: number;
  readonly hashes: HashList;
  n: number;
  /** Of row `n`: its SHA-256, or the first half of it where a checkpoint told it. */
  hash: string;
}

/** Rows that somebody has verified and that are not here. */
export interface MissingRows {
  readonly device: string;
  /** How many rows of the device are here. */
  readonly here: number;
  readonly told: number;
  /** Whose row tells of them. */
  readonly tellers: readonly string[];
}

/** Heads that one row tells at most, so that it stays small; the rest follow in the next rows. */
const mostHeadsToTell = 8;

export class Chains {
  private readonly chains = new Map<string, Chain>();
  /** By teller and device, the newest head that was told. */
  private readonly told = new Map<string, Map<string, ChainHead>>();
  /** Devices with two rows of one number, with that number. */
  private readonly forks = new Map<string, number>();

  /** What a checkpoint tells: of each chain the newest row, and what rows told of other chains. */
  folded(): Chains {
    const chains = Chains.decode(this.encode());
    for (const [device, { n, hash }] of chains.chains) {
      chains.chains.set(device, { before: n, hashes: new HashList(), n, hash });
    }
    return chains;
  }

  /**
   * Goes on from a checkpoint: the rows that it stands for need not be read, as whoever wrote it has
   * verified them. A chain that is as far here stays as it is.
   */
  startAt(checkpoint: Chains): void {
    for (const [device, chain] of checkpoint.chains) {
      if (chain.n > this.count(device)) this.chains.set(device, chain);
    }
    for (const [teller, heads] of checkpoint.told) {
      const told = this.told.get(teller) ?? new Map<string, ChainHead>();
      this.told.set(teller, told);
      for (const head of heads.values()) {
        if (head.n > (told.get(head.device)?.n ?? 0)) told.set(head.device, head);
      }
    }
    for (const [device, n] of checkpoint.forks) this.forks.set(device, this.forks.get(device) ?? n);
  }

  /** A device whose rows do not go on from where the checkpoint that all began with says; `null`: none was seen. */
  get doubt(): string | null {
    const [device] = [...this.forks].find(([of, n]) => this.chains.get(of)?.before === n) ?? [];
    return device ?? null;
  }

  /**
   * Takes the next row of a device; `known` says that it was taken before. Throws `RowFault` with
   * `gap` or `fork`, and has not taken it then. Rows from before a checkpoint count as known.
   */
  take(row: RowHead): 'new' | 'known' {
    const chain = this.chains.get(row.device) ?? emptyChain();
    if (row.n <= chain.n) {
      if (isRow(chain, row.n, row.hash)) return 'known';
      throw this.fork(row.device, row.n);
    }
    if (row.n > chain.n + 1) {
      const from = chain.n + 1;
      const lost = from === row.n - 1 ? `Row ${from}` : `Rows ${from} to ${row.n - 1}`;
      const message = `${lost} of device ${shortDevice(row.device)} were not handed out, and row ${row.n} rests on that. What came before is whole; later rows of the device wait.`;
      throw new RowFault('gap', row.device, row.n, message);
    }
    if (!row.previous.startsWith(chain.hash)) throw this.fork(row.device, chain.n);
    for (const heads of this.told.values()) {
      const head = heads.get(row.device);
      if (head?.n === row.n && !row.hash.startsWith(head.hash)) throw this.fork(row.device, row.n);
    }
    chain.hashes.push(row.hash);
    chain.n = row.n;
    chain.hash = row.hash;
    this.chains.set(row.device, chain);
    this.hear(row);
    return 'new';
  }

  /** Where the next row of this device goes, and which heads it tells. */
  next(
    device: string,
    mostHeads = mostHeadsToTell
  ): { readonly n: number; readonly previous: string; readonly heads: readonly ChainHead[] } {
    const { n, hash } = this.chains.get(device) ?? emptyChain();
    return { n: n + 1, previous: hash, heads: this.untold(device).slice(0, mostHeads) };
  }

  /** Heads that the rows of this device have not told yet; those that moved on most come first. */
  untold(device: string): readonly ChainHead[] {
    const told = this.told.get(device);
    const ahead = ({ device: of, n }: ChainHead) => n - (told?.get(of)?.n ?? 0);
    return this.heads()
      .filter((head) => head.device !== device && ahead(head) > 0)
      .sort((a, b) => ahead(b) - ahead(a) || (a.device < b.device ? -1 : 1));
  }

  /** The newest verified row of every device. */
  heads(): readonly ChainHead[] {
    return [...this.chains].map(([device, { n, hash }]) => ({
      device,
      n,
      hash: hash.slice(0, 32)
    }));
  }

  /** Whether this very row was verified here, as far as what is kept of its hash tells. */
  has(device: string, n: number, hash: string): boolean {
    const chain = this.chains.get(device);
    return chain !== undefined && n > chain.before && n <= chain.n && isRow(chain, n, hash);
  }

  /** How many rows of this device were verified here. */
  count(device: string): number {
    return this.chains.get(device)?.n ?? 0;
  }

  /**
   * What others have verified and the carrier has not handed out. On a relay, which hands rows out in
   * the order in which they came, that is withheld; in a shared folder it may still be on its way.
   */
  missing(): readonly MissingRows[] {
    const missing = new Map<string, { told: number; tellers: string[] }>();
    for (const [teller, heads] of this.told) {
      for (const { device, n } of heads.values()) {
        if (n <= this.count(device)) continue;
        const found = missing.get(device) ?? { told: 0, tellers: [] };
        missing.set(device, {
          told: Math.max(found.told, n),
          tellers: [...found.tellers, teller].sort()
        });
      }
    }
    return [...missing].map(([device, found]) => ({ device, here: this.count(device), ...found }));
  }

  /** `missing` as faults with a sentence, and the devices that have two rows of one number. */
  faults(): readonly RowFault[] {
    const dropped = this.missing().map(({ device, here, told, tellers }) => {
      const message = `Device ${shortDevice(tellers[0] ?? '')} has verified ${told} rows of device ${shortDevice(device)}, and only ${here} were handed out here. What is here is whole; the rest is being withheld, or has not arrived.`;
      return new RowFault('dropped', device, told, message);
    });
    return [...dropped, ...[...this.forks].map(([device, n]) => forkFault(device, n))];
  }

  /** The newest row of the device that one of those who count has verified, told by its own rows. */
  acknowledged(device: string, counts: (teller: string) => boolean): number {
    const tellers = [...this.told].filter(([teller]) => teller !== device && counts(teller));
    return Math.max(0, ...tellers.map(([, heads]) => heads.get(device)?.n ?? 0));
  }

  private hear({ device: teller, heads }: RowHead): void {
    const told = this.told.get(teller) ?? new Map<string, ChainHead>();
    this.told.set(teller, told);
    for (const head of heads) {
      const chain = this.chains.get(head.device);
      if (chain && head.n <= chain.n && !isRow(chain, head.n, head.hash)) {
        this.fork(head.device, head.n);
      }
      if (head.n > (told.get(head.device)?.n ?? 0)) told.set(head.device, head);
    }
  }

  private fork(device: string, n: number): RowFault {
    if (!this.forks.has(device)) this.forks.set(device, n);
    return forkFault(device, n);
  }

  /** The beginnings of the hashes of a device's rows behind the first `count` of those that are listed. */
  hashesBehind(device: string, count: number): string {
    return this.chains.get(device)?.hashes.encode(count) ?? '';
  }

  /** @param withHashes `false` leaves out the hashes of all rows, which are many: `hashesBehind` has them */
  encode(withHashes = true): EncodedChains {
    return {
      format: 1,
      chains: [...this.chains].map(([device, { before, hashes, n, hash }]) => ({
        device,
        before,
        hashes: withHashes ? hashes.encode() : '',
        n,
        hash
      })),
      told: [...this.told].map(([teller, heads]) => ({ teller, heads: [...heads.values()] })),
      forks: [...this.forks].map(([device, n]) => ({ device, n }))
    };
  }

  static decode(json: unknown): Chains {
    const read = StoredChains.safeParse(json);
    if (!read.success) {
      throw new ExpectedFailure(
        'damaged-chains',
        'What this device knows of the others’ rows is damaged. The library is whole; the rows are read again from the beginning.'
      );
    }
    const decoded = new Chains();
    for (const { device, before, hashes, n, hash } of read.data.chains) {
      decoded.chains.set(device, { before, hashes: new HashList(hashes), n, hash });
    }
    for (const { teller, heads } of read.data.told) {
      decoded.told.set(teller, new Map(heads.map((head) => [head.device, head])));
    }
    for (const { device, n } of read.data.forks) decoded.forks.set(device, n);
    return decoded;
  }
}

const Count = z.int().min(0).max(0xffff_ffff);
const StoredHead = z.strictObject({ device: Hex32, n: Count, hash: Hex32 });
const StoredChain = z
  .strictObject({
    device: Hex32,
    before: Count,
    hashes: z.string().regex(/^[\w-]*$/),
    n: Count,
    hash: z.union([Hex64, Hex32])
  })
  // Four letters are three bytes.
  .refine(({ before, hashes, n }) => (n - before) * 8 === hashes.length, 'of another length');
export type EncodedChains = z.input<typeof StoredChains>;
const StoredChains = z.strictObject({
  format: z.literal(1),
  chains: z.array(StoredChain),
  told: z.array(z.strictObject({ teller: Hex32, heads: z.array(StoredHead) })),
  forks: z.array(z.strictObject({ device: Hex32, n: Count }))
});

function emptyChain(): Chain {
  return { before: 0, hashes: new HashList(), n: 0, hash: noRow };
}

/** Of a row that the chain has. */
function isRow({ before, hashes, n: last, hash: head }: Chain, n: number, hash: string): boolean {
  if (n === last) return head.startsWith(hash) || hash.startsWith(head);
  // From before a checkpoint: its writer has verified it, and nothing more is known here.
  return n <= before || hashes.has(n - before - 1, hash);
}

function forkFault(device: string, n: number): RowFault {
  const message = `Device ${shortDevice(device)} has two different rows with the number ${n}, as when its library’s folder was copied and both copies go on. What was taken in before stays; nothing more of the device is taken in. Let one of the two copies join by an invitation of its own.`;
  return new RowFault('fork', device, n, message);
}
