/** Reads the rows of one device out of a shared folder, each in its turn, from files that may be arriving just now. */
import { join } from 'node:path';
import { type FileSystem, ifThere, namesIn } from '../../../disk/file-system.js';
import type { CarriedRow } from '../carrier.js';
import {
  isClashingCopy,
  type FolderLayout,
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
  const isStuck = onwards.badFile !== null && onwards.rows.length === 0 && !onwards.isMore;
  if (!isStuck) return { ...onwards, fault: null };
  // A file that was put in the place of another, or shrank: the row that comes next is looked for anywhere.
  const again = await readFrom(layout, device, { ...beginning, n: from.n }, most, isFirst, fs);
  if (again.rows.length > 0 || again.isMore || again.badFile === null)
    return { ...again, fault: null };
  const fault = `The file ${again.badFile} is damaged, or is not the one that was there before. What ${device.slice(0, 8)} wrote after its row ${from.n} cannot be read until a whole one has arrived.`;
  return { ...onwards, fault };
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
    const bytes = await ifThere(fs.readFile(path));
    if (bytes !== null && bytes.length < at) badFile = path;
    for (const line of bytes === null ? [] : segmentLines(bytes, device, at)) {
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
    if (next === null) break;
    segment = next;
    at = 0;
    badFile = null;
  }
  return { rows, place: { segment, at, n }, isMore: false, badFile };
}

/**
 * The first of the later segments that begins with a row that is known, or with the one after it: so nothing
 * lies between. Those before it hold nothing, as where the disk was full. `null` for none.
 */
async function nextSegment(
  layout: FolderLayout,
  device: string,
  after: number,
  n: number,
  fs: FileSystem
): Promise<number | null> {
  const later = (await segmentsOf(layout, device, fs)).filter((each) => each > after);
  for (const segment of later) {
    const bytes = await ifThere(fs.readFile(rowsFile(layout, device, segment)));
    const [line] = bytes === null ? [] : segmentLines(bytes, device);
    if (line?.kind === 'head' && line.first <= n + 1) return segment;
  }
  return null;
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
    const bytes = await fs.readFile(rowsFile(layout, device, segment));
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
