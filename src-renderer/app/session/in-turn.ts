/** Work on several files, one after the other: told how far it is, and stopped on request. */
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call, sentenceFor } from './client.js';

/** Why it ended before all was done. */
interface Ended {
  readonly cancelled: boolean;
  readonly reason: string;
  /** How many files were not begun, or not finished. */
  readonly left: number;
}

export interface NamedItem {
  /** Of a file, or words that begin a sentence. */
  readonly name: string;
  /** How those words stand within a sentence; the name, where that is left out. */
  readonly nameWithin?: string;
}

/** Milliseconds until work that goes on says so: most is done by then. */
const quiet = 400;

/**
 * @param verb such as “Importing”, before the name
 * @param note keeps what is still to be done, in case the program ends before; nothing once all is done or cancelled
 * @returns `null` when all was done
 */
export async function inTurn<T extends NamedItem>(
  toasts: Toasts,
  verb: string,
  items: readonly T[],
  step: (item: T, cancel: AbortSignal) => Promise<void>,
  note: (names: readonly string[]) => void
): Promise<Ended | null> {
  const cancel = new AbortController();
  const progress = new ProgressMessage(toasts, () => {
    cancel.abort();
    void attempt(toasts, () => call('import.cancel'));
  });
  try {
    for (const [i, item] of items.entries()) {
      const which = items.length > 1 ? `${i + 1} of ${items.length}: ` : '';
      note(items.slice(i).map(({ name }) => name));
      progress.tell(`${verb} ${which}${item.nameWithin ?? item.name}…`);
      try {
        cancel.signal.throwIfAborted();
        await step(item, cancel.signal);
      } catch (error) {
        const { aborted } = cancel.signal;
        if (aborted) note([]);
        const reason = aborted ? '' : sentenceFor(error);
        return { cancelled: aborted, reason, left: items.length - i };
      }
    }
    note([]);
    return null;
  } finally {
    progress.end();
  }
}

/** The message of work that goes on, shown once it takes long enough to be read. */
export class ProgressMessage {
  #text = '';
  #toast: number | null = null;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly toasts: Toasts,
    cancel: () => void
  ) {
    this.#timer = setTimeout(() => {
      this.#toast = toasts.showBusy(this.#text, { label: 'Cancel', run: cancel });
    }, quiet);
  }

  tell(text: string): void {
    this.#text = text;
    if (this.#toast !== null) this.toasts.reword(this.#toast, text);
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#toast !== null) this.toasts.dismiss(this.#toast);
  }
}
