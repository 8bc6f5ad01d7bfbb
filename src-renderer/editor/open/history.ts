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
  /** What came from elsewhere into the state since. */
  readonly since?: FromOthers<T>;
}

/** Of changes that others made, which undo must leave where they are. */
export interface FromOthers<T> {
  /** States on which parts of this one may still rest: the first as it was before all of them. */
  readonly grounds: readonly T[];
  /** Who made the changes. */
  readonly authors: readonly string[];
  /** They changed what the step did: it cannot be taken back without them. */
  readonly isTangled: boolean;
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

/** `isWhole`: nothing of what was to be done to it was left out. */
export interface Rebased<T> {
  readonly state: T;
  readonly isWhole: boolean;
}

/** As `Rebase`, which leaves out what cannot be done. */
export type RebaseMost<T> = (onto: T, from: T, to: T) => Rebased<T>;

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
    future: [{ state: history.present, what: step.what }, ...history.future],
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
    past: [...past.slice(0, index), { ...step, what: next.what }, ...later],
    present: now,
    future: [{ state: present, what: step.what }, ...future],
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

/** As many states as one may rest on. */
const mostGrounds = 8;

/**
 * Takes a change from elsewhere into all states. It is no step: undo and redo lead where they led, with
 * it. From the present outward, each state is rebased by what lies between it and its neighbour.
 *
 * @param present what the change makes of the present.
 */
export function takeIn<T, W>(
  history: History<T, W>,
  present: T,
  authors: readonly string[],
  rebase: RebaseMost<T>
): History<T, W> {
  const from = history.present;
  const change = { from, to: present, authors };
  return {
    ...history,
    past: rebaseOutward(history.past.toReversed(), change, rebase).toReversed(),
    present,
    future: rebaseOutward(history.future, change, rebase)
  };
}

/** Lets what the step at `index` of the past did stand: undo goes on with the steps before it. */
export function letStand<T, W>(
  history: History<T, W>,
  index: number,
  rebase: RebaseMost<T>
): History<T, W> {
  const { past, present } = history;
  const step = past[index];
  if (!step) return history;
  const to = past[index + 1]?.state ?? present;
  const change = { from: step.state, to, authors: step.since?.authors ?? [] };
  const before = rebaseOutward(past.slice(0, index).toReversed(), change, rebase).toReversed();
  return { ...history, past: [...before, ...past.slice(index + 1)], openKey: null };
}

/** Lets what was undone of the step at `index` of the future stand likewise. */
export function letUndone<T, W>(
  history: History<T, W>,
  index: number,
  rebase: RebaseMost<T>
): History<T, W> {
  return mirrored(letStand(mirrored(history), history.future.length - 1 - index, rebase));
}

/** The nearest first. */
function rebaseOutward<T, W>(
  steps: readonly HistoryStep<T, W>[],
  change: { readonly from: T; readonly to: T; readonly authors: readonly string[] },
  rebase: RebaseMost<T>
): readonly HistoryStep<T, W>[] {
  let { from, to } = change;
  return steps.map((step) => {
    // What no nearer state has taken in, this one cannot meet.
    if (from === to) return step;
    const { state, isWhole } = rebase(step.state, from, to);
    [from, to] = [step.state, state];
    if (state === step.state && isWhole) return step;
    const { grounds = [step.state], authors = [], isTangled = false } = step.since ?? {};
    const [first = step.state, ...others] = [...grounds, change.to];
    return {
      ...step,
      state,
      since: {
        grounds: [first, ...others.slice(1 - mostGrounds)],
        authors: [...new Set([...authors, ...change.authors])],
        isTangled: isTangled || !isWhole
      }
    };
  });
}
