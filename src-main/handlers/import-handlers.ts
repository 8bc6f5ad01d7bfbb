/** What the window may ask of importing: one file after the other, stopped on request. */
import { markdownOfClipboard } from '../article/read-article.js';
import { chooseArticles, pathOf, tokenFor } from '../edge/dialogs.js';
import type { WindowSurface } from '../edge/electron.js';
import { importBytes, importPath, importText } from '../import/import-file.js';
import type { Handlers } from '../edge/ipc.js';
import type { Library } from '../store/library.js';
import { WorkUnderWay } from './work-under-way.js';

interface Needs {
  readonly library: Library;
  readonly window: () => WindowSurface;
  /** Aborts when the system tells the program to end. */
  readonly ending: AbortSignal;
}

type ImportHandlers = Pick<
  Handlers,
  | 'article.choose'
  | 'article.importChosen'
  | 'article.importFile'
  | 'article.importText'
  | 'article.toMarkdown'
  | 'import.cancel'
>;

export function importHandlers({ library, window, ending }: Needs): ImportHandlers {
  const underWay = new WorkUnderWay(
    ending,
    'The import was cancelled. Nothing of this file was taken in.'
  );
  const options = (again: boolean) => ({ again, signal: underWay.begin() });
  return {
    'article.choose': async () => (await chooseArticles(window())).map(tokenFor),
    'article.importChosen': (_caller, token, again) =>
      importPath(library, pathOf(token), options(again)),
    'article.importFile': (_caller, name, bytes, again) =>
      importBytes(library, name, bytes, options(again)),
    'article.importText': (_caller, text, format, again) =>
      importText(library, text, format, options(again)),
    'article.toMarkdown': (_caller, html) => markdownOfClipboard(html),
    'import.cancel': () => {
      underWay.cancel();
      return null;
    }
  };
}
