/** What an import asks of the window. */
import type Desk from '../../editor/views/Desk.svelte';
import { commitField } from '../../ui/is-text-field.js';
import type { ImportPage } from './imports.js';

/** `desk` tells which one is shown when it is asked. Counts what is typed from now on. */
export function importPage(desk: () => Desk | undefined): ImportPage {
  let inputs = 0;
  document.addEventListener('input', () => (inputs += 1), true);
  return {
    commitField,
    countOfInputs: () => inputs,
    showSource: (id) =>
      void desk()?.lead((state) => {
        state.showSource(id, 'new');
        return null;
      })
  };
}
