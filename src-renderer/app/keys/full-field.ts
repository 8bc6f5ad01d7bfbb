/** A field takes no more than its `maxlength`, and browsers do not say so. */
import { cutByLimit } from '../../ui/cut-by-limit.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';

export class FullField {
  #told: number | null = null;

  constructor(private readonly toasts: Toasts) {}

  /** @param event a `beforeinput` event. One message, however often the key is pressed. */
  tell(event: InputEvent): void {
    const most = cutByLimit(event);
    if (most === null) return;
    if (this.#told !== null) this.toasts.dismiss(this.#told);
    this.#told = this.toasts.show(
      `This field holds at most ${most.toLocaleString('en')} characters. What went beyond was not added.`
    );
  }
}
