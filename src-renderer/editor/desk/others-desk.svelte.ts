/** Who of a shared library changed what of the open briefing last, and what of it since one looked. Knows no DOM. */
import { noBriefingChanges } from '../../../src-main/domain/program/team-state.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import { type OthersChanges, othersChanges } from '../open/others-changes.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

export class OthersDesk {
  #changes = $state.raw(noBriefingChanges);
  /** By person, the latest first. */
  readonly since: readonly OthersChanges[] = $derived.by(() =>
    this.#changes.last.length === 0 || !this.seen
      ? []
      : othersChanges(this.open.briefing, this.#changes, this.seen)
  );
  /** How many changes of each device were here when the person looked last; `null` before the first look. */
  private readonly seen: NonNullable<ReadingPlace['seenChanges']> | null;

  constructor(
    private readonly open: OpenBriefing,
    place: ReadingPlace | null
  ) {
    this.seen = place === null ? null : (place.seenChanges ?? {});
    open.onCameIn(() => void this.#read());
    void this.#read();
  }

  get known(): Readonly<Record<string, number>> {
    return this.#changes.known;
  }

  async #read(): Promise<void> {
    this.#changes = (await this.open.readChanges()) ?? noBriefingChanges;
  }
}
