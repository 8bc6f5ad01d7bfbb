/** The native menu bar, from the table of commands. On the Chromium host the page draws it instead. */
import { commandIds, commands, groupStarts, type CommandId } from '../domain/commands.js';
import { Menu } from '../edge/electron.js';
import type { MenuItemConstructorOptions } from 'electron';

const menus = ['File', 'Edit', 'Briefing', 'View', 'Help'] as const;

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The clipboard works through roles: only the system knows which field has the focus. */
const clipboard: MenuItemConstructorOptions[] = [
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' }
];

export function showMenu(run: (command: CommandId) => void): void {
  const template = menus.map((label): MenuItemConstructorOptions => {
    const items = commandIds
      .filter((id) => commands[id].menu === label)
      .flatMap((id) => (groupStarts.has(id) ? [separator, itemOf(id, run)] : [itemOf(id, run)]));
    return { label, submenu: label === 'Edit' ? [...items, ...clipboard] : items };
  });
  const own: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...template]));
}

/** Keys are shown but not registered: the page handles them alike on both hosts, and knows the focus. */
function itemOf(id: CommandId, run: (command: CommandId) => void): MenuItemConstructorOptions {
  const { title, key } = commands[id];
  return {
    id,
    label: title,
    ...(key === null ? {} : { accelerator: key, registerAccelerator: false }),
    click: () => run(id)
  };
}
