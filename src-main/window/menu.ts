/** The native menu bar, from the table of commands. On the Chromium host the page draws it instead. */
import { factsOf, menus, type CommandId } from '../domain/commands.js';
import { keyOf, type ChosenKeys } from '../domain/keys.js';
import { Menu } from '../edge/electron.js';
import type { MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The clipboard works through roles: only the system knows which field has the focus. */
const clipboard: MenuItemConstructorOptions[] = [
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' }
];

/** Again whenever the person has chosen other keys. */
export function showMenu(run: (command: CommandId) => void, chosen: ChosenKeys): void {
  const template = menus.map(({ name, ids }): MenuItemConstructorOptions => {
    const items = ids.flatMap((id) =>
      factsOf(id).beginsGroup ? [separator, itemOf(id, run, chosen)] : [itemOf(id, run, chosen)]
    );
    return { label: name, submenu: name === 'Edit' ? [...items, ...clipboard] : items };
  });
  const own: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...template]));
}

/** Keys are shown but not registered: the page handles them alike on both hosts, and knows the focus. */
function itemOf(
  id: CommandId,
  run: (command: CommandId) => void,
  chosen: ChosenKeys
): MenuItemConstructorOptions {
  const { title } = factsOf(id);
  const key = keyOf(id, chosen);
  return {
    id,
    label: title,
    ...(key === null ? {} : { accelerator: key, registerAccelerator: false }),
    click: () => run(id)
  };
}
