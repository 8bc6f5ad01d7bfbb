/**
 * Electron's menus as far as the program and tests use them. The Chromium host shows none: the page draws
 * its own. A host that imitates Electron keeps them, so that tests can reach into them.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuSurface } from '../surface/surface.js';
import type { HostContents } from './web-contents.js';
import type { HostWindow } from './window.js';

type Role = NonNullable<MenuItemConstructorOptions['role']>;
type Editing = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll';

const onPage: Partial<Record<Role, (page: HostContents) => void>> = {
  ...Object.fromEntries(
    (
      [
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'pasteAndMatchStyle',
        'selectAll'
      ] satisfies Editing[]
    ).map((command) => [command, (page: HostContents) => page.edit(command)])
  ),
  resetZoom: (page) => page.zoom(() => 0),
  zoomIn: (page) => page.zoom((level) => level + 0.5),
  zoomOut: (page) => page.zoom((level) => level - 0.5)
};
const onWindow: Partial<Record<Role, (window: HostWindow) => void>> = {
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
  close: (window) => window.close()
};

class HostMenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: Role | null;
  readonly type: string;
  readonly accelerator: string | null;
  readonly submenu: HostMenu | null;
  visible: boolean;
  enabled: boolean;
  readonly #act: (() => void) | null;

  constructor(options: MenuItemConstructorOptions) {
    const { id = '', label, role = null, submenu, accelerator, click } = options;
    const { visible = true, enabled = true } = options;
    this.id = id;
    this.role = role;
    this.label = label ?? role ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = typeof accelerator === 'string' ? accelerator : null;
    this.submenu = Array.isArray(submenu) ? HostMenu.buildFromTemplate(submenu) : null;
    this.visible = visible;
    this.enabled = enabled;
    this.#act = click ? () => (click as () => void)() : null;
  }

  /** As Electron does when a person chooses it: a role acts on the window and page that have the focus. */
  click(
    _event?: unknown,
    window?: HostWindow,
    page: HostContents | undefined = window?.webContents
  ): void {
    if (!this.enabled) return;
    const [ofWindow, ofPage] = this.role ? [onWindow[this.role], onPage[this.role]] : [];
    if (ofWindow && window) ofWindow(window);
    else if (ofPage && page) ofPage(page);
    else this.#act?.();
  }
}

let shown: HostMenu | null = null;

export class HostMenu {
  private constructor(readonly items: readonly HostMenuItem[]) {}

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): HostMenu {
    return new HostMenu(template.map((options) => new HostMenuItem(options)));
  }

  static setApplicationMenu(menu: object | null): void {
    shown = menu as HostMenu | null;
  }

  static getApplicationMenu(): HostMenu | null {
    return shown;
  }

  /** Also in its submenus. */
  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** Shows nothing: tests put their own in its place, as they do in Electron. */
  popup(): void {}
}

HostMenu satisfies MenuSurface;
