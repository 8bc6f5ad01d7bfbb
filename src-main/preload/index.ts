/** Exposes the bridge of api.ts to the page, and nothing else. Main checks every call. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../api.js';

const bridge = {
  call: (method: string, ...args: unknown[]) => ipcRenderer.invoke('call', method, args) as never,
  on: (event: string, listener: (payload: never) => void) => {
    const relay = (_event: unknown, payload: unknown) => listener(payload as never);
    ipcRenderer.on(event, relay);
    return () => void ipcRenderer.removeListener(event, relay);
  }
} satisfies Bridge;

contextBridge.exposeInMainWorld('standpoint', bridge);
