/** What the window may ask of files with annotations: the page makes and reads their text, main asks where. */
import { chooseFile } from '../edge/dialogs.js';
import { exchangeFormats } from '../domain/exchange/formats.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Handlers } from '../edge/answer-calls.js';
import { fileNameFor } from '../publish/file-name.js';
import { writeAtomically } from '../disk/write-atomically.js';
import { type Program, writeChosen } from './program.js';
import { readAnnotationsText } from './read-exchanged.js';

export function annotationHandlers(
  program: Program
): Pick<Handlers, 'annotations.write' | 'annotations.read'> {
  return {
    'annotations.write': async (title, ending, text) => {
      const format = exchangeFormats.find((known) => known.ending === ending);
      if (!format) throw new ExpectedFailure('unknown-format', `There is no format .${ending}.`);
      const filter = { name: format.name, ending: ending.replace(/^.*\./, '') };
      const name = `${fileNameFor(title)}.${ending}`;
      return writeChosen(program, 'Export annotations', name, filter, (target) =>
        writeAtomically(target, new TextEncoder().encode(text))
      );
    },
    'annotations.read': async () => {
      const endings = exchangeFormats.flatMap(({ reads }) => reads);
      const path = await chooseFile(program.window(), 'Import annotations', 'Annotations', endings);
      return path === null ? null : readAnnotationsText(path);
    }
  };
}
