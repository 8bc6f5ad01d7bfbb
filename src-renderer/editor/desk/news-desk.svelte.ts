/** What came into the open briefing since the last visit or a day. Knows no DOM. */
import {
  type CameIn,
  countCameIn,
  type Since,
  sinceDay,
  sinceState,
  sinceVisit,
  whatCameIn
} from '../../../src-main/domain/news/came-in.js';
import { type Id, type Moment, PartialDate } from '../../../src-main/domain/base/values.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { OthersDesk } from './others-desk.svelte.js';

export class NewsDesk {
  /** Since which day what came in is gathered; `null`: since the last visit. */
  day = $state.raw<PartialDate | null>(null);
  readonly #since: Since;
  readonly #visit: string;
  // What only typing changes is not counted again.
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #events = $derived.by(() => this.open.briefing.events);
  readonly #entries = $derived.by(() => ({
    sources: this.#sources,
    positions: this.#positions,
    statements: this.#statements,
    actors: this.#actors,
    figures: this.#figures,
    events: this.#events
  }));
  /**
   * How many entries others brought into a shared library since the last visit, whatever is shown; 0 in the first
   * visit, to which all is new. What one did oneself is no news.
   */
  readonly count: number = $derived.by(() => {
    const { brought } = this.others;
    return this.place === null || brought === null
      ? 0
      : countCameIn(this.#entries, (entry) => brought.has(entry.id) && this.#since(entry));
  });

  /** Whether a source came in since the last visit; none in the first one. */
  isNew(id: Id): boolean {
    const source = this.place && this.#sources.find((each) => each.id === id);
    const { brought } = this.others;
    if (!source || (brought !== null && !brought.has(id))) return false;
    return this.#since({ id, at: source.importedAt });
  }

  /** Since a day all; since the last visit the sources, and what others brought. */
  // Only what can come in is looked at again, and only while it is asked for.
  readonly cameIn: CameIn = $derived.by(() => {
    if (this.day !== null) return whatCameIn(this.open.briefing, sinceDay(this.day));
    const { brought } = this.others;
    const isSource = (id: string) => this.#sources.some((each) => each.id === id);
    return whatCameIn(
      this.open.briefing,
      (entry) => this.#since(entry) && (isSource(entry.id) || (brought?.has(entry.id) ?? false))
    );
  });
  /** Such as “New since your last visit, 15 August 2025, 10:03”. */
  readonly title: string = $derived.by(() =>
    this.day === null ? this.#visit : `New since ${personsDates.inWords(this.day)}`
  );

  /** @param place where the person was when she left the briefing; `null` where she never was in it. */
  constructor(
    private readonly open: OpenBriefing,
    private readonly place: ReadingPlace | null,
    private readonly others: Pick<OthersDesk, 'brought'>
  ) {
    const { briefing } = open;
    const seenAt: Moment | null = place?.seenAt ?? null;
    if (place === null) {
      this.#since = () => true;
      this.#visit = `New since the briefing began, ${personsDates.moment(briefing.createdAt)}`;
    } else if (seenAt === null) {
      this.#since = sinceState(briefing);
      this.#visit = 'New since you opened it';
    } else {
      this.#since = sinceVisit(seenAt, briefing);
      this.#visit = `New since your last visit, ${personsDates.moment(seenAt)}`;
    }
  }
  /** What is not yet a day leaves the one before; nothing: since the last visit. */
  since(written: string): void {
    const day = PartialDate.safeParse(written);
    if (day.success) this.day = day.data;
    else if (written === '') this.day = null;
  }
}
