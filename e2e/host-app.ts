/** Types and questions for e2e/host-app, the small program that the host's own tests start. */
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { InvokeEvent } from '../src-host/surface/surface.js';
import { root } from './fixtures.js';

export const hostApp = join(root, 'e2e/host-app');

/** What its page finds in `window`. */
export interface HostAppWindow {
  readonly hostApp: {
    call(channel: string, ...args: unknown[]): Promise<unknown>;
    on(channel: string, listener: (payload: unknown) => void): () => void;
    add(a: number, b: number): number;
    refuse(): never;
    readonly platform: string;
  };
  askWorker(question: string): Promise<unknown>;
}

declare global {
  /** Its state, in the program. */
  var hostApp: {
    seen: string[];
    refuseClose: boolean;
    hanging?: InvokeEvent;
    open(): void;
  };
}

/** What the program has noted since its start. */
export function readSeen(electronApp: ElectronApplication): Promise<string[]> {
  return electronApp.evaluate(() => globalThis.hostApp.seen);
}
