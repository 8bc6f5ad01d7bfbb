/** Reads the rows of one device out of a shared folder, each in its turn, from files that may be arriving just now. */
import { join } from 'node:path';
import { type FileSystem, ifThere, namesIn } from '../../../disk/file-system.js';
import { isUnfit, readUntold } from '../../../disk/regular-file.js';
import type { CarriedRow } from '../carrier.js';
import {
  isClashingCopy,
  type FolderLayout,
  segmentLimit,
  segmentLines,
  rowsFileNumber,
  rowsFile
} from './layout.js';

/** Behind the last row that was read. */
export interface RowPlace {
  readonly segment: number;
  /** Offset of the next line. */
  readonly at: number;
  /** The last row that was read; 0 for none. */
  readonly n: number;
}

export const beginning: RowPlace = { segment: 1, at: 0, n: 0 };

interface RowsOfDevice {
  readonly rows: readonly CarriedRow[];
  readonly place: RowPlace;
  /** There was no room for the next row. */
  readonly isMore: boolean;
  readonly fault: string | null;
}

/** Those who may have written the same file by two hands. */
export async function clashingCopies(
  layout: FolderLayout,
  device: string,
  fs: FileSystem
): Promise<readonly string[]> {
  return (await namesIn(join(layout.rows, device), fs)).filter(isClashingCopy);
}

/**
 * @param most bytes of rows
 * @param isFirst a row may have more than `most`
 */
export async function readDevice(
  layout: FolderLayout,
  device: string,
  from: RowPlace,
  most: number,
  isFirst: boolean,
  fs: FileSystem
): Promise<RowsOfDevice> {
  const onwards = await readFrom(layout, device, from, most, isFirst, fs);
  if (onwards.badFile === null || onwards.isMore) return { ...onwards, fault: null };
  if (onwards.rows.length > 0) return { ...onwards, fault: faultOf(onwards, device) };
  // A file that was put in the place of another, or shrank: the row that comes next is looked for anywhere.
  const again = await readFrom(layout, device, { ...beginning, n: from.n }, most, isFirst, fs);
  if (again.rows.length > 0 || again.isMore || again.badFile === null)
    return { ...again, fault: null };
  return { ...onwards, fault: faultOf(again, device) };
}

function faultOf({ badFile, place }: { badFile: string | null; place: RowPlace }, device: string) {
  return `The file ${badFile} is damaged, or is not the one that was there before. What ${device.slice(0, 8)} wrote after its row ${place.n} cannot be read until a whole one has arrived.`;
}

async function readFrom(
  layout: FolderLayout,
  device: string,
  from: RowPlace,
  most: number,
  isFirst: boolean,
  fs: FileSystem
) {
  const rows: CarriedRow[] = [];
  let { segment, at, n } = from;
  let room = most;
  let badFile: string | null = null;
  for (;;) {
    const path = rowsFile(layout, device, segment);
    const bytes = await readSegment(path, fs);
    if (bytes === 'unfit' || (bytes !== null && bytes.length < at)) badFile = path;
    for (const line of bytes instanceof Buffer ? segmentLines(bytes, device, at) : []) {
      const isNext = line.kind === 'row' && line.row.n === n + 1;
      const isKnown = line.kind === 'head' || (line.kind === 'row' && line.row.n <= n);
      if (!isNext && !isKnown) {
        // One that does not end is about to arrive.
        if (line.kind === 'row' || line.isWhole) badFile = path;
        break;
      }
      if (isNext) {
        const size = line.row.bytes.length;
        const fits = size <= room || (isFirst && rows.length === 0);
        if (!fits) return { rows, place: { segment, at, n }, isMore: true, badFile: null };
        rows.push(line.row);
        room -= size;
        n += 1;
      }
      at = line.end;
    }
    const next = await nextSegment(layout, device, segment, n, fs);
    if (next.segment === null) {
      badFile ??= next.unfit;
      break;
    }
    segment = next.segment;
    at = 0;
    badFile = null;
  }
  return { rows, place: { segment, at, n }, isMore: false, badFile };
}

/**
 * The first of the later segments that begins with a row that is known, or with the one after it: so nothing
 * lies between. Those before it hold nothing, as where the disk was full. `segment` is `null` where there is
 * none, and `unfit` names what is then in the place of a segment and is no file.
 */
async function nextSegment(
  layout: FolderLayout,
  device: string,
  after: number,
  n: number,
  fs: FileSystem
): Promise<{ readonly segment: number | null; readonly unfit: string | null }> {
  const later = (await segmentsOf(layout, device, fs)).filter((each) => each > after);
  let unfit: string | null = null;
  for (const segment of later) {
    const path = rowsFile(layout, device, segment);
    const bytes = await readSegment(path, fs);
    if (bytes === 'unfit') unfit ??= path;
    const [line] = bytes instanceof Buffer ? segmentLines(bytes, device) : [];
    if (line?.kind === 'head' && line.first <= n + 1) return { segment, unfit: null };
  }
  return { segment: null, unfit };
}

/** `null` where nothing is there; `unfit` where that is no file, or larger than any of ours. */
async function readSegment(path: string, fs: FileSystem): Promise<Buffer | 'unfit' | null> {
  try {
    return await ifThere(readUntold(path, segmentLimit, fs));
  } catch (error) {
    if (isUnfit(error)) return 'unfit';
    throw error;
  }
}

/** In their order. */
async function segmentsOf(
  layout: FolderLayout,
  device: string,
  fs: FileSystem
): Promise<readonly number[]> {
  const names = await namesIn(join(layout.rows, device), fs);
  const numbers = names.map(rowsFileNumber).filter((number) => number !== null);
  return numbers.sort((a, b) => a - b);
}

export interface Tail {
  /** The newest segment; 0 for none. */
  readonly segment: number;
  /** Bytes of it. */
  readonly size: number;
  /** The last row; 0 for none. */
  readonly n: number;
  /** More may be appended to that segment. */
  readonly isWhole: boolean;
}

/** Where the rows of a device end. */
export async function tailOf(layout: FolderLayout, device: string, fs: FileSystem): Promise<Tail> {
  const segments = await segmentsOf(layout, device, fs);
  const newest = segments.at(-1) ?? 0;
  let end: Pick<Tail, 'size' | 'isWhole'> | null = null;
  for (const segment of segments.toReversed()) {
    const bytes = await readUntold(rowsFile(layout, device, segment), segmentLimit, fs);
    let n: number | null = null;
    let isWhole = true;
    for (const line of segmentLines(bytes, device)) {
      if (line.kind === 'head') n = line.first - 1;
      else if (line.kind === 'row' && n !== null && line.row.n <= n + 1)
        n = Math.max(n, line.row.n);
      else {
        isWhole = false;
        break;
      }
    }
    end ??= { size: bytes.length, isWhole: isWhole && n !== null };
    if (n !== null) return { segment: newest, n, ...end };
  }
  return { segment: newest, n: 0, ...(end ?? { size: 0, isWhole: false }) };
}

/** A row that is there already; `null` where it is damaged. */
export async function findRow(
  layout: FolderLayout,
  device: string,
  n: number,
  fs: FileSystem
): Promise<CarriedRow | null> {
  const { rows } = await readFrom(layout, device, { ...beginning, n: n - 1 }, 0, true, fs);
  return rows[0] ?? null;
}
