/**
 * The one value import of `electron` outside preload/, narrowed to what both hosts provide.
 * An API that src-host/surface.ts does not list cannot be used, and so cannot be missing on a host.
 */
import * as electron from 'electron';
import type { Surface } from '../src-host/surface.js';

export const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell }: Surface =
  electron;
export type { InvokeEvent, WebContentsSurface, WindowSurface } from '../src-host/surface.js';
