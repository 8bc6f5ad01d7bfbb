/** What the handlers are given of the program, and what several of them do alike. */
import { dirname, join } from 'node:path';
import type { WrittenFile } from '../domain/api.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { chooseTarget, noteDocument, tokenFor } from '../edge/dialogs.js';
import { canDragOut } from '../edge/drag-out.js';
import type { WindowSurface } from '../edge/electron.js';
import type { SettingsFile } from '../edge/settings.js';
import type { LogFile } from '../disk/log-file.js';
import type { OpenLibraries } from '../libraries/open-libraries.js';
import type { Library } from '../store/library.js';
import { refuseInLibrary } from '../store/open-folder.js';
import type { Flush } from '../window/main-window.js';

export interface Program {
  readonly libraries: OpenLibraries;
  /** Whichever is open. */
  readonly library: Library;
  readonly settings: SettingsFile;
  readonly log: LogFile;
  readonly flush: Flush;
  /** Aborts when the system tells the program to end. */
  readonly ending: AbortSignal;
  readonly onChromiumHost: boolean;
  /** The person's folder of documents, where dialogs begin. */
  readonly documents: string;
  /** The program's own folder. */
  readonly home: string;
  /** The window in front of the person; throws when there is none. */
  readonly window: () => WindowSurface;
  readonly addSample: () => Promise<Id>;
  /** The page is up and listens. */
  readonly pageReady: () => void;
  /** The person has chosen other keys: the menu is to show them. */
  readonly showKeys: () => void;
  /** Told of work that must end before the program does. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

/** Nothing to return. Over IPC that is `null`, which survives every host's serialisation. */
export function done(_result?: unknown): null {
  return null;
}

/**
 * Asks where a file is to go, and lets it be written there; `null` when the person would rather not. Throws an
 * `ExpectedFailure` for a place in a library.
 */
export async function writeChosen(
  { window, documents }: Pick<Program, 'window' | 'documents'>,
  title: string,
  name: string,
  filter: { readonly name: string; readonly ending: string },
  write: (target: string) => Promise<void>
): Promise<WrittenFile | null> {
  const target = await chooseTarget(window(), title, join(documents, name), filter);
  if (target === null) return null;
  await refuseInLibrary(dirname(target), target);
  await write(target);
  noteDocument(target);
  return { ...tokenFor(target), drags: canDragOut };
}

/** Work that a person waits for, such as an export or an import: one at a time, stopped on request. */
export class WorkUnderWay {
  #current: AbortController | null = null;

  /**
   * @param ending stops whatever is under way.
   * @param cancelled the sentence for whoever waits for work that was cancelled.
   */
  constructor(
    private readonly ending: AbortSignal,
    private readonly cancelled: string
  ) {}

  /** Stops the one before it. The signal's reason is an `ExpectedFailure`. */
  begin(): AbortSignal {
    this.cancel();
    this.#current = new AbortController();
    return AbortSignal.any([this.#current.signal, this.ending]);
  }

  /** Nothing happens where none is under way. */
  cancel(): void {
    this.#current?.abort(new ExpectedFailure('cancelled', this.cancelled));
    this.#current = null;
  }
}
