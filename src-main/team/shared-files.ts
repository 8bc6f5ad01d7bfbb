/**
 * What is known of each shared briefing: one file a briefing. Its lines tell the changes in the order in
 * which they came, and which revision of the library's briefing held which of them. Where this library
 * began with a checkpoint, that is what the lines go on from; and a file that has grown long is folded.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { holdSameContent } from '../domain/merge/merge-briefings.js';
import { HistoryNeeded } from '../domain/team/history-needed.js';
import { SharedBriefing } from '../domain/team/shared-briefing.js';
import { type KnownChanges, TeamChange } from '../domain/team/team-change.js';
import { z } from '../domain/base/zod.js';
import type { FileSystem } from '../disk/file-system.js';
import { ensureFolder } from '../disk/write-durably.js';
import { appendLines, readLineFile, replaceLines } from './line-file.js';

const Line = z.union([
  z.strictObject({ changes: z.array(TeamChange).readonly() }),
  z.strictObject({
    /** The revision of the library's briefing that held what had been told so far, or what `known` counts; 0: it was not in use. */
    held: z.int().nonnegative(),
    known: z.record(z.string(), z.int()).optional()
  }),
  /** How many of this device's changes the carrier has. */
  z.strictObject({ sent: z.int() }),
  /** All that was told until here, in one: what `SharedBriefing.encode` makes. */
  z.strictObject({ shared: z.unknown(), late: z.array(TeamChange).readonly() })
]);
export type SharedLine = z.infer<typeof Line>;

/** As the lines of its file tell it. */
export interface SharedRecord {
  readonly shared: SharedBriefing;
  /** `null` where the library has never held it. */
  readonly held: { readonly revision: number; readonly known: KnownChanges } | null;
  readonly sent: number;
  /** Changes that count before what was folded, or what could not be read: `unfold` takes them in. */
  readonly late: readonly TeamChange[];
  /** What this library began with could not be read: `unfold` makes it again. */
  readonly isBroken: boolean;
}

/** The checkpoint that a library began with. */
export interface SharedBase {
  /**
   * `null` where it does not hold the briefing. Throws an `ExpectedFailure` where that is damaged.
   * @param wasRead whether it was read before, so that its form is known to be right
   */
  read(id: Id, wasRead: boolean): Promise<SharedBriefing | null>;
}

export interface SharedFilesNeeds {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly device: string;
  readonly base: SharedBase;
  /** The revision of the library that was shared last. */
  readonly lastSeen: (id: Id) => number | null;
  /** Told of a file that the disk has harmed; what it held before the damage counts. */
  readonly onDamage: (id: Id) => void;
}

interface Kept {
  readonly record: SharedRecord;
  /** Bytes of the file that are good. */
  readonly end: number;
  /** Bytes of it when it was folded last. */
  readonly folded: number;
}

/** Nothing is known of it yet. */
const unknown: SharedRecord = {
  shared: SharedBriefing.empty,
  held: null,
  sent: 0,
  late: [],
  isBroken: false
};

/** Records that are kept at hand. */
const mostKept = 64;
/** Bytes from which on a file is folded, once it has grown to so many times what it was. */
const foldFrom = 256 * 1024;
const growth = 4;
/** Changes that are not folded, so that one which comes a little late needs no history. */
const keptChanges = 128;

export class SharedFiles {
  readonly #needs: SharedFilesNeeds;
  readonly #kept = new Map<Id, Kept>();

  constructor(needs: SharedFilesNeeds) {
    this.#needs = needs;
  }

  async read(id: Id): Promise<SharedRecord> {
    return (await this.#load(id)).record;
  }

  /** Resolves once the lines are safe on disk. */
  async add(id: Id, ...lines: readonly SharedLine[]): Promise<SharedRecord> {
    const { record, end, folded } = await this.#load(id);
    const isBegun = end === 0 && record.held !== null;
    const all = isBegun ? [heldLine(record.held), ...lines] : lines;
    if (end === 0) await ensureFolder(join(this.#needs.folder, 'b'), this.#needs.fs);
    const next = {
      record: lines.reduce(follow, record),
      end: await appendLines(this.#path(id), end, all, this.#needs.fs),
      folded
    };
    this.#keep(id, next);
    return next.record;
  }

  /** That this revision of the library holds all that is known. */
  async hold(id: Id, revision: number): Promise<SharedRecord> {
    const kept = await this.#load(id);
    const { shared } = kept.record;
    // Told in numbers where what they go on from lies elsewhere, and could be lost.
    const line = heldLine({ revision, known: shared.known }, shared.isFolded);
    // Of what a checkpoint brought nothing needs to be written: the list of what was seen tells it.
    if (kept.end > 0 || !shared.isFolded) return this.add(id, line);
    const record = follow(kept.record, line);
    this.#keep(id, { ...kept, record });
    return record;
  }

  /**
   * Takes in what waits for the history, `history` being all changes that the carrier has of the briefing.
   * Returns whether they make what had been folded. Throws `history-not-here` where some are missing.
   */
  async unfold(id: Id, history: readonly TeamChange[]): Promise<boolean> {
    const { record } = await this.#load(id);
    const { shared, late } = record;
    let whole: SharedBriefing;
    try {
      whole = shared.withHistory([...history, ...late]);
    } catch (error) {
      if (!(error instanceof HistoryNeeded)) throw error;
      throw new ExpectedFailure(
        'history-not-here',
        'A change rests on older ones that have not arrived here. It waits; what you have stays as it is.'
      );
    }
    const isAsFolded = isSame(whole.at(shared.known), shared);
    const held = withOwn(record.held, whole, this.#needs.device);
    await this.#rewrite(id, { ...record, held, shared: whole, late: [], isBroken: false });
    return isAsFolded || record.isBroken;
  }

  /** Makes the file of a briefing short where it has grown long, and the library holds all of it. */
  async tidy(id: Id): Promise<void> {
    const { record, end, folded } = await this.#load(id);
    const { shared, sent, late, isBroken } = record;
    const isSettled = late.length === 0 && !isBroken && shared.waiting === 0 && isUpToDate(record);
    const isSent = sent >= (shared.known[this.#needs.device] ?? 0);
    if (end < foldFrom || end < folded * growth || !isSettled || !isSent) return;
    const short = shared.folded(keptChanges);
    const isShorter =
      short !== shared &&
      sumOf(short.known) === sumOf(shared.known) &&
      JSON.stringify(short.encode()).length * 2 < end;
    if (isShorter) await this.#rewrite(id, { ...record, shared: short });
    // Looked at again once it is much longer.
    else this.#keep(id, { record, end, folded: end });
  }

  async #rewrite(id: Id, record: SharedRecord): Promise<void> {
    const { shared, held, sent, late } = record;
    const lines: SharedLine[] = [{ shared: shared.encode(), late }, { sent }];
    if (held) lines.push(heldLine(held));
    await ensureFolder(join(this.#needs.folder, 'b'), this.#needs.fs);
    const end = await replaceLines(this.#path(id), lines, this.#needs.fs);
    this.#keep(id, { record, end, folded: end });
  }

  async #load(id: Id): Promise<Kept> {
    const kept = this.#kept.get(id) ?? (await this.#readFile(id));
    this.#keep(id, kept);
    return kept;
  }

  async #readFile(id: Id): Promise<Kept> {
    const { fs, onDamage } = this.#needs;
    const read = await readLineFile(this.#path(id), fs);
    if (read?.isDamaged) onDamage(id);
    const lines = z.array(Line).parse(read?.lines ?? []);
    const [first] = lines;
    const isFolded = first !== undefined && 'shared' in first;
    const start = isFolded ? unknown : await this.#begin(id);
    const end = read?.end ?? 0;
    const held = end === 0 && start.shared.isFolded ? this.#needs.lastSeen(id) : null;
    const begun = held === null ? start : follow(start, { held });
    const record = followAll(begun, lines);
    return {
      record: read?.isDamaged ? { ...record, isBroken: true } : record,
      end,
      folded: isFolded ? (read?.first ?? 0) : 0
    };
  }

  async #begin(id: Id): Promise<SharedRecord> {
    const { base, device, lastSeen } = this.#needs;
    try {
      const shared = await base.read(id, lastSeen(id) !== null);
      // What a checkpoint holds has been handed over.
      return shared ? { ...unknown, shared, sent: shared.known[device] ?? 0 } : unknown;
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      return { ...unknown, isBroken: true };
    }
  }

  #keep(id: Id, kept: Kept): void {
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
  }

  #path(id: Id): string {
    const shard = createHash('sha256').update(id).digest('hex').slice(0, 2);
    return join(this.#needs.folder, 'b', shard, `${id}.log`);
  }
}

/** As the lines tell it in turn. Changes of several lines are taken in together, in a part of the time. */
function followAll(begun: SharedRecord, lines: readonly SharedLine[]): SharedRecord {
  const counts = new Set(['held', 'sent'].map((what) => lines.findLast((line) => what in line)));
  const together: (SharedLine | { changes: TeamChange[] })[] = [];
  for (const line of lines) {
    const before = together.at(-1);
    if (!('changes' in line)) {
      // Of those that say how far library or carrier were, the last one counts.
      if ('shared' in line || counts.has(line)) together.push(line);
    } else if (before && 'changes' in before) {
      (before.changes as TeamChange[]).push(...line.changes);
    } else together.push({ changes: [...line.changes] });
  }
  const record = together.reduce<SharedRecord>(follow, begun);
  // Which of them came too late for what was folded, they tell one by one.
  return record.late.length > begun.late.length ? lines.reduce(follow, begun) : record;
}

function follow(record: SharedRecord, line: SharedLine): SharedRecord {
  if ('changes' in line) {
    try {
      if (record.isBroken) throw new HistoryNeeded();
      return { ...record, shared: record.shared.with(line.changes) };
    } catch (error) {
      if (!(error instanceof HistoryNeeded)) throw error;
      return { ...record, late: [...record.late, ...line.changes] };
    }
  }
  if ('sent' in line) return { ...record, sent: line.sent };
  if ('shared' in line) {
    const shared = SharedBriefing.decode(line.shared);
    return { ...record, shared, late: line.late, isBroken: false };
  }
  return { ...record, held: { revision: line.held, known: line.known ?? record.shared.known } };
}

function heldLine(held: SharedRecord['held'], withKnown = true): SharedLine & { held: number } {
  const { revision, known } = held ?? { revision: 0, known: {} };
  return { held: revision, ...(withKnown && { known }) };
}

/** The library held its own changes, with all that they knew: also where its file has lost them. */
function withOwn(
  held: SharedRecord['held'],
  { changes }: SharedBriefing,
  device: string
): SharedRecord['held'] {
  const own = changes.filter((change) => change.device === device);
  const last = own.reduce<TeamChange | null>((a, b) => (a && a.n > b.n ? a : b), null);
  if (!last) return held;
  const known: Record<string, number> = { ...held?.known };
  for (const [each, n] of Object.entries({ ...last.base, [device]: last.n })) {
    known[each] = Math.max(known[each] ?? 0, n);
  }
  return { revision: held?.revision ?? 0, known };
}

/** Whether two states hold the same, whatever they were made of. */
function isSame(one: SharedBriefing, other: SharedBriefing): boolean {
  const [a, b] = [one.briefing, other.briefing];
  return one.isBinned === other.isBinned && (a && b ? holdSameContent(a, b) : a === b);
}

/** Whether the library held all that is known. */
export function isUpToDate({ held, shared }: SharedRecord): boolean {
  return held !== null && sumOf(held.known) === sumOf(shared.known);
}

function sumOf(known: KnownChanges): number {
  return Object.values(known).reduce((sum, n) => sum + n, 0);
}
