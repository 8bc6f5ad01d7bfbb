/** What a job costs the processor. */

/** User and system time of this process, which does nothing else, in milliseconds. */
export async function cpuOf(job: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await job();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

export function twoDigits(n: number): number {
  return Math.round(n * 100) / 100;
}
