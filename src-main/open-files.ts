/** Files opened from outside the window: imported and shown, or held until the page listens. */
import { readArticleFile } from './article/read-article-file.js';
import type { WindowSurface } from './electron.js';
import { importAll } from './import-article.js';
import { tell } from './ipc.js';
import type { Library } from './store/library.js';

export interface OpenFiles {
  readonly open: (paths: readonly string[]) => void;
  readonly pageReady: () => void;
}

export function createOpenFiles(library: Library, window: () => WindowSurface | null): OpenFiles {
  let ready = false;
  let waiting: string[] = [];

  async function importAndShow(paths: readonly string[]): Promise<void> {
    const { ids, refused } = await importAll(
      library,
      paths.map((path) => () => readArticleFile(path))
    );
    const contents = window()?.webContents;
    if (!contents) return;
    for (const sentence of refused) tell(contents, 'notice', sentence);
    tell(contents, 'libraryChanged', null);
    const last = ids.at(-1);
    if (last) tell(contents, 'show', last);
  }

  function open(paths: readonly string[]): void {
    waiting.push(...paths);
    if (!ready || waiting.length === 0) return;
    importAndShow(waiting).catch((error: unknown) => console.error('Import failed.', error));
    waiting = [];
  }

  return {
    open,
    pageReady() {
      ready = true;
      open([]);
    }
  };
}
