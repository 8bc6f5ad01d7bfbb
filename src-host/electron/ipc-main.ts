/** The program's IPC handlers, and how a call from a page reaches them. */
import type { InvokeEvent, Surface } from '../surface/surface.js';

type Handler = Parameters<Surface['ipcMain']['handle']>[1];

const handlers = new Map<string, Handler>();

export const ipcMain: Surface['ipcMain'] = {
  handle(channel, handler) {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }
};

/** Rejects with Electron's own wording, which is all that a page learns of an error. */
export async function callHandler(
  channel: string,
  event: InvokeEvent,
  args: readonly unknown[]
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler)
    throw new Error(
      `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`
    );
  try {
    return await handler(event, ...args);
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
      cause: error
    });
  }
}
