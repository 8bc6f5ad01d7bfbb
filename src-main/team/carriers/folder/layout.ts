/**
 * Where a shared folder keeps what, and its bytes. Pure.
 *
 *     standpoint-team-LIBRARY/
 *       team-library.json
 *       rows/DEVICE/000001.rows     lines, each with its checksum; only that device writes them
 *       files/NA/NAME-HASH          by name, and by the hash of what it holds
 *       files/NA/.standpoint-NAME-HASH   the same, as long as it is being put
 *
 * Whatever carries the folder from one computer to the next may bring a part of a file, an older one, or a
 * copy under another name. So a line counts only with its checksum, a row only in its turn, and a file only
 * with its hash.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from '../../../domain/base/zod.js';
import { checkedLine, checkedLines } from '../../../disk/checked-line.js';
import { type CarriedRow, mostFileBytes } from '../carrier.js';

/** The version of the layout that this program knows. */
export const folderVersion = 1;

const name = z.string().regex(/^[0-9a-f]{32}$/);

export const FolderHead = z.object({
  format: z.literal('standpoint-team-library'),
  version: z.int().positive(),
  /** The oldest version of which a program may know and still use this folder. */
  needs: z.int().positive(),
  library: name
});

/** The first line of every segment. */
const SegmentHead = z.object({
  format: z.literal('standpoint-rows'),
  device: name,
  /** The number of its first row. */
  first: z.int().positive()
});

const RowLine = z.strictObject({ n: z.int().positive(), topic: name, bytes: z.base64() });

/** Bytes from which a new segment is begun: some carry a file whole whenever it has changed. */
export const fullSegment = 1024 * 1024;

/** The most that is read of one: it is begun below a segment’s limit, and a last group of rows, or one large row, is added. */
export const segmentLimit = { most: 64 * 1024 * 1024, what: 'a file of rows' };
export const headLimit = { most: 64 * 1024, what: 'the head of a team library' };
export const fileLimit = { most: mostFileBytes, what: 'a shared file' };

export interface FolderLayout {
  readonly root: string;
  readonly head: string;
  readonly rows: string;
  readonly files: string;
}

export function layoutOf(path: string, library: string): FolderLayout {
  const root = join(path, `standpoint-team-${library}`);
  const at = (part: string) => join(root, part);
  return { root, head: at('team-library.json'), rows: at('rows'), files: at('files') };
}

export function rowsFile(layout: FolderLayout, device: string, segment: number): string {
  return join(layout.rows, device, `${String(segment).padStart(6, '0')}.rows`);
}

/** `null` for a copy, or whatever else lies there. */
export function rowsFileNumber(file: string): number | null {
  const digits = /^(\d{6,})\.rows$/.exec(file)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** As those name it that carry folders: the copy of one of two that were written at once. */
export function isClashingCopy(file: string): boolean {
  return /^\d{6,}.*conflict/i.test(file) && rowsFileNumber(file) === null;
}

/** The folder of a file, and how its name begins, whoever put it. */
export function filePlace(layout: FolderLayout, named: string): { folder: string; prefix: string } {
  return { folder: join(layout.files, named.slice(0, 2)), prefix: `${named}-` };
}

/** What it is called until it is whole: no file of the library, whoever brings it. */
export function begunName(name: string): string {
  return `.standpoint-${name}`;
}

export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

export function encodeSegmentHead(device: string, first: number): Uint8Array {
  return checkedLine({ format: 'standpoint-rows', device, first });
}

export function encodeRow({ n, topic, bytes }: CarriedRow): Uint8Array {
  return checkedLine({ n, topic, bytes: Buffer.from(bytes).toString('base64') });
}

export type SegmentLine =
  | { readonly kind: 'head'; readonly first: number }
  | { readonly kind: 'row'; readonly row: CarriedRow }
  /** Damaged, or it does not end yet. */
  | { readonly kind: 'bad'; readonly isWhole: boolean };

/** The lines from offset `from`, each with the offset behind it. After a bad one there may be more. */
export function* segmentLines(
  bytes: Buffer,
  device: string,
  from = 0
): Generator<SegmentLine & { readonly end: number }> {
  let at = from;
  for (const { payload, isWhole, end } of checkedLines(bytes, from)) {
    const row = RowLine.safeParse(payload);
    const head = SegmentHead.safeParse(payload);
    if (row.success) {
      const { n, topic, bytes: packed } = row.data;
      yield { kind: 'row', row: { device, n, topic, bytes: Buffer.from(packed, 'base64') }, end };
    } else if (head.success && head.data.device === device && at === 0) {
      yield { kind: 'head', first: head.data.first, end };
    } else yield { kind: 'bad', isWhole, end };
    at = end;
  }
}
