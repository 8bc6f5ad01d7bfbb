/** What a person has said of the library as a whole, as the window has it: changed at once, each change with its way back. */
import {
  emptyRegister,
  type Register,
  takeBack
} from '../../../src-main/domain/ledger/register.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call } from './client.js';

export class RegisterDesk {
  #register = $state.raw<Register>(emptyRegister);
  #revision = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly toasts: Toasts) {}

  get register(): Register {
    return this.#register;
  }

  /** Reads it: at the start, and once another library is open. */
  async load(): Promise<void> {
    const kept = await attempt(this.toasts, () => call('register.read'));
    if (!kept) return;
    this.#register = kept.register;
    this.#revision = kept.revision;
  }

  /** `told` says what was done. Resolves to whether it is kept; a failure is told. */
  change(edit: (register: Register) => Register, told: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.#register;
      const after = edit(before);
      if (JSON.stringify(after) === JSON.stringify(before)) return true;
      if (!(await this.#save(after))) return false;
      this.toasts.show(told, {
        label: 'Undo',
        run: () => void this.#inTurn(() => this.#save(takeBack(this.#register, before, after)))
      });
      return true;
    });
  }

  async #save(next: Register): Promise<boolean> {
    const revision = await attempt(this.toasts, () => call('register.save', this.#revision, next));
    if (revision === null) {
      // Somebody else may have changed it: what is shown is what is kept.
      await this.load();
      return false;
    }
    this.#revision = revision;
    this.#register = next;
    return true;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(job, job);
    this.#last = mine;
    return mine;
  }
}
