/** What a briefing is after some of its changes, with what is needed to apply the next. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Writers } from './edit-between.js';
import type { Entry, KnownChanges, PlacedChange, PlaceInOrder } from './team-change.js';
import { type Gone, type Trace, writerIn } from './trace.js';

/** A change that counts as known, and yet changes nothing: it does not fit. */
export interface LeftOut extends Pick<PlacedChange, 'device' | 'n' | 'author' | 'at'> {
  /** A sentence for a person. */
  readonly why: string;
}

/** Changed only by the one that made it, and only until it is handed on: then `copy` it. */
export class ReplayedState implements Writers {
  briefing: Briefing | null = null;
  /** The changes that were applied. */
  applied: KnownChanges = {};
  /** The last of them in their order. */
  last: PlaceInOrder | null = null;
  /** Those that created, edited or restored. */
  worked: KnownChanges = {};
  /** Those that put it into the bin; empty: it is not there. */
  binned: KnownChanges = {};
  leftOut: readonly LeftOut[] = [];
  gone: Map<Id, Gone> = new Map();
  traces: Map<Id, Trace> = new Map();

  copy(): ReplayedState {
    const copy = Object.assign(new ReplayedState(), this);
    copy.gone = new Map(this.gone);
    copy.traces = new Map(this.traces);
    return copy;
  }

  /** Takes out of `entries`, a list that is just being changed, what is `removed`: it has gone from now on. */
  takeOut(
    { list, by }: Pick<Gone, 'list' | 'by'>,
    entries: Map<Id, Entry>,
    removed: readonly Id[]
  ): void {
    if (removed.length === 0) return;
    const ids = [...entries.keys()];
    const behind = new Map(ids.map((id, index) => [id, ids[index - 1] ?? null]));
    for (const id of removed) {
      const entry = entries.get(id);
      if (!entry) continue;
      this.gone.set(id, { list, entry, after: behind.get(id) ?? null, by });
      entries.delete(id);
    }
  }

  get isBinned(): boolean {
    return Object.keys(this.binned).length > 0;
  }

  isWritten(id: Id): boolean {
    return this.traces.get(id)?.isWritten ?? false;
  }

  writerOf(id: Id, path: string) {
    return writerIn(this.traces.get(id), path);
  }
}
