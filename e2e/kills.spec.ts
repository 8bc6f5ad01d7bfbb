/** Whatever the program is doing when it is killed, or told to end: what was acknowledged is there, and nothing is damaged. */
import { type Kind, kindNames, kinds } from './kills/kinds.js';
import { expect, test } from './fixtures.js';

/** How much is acknowledged before the first kill; the second comes as soon as the work has begun. */
const before: Readonly<Record<keyof typeof kinds, number>> = {
  writing: 3,
  terminating: 12,
  exporting: 1,
  versions: 8,
  restoring: 2,
  importing: 20
};

for (const name of kindNames) {
  test(
    `ended amid ${name}, nothing that was acknowledged is lost`,
    { tag: '@rest' },
    async ({ home, launch }) => {
      const kind: Kind = kinds[name];
      for (const [i, count] of [before[name], 0].entries()) {
        const moment = (work: { reached: (count: number) => Promise<void> }) => work.reached(count);
        const { faults, acknowledged } = await kind({ home, round: i + 1, launch, moment });
        expect(faults).toEqual([]);
        expect(acknowledged).toBeGreaterThanOrEqual(count);
      }
    }
  );
}
