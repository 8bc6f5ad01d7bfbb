/** What the window may ask of files with annotations: the page makes and reads their text, main asks where. */
import { basename } from 'node:path';
import { chooseAnnotations, chooseTarget, tokenFor } from '../edge/dialogs.js';
import { exchangeFormats } from '../domain/exchange/formats.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WindowSurface } from '../edge/electron.js';
import type { Handlers } from '../edge/ipc.js';
import { fileNameFor } from '../publish/file-name.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { readAnnotationsText } from './read-annotations-file.js';

/** `documents` is the folder that a save dialog offers first. */
export function annotationHandlers(
  window: () => WindowSurface,
  documents: string
): Pick<Handlers, 'annotations.write' | 'annotations.read'> {
  return {
    'annotations.write': async (_caller, title, ending, text) => {
      const format = exchangeFormats.find((known) => known.ending === ending);
      if (!format) throw new ExpectedFailure('unknown-format', `There is no format .${ending}.`);
      const suggestion = `${documents}/${fileNameFor(title)}.${ending}`;
      const target = await chooseTarget(window(), 'Export annotations', suggestion, {
        name: format.name,
        ending: ending.replace(/^.*\./, '')
      });
      if (target === null) return null;
      await writeAtomically(target, new TextEncoder().encode(text));
      return tokenFor(target);
    },
    'annotations.read': async () => {
      const endings = exchangeFormats.flatMap(({ reads }) => reads);
      const path = await chooseAnnotations(window(), endings);
      return path === null ? null : { name: basename(path), text: await readAnnotationsText(path) };
    }
  };
}
