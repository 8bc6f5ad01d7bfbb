/** The native menus, from the table of commands. On the Chromium host the page draws the menu bar instead. */
import type { MenuItemConstructorOptions } from 'electron';
import { factsOf, menus, type CommandId } from '../domain/commands.js';
import { isEditingKey, keyOf, type ChosenKeys } from '../domain/keys.js';
import { type ContextMenuParams, Menu } from '../edge/electron.js';

type Item = MenuItemConstructorOptions;
type Run = (command: CommandId) => void;

const separator: Item = { type: 'separator' };

/** The clipboard works through roles: only the system knows which field has the focus. */
const clipboard: Item[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' }
];

const zoom: Item[] = [
  { role: 'zoomIn' },
  // Most keyboards type the plus sign with Shift only.
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut' },
  { role: 'resetZoom' }
];

/**
 * On a Mac a key that the page leaves to a field goes to the menu, where it must mean what it means in
 * fields: there it would undo the briefing behind a dialog, or delete a card.
 */
const keysOfFields: Item[] = (['undo', 'redo', 'pasteAndMatchStyle'] as const).map((role) => ({
  role,
  visible: false,
  acceleratorWorksWhenHidden: true
}));

/** Those that a Mac has in the menu of the program. */
const ofProgram: readonly CommandId[] = ['app.settings', 'app.quit'];

/** Again whenever the person has chosen other keys. */
export function showMenu(run: Run, chosen: ChosenKeys, platform = process.platform): void {
  const mac = platform === 'darwin';
  const item = (id: CommandId) => itemOf(id, run, chosen, mac);
  const template = menus.map(({ name, parts }): Item => {
    const items = parts.map((ids) =>
      ids.filter((id) => !mac || !ofProgram.includes(id)).map((id) => item(id))
    );
    // As elsewhere, the clipboard stands behind undo, and what else the system has stands last.
    items.splice(name === 'Edit' ? 1 : items.length, 0, ...(added(mac)[name] ?? []));
    return {
      label: name,
      submenu: items
        .filter((part) => part.length > 0)
        .flatMap((part, at) => (at > 0 ? [separator, ...part] : part)),
      ...(mac && name === 'Help' ? { role: 'help' as const } : {})
    };
  });
  const bar = mac
    ? [appMenu(item('app.settings')), ...template.slice(0, -1), windowMenu, ...template.slice(-1)]
    : template;
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}

function added(mac: boolean): Readonly<Record<string, readonly Item[][]>> {
  const recent: Item = {
    role: 'recentDocuments',
    submenu: [{ role: 'clearRecentDocuments' }]
  };
  return {
    File: mac ? [[recent, { role: 'close' }]] : [],
    Edit: [mac ? [...clipboard, ...keysOfFields] : clipboard],
    View: [zoom, [{ role: 'togglefullscreen' }]]
  };
}

const windowMenu: Item = { role: 'windowMenu' };

/** As the role makes it, with our settings in their usual place. */
function appMenu(settings: Item): Item {
  return {
    label: 'Standpoint',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' }
    ]
  };
}

/** Keys are shown but not registered: the page handles them alike on both hosts, and knows the focus. */
function itemOf(id: CommandId, run: Run, chosen: ChosenKeys, mac: boolean): Item {
  const { title } = factsOf(id);
  const key = keyOf(id, chosen);
  // A Mac registers each key that it shows. The page leaves these to fields.
  const isShown = key !== null && !(mac && (isEditingKey(key) || id === 'article.add'));
  return {
    id,
    label: title,
    ...(isShown && { accelerator: key, registerAccelerator: false }),
    click: () => run(id)
  };
}

/** The menu of a right click on text, for hosts that show none of their own. The page has its own for things. */
export function showContextMenu({ isEditable, selectionText, editFlags }: ContextMenuParams): void {
  const { canCut, canCopy, canPaste, canSelectAll } = editFlags;
  const all: Item[] = [separator, { role: 'selectAll', enabled: canSelectAll }];
  if (isEditable) {
    const editing: Item[] = [
      { role: 'cut', enabled: canCut },
      { role: 'copy', enabled: canCopy },
      { role: 'paste', enabled: canPaste },
      { role: 'pasteAndMatchStyle', enabled: canPaste }
    ];
    Menu.buildFromTemplate([...editing, ...all]).popup();
  } else if (selectionText.trim() !== '') {
    Menu.buildFromTemplate([{ role: 'copy', enabled: canCopy }, ...all]).popup();
  }
}
