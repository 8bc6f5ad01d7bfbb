/** `standpoint compare`: what changed between two briefings, or in one between two days or versions. */
import { compareBriefings } from '../domain/compare/compare-briefings.js';
import {
  sideOf,
  sidesBetween,
  sidesByLedger,
  type Side,
  type Sides
} from '../domain/compare/sides.js';
import type { PartialDate } from '../domain/base/partial-date.js';
import type { Library } from '../store/library.js';
import { readWritten, readWrittenPair } from '../handlers/export-from-library.js';
import { type Command, json as jsonOption, library, UsageError } from './command.js';
import { comparisonInWords } from './comparison-words.js';
import { dayOption } from './day-option.js';
import { findState, type FoundState } from './find-state.js';
import { json } from './io.js';
import { useLibrary } from './use-library.js';

export const compare: Command = {
  name: 'compare',
  usage: 'ID[@VERSION] [ID[@VERSION]] [--from DAY] [--until DAY] [--ledger]',
  summary: 'Tells what changed between two briefings, or in one between two days',
  details: `Cards are compared word by word, positions by what happened to them (new, withdrawn, reversed,
hardened, softened, newly evidenced, restated, due for review). One briefing needs a day or a version.
A day stands for the briefing as it was written by the end of that day: the newest version that was
kept by then, or the briefing as it is now if it has not changed since. Where no version is that old, and
always with --ledger, the day stands for what the briefing now knows of it: the ledger by its dates,
events and sources by theirs; cards and outcomes carry no day and count as unchanged. What was
compared with what is said first. VERSION is a key that “versions” lists, its beginning, or the name
that a version was given; in place of a day. The JSON is described in docs/json.md.`,
  options: {
    ...library,
    ...jsonOption,
    from: { type: 'string' },
    until: { type: 'string' },
    ledger: { type: 'boolean' }
  },
  arity: [1, 2],
  async run({ positionals: [first = '', second], values }, io) {
    const [from, until] = [dayOption(values, 'from'), dayOption(values, 'until')];
    const byLedger = values['ledger'] === true;
    if (second === undefined && from === null && until === null && !first.includes('@')) {
      throw new UsageError(
        'compare needs two IDs, or one and --from DAY or --until DAY, or one with a version: ID@VERSION.'
      );
    }
    const { comparison, remark } = await useLibrary(values, io, 'read', async (opened) => {
      const before = await findState(opened, first);
      const after = second === undefined ? null : await findState(opened, second);
      refuseTwoTimes(before, from, '--from');
      refuseTwoTimes(after, until, '--until');
      const sides =
        after === null && !before.version
          ? await oneOnTwoDays(opened, before, { from, until }, byLedger)
          : {
              before: await side(opened, before, from, byLedger),
              after: await side(opened, after ?? nowOf(before), until, byLedger),
              remark: ''
            };
      return {
        comparison: compareBriefings(sides.before, sides.after),
        remark: sides.remark
      };
    });
    io.out(values['json'] ? json(comparison) : comparisonInWords(comparison, remark));
    return 0;
  }
};

async function oneOnTwoDays(
  opened: Library,
  { now }: FoundState,
  days: { readonly from: PartialDate | null; readonly until: PartialDate | null },
  byLedger: boolean
): Promise<Sides> {
  if (byLedger) return { ...sidesByLedger(now, days), remark: '' };
  return sidesBetween(now, days, await readWrittenPair(opened, now, days));
}

async function side(
  opened: Library,
  { now, version }: FoundState,
  day: PartialDate | null,
  byLedger: boolean
): Promise<Side> {
  if (version) return sideOf(version);
  if (day === null || byLedger) return { briefing: now, day };
  const written = await readWritten(opened, now, day);
  return written ? sideOf(written, day) : { briefing: now, day };
}

function nowOf({ now }: FoundState): FoundState {
  return { now, version: null };
}

function refuseTwoTimes(state: FoundState | null, day: PartialDate | null, option: string): void {
  if (!state?.version || day === null) return;
  throw new UsageError(`A version has its own time: give either @VERSION or ${option}, not both.`);
}
