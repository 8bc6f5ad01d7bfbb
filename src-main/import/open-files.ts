/** Files opened from outside the window: given to the page, or held until it listens. */
import { tokenFor } from '../edge/dialogs.js';
import type { WebContentsSurface } from '../edge/electron.js';
import { tell } from '../edge/ipc.js';

export interface OpenFiles {
  /** Also before the page listens: whoever asks first is not lost. */
  open(paths: readonly string[]): void;
  /** The page listens: from now on it is given files as they come. */
  listen(contents: () => WebContentsSurface | null): void;
}

export function createOpenFiles(): OpenFiles {
  let waiting: string[] = [];
  let pageOf: () => WebContentsSurface | null = () => null;

  function open(paths: readonly string[]): void {
    waiting.push(...paths);
    const page = pageOf();
    if (!page || waiting.length === 0) return;
    tell(page, 'openFiles', waiting.map(tokenFor));
    waiting = [];
  }

  return {
    open,
    listen(contents) {
      pageOf = contents;
      open([]);
    }
  };
}
