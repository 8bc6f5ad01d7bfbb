/**
 * How far a library has read its carrier, and what was found of the rows there, as it lies on the disk.
 * What grows with the rows only grows: one file has what is read last, and is written whole; the hashes
 * of the rows are added to another; who belongs is written when that changes.
 *
 *     team/place.json     how far, and what waits
 *     team/rows.log       the beginnings of the hashes of all rows
 *     team/members.json   what was said about members
 */
import { z } from '../domain/base/zod.js';
import { LineLog, readLineFile } from './line-file.js';
import { Chains, type EncodedChains } from './sealing/chains.js';
import { StoredRow, type TeamFiles } from './team-files.js';

export const ReadPlace = z.strictObject({
  cursor: z.string().nullable(),
  /** As `Chains.encode`, without the hashes of rows. */
  chains: z.unknown(),
  /** Rows that cannot be taken in yet. */
  waiting: z.array(StoredRow).readonly(),
  /** When each device last changed something, by its own clock. */
  changedAt: z.record(z.string(), z.string()),
  faults: z.array(z.string()),
  /** When nothing of this library was left to share. */
  sharedAt: z.string().nullable(),
  /** What has come since the last checkpoint, and the bytes of that. */
  since: z.strictObject({
    rows: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    size: z.int().nonnegative()
  })
});
export type ReadPlace = z.infer<typeof ReadPlace>;

export interface WholePlace {
  readonly place: Omit<ReadPlace, 'chains'>;
  readonly chains: Chains;
  /** As `Members.encode`. */
  readonly members: unknown;
}

const HashLine = z.strictObject({
  device: z.string(),
  /** How many hashes of the device come before these. */
  at: z.int().nonnegative(),
  hashes: z.string()
});
type HashLine = z.infer<typeof HashLine>;

/** Letters of one hash. */
const letters = 8;
/** Bytes from which on the list of hashes is looked at, and how many times what it needs it may be. */
const tidyFrom = 64 * 1024;
const growth = 4;

export class PlaceFiles {
  readonly #files: TeamFiles;
  #log: LineLog;
  /** How many hashes of each device are on the disk. */
  readonly #written = new Map<string, number>();

  constructor(files: TeamFiles) {
    this.#files = files;
    this.#log = new LineLog(files.rowsPath, 0, files.fs);
  }

  /** `null` where nothing was read yet, or what was is lost. */
  async read(): Promise<WholePlace | null> {
    const read = await this.#files.read('place', ReadPlace);
    const lines = await readLineFile(this.#files.rowsPath, this.#files.fs);
    this.#log = new LineLog(this.#files.rowsPath, lines?.end ?? 0, this.#files.fs);
    this.#written.clear();
    const members = await this.#files.read('members', z.object({}).loose());
    if (!read || !members) return null;
    const { chains: heads, ...place } = read;
    const hashes = hashesIn(lines?.lines ?? []);
    const chains = Chains.decode(filled(heads as EncodedChains, hashes));
    for (const [device] of hashes) {
      this.#written.set(device, chains.hashesBehind(device, 0).length / letters);
    }
    return { place, chains, members };
  }

  /** Resolves once it is safe on disk. @param members `null`: as they were written last */
  async write({ place, chains, members }: WholePlace): Promise<void> {
    const heads = chains.encode(false);
    const fresh = heads.chains.flatMap(({ device }): HashLine[] => {
      const at = this.#written.get(device) ?? 0;
      const hashes = chains.hashesBehind(device, at);
      return hashes === '' ? [] : [{ device, at, hashes }];
    });
    // What is not read back of these is read as of a checkpoint; more than the place tells is cut off.
    if (fresh.length > 0) await this.#log.add(...fresh);
    for (const { device, at, hashes } of fresh) {
      this.#written.set(device, at + hashes.length / letters);
    }
    await this.#tidy(chains, heads);
    // Facts from behind the place count as well: their rows are read once more.
    if (members !== null) await this.#files.write('members', members);
    await this.#files.write('place', { ...place, chains: heads } satisfies ReadPlace);
  }

  /** Makes the list of hashes short where most of it is not hashes: rows that come one by one add a line each. */
  async #tidy(chains: Chains, { chains: all }: EncodedChains): Promise<void> {
    const rows = [...this.#written.values()].reduce((sum, count) => sum + count, 0);
    if (this.#log.size < tidyFrom + rows * letters * growth) return;
    await this.#log.replace(() =>
      all.flatMap(({ device }): HashLine[] => {
        const hashes = chains.hashesBehind(device, 0);
        return hashes === '' ? [] : [{ device, at: 0, hashes }];
      })
    );
  }
}

function hashesIn(lines: readonly unknown[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { device, at, hashes } of z.array(HashLine).parse(lines)) {
    const there = found.get(device) ?? '';
    // Behind what a power cut has taken nothing is known.
    if (there.length >= at * letters) found.set(device, there.slice(0, at * letters) + hashes);
  }
  return found;
}

function filled(heads: EncodedChains, hashes: ReadonlyMap<string, string>): EncodedChains {
  const chains = heads.chains.map((chain) => {
    const length = (chain.n - chain.before) * letters;
    const found = (hashes.get(chain.device) ?? '').slice(0, length);
    return found.length === length ? { ...chain, hashes: found } : { ...chain, before: chain.n };
  });
  return { ...heads, chains };
}
