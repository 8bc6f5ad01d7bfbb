/**
 * The library: all briefings of one person, a folder on disk. What may be done with it;
 * open-library.ts opens it.
 */
import type { OpenedBriefing } from '../domain/api.js';
import type { Briefing, Summary } from '../domain/briefing/briefing.js';
import type { Change } from '../domain/change/change.js';
import type { Register } from '../domain/ledger/register.js';
import type { Id, Moment } from '../domain/base/values.js';
import type { Restored } from '../domain/program/library-state.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { OpenVersion, Version, VersionKey, VersionKind } from '../domain/briefing/version.js';
import type { Deleted } from './versions/bin.js';
import type { FileSystem } from '../disk/file-system.js';
import type { Author } from '../domain/briefing/author.js';
import type { KeptRegister } from './register.js';
import type { Finding } from './finding.js';
import type { Written } from './backup/write-backup.js';

export interface LibraryOptions {
  /** Takes no lock and writes nothing, so that a library that is open elsewhere can be read. */
  readonly readOnly?: boolean;
  /** Makes the library also in a folder that holds other things, which stay as they are. */
  readonly amongOthers?: boolean;
  readonly fs?: FileSystem;
  readonly now?: () => Date;
  /** Who works on it, for the versions that are kept; nobody if not given. */
  readonly author?: () => Author | null;
  /** Told of each finding as it is made. */
  readonly onFinding?: (finding: Finding) => void;
}

/** A text as the source of a briefing. */
export interface HeldText {
  readonly id: Id;
  readonly title: string;
  readonly importedAt: Moment;
}

/**
 * Expected failures are thrown as `ExpectedFailure`: `no-briefing`, `stale-revision`,
 * `read-only-library`, `disk-full` and others, each with a sentence. After a failure the
 * library holds the state from before the call.
 */
export interface Library {
  /** The folder's canonical path. */
  readonly folder: string;
  /** True when this opening made the library. */
  readonly isNew: boolean;
  readonly readOnly: boolean;
  /** What was found damaged or mended since the library was opened, oldest first. */
  readonly findings: readonly Finding[];
  /** Latest change first. Briefings that cannot be read are left out, and are in `findings`. */
  list(): Promise<readonly Summary[]>;
  /** Which revision each briefing is at, without reading it. Those in the bin are left out. */
  revisions(): Promise<ReadonlyMap<Id, number>>;
  /** The samples that the library began with and that nobody has touched. */
  untouchedSamples(): Promise<ReadonlySet<Id>>;
  /** Resolves once the briefing and its texts are safe on disk, at revision 1. */
  create(briefing: Briefing, texts: Readonly<Record<TextHash, string>>): Promise<void>;
  /** As `create`, of a sample that the library begins with: as long as nobody touches it, it makes way for what a backup brings. */
  createSample(briefing: Briefing, texts: Readonly<Record<TextHash, string>>): Promise<void>;
  /** Keeps texts for sources that a later `save` brings. */
  addTexts(texts: Readonly<Record<TextHash, string>>): Promise<void>;
  /** Keeps files that texts were read from, for sources that a later `create` or `save` brings. */
  addOriginals(originals: Readonly<Record<TextHash, Uint8Array>>): Promise<void>;
  /** Those that lie here, whole or damaged. */
  originals(): Promise<ReadonlySet<TextHash>>;
  /** The bytes of such a file; `null` when they are damaged or missing, which is in `findings` then. */
  readOriginal(hash: TextHash): Promise<Uint8Array | null>;
  /** The briefing that has this text as a source, the one that was changed last of several; `null` for none. Those in the bin do not count. */
  heldBy(text: TextHash): Promise<HeldText | null>;
  /** A source whose text is damaged or missing has no entry in `texts`, and is in `findings`. */
  open(id: Id): Promise<OpenedBriefing>;
  /** As `open`, for its author to work on: before the next save changes it, what it holds is kept as a version. */
  visit(id: Id): Promise<OpenedBriefing>;
  /**
   * Returns the new revision once the change is safe on disk. Fails with `stale-revision` when `baseRevision`
   * is not the latest. `modifiedAt` is given for a change that was made elsewhere, so that two libraries
   * hold the same moment; without it, it is now.
   */
  save(id: Id, baseRevision: number, change: Change, modifiedAt?: Moment): Promise<number>;
  /** Moves the briefing to the bin, from where `restore` brings it back. */
  delete(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  /** What is in the bin, latest deletion first. */
  deleted(): Promise<readonly Deleted[]>;
  /** Removes briefings from the bin with their versions, without a way back. Those that are not in it are passed over. */
  removeForGood(ids: readonly Id[]): Promise<void>;
  /**
   * To be called once at every start, when there is time: clears up what interrupted imports left, and
   * removes for good what has lain in the bin for 30 days. Returns how many briefings that were.
   */
  tidy(): Promise<number>;
  /** The versions that are kept of a briefing, newest first. Damaged ones are left out, and are in `findings`. */
  versions(id: Id): Promise<readonly Version[]>;
  /** Keeps a briefing as it is now. */
  keepVersion(id: Id, kind: VersionKind, name: string): Promise<Version>;
  /**
   * Keeps what `change` would make of the briefing, which stays as it is: a state that was undone.
   * Fails with `stale-revision` like a save.
   */
  keepUndone(id: Id, baseRevision: number, change: Change, name: string): Promise<Version>;
  /** Throws `no-version` or `damaged-version`. */
  openVersion(id: Id, key: VersionKey): Promise<OpenVersion>;
  /** Gives the briefing the content of a version, after keeping what it was before. Returns the new revision. */
  restoreVersion(id: Id, baseRevision: number, key: VersionKey): Promise<number>;
  /** Makes a briefing of its own of a version. */
  copyVersion(id: Id, key: VersionKey): Promise<Id>;
  register(): Promise<KeptRegister>;
  /** Returns the new revision once it is safe on disk. Fails with `stale-revision` when `baseRevision` is not the latest. */
  saveRegister(baseRevision: number, register: Register): Promise<number>;
  /** Writes one archive of everything to `target`, which `restoreBackup` of any library reads. Stopped, it leaves nothing. */
  backUp(target: string, stop?: AbortSignal): Promise<Written>;
  /**
   * Takes in what an archive holds. Nothing here is overwritten: of a briefing that has changed since, the
   * archived state is kept as a version. Only samples that nobody has touched make way: for the archive's
   * briefing of their id and, where the library holds nothing else of its own, for good. Throws
   * `not-a-backup` before anything is changed. Stopped, it keeps what came in; done again, it goes on.
   */
  restoreBackup(source: string, stop?: AbortSignal): Promise<Restored>;
  /** Reads and verifies every file. With `repair` it also mends what it can; nothing is thrown away. */
  check(repair?: boolean): Promise<readonly Finding[]>;
  /** Brings every file up to date and empties the log; the library does so by itself when it has time. */
  checkpoint(): Promise<void>;
  /** Waits for what is being written, then lets go of the library. */
  close(): Promise<void>;
}
