/** How many things are done side by side: so many wait for the disk or the network together. */
const mostAtOnce = 24;

/** Does the same with each. Where one rejects no other is begun, and it rejects once those under way have ended. */
export async function inPool<T>(
  things: Iterable<T>,
  job: (thing: T) => Promise<void>
): Promise<void> {
  const left = things[Symbol.iterator]();
  const failures: unknown[] = [];
  const work = async () => {
    while (failures.length === 0) {
      const next = left.next();
      if (next.done) return;
      try {
        await job(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  if (failures.length > 0) throw failures[0];
}
