/** The native menus: the keys that the person has, none that would act behind a field, and what the system’s own menus have. */
import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { showContextMenu, showMenu } from './menu.js';

type Item = MenuItemConstructorOptions;

const host = vi.hoisted(() => ({ menu: [] as Item[], popped: null as Item[] | null }));
vi.mock('../edge/electron.js', () => ({
  Menu: {
    buildFromTemplate: (template: Item[]) => ({
      template,
      popup: () => (host.popped = template)
    }),
    setApplicationMenu: ({ template }: { template: Item[] }) => (host.menu = template)
  }
}));

const items = () => host.menu.flatMap(({ submenu }) => (submenu ?? []) as Item[]);
const itemOf = (id: string) => items().find((item) => item.id === id);
const rolesIn = (label: string) =>
  ((host.menu.find((menu) => menu.label === label)?.submenu ?? []) as Item[]).flatMap(
    ({ role }) => role ?? []
  );

beforeEach(() => {
  host.popped = null;
});

it('shows the keys of the table, and those that took their place', () => {
  const run = vi.fn();
  showMenu(run, {}, 'linux');
  expect(itemOf('briefing.new')?.accelerator).toBe('CmdOrCtrl+N');
  showMenu(run, { 'briefing.new': 'F9', 'help.keys': null }, 'linux');
  expect(itemOf('briefing.new')).toMatchObject({ accelerator: 'F9', registerAccelerator: false });
  expect(itemOf('help.keys')?.accelerator).toBeUndefined();
  expect(itemOf('view.palette')?.accelerator).toBe('CmdOrCtrl+K');
  (itemOf('briefing.new')?.click as () => void)();
  expect(run.mock.calls).toEqual([['briefing.new']]);
});

it('on a Mac, which registers what it shows, no key reaches the briefing behind a field', () => {
  // A key that the person has put on a command which deletes.
  showMenu(vi.fn(), { 'card.confirm': 'Alt+Shift+Backspace' }, 'darwin');
  for (const id of ['edit.undo', 'edit.redo', 'card.confirm', 'article.add'])
    expect(itemOf(id)).not.toHaveProperty('accelerator');
  expect(itemOf('briefing.new')?.accelerator).toBe('CmdOrCtrl+N');
  const hidden = items().filter(({ visible }) => visible === false);
  expect(hidden.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['undo', 'redo', 'pasteAndMatchStyle'])
  );
  expect(hidden.every((item) => item.acceleratorWorksWhenHidden)).toBe(true);
});

it('on a Mac has the menus of every program there, and Quit and Settings once', () => {
  showMenu(vi.fn(), {}, 'darwin');
  expect(host.menu.map(({ label, role }) => role ?? label)).toEqual([
    'Standpoint',
    'File',
    'Edit',
    'View',
    'Briefing',
    'Library',
    'windowMenu',
    'help'
  ]);
  expect(items().filter(({ role, id }) => role === 'quit' || id === 'app.quit')).toHaveLength(1);
  expect(items().filter(({ id }) => id === 'app.settings')).toHaveLength(1);
  expect(rolesIn('File')).toEqual(['recentDocuments', 'close']);
});

it.each(['linux', 'win32'] as const)('has at most 60 items on %s, no two by one name', (system) => {
  showMenu(vi.fn(), {}, system);
  const seen = items().filter(({ type, visible }) => type !== 'separator' && visible !== false);
  expect(seen.length).toBeLessThanOrEqual(60);
  const names = seen.map(({ label, role }) => label ?? role);
  expect(new Set(names).size).toBe(names.length);
});

it('parts the items of a menu by lines, and neither begins nor ends with one', () => {
  for (const system of ['linux', 'darwin'] as const) {
    showMenu(vi.fn(), {}, system);
    for (const { submenu } of host.menu) {
      const lines = ((submenu ?? []) as Item[]).map(({ type }) => type === 'separator');
      expect([lines.at(0), lines.at(-1)]).not.toContain(true);
      expect(lines.some((isLine, at) => isLine && lines[at + 1])).toBe(false);
    }
  }
});

it.each(['linux', 'win32', 'darwin'] as const)('zooms and fills the screen on %s', (system) => {
  showMenu(vi.fn(), {}, system);
  expect(rolesIn('View')).toEqual(['zoomIn', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen']);
});

const editFlags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };

it('offers editing in a field, copying of selected words, and nothing elsewhere', () => {
  showContextMenu({ isEditable: true, selectionText: 'word', editFlags });
  expect(host.popped?.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['cut', true],
    ['copy', true],
    ['paste', false],
    ['pasteAndMatchStyle', false],
    [undefined, undefined],
    ['selectAll', true]
  ]);
  showContextMenu({ isEditable: false, selectionText: 'words', editFlags });
  expect(host.popped?.map(({ role }) => role)).toEqual(['copy', undefined, 'selectAll']);
  host.popped = null;
  showContextMenu({ isEditable: false, selectionText: ' ', editFlags });
  expect(host.popped).toBeNull();
});
