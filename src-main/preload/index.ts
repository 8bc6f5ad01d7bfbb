/**
 * Exposes the bridge of api.ts to the page, and nothing else. Main checks every call; its size is
 * measured here, since it is what carrying it costs.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../domain/api.js';
import { mostWeightOf, weighsMore } from '../domain/program/argument-weight.js';
import { fail, type Result } from '../domain/base/result.js';

const bridge = {
  call: (method: string, ...args: unknown[]) => {
    const most = mostWeightOf(method);
    if (weighsMore([method, args], most)) return Promise.resolve(tooMuch(most));
    return ipcRenderer.invoke('call', method, args) as never;
  },
  on: (event: string, listener: (payload: never) => void) => {
    const relay = (_event: unknown, payload: unknown) => listener(payload as never);
    ipcRenderer.on(event, relay);
    return () => void ipcRenderer.removeListener(event, relay);
  }
} satisfies Bridge;

function tooMuch(most: number): Result<never> {
  return fail(
    'too-much-at-once',
    `This is more than the ${most / 1e6} MB that can be handed over at once. Nothing was changed.`
  );
}

contextBridge.exposeInMainWorld('standpoint', bridge);
