/**
 * Which positions changed since the bottom line became what it is. The oldest version that has the same bottom line
 * tells that, so nothing is stored for it. Knows no DOM.
 */
import { untrack } from 'svelte';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { positionsChangedSince } from '../../../src-main/domain/compare/changed-since.js';
import type { NamedPositionChange } from '../../../src-main/domain/compare/comparison.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { reportFault } from '../../ui/faults.js';

const desks = new WeakMap<OpenBriefing, BottomLineDesk>();

/** One for each open briefing. Its first call looks back. */
export function bottomLineDeskOf(open: OpenBriefing): BottomLineDesk {
  const known = desks.get(open);
  if (known) return known;
  const desk = untrack(() => new BottomLineDesk(open));
  desks.set(open, desk);
  void desk.lookBack();
  return desk;
}

export class BottomLineDesk {
  /** The oldest known state that has the bottom line with which the briefing was opened. */
  #opened = $state.raw() as Briefing;
  /** The state in which the bottom line became what it is, or was last. */
  #written: Briefing;
  readonly #line = $derived.by(() => this.open.briefing.bottomLine);
  readonly #positions = $derived.by(() => this.open.briefing.positions);

  /** None of a briefing without a bottom line. */
  readonly changes: readonly NamedPositionChange[] = $derived.by(() => {
    // What only typing in a card changes is not compared again.
    void this.#positions;
    const line = this.#line;
    const briefing = untrack(() => this.open.briefing);
    if (this.#written.bottomLine !== line) this.#written = briefing;
    if (line.trim() === '') return [];
    const then = this.#opened.bottomLine === line ? this.#opened : this.#written;
    return positionsChangedSince(then, briefing);
  });

  constructor(private readonly open: OpenBriefing) {
    this.#opened = open.briefing;
    this.#written = open.briefing;
  }

  /** Looks in the versions for an older state with this bottom line; until then the state on opening counts. */
  async lookBack(): Promise<void> {
    const { disk } = this.open;
    const { id, bottomLine } = this.#opened;
    try {
      const versions = ((await disk.listVersions?.(id)) ?? []).filter(
        ({ kind }) => kind !== 'undone'
      );
      await oldestWhile(versions.length, async (index) => {
        const version = versions[index];
        const state = version && (await disk.openVersion?.(id, version.key));
        if (state?.briefing.bottomLine !== bottomLine) return false;
        this.#opened = state.briefing;
        return true;
      });
    } catch (error) {
      // Fewer changes are told then.
      reportFault('Since when the bottom line stands', error);
    }
  }
}

/**
 * Asks about states from the newest on, in growing steps and then between them, until it comes to the oldest for which
 * `holds`. What held once and ceased to hold in between is not looked for.
 */
async function oldestWhile(
  count: number,
  holds: (index: number) => Promise<boolean>
): Promise<void> {
  let [held, failed] = [-1, count];
  for (let step = 1; held + step < failed; step *= 2) {
    if (await holds(held + step)) held += step;
    else failed = held + step;
  }
  while (held + 1 < failed) {
    const middle = (held + failed) >> 1;
    if (await holds(middle)) held = middle;
    else failed = middle;
  }
}
