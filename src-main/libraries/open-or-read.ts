/** Opens the library for the window; where it cannot be written to, for reading, which is better than nothing. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Library, LibraryOptions } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';

export interface Opened {
  readonly library: Library;
  /** For the person: why it is open for reading only; `null` when it is not. */
  readonly onlyRead: string | null;
}

const readable: ReadonlySet<string> = new Set([
  'library-in-use',
  'read-only-disk',
  'no-permission',
  'newer-library'
]);

/** Throws why it cannot be opened at all. */
export async function openOrRead(
  folder: string,
  options: Pick<LibraryOptions, 'onFinding' | 'amongOthers'> = {}
): Promise<Opened> {
  try {
    return { library: await openLibrary(folder, options), onlyRead: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || !readable.has(error.code)) throw error;
    const library = await openLibrary(folder, { ...options, readOnly: true }).catch(() => {
      throw error;
    });
    return { library, onlyRead: `${error.message} Here it is open for reading only.` };
  }
}
