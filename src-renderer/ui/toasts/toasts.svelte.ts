/**
 * Short messages at the edge of the window: what was done, with the way back, or what went wrong.
 * Each floats for a while. Then an ordinary one is gone; one that tells of a failure goes on waiting
 * to be read, without covering anything, until it is dismissed or what it is about is left.
 */

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** It is done by dragging it, such as a file out of the window. */
  readonly drags?: boolean;
}

/** What a message is about: it goes when that is left. */
export type ToastSubject = 'briefing' | 'library';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly about: ToastSubject;
  readonly failed: boolean;
  /** Work goes on: shows a spinner, and stays until it is replaced or dismissed. Its action, if it has one, cancels it. */
  readonly busy: boolean;
  readonly actions: readonly ToastAction[];
  /** Whether it still floats over the window. */
  readonly floats: boolean;
  /** Whether the person had it before her when she looked at what waits. */
  readonly read: boolean;
}

/** Milliseconds that a toast floats: at least, for each letter of a long one, and at most. */
const stay = { plain: 5_000, withAction: 10_000, failed: 12_000, perLetter: 60, most: 20_000 };
/** Letters that are read in the least time. */
const short = 80;
/** One failure floats beside them: the earlier ones wait as soon as another comes. */
const mostOrdinary = 3;
/** More than these lie on one another, and leave the work little room. */
const mostInSight = 2;
/** Failures that wait to be read; older ones are given up. */
const mostWaiting = 50;

/** The messages of one window, whatever they are about. */
class Store {
  #seen = $state.raw<readonly Toast[]>([]);
  /** The same for whoever changes it, which must not make an effect depend on the messages. */
  all: readonly Toast[] = [];
  /** By the toast's number. */
  readonly timers: Record<number, ReturnType<typeof setTimeout>> = {};
  next = 1;

  get seen(): readonly Toast[] {
    return this.#seen;
  }

  put(all: readonly Toast[]): void {
    this.all = all;
    this.#seen = all;
  }
}

export class Toasts {
  readonly #store: Store;
  readonly #about: ToastSubject;

  constructor(about: ToastSubject = 'briefing', store = new Store()) {
    this.#about = about;
    this.#store = store;
  }

  /** The same messages; what is shown by them is about something else. */
  about(subject: ToastSubject): Toasts {
    return new Toasts(subject, this.#store);
  }

  /** Those that float, the oldest first. */
  get shown(): readonly Toast[] {
    return this.#store.seen.filter(({ floats }) => floats);
  }

  /** Of those that float what is seen at once: the failure, the work under way, and of the others the latest, at least one. */
  get inSight(): readonly Toast[] {
    const isKept = ({ failed, busy }: Toast) => failed || busy;
    const others = this.shown.filter((toast) => !isKept(toast));
    const room = Math.max(1, mostInSight - (this.shown.length - others.length));
    const latest = others.slice(-room);
    return this.shown.filter((toast) => isKept(toast) || latest.includes(toast));
  }

  /** Those that wait to be read, the latest first. */
  get waiting(): readonly Toast[] {
    return this.#store.seen.filter(({ failed, floats }) => failed && !floats).toReversed();
  }

  /** Returns the toast's number, for `dismiss`. */
  show(text: string, ...actions: readonly ToastAction[]): number {
    return this.#add({ text, actions, failed: false, busy: false });
  }

  showFailure(text: string, ...actions: readonly ToastAction[]): number {
    // Said again, it is still one thing to read.
    for (const { id, failed, text: said } of this.#store.all)
      if (failed && said === text) this.dismiss(id);
    return this.#add({ text, actions, failed: true, busy: false });
  }

  showBusy(text: string, ...actions: readonly ToastAction[]): number {
    return this.#add({ text, actions, failed: false, busy: true });
  }

  /** Says something else in a toast that is still shown. */
  reword(id: number, text: string): void {
    this.#change(id, { text });
  }

  /** Cancels the work that began last of what goes on, by its message's action. `false` where there is none. */
  cancelLatest(): boolean {
    const latest = this.#store.all.findLast(({ busy, actions }) => busy && actions.length > 0);
    if (!latest) return false;
    this.dismiss(latest.id);
    latest.actions[0]?.run();
    return true;
  }

  dismiss(id: number): void {
    this.#stop(id);
    const left = this.#store.all.filter((toast) => toast.id !== id);
    if (left.length < this.#store.all.length) this.#store.put(left);
  }

  /** A point in time, for `leave`. */
  get now(): number {
    return this.#store.next;
  }

  /** Takes away what is about `subject`, and was shown before the point `before`. */
  leave(subject: ToastSubject, before = this.now): void {
    for (const { id, about, busy } of this.#store.all)
      if (about === subject && id < before && !busy) this.dismiss(id);
  }

  /** Puts the failures that float to those that wait, to be read there together. */
  fold(): void {
    for (const { id, failed, floats } of this.#store.all) if (failed && floats) this.#settle(id);
  }

  /** The person has had before her what waits. */
  markRead(): void {
    this.#store.put(
      this.#store.all.map((toast) => (toast.floats ? toast : { ...toast, read: true }))
    );
  }

  /** While the pointer or the focus is on the toasts, none goes away. */
  hold(): void {
    for (const id of Object.keys(this.#store.timers)) this.#stop(Number(id));
  }

  release(): void {
    this.hold();
    for (const toast of this.#store.all) if (toast.floats) this.#expire(toast);
  }

  #add(message: Pick<Toast, 'text' | 'actions' | 'failed' | 'busy'>): number {
    const id = this.#store.next++;
    const toast = { ...message, id, about: this.#about, floats: true, read: false };
    if (toast.failed) this.fold();
    this.#store.put([...this.#store.all, toast]);
    const ordinary = this.#store.all.filter(({ failed, busy }) => !failed && !busy);
    for (const early of ordinary.slice(0, -mostOrdinary)) this.dismiss(early.id);
    const waiting = this.#store.all.filter(({ failed, floats }) => failed && !floats);
    for (const old of waiting.slice(0, -mostWaiting)) this.dismiss(old.id);
    this.#expire(toast);
    return id;
  }

  #expire({ id, text, failed, busy, actions }: Toast): void {
    if (busy) return;
    const least = failed ? stay.failed : actions.length > 0 ? stay.withAction : stay.plain;
    const time = least + Math.max(text.length - short, 0) * stay.perLetter;
    this.#store.timers[id] = setTimeout(() => this.#settle(id), Math.min(time, stay.most));
  }

  /** It floats no longer. */
  #settle(id: number): void {
    this.#stop(id);
    if (this.#store.all.some((toast) => toast.id === id && toast.failed)) {
      this.#change(id, { floats: false });
    } else {
      this.dismiss(id);
    }
  }

  #stop(id: number): void {
    clearTimeout(this.#store.timers[id]);
    delete this.#store.timers[id];
  }

  #change(id: number, change: Partial<Toast>): void {
    this.#store.put(
      this.#store.all.map((toast) => (toast.id === id ? { ...toast, ...change } : toast))
    );
  }
}

/** The toasts of this window; those shown here are about the open briefing. */
export const toasts = new Toasts();
