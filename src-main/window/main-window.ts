/** The life of the one window: opened, raised, asked before it closes, loaded again after a crash. */
import { askAboutUnsaved } from '../edge/dialogs.js';
import type { WindowSurface } from '../edge/electron.js';
import type { SettingsFile } from '../edge/settings.js';
import { openWindow } from '../edge/window.js';
import { tell } from '../edge/ipc.js';
import { showContextMenu } from './menu.js';
import { ExpectedFailure } from '../domain/base/result.js';

export interface MainWindow {
  open(): void;
  /** `null` before it opens and once it has closed. */
  readonly current: () => WindowSurface | null;
  /** Brings it before other windows. */
  raise(): void;
  /** The page is up and listens: from now on it is asked to save before the window closes. */
  pageReady(): void;
}

interface MainWindowNeeds {
  readonly address: string;
  readonly settings: SettingsFile;
  readonly flush: Flush;
  readonly ending: Ending;
  /** What must end before the window may close, such as an export that is being written. */
  readonly unfinished: () => Promise<unknown>;
  /** The page cannot be shown, or keeps crashing. */
  readonly giveUp: (error: unknown) => void;
}

/** Milliseconds that each step of closing may take once the program has been told to end. */
const patienceAtEnd = 3_000;

/** So many crashes within `crashSpan` milliseconds are too many. */
const maxCrashes = 3;
const crashSpan = 60_000;

export function createMainWindow(needs: MainWindowNeeds): MainWindow {
  let window: WindowSurface | null = null;
  let listening = false;
  let crashes: number[] = [];

  async function mayClose(closing: WindowSurface): Promise<boolean> {
    const { ending, flush, unfinished } = needs;
    await Promise.race([unfinished(), ending.after(patienceAtEnd)]);
    // A page that does not listen, or no longer answers, can neither save nor show a question.
    if (!listening) return true;
    const silent = () => ending.after(patienceAtEnd).then(() => 'silent' as const);
    const answer = await Promise.race([flush.ask(closing, ending.signal.aborted), silent()]);
    if (answer !== 'unsaved') return true;
    if (!ending.signal.aborted) {
      const unasked = ending.after(0).then(() => 'unasked' as const);
      const choice = await Promise.race([askAboutUnsaved(closing), unasked]);
      if (choice !== 'unasked') return choice === 'close';
    }
    await Promise.race([flush.ask(closing, true), silent()]);
    return true;
  }

  function crashed(reason: string): void {
    console.error(`The window's page has gone (${reason}); it is loaded again.`);
    listening = false;
    crashes = [...crashes.filter((at) => at > Date.now() - crashSpan), Date.now()];
    if (crashes.length > maxCrashes) needs.giveUp(new Error('Its page keeps crashing.'));
    else window?.webContents.reload();
  }

  function open(): void {
    const opened = openWindow(needs.address, needs.settings, {
      mayClose,
      crashed,
      failed: needs.giveUp,
      rightClick: showContextMenu,
      closed() {
        if (window === opened) window = null;
      }
    });
    window = opened;
  }

  return {
    open,
    current: () => window,
    raise() {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
    pageReady() {
      listening = true;
    }
  };
}

/** Asks the page to save before its window closes, and waits for the answer. */

/** A page that does not answer in this many milliseconds is stuck. */
const patience = 10_000;

type FlushAnswer = 'saved' | 'unsaved' | 'silent';

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

/**
 * The system tells the program to end, as at a log-out: what is being written is finished or undone,
 * nobody is asked, and all of it takes seconds.
 */
export interface Ending {
  /** Aborts when the program has been told; its reason is a sentence for whoever waits. */
  readonly signal: AbortSignal;
  /** Resolves so many milliseconds after that; never, if the program is not told. */
  after(milliseconds: number): Promise<void>;
}

/** Milliseconds for all of it. What is not done by then, the next start puts in order. */
const longest = 8_000;

/** @param quit begins to close the windows. @param exit ends the program without a question. */
export function listenForEnding(quit: () => void, exit: (code: number) => void): Ending {
  const told = new AbortController();
  const { signal } = told;
  const ending: Ending = {
    signal,
    after: (milliseconds) =>
      new Promise((resolve) => {
        const wait = () => setTimeout(resolve, milliseconds).unref();
        if (signal.aborted) wait();
        else signal.addEventListener('abort', wait, { once: true });
      })
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Whoever asks twice means it.
      if (signal.aborted) return exit(1);
      told.abort(
        new ExpectedFailure('ended', 'Standpoint was told to end, so this was not finished.')
      );
      quit();
    });
  }
  void ending.after(longest).then(() => exit(1));
  return ending;
}
