/** Opens the library that a command is about, and lets go of it in the end. */
import { resolve } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { libraryFolder } from '../store/location.js';
import { text, type Values } from './command.js';
import type { Io } from './io.js';

/** The caller closes it with `closeLibrary`. */
export function openNamed(values: Values, io: Io, access: 'read' | 'write'): Promise<Library> {
  const named = text(values, 'library');
  const folder = named === null ? libraryFolder(io.env) : resolve(io.folder, named);
  return openLibrary(folder, { readOnly: access === 'read' });
}

/** Tells on stderr what was found damaged. */
export async function closeLibrary(library: Library, io: Io): Promise<void> {
  for (const { message } of library.findings) io.err(`standpoint: ${message}`);
  await library.close();
}

export async function useLibrary<T>(
  values: Values,
  io: Io,
  access: 'read' | 'write',
  job: (library: Library) => Promise<T>
): Promise<T> {
  const library = await openNamed(values, io, access);
  try {
    return await job(library);
  } finally {
    await closeLibrary(library, io);
  }
}

/** Reads a library; `empty` is what to give, after a word on stderr, where none has been made yet. */
export async function readLibrary<T>(
  values: Values,
  io: Io,
  empty: T,
  job: (library: Library) => Promise<T>
): Promise<T> {
  try {
    return await useLibrary(values, io, 'read', job);
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'no-library')) throw error;
    io.err(`standpoint: ${error.message}`);
    return empty;
  }
}
