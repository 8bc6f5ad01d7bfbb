/** Protects that all devices of a team hold the same in the end, and that nothing of anybody is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendBriefing } from '../mend/mend-briefing.js';
import { canonicalJson } from '../merge/canonical-json.js';
import { type Edit, edits, startingBriefing, wordsOf, Writer } from '../merge/testing/edits.js';
import { replay } from './replay.js';
import { operationsBetween, type TeamChange } from './team-change.js';

const runs = process.env['STANDPOINT_THOROUGH'] ? 1_000 : 40;
const start = startingBriefing();

/** Keeps its changes as a log: a restart reads them anew. */
class Device {
  #log: readonly TeamChange[] = [];
  readonly taken = new Set<string>();
  readonly wrote = new Set<string>();
  readonly #writer: Writer;

  constructor(readonly name: string) {
    this.#writer = new Writer(name);
  }

  get log(): readonly TeamChange[] {
    return this.#log;
  }

  get briefing() {
    return replay(start, this.#log);
  }

  write(made: readonly Edit[]): void {
    const before = this.briefing;
    const after = mendBriefing(this.#writer.write(before, made, before.modifiedAt)).briefing;
    const operations = operationsBetween(before, after);
    if (operations.length === 0) return;
    const base: Record<string, number> = {};
    for (const { device, n } of this.#log) base[device] = Math.max(base[device] ?? 0, n);
    const lamport = 1 + Math.max(0, ...this.#log.map((change) => change.lamport));
    const n = (base[this.name] ?? 0) + 1;
    this.#log = [
      ...this.#log,
      { device: this.name, n, author: this.name, lamport, base, operations }
    ];
    const [was, is] = [wordsOf(before), wordsOf(after)];
    for (const word of was) if (!is.has(word)) this.taken.add(word);
    for (const word of is) this.wrote.add(word);
  }

  /** In any order, and with some that it has. */
  receive(changes: readonly TeamChange[]): void {
    const there = new Set(this.#log.map(({ device, n }) => `${device} ${n}`));
    this.#log = [...this.#log, ...changes.filter(({ device, n }) => !there.has(`${device} ${n}`))];
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ at: fc.nat(5), made: edits }),
    fc.record({ from: fc.nat(5), to: fc.nat(5) })
  ),
  { minLength: 4, maxLength: 14 }
);

test(
  'changes that arrive in any order, late and twice, make the same state, with every word',
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        steps,
        fc.infiniteStream(fc.nat(99)),
        (count, schedule, dice) => {
          const devices = Array.from({ length: count }, (_, n) => new Device('QRSTVW'[n] ?? 'W'));
          for (const step of schedule) {
            if ('made' in step) devices[step.at % count]?.write(step.made);
            else devices[step.to % count]?.receive(devices[step.from % count]!.log);
          }
          const all = devices.flatMap(({ log }) => log);
          const states = devices.map((device) => {
            const shuffled = all
              .map((change) => ({ change, place: Number(dice.next().value) }))
              .sort((a, b) => a.place - b.place)
              .map(({ change }) => change);
            device.receive(shuffled);
            return canonicalJson(replay(start, [...shuffled, ...device.log]));
          });
          for (const state of states) expect(state).toBe(states[0]);
          for (const { wrote } of devices) {
            for (const word of wrote) {
              if (!devices.some(({ taken }) => taken.has(word))) expect(states[0]).toContain(word);
            }
          }
          expect(mendBriefing(JSON.parse(states[0]!) as typeof start).mended).toEqual([]);
        }
      ),
      { numRuns: runs }
    );
  },
  runs > 40 ? 3_600_000 : undefined
);
