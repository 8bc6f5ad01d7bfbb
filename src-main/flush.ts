/** Asks the page to save before its window closes, and waits for the answer. */
import type { WindowSurface } from './electron.js';
import { tell } from './ipc.js';

/** A page that does not answer in this many milliseconds is stuck, and is treated as not saved. */
const patience = 10_000;

export interface Flush {
  /** Resolves to whether the page holds nothing unsaved. */
  ask(window: WindowSurface): Promise<boolean>;
  /** The page's answer. */
  answer(saved: boolean): void;
}

export function createFlush(): Flush {
  let settle: ((saved: boolean) => void) | null = null;
  return {
    ask(window) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle?.(false), patience);
        settle = (saved) => {
          clearTimeout(timer);
          settle = null;
          resolve(saved);
        };
        tell(window.webContents, 'flush', null);
      });
    },
    answer: (saved) => settle?.(saved)
  };
}
