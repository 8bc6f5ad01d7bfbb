/** Undo and redo over whole states. States share all that did not change, so keeping them is cheap. */

export interface Step<T> {
  readonly state: T;
  /** What undoing this step takes back, in words for a menu: "Typing", "Move card". */
  readonly label: string;
  /** Steps in a row with the same key are one step; `null` never merges. */
  readonly mergeKey: string | null;
}

export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
  /** The key that the next step may merge with; `null` once a pause or another act came between. */
  readonly openKey: string | null;
}

/** Steps beyond this many are forgotten, oldest first. */
const maxSteps = 1_000;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], openKey: null };
}

export function record<T>(
  history: History<T>,
  next: T,
  label: string,
  mergeKey: string | null = null
): History<T> {
  if (next === history.present) return history;
  const merges = mergeKey !== null && mergeKey === history.openKey;
  const step = { state: history.present, label, mergeKey };
  const past = merges ? history.past : [...history.past, step].slice(-maxSteps);
  return { past, present: next, future: [], openKey: mergeKey };
}

/** Ends a run of merging steps, as when the person pauses or leaves the field. */
export function pause<T>(history: History<T>): History<T> {
  return history.openKey === null ? history : { ...history, openKey: null };
}

export function undo<T>(history: History<T>): History<T> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.state,
    future: [{ ...step, state: history.present }, ...history.future],
    openKey: null
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [step, ...future] = history.future;
  if (!step) return history;
  return {
    past: [...history.past, { ...step, state: history.present }],
    present: step.state,
    future,
    openKey: null
  };
}
