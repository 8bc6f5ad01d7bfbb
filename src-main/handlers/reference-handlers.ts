/** What the window may ask of files with references: main asks for one and reads it, the page takes it in. */
import { noText } from '../domain/briefing/source.js';
import { referenceFormats } from '../domain/references/formats.js';
import type { Handlers } from '../edge/answer-calls.js';
import { chooseFile } from '../edge/dialogs.js';
import type { Program } from './program.js';
import { readReferencesText } from './read-exchanged.js';

export function referenceHandlers({ window, library }: Program): Pick<Handlers, 'references.read'> {
  return {
    'references.read': async () => {
      const endings = referenceFormats.flatMap(({ reads }) => reads);
      const path = await chooseFile(window(), 'Import references', 'References', endings);
      if (path === null) return null;
      const file = await readReferencesText(path);
      // Sources without a text name this one.
      await library.addTexts({ [noText]: '' });
      return file;
    }
  };
}
