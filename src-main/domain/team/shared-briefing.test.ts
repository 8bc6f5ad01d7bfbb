/** Protects that all devices of a team hold the same in the end, and that nothing of anybody is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Briefing } from '../briefing/briefing.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { canonicalJson } from '../merge/canonical-json.js';
import { type Edit, edits, startingBriefing, wordsOf, Writer } from '../merge/testing/edits.js';
import { HistoryNeeded } from './history-needed.js';
import { SharedBriefing } from './shared-briefing.js';
import { readTeamChange, type TeamChange } from './team-change.js';

const isThorough = process.env['STANDPOINT_THOROUGH'] === '1';
const numRuns = isThorough ? 1_000 : 40;
const patience = isThorough ? 3_600_000 : undefined;
const start = startingBriefing();

/** What a carrier keeps: over JSON, and read as something that nobody trusts. */
class Log {
  readonly changes: TeamChange[] = [];

  add(change: TeamChange): TeamChange {
    const read = readTeamChange(JSON.parse(JSON.stringify(change)));
    if (!read.ok) throw new Error(read.error.message);
    this.changes.push(read.value);
    return read.value;
  }
}

class Device {
  shared = SharedBriefing.empty;
  /** Words and entries that were taken out by somebody who saw them. */
  readonly taken = new Set<string>();
  readonly wrote = new Set<string>();
  readonly #writer: Writer;

  constructor(
    readonly name: string,
    readonly log: Log,
    readonly clock: () => string
  ) {
    this.#writer = new Writer(name);
  }

  get by() {
    const device = this.name.charCodeAt(0).toString(16).padStart(32, '0');
    return { device, author: `Person ${this.name}`, at: this.clock() };
  }

  write(made: readonly Edit[]): void {
    const before = this.shared.briefing;
    const after = before
      ? mendBriefing(this.#writer.write(before, made, this.clock())).briefing
      : start;
    this.change(after);
  }

  change(after: Briefing): void {
    const before = this.shared.briefing;
    const change = this.shared.changeTo(after, this.by);
    if (!change) return;
    this.shared = this.shared.with([this.log.add(change)]);
    // Whatever was merged before: what she wrote is what stands there.
    expect(contentOf(this.shared)).toBe(canonicalJson({ ...after, modifiedAt: '' }));
    expect(this.shared.changeTo(after, this.by)).toBeNull();
    const [was, is] = [thingsIn(before), thingsIn(after)];
    for (const thing of was) if (!is.has(thing)) this.taken.add(thing);
    for (const thing of is) this.wrote.add(thing);
  }

  receive(changes: readonly TeamChange[]): void {
    try {
      this.shared = this.shared.with(changes);
    } catch (error) {
      if (!(error instanceof HistoryNeeded)) throw error;
      this.shared = this.shared.withHistory(this.log.changes).with(changes);
    }
  }

  restart(): void {
    this.shared = SharedBriefing.decode(JSON.parse(JSON.stringify(this.shared.encode())));
  }
}

/** Words, and the ids of entries that are never to be lost. */
function thingsIn(briefing: Briefing | null): ReadonlySet<string> {
  if (!briefing) return new Set();
  const { positions, annotations } = briefing;
  return new Set([...wordsOf(briefing), ...[...positions, ...annotations].map(({ id }) => id)]);
}

function contentOf({ briefing }: SharedBriefing): string {
  return canonicalJson({ ...briefing, modifiedAt: '' });
}

const who = fc.nat(5);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ at: who, made: edits }) },
    { weight: 4, arbitrary: fc.record({ to: who, which: fc.array(fc.nat(60), { maxLength: 20 }) }) },
    { weight: 2, arbitrary: fc.record({ from: who, to: who }) },
    { weight: 1, arbitrary: fc.record({ restarting: who }) },
    { weight: 1, arbitrary: fc.record({ folding: who }) },
    { weight: 1, arbitrary: fc.record({ binning: who }) }
  ),
  { minLength: 4, maxLength: 24 }
);

test(
  'devices that were apart, late, restarted and folded hold the same in the end, with every word',
  () => {
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
              device.shared = device.shared.checkpoint();
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
  },
  patience
);
