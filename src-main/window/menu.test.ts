/** The native menu shows the keys that the person has, and registers none. */
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { showMenu } from './menu.js';

const host = vi.hoisted(() => ({ menu: [] as MenuItemConstructorOptions[] }));
vi.mock('../edge/electron.js', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: MenuItemConstructorOptions[]) => (host.menu = menu)
  }
}));

function itemOf(id: string): MenuItemConstructorOptions | undefined {
  return host.menu
    .flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
    .find((item) => item.id === id);
}

it('shows the keys of the table, and those that took their place', () => {
  const run = vi.fn();
  showMenu(run, {});
  expect(itemOf('briefing.new')?.accelerator).toBe('CmdOrCtrl+N');
  showMenu(run, { 'briefing.new': 'F9', 'help.keys': null });
  expect(itemOf('briefing.new')).toMatchObject({ accelerator: 'F9', registerAccelerator: false });
  expect(itemOf('help.keys')?.accelerator).toBeUndefined();
  expect(itemOf('view.palette')?.accelerator).toBe('CmdOrCtrl+K');
});
