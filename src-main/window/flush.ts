/** Asks the page to save before its window closes, and waits for the answer. */
import type { WindowSurface } from '../edge/electron.js';
import { tell } from '../edge/ipc.js';

/** A page that does not answer in this many milliseconds is stuck. */
const patience = 10_000;

export type FlushAnswer = 'saved' | 'unsaved' | 'silent';

export interface Flush {
  /**
   * `silent`: the page is stuck; what it had not saved by itself until then cannot be had.
   * @param isEnding what cannot be saved is to be rescued: nobody will be asked.
   */
  ask(window: WindowSurface, isEnding: boolean): Promise<FlushAnswer>;
  /** The page's answer. */
  answer(saved: boolean): void;
}

export function createFlush(): Flush {
  let settle: ((answer: FlushAnswer) => void) | null = null;
  return {
    ask(window, isEnding) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle?.('silent'), patience);
        settle = (answer) => {
          clearTimeout(timer);
          settle = null;
          resolve(answer);
        };
        tell(window.webContents, 'flush', isEnding);
      });
    },
    answer: (saved) => settle?.(saved ? 'saved' : 'unsaved')
  };
}
