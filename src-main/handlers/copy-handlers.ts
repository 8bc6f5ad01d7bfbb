/** What is open in the window and cannot be saved, written as a bundle to a place of the person's choice. */
import { chooseTarget, tokenFor } from '../edge/dialogs.js';
import { bundleSchema } from '../domain/briefing/bundle.js';
import { titleOf } from '../domain/briefing/briefing.js';
import type { WindowSurface } from '../edge/electron.js';
import type { Handlers } from '../edge/ipc.js';
import { bundleAsJson } from '../publish/bundle-json.js';
import { fileNameFor } from '../publish/file-name.js';
import { rescue } from './rescued.js';
import { writeAtomically } from '../disk/write-atomically.js';

/** `documents` is the folder that a save dialog offers first, `home` the program's own. */
export function copyHandlers(
  window: () => WindowSurface,
  documents: string,
  home: string
): Pick<Handlers, 'briefing.saveCopy' | 'briefing.rescue'> {
  return {
    'briefing.rescue': async (_caller, briefing, texts) => {
      await rescue(home, briefing, texts);
      return null;
    },
    'briefing.saveCopy': async (_caller, briefing, texts) => {
      const suggestion = `${documents}/${fileNameFor(titleOf(briefing))}.json`;
      const target = await chooseTarget(window(), 'Save a copy', suggestion, {
        name: 'Standpoint bundle',
        ending: 'json'
      });
      if (target === null) return null;
      const json = bundleAsJson({ schema: bundleSchema, briefing, texts });
      await writeAtomically(target, new TextEncoder().encode(json));
      return tokenFor(target);
    }
  };
}
