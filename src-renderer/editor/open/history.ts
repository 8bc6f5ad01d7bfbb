/**
 * Undo and redo over whole states. States share all that did not change, so keeping them is cheap.
 *
 * A step can also be taken back from among others that came after it: then each state behind it is
 * told what to undo. The step goes to the head of the future, with the state as it was, so that redo
 * brings back just that.
 */

export interface HistoryStep<T, W = string> {
  /** In the past the state before the step, in the future the one after it. */
  readonly state: T;
  /** What the step did; the same object as long as the step is in the history. */
  readonly what: W;
}

export interface History<T, W = string> {
  readonly past: readonly HistoryStep<T, W>[];
  readonly present: T;
  readonly future: readonly HistoryStep<T, W>[];
  /** The key that the next step may merge with; `null` once a pause or another act came between. */
  readonly openKey: string | null;
}

/** Does to `onto` what leads from `from` to `to`; `null` where that cannot be done to it. */
export type Rebase<T> = (onto: T, from: T, to: T) => T | null;

/** Steps beyond this many are forgotten, oldest first. */
const maxSteps = 1_000;

export function startHistory<T, W = string>(present: T): History<T, W> {
  return { past: [], present, future: [], openKey: null };
}

/** @param mergeKey steps in a row with the same key are one step; `null` never merges. */
export function record<T, W>(
  history: History<T, W>,
  next: T,
  what: W,
  mergeKey: string | null = null
): History<T, W> {
  if (next === history.present) return history;
  const merges = mergeKey !== null && mergeKey === history.openKey;
  const step = { state: history.present, what };
  const past = merges ? history.past : [...history.past, step].slice(-maxSteps);
  return { past, present: next, future: [], openKey: mergeKey };
}

/** Ends a run of merging steps, as when the person pauses or leaves the field. */
export function pause<T, W>(history: History<T, W>): History<T, W> {
  return history.openKey === null ? history : { ...history, openKey: null };
}

export function undo<T, W>(history: History<T, W>): History<T, W> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.state,
    future: [{ ...step, state: history.present }, ...history.future],
    openKey: null
  };
}

export function redo<T, W>(history: History<T, W>): History<T, W> {
  return history.future.length === 0 ? history : mirrored(undo(mirrored(history)));
}

/**
 * Takes back the step at `index` of the past and no other.
 *
 * @returns `null` where a later state cannot do without it.
 */
export function undoAt<T, W>(
  history: History<T, W>,
  index: number,
  rebase: Rebase<T>
): History<T, W> | null {
  const { past, present, future } = history;
  const step = past[index];
  const next = past[index + 1];
  if (!step) return null;
  if (!next) return undo(history);
  const without = (state: T) => rebase(state, next.state, step.state);
  const later = rebaseSteps(past.slice(index + 2), without);
  const now = without(present);
  if (!later || now === null) return null;
  return {
    // What the step led to is the state before the next one: now that is where it began.
    past: [...past.slice(0, index), { ...next, state: step.state }, ...later],
    present: now,
    future: [{ ...step, state: present }, ...future],
    openKey: null
  };
}

/** Brings back the step at `index` of the future and no other; `null` where that cannot be done. */
export function redoAt<T, W>(
  history: History<T, W>,
  index: number,
  rebase: Rebase<T>
): History<T, W> | null {
  const done = undoAt(mirrored(history), history.future.length - 1 - index, rebase);
  return done && mirrored(done);
}

/** With past and future exchanged: to redo is to undo backwards. */
function mirrored<T, W>({ past, future, ...rest }: History<T, W>): History<T, W> {
  return { ...rest, past: future.toReversed(), future: past.toReversed() };
}

/** `null` as soon as one of them cannot be. */
function rebaseSteps<T, W>(
  steps: readonly HistoryStep<T, W>[],
  change: (state: T) => T | null
): readonly HistoryStep<T, W>[] | null {
  const changed: HistoryStep<T, W>[] = [];
  for (const step of steps) {
    const state = change(step.state);
    if (state === null) return null;
    changed.push({ ...step, state });
  }
  return changed;
}
