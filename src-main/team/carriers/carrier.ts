/**
 * What keeps and hands out the sealed rows of a team library. A carrier knows nothing of what is in a
 * row, and can read none.
 *
 * Everything here throws an `ExpectedFailure` with a sentence and one of the codes of `CarrierFault`.
 * Nothing waits without an end, and whatever was broken off may simply be done again.
 */
import { ExpectedFailure } from '../../domain/base/result.js';

/**
 * - `carrier-away`: the same may succeed later: no server, no network, a folder that is not mounted.
 * - `carrier-refuses`: a person has to do something: rights, password, certificate.
 * - `carrier-full`: there is no room where the rows are kept.
 * - `row-conflict`: another row is held under this device and number: two programs write as one device.
 * - `row-gap`: a `RowGap`.
 * - `no-team-library`: the place is there, and no such library in it.
 * - `carrier-newer`: it was made by a newer program.
 * - `bad-address`: what was given is no address of a carrier.
 */
export type CarrierFault =
  | 'carrier-away'
  | 'carrier-refuses'
  | 'carrier-full'
  | 'row-conflict'
  | 'row-gap'
  | 'no-team-library'
  | 'carrier-newer'
  | 'bad-address';

/** An `ExpectedFailure` whose code the compiler knows. */
export function carrierFailure(code: CarrierFault, message: string): ExpectedFailure {
  return new ExpectedFailure(code, message);
}

/** Nothing was appended: the rows of this device go on at `held + 1`, as after the carrier was set back from a backup. */
export class RowGap extends ExpectedFailure {
  constructor(
    readonly device: string,
    /** The last row of the device that the carrier holds; 0 for none. */
    readonly held: number,
    place: string
  ) {
    super(
      'row-gap' satisfies CarrierFault,
      `${place} holds the rows of this device up to ${held} only, so later ones could not be added yet. They are kept here.`
    );
  }
}

export interface CarriedRow {
  /** 32 hexadecimal digits in lower case. */
  readonly device: string;
  /** Counts the rows of the device from 1, without gaps. */
  readonly n: number;
  /** 32 hexadecimal digits in lower case: a keyed hash, the same for all rows about one thing. */
  readonly topic: string;
  /** At most `mostRowBytes`. */
  readonly bytes: Uint8Array;
}

/** Says where a reader is. Opaque; only the carrier that gave it can read it. */
export type Cursor = string;

export interface RowPage {
  readonly rows: readonly CarriedRow[];
  readonly cursor: Cursor;
  /** Nothing more was there when this was read. */
  readonly isEnd: boolean;
  /**
   * The carrier was set back from a backup, or changed for another: rows may come again, and each device
   * should look what is `held` of it. Told once each time.
   */
  readonly isSetBack: boolean;
  /** What keeps rows from coming, in sentences: a damaged file, a copy that clashes. */
  readonly faults: readonly string[];
}

/** Told after each part, in bytes. */
export type FileProgress = (done: number, of: number) => void;

export interface Carrier {
  /** For people; holds no password. */
  readonly place: string;
  /**
   * Resolves once all are held durably. A row that is held already with these bytes is passed over; with
   * others: `row-conflict`. Throws `RowGap` where an earlier row of the device is missing. Of many rows
   * the first ones may be held when it throws.
   */
  append(rows: readonly CarriedRow[]): Promise<void>;
  /** The number of the last row of the device that is held; 0 for none. */
  held(device: string): Promise<number>;
  /**
   * Rows after `cursor` (null: from the beginning), each once; a row of a device never before an earlier
   * one of it. At most `mostBytes` in one answer, but at least one row where there is one.
   */
  read(cursor: Cursor | null, mostBytes?: number): Promise<RowPage>;
  /** All rows about one thing, in the order of `read`. */
  readTopic(topic: string): Promise<readonly CarriedRow[]>;
  /**
   * Keeps a file, which is not among the rows, by a name of 32 hexadecimal digits. Putting one that is
   * there changes nothing. Broken off, by `stop` too, it goes on where it was when the same bytes are put
   * again. Rejects with the reason of `stop`.
   */
  putFile(
    name: string,
    bytes: Uint8Array,
    onProgress?: FileProgress,
    stop?: AbortSignal
  ): Promise<void>;
  /** `null` where it is not there, or not whole yet. Rejects with the reason of `stop`. */
  getFile(name: string, onProgress?: FileProgress, stop?: AbortSignal): Promise<Uint8Array | null>;
  /** Names of files, in their order: the first thousand after this one (null: of all). One may not have arrived whole. */
  fileNames(after: string | null): Promise<readonly string[]>;
  /**
   * `onNews` is told soon, perhaps once too often, when there may be new rows, and once it can be told at
   * all. `onLost` is told when it cannot be told any more; it goes on trying, with pauses, until closed.
   */
  watch(onNews: () => void, onLost: (why: ExpectedFailure) => void): Watch;
  /** Ends all watches too. */
  close(): Promise<void>;
}

export interface Watch {
  close(): void;
}

/** Bytes of rows in one answer, unless asked for otherwise. */
export const usualPage = 1024 * 1024;
/** Bytes of one part of a file. */
export const filePart = 1024 * 1024;
/** Of files, in one answer. */
export const namesAtOnce = 1_000;
/** Bytes of one row. */
export const mostRowBytes = 32 * 1024 * 1024;
/** Bytes of one file: the largest original, sealed, has fewer. */
export const mostFileBytes = 256 * 1024 * 1024;

/** Devices, topics, libraries and names of files. */
export function isName(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Throws for what no caller may hand over: that is a bug, and no fault of the carrier. */
export function checkRows(rows: readonly CarriedRow[]): void {
  for (const { device, n, topic, bytes } of rows) {
    const isRight = isName(device) && isName(topic) && Number.isInteger(n) && n >= 1;
    if (!isRight || n > 0x7fffffff) throw new Error(`No row of a carrier: ${device} ${n} ${topic}`);
    if (bytes.length === 0 || bytes.length > mostRowBytes) {
      throw new Error(`A row may have 1 to ${mostRowBytes} bytes, not ${bytes.length}`);
    }
  }
}

export function checkFile(name: string, bytes: Uint8Array): void {
  if (!isName(name)) throw new Error(`No name of a file of a carrier: ${name}`);
  if (bytes.length > mostFileBytes) throw new Error(`A file may have up to ${mostFileBytes} bytes`);
}

/** In groups, in their order, of at most so many bytes and rows; a row that is larger makes a group. */
export function inBatches(
  rows: readonly CarriedRow[],
  most: number,
  mostRows: number
): CarriedRow[][] {
  const batches: CarriedRow[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const last = batches.at(-1);
    if (!last || size + row.bytes.length > most || last.length === mostRows) {
      batches.push([row]);
      size = row.bytes.length;
    } else {
      last.push(row);
      size += row.bytes.length;
    }
  }
  return batches;
}

/** What became of a row that is held with other bytes. */
export function rowConflict(device: string, n: number, place: string): ExpectedFailure {
  return carrierFailure(
    'row-conflict',
    `${place} holds another row ${n} of the device ${device.slice(0, 8)}: two programs write as one device, as after a library’s folder was copied. Nothing was changed there; let one of the two leave and join again.`
  );
}
