/** Who of a shared library changed what of the open briefing last, and what of it since one looked. Knows no DOM. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { type AnyEntry, isSameWork } from '../../../src-main/domain/briefing/same-work.js';
import {
  type BriefingChanges,
  noBriefingChanges
} from '../../../src-main/domain/program/team-state.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import { namesInWords } from '../open/change-in-words.js';
import {
  bringers,
  lastChanges,
  type OthersChanges,
  othersChanges,
  type PersonsMove,
  personsMoves
} from '../open/others-changes.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

export class OthersDesk {
  #changes = $state.raw(noBriefingChanges);
  /** The others as they are by now; `null` before any of them was told after the first look. */
  #people = $state.raw<BriefingChanges['people'] | null>(null);
  /** The entries that somebody else changed last, as they are known to be since. */
  readonly #last = $derived.by(() => lastChanges(this.#seenAs, this.#changes));
  /** By person, the latest first. */
  readonly since: readonly OthersChanges[] = $derived.by(() =>
    this.#changes.last.length === 0 || !this.seen
      ? []
      : othersChanges(this.open.briefing, this.#changes, this.seen)
  );
  /** Who came and went. */
  readonly moves: readonly PersonsMove[] = $derived.by(() =>
    personsMoves(this.#people ?? this.#changes.people, this.seenPeople)
  );
  /** By entry the name of whoever else wrote it first; `null` where the library is nobody else’s, or that is not known. */
  readonly brought: ReadonlyMap<Id, string> | null = $derived.by(() => bringers(this.#changes));
  /** `null` before the first look at it. */
  private readonly seenPeople: NonNullable<ReadingPlace['seenPeople']> | null;
  /** How many changes of each device were here when the person looked last; `null` before the first look. */
  private readonly seen: NonNullable<ReadingPlace['seenChanges']> | null;
  /** The briefing that `#changes` is about. */
  #seenAs: Briefing;

  constructor(
    private readonly open: OpenBriefing,
    place: ReadingPlace | null
  ) {
    this.seenPeople = place?.seenPeople ?? null;
    this.seen = place === null ? null : (place.seenChanges ?? {});
    this.#seenAs = open.briefing;
    open.onCameIn(({ to }) => void this.#read(to));
    open.followPeople?.((people) => (this.#people = people), open.closed);
    void this.#read(open.briefing);
  }

  get known(): Readonly<Record<string, number>> {
    return this.#changes.known;
  }

  /** How each other device stands to the library; `null` while that is not known. */
  get people(): ReadingPlace['seenPeople'] | null {
    // Nothing was read yet.
    if (this.#changes === noBriefingChanges) return this.seenPeople;
    const people = this.#people ?? this.#changes.people;
    return Object.fromEntries(people.map(({ device, standing }) => [device, standing]));
  }

  /** Such as “Last changed by Anna, 29 November 2026, 15:03”; empty where nobody else changed the entry last. */
  readonly lastChange = (entry: AnyEntry): string => {
    const last = this.#last.get(entry.id);
    // What was changed here since is one's own.
    if (!last || !isSameWork(last.entry, entry)) return '';
    return `Last changed by ${namesInWords([last.by.name])}, ${personsDates.moment(last.by.at)}`;
  };

  async #read(as: Briefing): Promise<void> {
    const changes = (await this.open.readChanges()) ?? noBriefingChanges;
    this.#seenAs = as;
    this.#changes = changes;
  }
}
