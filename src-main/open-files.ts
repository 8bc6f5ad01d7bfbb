/** Files opened from outside the window: imported and shown, or held until the page listens. */
import type { WebContentsSurface } from './electron.js';
import { importPaths } from './import-paths.js';
import { tell } from './ipc.js';
import type { Library } from './store/library.js';

export interface OpenFiles {
  /** Also before the library is open: whoever asks first is not lost. */
  open(paths: readonly string[]): void;
  /** The library is open and the page listens: from now on files are imported as they come. */
  listen(library: Library, contents: () => WebContentsSurface | null): void;
}

export function createOpenFiles(): OpenFiles {
  let waiting: string[] = [];
  let take: ((paths: readonly string[]) => Promise<void>) | null = null;

  function open(paths: readonly string[]): void {
    waiting.push(...paths);
    if (!take || waiting.length === 0) return;
    take(waiting).catch((error: unknown) => console.error('Import failed.', error));
    waiting = [];
  }

  return {
    open,
    listen(library, contents) {
      take = (paths) => importAndShow(paths, library, contents);
      open([]);
    }
  };
}

async function importAndShow(
  paths: readonly string[],
  library: Library,
  contents: () => WebContentsSurface | null
): Promise<void> {
  const imported = await importPaths(library, paths);
  const { ids, refused, missing = [], mended = [], copies = [] } = imported;
  const page = contents();
  if (!page) return;
  for (const sentence of [...refused, ...missing, ...mended]) tell(page, 'notice', sentence);
  tell(page, 'libraryChanged', null);
  const last = ids.at(-1);
  if (last) tell(page, 'show', last);
  for (const copy of copies) tell(page, 'mergeCopy', copy);
}
