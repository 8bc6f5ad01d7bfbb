/** What tests reach of the system: its native menu, its drags and its taskbar, which no test can see or click. */
import type { ElectronApplication } from '@playwright/test';

/** Chooses the command with this id, and waits until the page has been told. */
export function chooseCommand(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(async ({ Menu, BrowserWindow }, wanted) => {
    const item = Menu.getApplicationMenu()!.getMenuItemById(wanted)!;
    Reflect.apply(item.click, item, []);
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    // The program asks the page once before it tells it: the second question comes behind that.
    for (let asked = 0; asked < 2; asked++)
      await window!.webContents.executeJavaScript('undefined');
  }, id);
}

/** Chooses what the system itself has in a menu, such as `zoomIn`, for the window. */
export function chooseRole(app: ElectronApplication, role: string): Promise<void> {
  return app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? []);
    // Electron writes them in small letters.
    const item = items.find((each) => each.role?.toLowerCase() === wanted.toLowerCase());
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    Reflect.apply(item!.click, item, [undefined, window, window?.webContents]);
  }, role);
}

/** From now on menus of a right click are only noted. Returns how to read the roles of the latest. */
export async function notePopups(
  app: ElectronApplication
): Promise<() => Promise<string[] | null>> {
  const noted = await app.evaluateHandle(({ Menu }) => {
    const popups: { latest: string[] | null } = { latest: null };
    Menu.prototype.popup = function () {
      popups.latest = this.items.flatMap(({ role }) => role?.toLowerCase() ?? []);
    };
    return popups;
  });
  return () =>
    noted.evaluate((popups) => {
      const { latest } = popups;
      popups.latest = null;
      return latest;
    });
}

/** From now on what is dragged out of the window is only noted. Returns how to read the paths. */
export async function noteDrags(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const noted = await app.evaluateHandle(({ BrowserWindow }) => {
    const paths: string[] = [];
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    window!.webContents.startDrag = ({ file }) => void paths.push(file);
    return paths;
  });
  return () => noted.evaluate((paths) => [...paths]);
}

/** From now on what the taskbar would show is only noted. Returns how to read the parts, -1 for none. */
export async function noteTaskbar(app: ElectronApplication): Promise<() => Promise<number[]>> {
  const noted = await app.evaluateHandle(({ BrowserWindow }) => {
    const parts: number[] = [];
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    window!.setProgressBar = (part) => void parts.push(part);
    return parts;
  });
  return () => noted.evaluate((parts) => [...parts]);
}
