/**
 * What is known of each shared briefing: one file a briefing, which only grows. Its lines tell the changes
 * in the order in which they came, and which revision of the library's briefing held which of them.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Id } from '../domain/base/values.js';
import { canonicalJson } from '../domain/merge/canonical-json.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { SharedBriefing } from '../domain/team/shared-briefing.js';
import { type KnownChanges, TeamChange } from '../domain/team/team-change.js';
import { z } from '../domain/base/zod.js';
import type { FileSystem } from '../disk/file-system.js';
import { ensureFolder } from '../disk/write-durably.js';
import { appendLines, readLineFile } from './line-file.js';

const Line = z.union([
  z.strictObject({ changes: z.array(TeamChange).readonly() }),
  z.strictObject({
    /** The revision of the library's briefing that held what had been told so far, or what `known` counts; 0 for one in the bin. */
    held: z.int().nonnegative(),
    known: z.record(z.string(), z.int()).optional()
  }),
  z.strictObject({
    /** Revision `from` of the library is about to be followed by one that holds all told so far. */
    taking: z.strictObject({ from: z.int(), hash: z.string() })
  }),
  /** How many of this device's changes the carrier has. */
  z.strictObject({ sent: z.int() })
]);
export type SharedLine = z.infer<typeof Line>;

/** As the lines of its file tell it. */
export interface SharedRecord {
  readonly shared: SharedBriefing;
  /** `null` where the library has never held it. */
  readonly held: { readonly revision: number; readonly known: KnownChanges } | null;
  readonly taking: { readonly from: number; readonly hash: string } | null;
  readonly sent: number;
}

interface Kept {
  readonly record: SharedRecord;
  /** Bytes of the file that are good. */
  readonly end: number;
}

/** Nothing is known of it yet. */
const unknown: SharedRecord = { shared: SharedBriefing.empty, held: null, taking: null, sent: 0 };

/** Records that are kept at hand. */
const mostKept = 64;

export class SharedFiles {
  readonly #folder: string;
  readonly #fs: FileSystem;
  readonly #onDamage: (id: Id) => void;
  readonly #kept = new Map<Id, Kept>();

  /** @param onDamage is told of a file that the disk has harmed; what it held before the damage counts. */
  constructor(folder: string, fs: FileSystem, onDamage: (id: Id) => void) {
    this.#folder = folder;
    this.#fs = fs;
    this.#onDamage = onDamage;
  }

  async read(id: Id): Promise<SharedRecord> {
    return (await this.#load(id)).record;
  }

  /** Resolves once the lines are safe on disk. */
  async add(id: Id, ...lines: readonly SharedLine[]): Promise<SharedRecord> {
    const { record, end } = await this.#load(id);
    await ensureFolder(join(this.#folder, 'b'), this.#fs);
    const next = {
      record: lines.reduce(follow, record),
      end: await appendLines(this.#path(id), end, lines, this.#fs)
    };
    this.#keep(id, next);
    return next.record;
  }

  async #load(id: Id): Promise<Kept> {
    const kept = this.#kept.get(id) ?? (await this.#readFile(id));
    this.#keep(id, kept);
    return kept;
  }

  async #readFile(id: Id): Promise<Kept> {
    const read = await readLineFile(this.#path(id), this.#fs);
    if (!read) return { record: unknown, end: 0 };
    if (read.isDamaged) this.#onDamage(id);
    return { record: z.array(Line).parse(read.lines).reduce(follow, unknown), end: read.end };
  }

  #keep(id: Id, kept: Kept): void {
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
  }

  #path(id: Id): string {
    const shard = createHash('sha256').update(id).digest('hex').slice(0, 2);
    return join(this.#folder, 'b', shard, `${id}.log`);
  }
}

function follow(record: SharedRecord, line: SharedLine): SharedRecord {
  if ('changes' in line) return { ...record, shared: record.shared.with(line.changes) };
  if ('sent' in line) return { ...record, sent: line.sent };
  if ('taking' in line) return { ...record, taking: line.taking };
  const held = { revision: line.held, known: line.known ?? record.shared.known };
  return { ...record, held, taking: null };
}

/** Tells two states of a briefing apart, whenever they were saved. */
export function contentHash(briefing: Briefing): string {
  const text = canonicalJson({ ...briefing, modifiedAt: '' });
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
