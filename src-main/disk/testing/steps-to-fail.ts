import type { Fault } from './failing-disk.js';

/**
 * The steps of an act that a test lets fail, one in each run: the first, the last, and between them every `every`-th,
 * counted from `offset`. With `every` at 1 they are all steps; else runs that share the steps among them by
 * their offsets leave none out. `SHORT` counts only steps that write, since it harms no others.
 * @param steps the names of all that the act takes while nothing fails
 */
export function stepsToFail(
  fault: Fault,
  steps: readonly string[],
  { every, offset }: { readonly every: number; readonly offset: number }
): readonly number[] {
  return steps
    .flatMap((name, step) => (fault !== 'SHORT' || writes.test(name) ? [step] : []))
    .filter((_, at, { length }) => at === 0 || at === length - 1 || at % every === offset % every);
}

const writes = /^file\.(write|writeFile|appendFile)$/;
