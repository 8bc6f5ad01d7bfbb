/**
 * What a person has said of the library as a whole, as the window has it: changed at once, each change with
 * its way back. What others of a team say meanwhile is read first, and the change made on top of it.
 */
import {
  emptyRegister,
  type Register,
  takeBack
} from '../../../src-main/domain/ledger/register.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call, CallFailed } from './client.js';

type Edit = (register: Register) => Register;

/** How often others can be quicker than a change of ours before that is told. */
const mostTries = 3;

export class RegisterDesk {
  #register = $state.raw<Register>(emptyRegister);
  #revision = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly toasts: Toasts) {}

  get register(): Register {
    return this.#register;
  }

  /** Reads it: at the start, once another library is open, and when it was changed elsewhere. */
  load(): Promise<void> {
    return this.#inTurn(() => this.#read());
  }

  /** `told` says what was done; without it another message does. Resolves to whether it is kept; a failure is told. */
  change(edit: Edit, told?: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const made = await this.#save(edit);
      if (made === null) return false;
      const { before, after } = made;
      if (before === after || told === undefined) return true;
      this.toasts.show(told, {
        label: 'Undo',
        run: () => void this.#inTurn(() => this.#save((now) => takeBack(now, before, after)))
      });
      return true;
    });
  }

  async #read(): Promise<void> {
    const kept = await attempt(this.toasts, () => call('register.read'));
    if (!kept) return;
    this.#register = kept.register;
    this.#revision = kept.revision;
  }

  /** `null`: it was not kept, which was told. The same twice: there was nothing to change. */
  async #save(edit: Edit): Promise<{ readonly before: Register; readonly after: Register } | null> {
    const made = await attempt(this.toasts, async () => {
      for (let tries = 1; ; tries += 1) {
        const before = this.#register;
        const after = edit(before);
        if (JSON.stringify(after) === JSON.stringify(before)) return { before, after: before };
        try {
          this.#revision = await call('register.save', this.#revision, after);
          this.#register = after;
          return { before, after };
        } catch (error) {
          const isStale = error instanceof CallFailed && error.code === 'stale-revision';
          if (!isStale || tries === mostTries) throw error;
          await this.#read();
        }
      }
    });
    // What is shown is what is kept.
    if (made === null) await this.#read();
    return made;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(job, job);
    this.#last = mine;
    return mine;
  }
}
