/** The window that a person sees: made safe, put where it was, and never closed over unsaved work. */
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import {
  BrowserWindow,
  type ContextMenuParams,
  screen,
  type WebContentsSurface,
  type WindowSurface
} from './electron.js';
import { placeOnScreen } from './place-on-screen.js';
import { sessionName } from './protocol.js';
import type { SettingsFile } from './settings.js';

const webPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  partition: sessionName
} as const;

interface WindowHooks {
  /** Asks the page to save; resolves to whether the window may close. */
  mayClose(window: WindowSurface): Promise<boolean>;
  /** The page's process, or on the Chromium host all of Chromium, has gone; the window has not. */
  crashed(reason: string): void;
  /** The page could not be loaded at all. */
  failed(error: unknown): void;
  closed(): void;
  /** A right click that the page has left to the program. */
  rightClick(params: ContextMenuParams): void;
}

export function openWindow(
  address: string,
  settings: SettingsFile,
  hooks: WindowHooks
): WindowSurface {
  const { window: place } = settings.get();
  const window = new BrowserWindow({
    title: 'Standpoint',
    width: 1280,
    height: 860,
    ...(place && placeOnScreen(place.bounds, screensNow())),
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: '#faf9f6',
    webPreferences
  });
  denyEscape(window.webContents);
  window.on('ready-to-show', () => {
    if (place?.maximized) window.maximize();
    window.show();
  });
  keepClosingSafe(window, settings, hooks);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') hooks.crashed(reason);
  });
  window.webContents.on('context-menu', (_event, params) => hooks.rightClick(params));
  window.on('closed', () => hooks.closed());
  window.loadURL(address).catch((error: unknown) => hooks.failed(error));
  return window;
}

function screensNow(): readonly Rectangle[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}

/** No new window and no navigation: links open outside the program, through `link.open`. */
function denyEscape(contents: WebContentsSurface): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  // WebRTC goes past any content security policy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function keepClosingSafe(window: WindowSurface, settings: SettingsFile, hooks: WindowHooks): void {
  let asking = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    settings.set({
      window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    });
    void hooks
      .mayClose(window)
      .catch((error: unknown) => {
        console.error('The window could not ask before closing.', error);
        return true;
      })
      .then((may) => may && !window.isDestroyed() && window.destroy())
      .finally(() => (asking = false));
  });
}
