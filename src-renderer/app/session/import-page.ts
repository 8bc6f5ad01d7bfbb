/** What an import asks of the window. */
import type { DeskState } from '../../editor/desk/desk.svelte.js';
import { focusOnceDrawn, suggestionsFocus } from '../../editor/views/desk-commands.js';
import { commitField, isTextField } from '../../ui/is-text-field.js';
import { putInCollection } from '../../../src-main/domain/ledger/register.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { ImportPage } from './imports.js';
import type { RegisterDesk } from './register.svelte.js';

interface Leading {
  readonly lead: (to: (desk: DeskState) => null) => unknown;
}

/** `desk` tells which one is shown when it is asked. Counts what is typed from now on. */
export function importPage(
  desk: () => Leading | undefined,
  search: { query: string; collection: Id | null },
  register: Pick<RegisterDesk, 'register' | 'change'>
): ImportPage {
  let inputs = 0;
  const chosen = () => register.register.collections.find(({ id }) => id === search.collection);
  document.addEventListener('input', () => (inputs += 1), true);
  return {
    commitField,
    countOfInputs: () => inputs,
    collect: async (ids) => {
      const name = chosen()?.name;
      if (name === undefined || ids.length === 0) return null;
      return (await register.change((said) => putInCollection(said, name, ids))) ? name : null;
    },
    unhide: (id) => {
      search.query = '';
      if (!chosen()?.briefings.includes(id)) search.collection = null;
    },
    showSource: (id) =>
      void desk()?.lead((desk) => {
        desk.showSource(id, 'new');
        // The button that brought it would get the keys of the queue.
        if (!isTextField(document.activeElement)) focusOnceDrawn(document.body, suggestionsFocus);
        return null;
      })
  };
}
