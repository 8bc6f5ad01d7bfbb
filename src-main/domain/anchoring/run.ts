/** What two versions of a sequence or a text have in common. */

/** `length` units from `before` in the old version equal those from `after` in the new one. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** The stretches of both versions that lie between two runs. */
export interface Gap {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** Appends a run, as part of the last one when it goes on where that ends. Empty runs are ignored. */
export function addRun(runs: Run[], run: Run): void {
  if (run.length === 0) return;
  const last = runs.at(-1);
  const goesOn =
    last && last.before + last.length === run.before && last.after + last.length === run.after;
  if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + run.length };
  else runs.push(run);
}
