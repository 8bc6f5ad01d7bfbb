/**
 * The channel between the main process and its pages. It is there before what answers calls has been
 * loaded, which takes longer than to show a window: a call waits for that.
 */
import type { EventName, Events } from '../domain/api.js';
import { ipcMain, type InvokeEvent, type WebContentsSurface } from './electron.js';

export type AnswerCall = (event: InvokeEvent, method: unknown, args: unknown) => Promise<unknown>;

/** Takes what pages call, on the channel `call`. A call is refused where `answering` rejects. */
export function receiveCalls(answering: AnswerCall | Promise<AnswerCall>): void {
  ipcMain.handle('call', async (event, method, args) => (await answering)(event, method, args));
}

/** Tells a page something; a page that has gone misses nothing that it could still show. */
export function tell<E extends EventName>(
  contents: Pick<WebContentsSurface, 'isDestroyed' | 'send'>,
  event: E,
  payload: Events[E]
): void {
  if (!contents.isDestroyed()) contents.send(event, payload);
}

/**
 * As `tell`, of what the person asked for outside the page, by the native menu: the page may then do what
 * takes a click in it, such as copying.
 */
export async function tellOnClick<E extends EventName>(
  contents: Pick<WebContentsSurface, 'isDestroyed' | 'send' | 'executeJavaScript'>,
  event: E,
  payload: Events[E]
): Promise<void> {
  await contents.executeJavaScript('undefined', true);
  tell(contents, event, payload);
}
