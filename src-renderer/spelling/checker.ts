/** Asks a dictionary in a worker, each word once. Knows no editor. */

type Port = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage'>;

export class Checker {
  readonly #verdicts = new Map<string, boolean>();
  readonly #waiting = new Map<number, (words: readonly string[]) => void>();
  readonly #port: Port;
  #last = 0;

  constructor(startWorker: () => Port) {
    this.#port = startWorker();
    this.#port.onmessage = ({ data }: MessageEvent<SpellingAnswer>) => {
      this.#waiting.get(data.id)?.(data.words);
      this.#waiting.delete(data.id);
    };
  }

  /** `null` for a word that was not asked for yet. */
  isWrong(word: string): boolean | null {
    return this.#verdicts.get(word) ?? null;
  }

  /** Afterwards `isWrong` knows all of them. */
  async check(words: readonly string[]): Promise<void> {
    const unknown = [...new Set(words)].filter((word) => !this.#verdicts.has(word));
    if (unknown.length === 0) return;
    const wrong = new Set(await this.#ask((id) => ({ kind: 'check', id, words: unknown })));
    for (const word of unknown) this.#verdicts.set(word, wrong.has(word));
  }

  /** What could be meant, best first. */
  suggest(word: string): Promise<readonly string[]> {
    return this.#ask((id) => ({ kind: 'suggest', id, word }));
  }

  close(): void {
    this.#port.terminate();
  }

  #ask(request: (id: number) => SpellingRequest): Promise<readonly string[]> {
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.postMessage(request(id));
    });
  }
}

/** What the page and a worker that knows a dictionary say to one another. */

export type SpellingRequest =
  | { readonly kind: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly id: number; readonly word: string };

/** The words that are wrong, or what could be meant, best first. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[];
}
