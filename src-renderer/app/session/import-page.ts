/** What an import asks of the window. */
import type { DeskState } from '../../editor/desk/desk.svelte.js';
import { commitField } from '../../ui/is-text-field.js';
import type { ImportPage } from './imports.js';

interface Leading {
  readonly lead: (to: (desk: DeskState) => null) => unknown;
}

/** `desk` tells which one is shown when it is asked. Counts what is typed from now on. */
export function importPage(desk: () => Leading | undefined): ImportPage {
  let inputs = 0;
  document.addEventListener('input', () => (inputs += 1), true);
  return {
    commitField,
    countOfInputs: () => inputs,
    showSource: (id) =>
      void desk()?.lead((desk) => {
        desk.showSource(id, 'new');
        return null;
      })
  };
}
