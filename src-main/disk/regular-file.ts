/**
 * How every file that a person names is opened for reading. It must be a regular file, which is asked
 * of what was opened: what stands under its name may be another by then. A pipe or a device could keep
 * us waiting for ever, or never end.
 */
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { disk, type FileSystem } from './file-system.js';

export interface ReadLimit {
  /** Bytes. */
  readonly most: number;
  /** Whose limit it is, for people, with an article: “a PDF”. */
  readonly what: string;
}

/** Windows knows no such flags. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
/** Bytes that are read at once from a file that says nothing of its size. */
const piece = 64 * 1024;

/**
 * The caller closes it. Throws an `ExpectedFailure` with a sentence (`not-found`, `unreadable`,
 * `is-a-folder`, `not-a-file`, `too-large`) for whatever keeps it from being read.
 */
export async function openRegularFile(path: string, limit: ReadLimit): Promise<FileHandle> {
  try {
    return await openUntold(path, limit);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** All of its bytes. Throws as `openRegularFile`. */
export async function readRegularFile(path: string, limit: ReadLimit): Promise<Buffer> {
  try {
    return await readUntold(path, limit);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * As `openRegularFile`, for a caller with sentences of its own: what the disk says is thrown as it is.
 * `isUnfit` knows the failures that remain.
 */
export async function openUntold(
  path: string,
  limit: ReadLimit,
  fs: FileSystem = disk
): Promise<FileHandle> {
  // Before it is opened too: to open a device may do something.
  refuse(path, await fs.stat(path), limit);
  const file = await fs.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    refuse(path, await file.stat(), limit);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}

/** As `readRegularFile`; throws as `openUntold`. */
export async function readUntold(
  path: string,
  limit: ReadLimit,
  fs: FileSystem = disk
): Promise<Buffer> {
  const file = await openUntold(path, limit, fs);
  try {
    return await readUpTo(file, limit.most);
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(path, limit) : error;
  } finally {
    await file.close();
  }
}

/** Whether something is there that is no file, or a larger one than is read. */
export function isUnfit(error: unknown): error is ExpectedFailure {
  return (
    error instanceof ExpectedFailure &&
    ['is-a-folder', 'not-a-file', 'too-large'].includes(error.code)
  );
}

/** By reading, not by its size: it may grow meanwhile, and those of the kernel say that they have none. Throws a RangeError beyond `most`. */
async function readUpTo(file: FileHandle, most: number): Promise<Buffer> {
  const { size } = await file.stat();
  const pieces: Buffer[] = [];
  let length = 0;
  // One byte more than it is said to have shows the end.
  for (let ask = size + 1; ; ask = piece) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(ask), 0, ask, null);
    if (bytesRead === 0)
      return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
    length += bytesRead;
    if (length > most) throw new RangeError();
    pieces.push(buffer.subarray(0, bytesRead));
  }
}

interface Kind {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

function refuse(path: string, kind: Kind, limit: ReadLimit): void {
  if (kind.isDirectory()) {
    throw new ExpectedFailure('is-a-folder', `${path} is a folder, not ${limit.what}.`);
  }
  if (!kind.isFile()) {
    throw new ExpectedFailure(
      'not-a-file',
      `${path} is a pipe, a device or a socket, not ${limit.what}.`
    );
  }
  if (kind.size > limit.most) throw tooLarge(path, limit, kind.size);
}

/** `size` in bytes, where it is known. */
export function tooLarge(path: string, { most, what }: ReadLimit, size?: number): ExpectedFailure {
  const has = size === undefined ? `more than ${inMegabytes(most)}` : inMegabytes(size);
  return new ExpectedFailure(
    'too-large',
    `${basename(path)} has ${has} MB; ${what} may have up to ${inMegabytes(most)} MB.`
  );
}

/** What the system says of a file, as a sentence; what is no such saying is given back as it is. */
function unreadable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error) || error instanceof ExpectedFailure) {
    return error;
  }
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedFailure('not-found', `There is no file ${path}.`);
    case 'EACCES':
    case 'EPERM':
      return new ExpectedFailure('unreadable', `You have no permission to read ${path}.`);
    // A socket, and a device that nothing is connected to.
    case 'ENXIO':
    case 'ENODEV':
      return new ExpectedFailure('not-a-file', `${path} is not a file.`);
    default:
      return new ExpectedFailure('unreadable', `${path} cannot be read (${String(error.code)}).`);
  }
}

/** Rounded up, so that what is just over the limit does not read as the limit itself. */
function inMegabytes(bytes: number): string {
  return String(Math.ceil(bytes / 100_000) / 10);
}
