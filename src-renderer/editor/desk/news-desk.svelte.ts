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
import { type Moment, type PartialDate, today } from '../../../src-main/domain/base/values.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { OthersDesk } from './others-desk.svelte.js';

/** What is new in one source, or what came in since then. */
export type GatherBy = 'source' | 'visit' | 'day';

export class NewsDesk {
  by = $state<GatherBy>('source');
  day = $state<PartialDate>(today());
  readonly #since: Since;
  readonly #visit: string;
  // What only typing changes is not counted again.
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #events = $derived.by(() => this.open.briefing.events);
  /**
   * How many entries came in since the last visit, whatever is shown, of a shared library those of others; 0 in
   * the first visit, to which all is new.
   */
  readonly count: number = $derived.by(() => {
    const { brought } = this.others;
    return this.place === null
      ? 0
      : countCameIn(
          {
            sources: this.#sources,
            positions: this.#positions,
            statements: this.#statements,
            actors: this.#actors,
            figures: this.#figures,
            events: this.#events
          },
          (entry) => (brought === null || brought.has(entry.id)) && this.#since(entry)
        );
  });

  // Only what can come in is looked at again, and only while it is asked for.
  readonly cameIn: CameIn = $derived.by(() =>
    whatCameIn(this.open.briefing, this.by === 'day' ? sinceDay(this.day) : this.#since)
  );
  /** Such as “New since your last visit, 15 August 2025, 10:03”. */
  readonly title: string = $derived.by(() =>
    this.by === 'day' ? `New since ${personsDates.inWords(this.day)}` : this.#visit
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
      this.#visit = `New since it was begun, ${personsDates.moment(briefing.createdAt)}`;
    } else if (seenAt === null) {
      this.#since = sinceState(briefing);
      this.#visit = 'New since it was opened';
    } else {
      this.#since = sinceVisit(seenAt, briefing);
      this.#visit = `New since your last visit, ${personsDates.moment(seenAt)}`;
    }
  }
}
