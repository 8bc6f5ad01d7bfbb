/**
 * The preload's isolated world: what `require('electron')` gives to the preload script, over the
 * host's binding. Sent to the page as source text, so it stands alone.
 */
import type { Codec } from './codec.js';
import type { createMembrane } from './membrane.js';

/** From the page to the host. */
export type PageMessage =
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: unknown;
    }
  | { readonly type: 'open'; readonly url: string }
  /** A right click that the page has left to the program; only where the host imitates Electron. */
  | { readonly type: 'menu'; readonly isEditable: boolean; readonly selectionText: string }
  | { readonly type: 'focus' | 'blur' | 'resize' };

/** From the host to the page; `value` and `args` are encoded. */
export type HostMessage =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly message: string }
  | { readonly type: 'event'; readonly channel: string; readonly args: unknown };

interface PreloadWorld {
  readonly post: (message: PageMessage) => void;
  readonly receive: (message: HostMessage) => void;
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly require: (id: string) => unknown;
}

export function startPreloadWorld(
  handshake: string,
  binding: (text: string) => void,
  codec: Codec,
  create: typeof createMembrane
): PreloadWorld {
  type Listener = (event: object, ...args: unknown[]) => void;
  interface Waiting {
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
  }

  const node = document.createElement('i');
  window.dispatchEvent(new MouseEvent(handshake, { relatedTarget: node }));
  const membrane = create(node, 'preload', () => undefined, false);
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<Listener>>();
  let calls = 0;

  function post(message: PageMessage): void {
    binding(JSON.stringify(message));
  }

  function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++calls;
      post({ type: 'invoke', id, channel, args: codec.encode(args) });
      waiting.set(id, { resolve, reject });
    });
  }

  function receive(message: HostMessage): void {
    if (message.type === 'event') {
      const args = codec.decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(codec.decode(message.value));
    else call?.reject(new Error(message.message));
  }

  const ipcRenderer = {
    invoke,
    on(channel: string, listener: Listener) {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel)!.add(listener);
    },
    off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    removeListener: (channel: string, listener: Listener) =>
      listeners.get(channel)?.delete(listener)
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => membrane.give({ name, api })
  };

  return {
    post,
    receive,
    invoke,
    require(id) {
      if (id !== 'electron') throw new Error(`A preload script cannot require '${id}'`);
      return { contextBridge, ipcRenderer };
    }
  };
}
