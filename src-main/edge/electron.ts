/**
 * The one value import of `electron` outside preload/, narrowed to what both hosts provide.
 * An API that src-host/surface/surface.ts does not list cannot be used, and so cannot be missing on a host.
 */
import { createRequire } from 'node:module';
import type * as Electron from 'electron';
import type { Surface } from '../../src-host/surface/surface.js';

/** By `require`: the Chromium host answers it in place, where `import` needs a thread of hooks at every start. */
const electron = createRequire(import.meta.url)('electron') as typeof Electron;

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell
}: Surface = electron;
export type {
  ContextMenuParams,
  InvokeEvent,
  Surface,
  WebContentsSurface,
  WindowSurface
} from '../../src-host/surface/surface.js';
