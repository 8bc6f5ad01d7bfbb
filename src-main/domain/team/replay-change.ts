/**
 * Applies the next change, in their one order, to a state. What its device did not know is merged with it:
 * field by field, texts by words, and what cannot stand beside it becomes a clash card.
 * Over 300 lines because what one change does to one state is read as a whole.
 */
import { isSameJson } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import type { Writer } from '../briefing/author.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, CardClash } from '../briefing/entries.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { type BriefingClash, clashCard } from '../merge/clash-card.js';
import { contestForks, withoutOpposites } from '../merge/contest-forks.js';
import { mergeBriefings } from '../merge/merge-briefings.js';
import { type Clash, mergeFields } from '../merge/merge-fields.js';
import type { CopySide } from '../merge/merge-words.js';
import { joinNotes } from '../merge/join-notes.js';
import { carryOver } from './carry-over.js';
import { allEntriesOf, entriesOf, missingIn, restored, withEntries } from './entries-of.js';
import type { EntryFields } from '../change/field-edits.js';
import { Damaged, type Ref, valueAt } from './field-edits.js';
import { mergeFieldsInto } from './merge-fields-into.js';
import type { ReplayedState } from './replayed-state.js';
import {
  type Put,
  type ResolvedEdit,
  type ResolvedFields,
  type ResolvedList,
  resolveEdit,
  isCutShort,
  type FindText
} from './resolve-edit.js';
import { clashToldBy, settledApart } from './settled-apart.js';
import { type Entry, type KnownChanges, knewAll, type TeamChange } from './team-change.js';
import { type Hand, handsOn, newTrace, type Trace, traceOfWritten, withHand } from './trace.js';

/** Changes `state`. Throws only what `textOf` throws beside `Damaged`, and then has changed nothing. */
export function replayChange(state: ReplayedState, change: TeamChange, textOf: FindText): void {
  try {
    new Replaying(state, change).run(textOf);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const { device, n, author, at } = change;
    const why = `A change by ${author || 'somebody'} does not fit, since ${error.message}. It is left out for everybody; nothing else is lost.`;
    state.leftOut = [...state.leftOut, { device, n, author, at, why }];
  }
  const { device, n, lamport } = change;
  state.applied = { ...state.applied, [device]: n };
  state.last = { device, n, lamport };
}

/** What of a position tells whether it is a rival of another. */
const ofStance = ['supersedes', 'stance', 'condition', 'status'] as const;

class Replaying {
  readonly #state: ReplayedState;
  readonly #change: TeamChange;
  readonly #ref: Ref;
  readonly #self: KnownChanges;
  readonly #hand: Hand;
  /** Nothing that its device did not know counts before it. */
  readonly #isAlone: boolean;
  readonly #clashes: BriefingClash[] = [];
  #now!: Briefing;

  constructor(state: ReplayedState, change: TeamChange) {
    this.#state = state;
    this.#change = change;
    this.#ref = [change.device, change.n];
    this.#self = { [change.device]: change.n };
    const { device, n, author, at } = change;
    this.#hand = { device, n, name: author, at };
    this.#isAlone = knewAll(change.base, state.applied);
  }

  run(textOf: FindText): void {
    const { what } = this.#change;
    if ('create' in what) {
      this.#create(what.create);
      return;
    }
    const before = this.#state.briefing;
    if (!before) throw new Damaged('nobody had created the briefing');
    if ('bin' in what) {
      // What somebody has worked on without knowing of the bin stays.
      if (this.#knew(this.#state.worked)) {
        this.#state.binned = { ...this.#state.binned, ...this.#self };
      }
    } else if ('restore' in what) {
      this.#state.binned = {};
      this.#work();
    } else {
      this.#edit(before, resolveEdit(this.#state, before, what.edit, textOf));
    }
  }

  #create(created: Briefing): void {
    const { traces, gone } = this.#state;
    const before = this.#state.briefing;
    if (before && before.id !== created.id) throw new Damaged('it is about another briefing');
    const whole = mendBriefing(created).briefing;
    const there = before ? allEntriesOf(before) : new Map<Id, Entry>();
    this.#now = before ? mergeBriefings(null, before, whole).briefing : whole;
    const ofBriefing = traces.get(whole.id);
    traces.set(
      whole.id,
      ofBriefing ? this.#merged(ofBriefing) : traceOfWritten(null, this.#hand, this.#self)
    );
    for (const list of collectionNames) {
      for (const entry of whole[list] as readonly Entry[]) {
        const known = there.get(entry.id);
        if (known && isSameJson(known, entry)) continue;
        const written = traceOfWritten(list, this.#hand, this.#self);
        const old = traces.get(entry.id);
        traces.set(entry.id, known && old ? this.#merged(old) : written);
        gone.delete(entry.id);
      }
    }
    for (const { id } of this.#now.cards) gone.delete(id);
    this.#work();
    this.#done();
  }

  #edit(before: Briefing, edit: ResolvedEdit): void {
    this.#now = before;
    this.#work();
    const needed = this.#needed(edit);
    this.#restore(needed);
    const settled = this.#settledMeanwhile(edit);
    if (edit.fields) this.#setFields(edit.fields);
    for (const part of edit.lists) this.#setList(part);
    for (const [clash, trace] of settled) this.#askAgain(clash, trace, before, edit);
    const canBreak = !edit.isOfTexts || needed.length > 0 || isCutShort(this.#now, edit);
    if (!this.#isAlone) {
      if (canBreak) this.#restoreWhatRests();
      this.#now = carryOver(this.#now, before, edit);
    }
    if (canBreak) {
      const areApart = this.#rivals(edit);
      if (areApart) this.#now = withoutOpposites(this.#now, areApart);
      this.#mend();
      if (areApart) this.#now = contestForks(this.#now, areApart);
    }
    this.#noteClashes(edit);
    this.#done();
  }

  #work(): void {
    const { worked, binned } = this.#state;
    this.#state.worked = { ...worked, ...this.#self };
    if (!this.#knew(binned)) this.#state.binned = {};
  }

  #done(): void {
    const at = new Date(this.#change.at).toISOString();
    const last = this.#state.briefing?.modifiedAt ?? '';
    this.#state.briefing = { ...this.#now, modifiedAt: last > at ? last : at };
  }

  /** And itself: what it does is of one piece. */
  #knew(changes: KnownChanges): boolean {
    return knewAll({ ...this.#change.base, ...this.#self }, changes);
  }

  #setFields({ was, now, texts }: ResolvedFields): void {
    const { id } = this.#now;
    const { merged, clashes } = mergeFieldsInto(null, { ...this.#now }, was, now);
    const trace = this.#state.traces.get(id) ?? newTrace(null);
    const review = this.#reviewed(merged, now, trace, ['bottomLine', 'bottomLineReviewed']);
    const written = this.#written({ ...trace, ...review }, merged, { ...this.#now }, texts);
    this.#state.traces.set(id, this.#signed(written, now));
    this.#now = merged as unknown as Briefing;
    this.#clash(clashes, trace, { list: null, entry: this.#now });
  }

  #setList({ list, puts, removed, moves }: ResolvedList): void {
    const next = entriesOf(this.#now, list);
    this.#remove(list, next, removed);
    for (const put of puts) this.#put(next, put);
    this.#now = withEntries(this.#now, list, next, moves);
  }

  #put(next: Map<Id, Entry>, put: Put): void {
    const { traces, gone } = this.#state;
    const { list, id, was, now, before } = put;
    const current = next.get(id) ?? before;
    const trace = traces.get(id) ?? newTrace(list);
    if (!current) {
      // New, or put back by somebody who knew that it had gone.
      gone.delete(id);
      next.set(id, now as unknown as Entry);
      traces.set(id, traceOfWritten(list, this.#hand, this.#self));
      return;
    }
    const fields = current as unknown as EntryFields;
    const { merged, clashes } = was
      ? mergeFieldsInto(list, fields, was, now)
      : { ...mergeFields<EntryFields>({ base: null, later: now, earlier: fields, isTied: false }) };
    const review = was && this.#reviewed(merged, now, trace, ['body', 'reviewed']);
    const touched = { ...trace.touched, ...this.#self };
    const stance = ofStance.some((name) => name in now)
      ? { ...trace.stance, ...this.#self }
      : trace.stance;
    const written = was
      ? this.#written({ ...trace, ...review }, merged, fields, put.texts)
      : isSameJson(merged, fields)
        ? trace
        : this.#merged(trace);
    traces.set(id, this.#signed({ ...written, isWritten: true, touched, stance }, now));
    const asWritten = { ...fields, ...now } as unknown as Entry;
    next.set(id, merged as unknown as Entry);
    const ofSide = (side: CopySide) => clashes.filter((clash) => clash.side === side);
    this.#clash(ofSide('later'), trace, { list, entry: asWritten });
    this.#clash(ofSide('earlier'), trace, { list, entry: current });
  }

  /** `trace` as it was before this change. */
  #clash(
    clashes: readonly Clash[],
    trace: Trace,
    place: Pick<BriefingClash, 'list' | 'entry'>
  ): void {
    for (const clash of clashes) {
      const all = handsOn(trace, clash.path.split('/')[0] ?? '');
      const apart = all.filter((hand) => !this.#knewHand(hand));
      const there = toldAs(apart.length > 0 ? apart : all);
      const own = toldAs([this.#hand]);
      const [stands, other] = clash.side === 'later' ? [there, own] : [own, there];
      this.#clashes.push({ ...clash, ...place, by: { stands, other } });
    }
  }

  #knewHand({ device, n }: Hand): boolean {
    return this.#knew({ [device]: n });
  }

  #signed(trace: Trace, fields: EntryFields): Trace {
    return withHand(trace, this.#hand, Object.keys(fields), (hand) => this.#knewHand(hand));
  }

  /** Differences that this change settles, as somebody else has without its knowing. */
  #settledMeanwhile({ lists }: ResolvedEdit): readonly (readonly [CardClash, Trace])[] {
    const removed = lists.find(({ list }) => list === 'cards')?.removed ?? [];
    return removed.flatMap((id) => {
      const gone = this.#state.gone.get(id);
      const clash = gone && clashToldBy(gone.entry);
      if (!clash || this.#knew({ [gone.by[0]]: gone.by[1] })) return [];
      return [[clash, this.#state.traces.get(clash.entry) ?? newTrace(null)] as const];
    });
  }

  /** @param trace of the entry, as it was before this change */
  #askAgain(clash: CardClash, trace: Trace, before: Briefing, edit: ResolvedEdit): void {
    const { list, entry, path } = clash;
    const isAsked = this.#clashes.some(
      (each) => each.list === list && each.entry.id === entry && each.path === path
    );
    const apart = isAsked ? null : settledApart(clash, before, this.#now, edit);
    if (!apart) return;
    this.#now = apart.briefing;
    this.#clash([apart.clash], trace, apart.clash);
  }

  /** What somebody has worked on meanwhile stays. */
  #remove(list: CollectionName, next: Map<Id, Entry>, removed: readonly Id[]): void {
    const isKnown = (id: Id) => this.#knew(this.#state.traces.get(id)?.touched ?? {});
    this.#state.takeOut({ list, by: this.#ref }, next, removed.filter(isKnown));
  }

  /** What nobody has read in these words is not reviewed, whatever was confirmed of other words. */
  #reviewed(
    merged: EntryFields,
    now: EntryFields,
    trace: Trace,
    [text, flag]: readonly [string, string]
  ): Pick<Trace, 'words' | 'review'> {
    const isConfirmed = now[flag] === true;
    const isRead = isConfirmed
      ? text in now
        ? merged[text] === now[text]
        : this.#knew(trace.words)
      : !(text in now) || this.#knew(trace.review);
    if (merged[flag] === true && !isRead) (merged as Record<string, unknown>)[flag] = false;
    return {
      words: text in now ? { ...trace.words, ...this.#self } : trace.words,
      review: flag in now ? { ...trace.review, ...this.#self } : trace.review
    };
  }

  #written(
    trace: Trace,
    merged: EntryFields,
    current: EntryFields,
    texts: ReadonlyMap<string, string>
  ): Trace {
    const written = [...texts].flatMap(
      ([path, text]): readonly (readonly [string, Ref | null])[] => {
        const there = valueAt(merged, path);
        if (there === text) return [[path, this.#ref]];
        return there === valueAt(current, path) ? [] : [[path, null]];
      }
    );
    return { ...trace, texts: { ...trace.texts, ...Object.fromEntries(written) } };
  }

  /** No change alone wrote its texts. */
  #merged(trace: Trace): Trace {
    const touched = { ...trace.touched, ...this.#self };
    const wrote = [...trace.wrote, this.#hand];
    return { ...trace, isWritten: true, whole: null, texts: {}, touched, wrote, last: this.#hand };
  }

  /** What the change is about or refers to, and has gone without its knowing; the rest is worked on. */
  #needed({ lists }: ResolvedEdit): readonly Id[] {
    const { traces, gone } = this.#state;
    const edited = new Set<Id>();
    const ids = new Set<Id>();
    for (const { puts } of lists) {
      for (const { id, was, refers } of puts) {
        ids.add(id);
        if (was) edited.add(id);
        for (const each of refers) {
          ids.add(each);
          const trace = traces.get(each);
          if (!trace) continue;
          traces.set(each, { ...trace, touched: { ...trace.touched, ...this.#self } });
        }
      }
    }
    return [...ids].filter((id) => {
      const by = gone.get(id)?.by;
      return by && (edited.has(id) || !this.#knew({ [by[0]]: by[1] }));
    });
  }

  #restoreWhatRests(): void {
    const next = () => missingIn(this.#now, this.#state.gone);
    for (let ids = next(); ids.length > 0; ids = next()) this.#restore(ids);
  }

  #restore(ids: readonly Id[]): void {
    this.#now = restored(this.#now, this.#state.gone, ids);
    for (const id of ids) this.#state.gone.delete(id);
  }

  /** What mending takes out, since it was about something that is missing, can come back as well. */
  #mend(): void {
    const before = this.#now;
    this.#now = mendBriefing(before).briefing;
    if (this.#now === before) return;
    for (const list of ['keyJudgements', 'dismissals'] as const) {
      if (before[list] === this.#now[list]) continue;
      const kept = new Set(this.#now[list].map(({ id }) => id));
      for (const entry of before[list] as readonly Entry[]) {
        if (kept.has(entry.id)) continue;
        this.#state.gone.set(entry.id, { list, entry, after: null, by: this.#ref });
      }
    }
  }

  /** Whether of two positions one is told by this change, which did not know the other; `null`: none is. */
  #rivals({ lists }: ResolvedEdit): ((one: Id, other: Id) => boolean) | null {
    const puts = lists.flatMap((each) => (each.list === 'positions' ? each.puts : []));
    const told = puts.filter(({ now }) => ofStance.some((name) => name in now));
    const fresh = new Set(told.map(({ id }) => id));
    if (this.#isAlone || fresh.size === 0) return null;
    const isUnknown = (id: Id) => !this.#knew(this.#state.traces.get(id)?.stance ?? {});
    return (one, other) =>
      fresh.has(one) !== fresh.has(other) && isUnknown(fresh.has(one) ? other : one);
  }

  #noteClashes({ lists }: ResolvedEdit): void {
    const puts = lists.find(({ list }) => list === 'cards')?.puts ?? [];
    // Whoever put a note of her own may not have known of others.
    const put = puts.filter(({ was, now }) => !this.#isAlone && was === null && 'clash' in now);
    if (this.#clashes.length + put.length === 0) return;
    const cards = entriesOf(this.#now, 'cards');
    // One that was settled comes again only with a change that whoever settled it did not know.
    const notes = this.#clashes
      .map((clash) => clashCard(clash, this.#now))
      .filter(({ id }) => !cards.has(id));
    const fresh = [...notes, ...put.flatMap(({ id }) => cards.get(id) ?? [])] as readonly Card[];
    const { made, replaced } = joinNotes(this.#now, fresh);
    if (made.length === 0) return;
    for (const note of made) {
      cards.set(note.id, note);
      this.#state.gone.delete(note.id);
    }
    this.#state.takeOut({ list: 'cards', by: this.#ref }, cards, replaced);
    this.#now = withEntries(this.#now, 'cards', cards, []);
  }
}

function toldAs(hands: readonly Hand[]): readonly Writer[] {
  return hands.map(({ name, at }) => ({ name, at }));
}
