/** Protects that all devices of a team hold the same in the end, and that nothing of anybody is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { mendBriefing } from '../mend/mend-briefing.js';
import { canonicalJson } from '../merge/canonical-json.js';
import { edits } from '../merge/testing/edits.js';
import { contentOf, Device, Log } from './testing/devices.js';

const numRuns = bySize({ usual: 40, full: 1_000 });

const who = fc.nat(5);
/** At few places, so that they meet. */
const made = edits
  .filter(({ length }) => length > 0)
  .map((all) =>
    all.map(({ kind, which, where }) => ({ kind, which: which % 3, where: where % 6 }))
  );
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ at: who, made }) },
    {
      weight: 4,
      arbitrary: fc.record({ to: who, which: fc.array(fc.nat(60), { maxLength: 20 }) })
    },
    { weight: 2, arbitrary: fc.record({ from: who, to: who }) },
    { weight: 1, arbitrary: fc.record({ restarting: who }) },
    { weight: 1, arbitrary: fc.record({ folding: who, kept: fc.option(fc.nat(6)) }) },
    { weight: 1, arbitrary: fc.record({ binning: who }) }
  ),
  { minLength: 8, maxLength: 24, size: 'max' }
);

test('devices that were apart, late, restarted and folded hold the same in the end, with every word', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      steps,
      fc.boolean(),
      fc.infiniteStream(fc.nat(99)),
      (count, schedule, isCreatedTwice, dice) => {
        const log = new Log();
        let seconds = 0;
        const devices = Array.from(
          { length: count },
          (_, n) =>
            new Device('QRSTVW'[n] ?? 'W', log, () =>
              new Date(Date.UTC(2025, 7, 18) + (seconds += 1) * 1_000 + n * 1e9).toISOString()
            )
        );
        const [first, ...others] = devices;
        first!.write([]);
        if (!isCreatedTwice) for (const other of others) other.receive(log.changes);
        for (const step of schedule) {
          if ('made' in step) devices[step.at % count]!.write(step.made);
          else if ('which' in step) {
            const some = step.which.flatMap((n) => log.changes[n] ?? []);
            devices[step.to % count]!.receive(some);
          } else if ('from' in step) {
            devices[step.to % count]!.receive(devices[step.from % count]!.shared.changes);
          } else if ('restarting' in step) devices[step.restarting % count]!.restart();
          else if ('binning' in step) {
            const { shared, by } = devices[step.binning % count]!;
            const change = shared.binChange(by) ?? shared.restoreChange(by);
            if (change) devices[step.binning % count]!.receive([log.add(change)]);
          } else {
            const device = devices[step.folding % count]!;
            const { shared } = device;
            device.shared = step.kept === null ? shared.checkpoint() : shared.folded(step.kept);
            expect(device.shared.known).toEqual(shared.known);
            expect(contentOf(device.shared)).toBe(contentOf(shared));
          }
        }
        for (const device of devices) {
          const shuffled = log.changes
            .map((change) => ({ change, place: Number(dice.next().value) }))
            .sort((a, b) => a.place - b.place)
            .map(({ change }) => change);
          for (const change of shuffled) device.receive([change]);
        }
        const [one, ...more] = devices.map(({ shared }) => shared);
        const final = canonicalJson(one!.briefing);
        for (const shared of more) {
          expect(canonicalJson(shared.briefing)).toBe(final);
          expect(shared.isBinned).toBe(one!.isBinned);
        }
        for (const { waiting, leftOut } of [one!, ...more]) {
          expect(waiting).toBe(0);
          expect(leftOut).toEqual([]);
        }
        for (const { wrote } of devices) {
          for (const thing of wrote) {
            if (!devices.some(({ taken }) => taken.has(thing))) expect(final).toContain(thing);
          }
        }
        expect(mendBriefing(one!.briefing!).mended).toEqual([]);
      }
    ),
    { numRuns }
  );
});
