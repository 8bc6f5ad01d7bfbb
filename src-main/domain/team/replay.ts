/**
 * The state of a briefing from the changes of all devices: the same for every order in which they arrive,
 * since they count in one order everywhere. Nothing that anybody wrote is lost. Pure.
 */
import { carryAcross } from '../anchoring/carry-across.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { CollectionName } from '../briefing/change.js';
import type { Dismissal } from '../briefing/entries.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { mendReferences } from '../mend/mend-references.js';
import { Mendings } from '../mend/mendings.js';
import { type BriefingClash, clashCard } from '../merge/clash-card.js';
import { contestForks } from '../merge/contest-forks.js';
import { restsOn } from '../merge/merge-briefings.js';
import { mergeFields } from '../merge/merge-fields.js';
import { orderOf } from '../merge/merge-lists.js';
import { byLamport, type Fields, knew, type Operation, type TeamChange } from './team-change.js';

type Entry = Briefing[CollectionName][number];

/** `start` is what all of them began with. A change that is given twice counts once. */
export function replay(start: Briefing, changes: readonly TeamChange[]): Briefing {
  const each = new Map(changes.map((change) => [`${change.device} ${change.n}`, change]));
  const replaying = new Replaying(start);
  for (const change of [...each.values()].sort(byLamport)) replaying.apply(change);
  return replaying.result();
}

class Replaying {
  #now: Briefing;
  /** What was taken out, to come back where somebody worked on it without knowing. */
  readonly #gone = new Map<Id, { readonly list: CollectionName; readonly entry: Entry }>();
  /** The changes that touched an entry. */
  readonly #touched = new Map<Id, TeamChange[]>();
  readonly #noted = new Set<Id>();

  constructor(start: Briefing) {
    this.#now = start;
  }

  apply(change: TeamChange): void {
    const before = this.#now;
    const clashes = change.operations.flatMap((operation) => this.#operate(change, operation));
    if (before.cards !== this.#now.cards || before.annotations !== this.#now.annotations) {
      const written = change.operations.flatMap(({ ...operation }) =>
        operation.kind === 'put' && operation.list === 'cards' && 'body' in operation.now
          ? [{ ...this.#find('cards', operation.id), body: operation.now['body'] }]
          : []
      );
      const asWritten = { ...before, cards: written as unknown as Briefing['cards'] };
      this.#now = carryAcross(this.#now, [asWritten, before]);
    }
    for (const clash of clashes) {
      const card = clashCard(clash, this.#now);
      // One that is there already, or was settled, is the same clash.
      if (this.#noted.has(card.id) || this.#find('cards', card.id)) continue;
      this.#noted.add(card.id);
      this.#touch(card.id, change);
      this.#now = { ...this.#now, cards: [...this.#now.cards, card] };
    }
  }

  result(): Briefing {
    for (;;) {
      const missing = restsOn(this.#now).filter((id) => this.#gone.has(id));
      if (missing.length === 0) break;
      for (const id of [...new Set(missing)].sort()) this.#restore(id);
    }
    const whole = mendBriefing(mendReferences(this.#now, new Mendings())).briefing;
    return contestForks(whole, (one, other) => {
      const [a, b] = [this.#touched.get(one)?.[0], this.#touched.get(other)?.[0]];
      return !!a && !!b && !knew(a, b) && !knew(b, a);
    });
  }

  #operate(change: TeamChange, operation: Operation): readonly BriefingClash[] {
    switch (operation.kind) {
      case 'fields':
        return this.#setFields(operation.was, operation.now);
      case 'put':
        return this.#put(change, operation);
      case 'remove':
        this.#remove(change, operation.list, operation.id);
        return [];
      case 'order': {
        const { list, was, now } = operation;
        const entries: readonly Entry[] = this.#now[list];
        const byId = new Map(entries.map((entry) => [entry.id, entry]));
        const order = orderOf(
          { base: was, later: now, earlier: [...byId.keys()], isTied: false },
          (id) => byId.has(id)
        );
        this.#setList(
          list,
          order.flatMap((id) => byId.get(id) ?? [])
        );
        return [];
      }
    }
  }

  #setFields(was: Fields, now: Fields): readonly BriefingClash[] {
    const { merged, clashes } = changed(this.#now, was, now);
    this.#now = merged;
    return clashes.map((clash) => ({ ...clash, list: null, entry: merged }));
  }

  #put(
    change: TeamChange,
    { list, id, was, now }: Extract<Operation, { kind: 'put' }>
  ): readonly BriefingClash[] {
    for (const each of [id, ...(was === null ? dismissedIn(list, now) : [])]) {
      if (this.#gone.has(each)) this.#restore(each);
      this.#touch(each, change);
    }
    const current = this.#find(list, id);
    if (!current) {
      if (was === null) this.#setList(list, [...this.#now[list], now as unknown as Entry]);
      return [];
    }
    const { merged, clashes } = was
      ? changed(current, was, now)
      : mergeFields<Entry>({ base: null, later: now as never, earlier: current, isTied: false });
    this.#setList(
      list,
      (this.#now[list] as readonly Entry[]).map((entry) => (entry === current ? merged : entry))
    );
    const asWritten = { ...current, ...now } as Entry;
    return clashes.map((clash) => ({
      ...clash,
      list,
      entry: clash.side === 'later' ? asWritten : current
    }));
  }

  /** What somebody has worked on meanwhile stays, and so does the ledger. */
  #remove(change: TeamChange, list: CollectionName, id: Id): void {
    const entry = this.#find(list, id);
    const touched = this.#touched.get(id) ?? [];
    if (!entry || list === 'positions' || list === 'statements') return;
    if (!touched.every((each) => each.device === change.device || knew(change, each))) return;
    this.#gone.set(id, { list, entry });
    this.#setList(
      list,
      (this.#now[list] as readonly Entry[]).filter((each) => each !== entry)
    );
  }

  #restore(id: Id): void {
    const gone = this.#gone.get(id);
    this.#gone.delete(id);
    if (gone) this.#setList(gone.list, [...this.#now[gone.list], gone.entry]);
  }

  #touch(id: Id, change: TeamChange): void {
    this.#touched.set(id, [...(this.#touched.get(id) ?? []), change]);
  }

  #find(list: CollectionName, id: Id): Entry | undefined {
    return (this.#now[list] as readonly Entry[]).find((entry) => entry.id === id);
  }

  #setList(list: CollectionName, entries: readonly Entry[]): void {
    this.#now = { ...this.#now, [list]: entries };
  }
}

/** Whoever dismisses something about an entry works on that entry. */
function dismissedIn(list: CollectionName, now: Fields): readonly Id[] {
  if (list !== 'dismissals') return [];
  const { about, with: other } = now as unknown as Dismissal;
  return other === null ? [about] : [about, other];
}

/** The change counts after everything that stands there, of which it may have known only a part. */
function changed<T extends object>(current: T, was: Fields, now: Fields) {
  return mergeFields<T>({
    base: { ...current, ...was },
    later: { ...current, ...now },
    earlier: current,
    isTied: false
  });
}
