/**
 * Short messages at the edge of the window: what was done, with the way back, or what went wrong.
 * Knows no domain. A toast with an action stays longer; one that tells of a failure stays until it
 * is dismissed, since the person may be looking elsewhere.
 */

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly failed: boolean;
  /** Work goes on: shows a spinner, and stays until it is replaced or dismissed. */
  readonly busy: boolean;
  readonly actions: readonly ToastAction[];
}

/** Milliseconds that a toast stays, without and with something to press. */
const stay = { plain: 5_000, withAction: 10_000 };

export class Toasts {
  #shown = $state.raw<readonly Toast[]>([]);
  /** By the toast's number. */
  #timers: Record<number, ReturnType<typeof setTimeout>> = {};
  #next = 1;

  get shown(): readonly Toast[] {
    return this.#shown;
  }

  /** Returns the toast's number, for `dismiss`. */
  show(text: string, ...actions: readonly ToastAction[]): number {
    return this.#add({ text, actions, failed: false, busy: false });
  }

  showFailure(text: string, ...actions: readonly ToastAction[]): number {
    return this.#add({ text, actions, failed: true, busy: false });
  }

  showBusy(text: string, ...actions: readonly ToastAction[]): number {
    return this.#add({ text, actions, failed: false, busy: true });
  }

  /** Says something else in a toast that is still shown. */
  reword(id: number, text: string): void {
    this.#shown = this.#shown.map((toast) => (toast.id === id ? { ...toast, text } : toast));
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers[id]);
    delete this.#timers[id];
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }

  /** While the pointer or the focus is on the toasts, none goes away. */
  hold(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }

  release(): void {
    this.hold();
    for (const toast of this.#shown) this.#expire(toast);
  }

  #add(toast: Omit<Toast, 'id'>): number {
    const whole = { ...toast, id: this.#next++ };
    this.#shown = [...this.#shown.slice(-3), whole];
    this.#expire(whole);
    return whole.id;
  }

  #expire(toast: Toast): void {
    if (toast.failed || toast.busy) return;
    const time = toast.actions.length > 0 ? stay.withAction : stay.plain;
    this.#timers[toast.id] = setTimeout(() => this.dismiss(toast.id), time);
  }
}

/** The toasts of this window. */
export const toasts = new Toasts();
