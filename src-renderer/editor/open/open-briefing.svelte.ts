/**
 * The open briefing: the one owner of its state and of undo; saving.svelte.ts brings it to disk.
 * Components read `briefing`, and change it by `edit` with a function of edits.ts. A change goes to disk shortly after it
 * is made; `flush` leaves nothing before the window closes. Over 300 lines because state and undo have one owner.
 */
import type { OpenedBriefing as Loaded } from '../../../src-main/domain/api.js';
import type { Author } from '../../../src-main/domain/briefing/author.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Card } from '../../../src-main/domain/briefing/entries.js';
import { signNewEntries } from '../../../src-main/domain/briefing/sign-entries.js';
import type { Source, TextHash } from '../../../src-main/domain/briefing/source.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import { mendBriefing } from '../../../src-main/domain/mend/mend-briefing.js';
import type { Mending } from '../../../src-main/domain/mend/mendings.js';
import {
  pause,
  record,
  redo,
  redoAt,
  startHistory,
  takeIn,
  undo,
  undoAt,
  type HistoryStep
} from './history.js';
import type { LeftBriefing } from './left-briefings.js';
import { rebaseField } from './rebase-field.js';
import {
  grounded,
  leaveTangled,
  stepsTowards,
  type Moved,
  type MovedInField,
  type MovedStep,
  type Steps,
  type Tangled,
  type WayBack
} from './moved-step.js';
import { rebaseBriefing } from './rebase-briefing.js';
import {
  Saving,
  type BriefingDisk,
  type Elsewhere,
  type SavedElsewhere,
  type SaveState
} from './saving.svelte.js';
import { named, wordsOfNext, type StepName } from './step-names.js';
import { TextsOfSources } from './source-texts.svelte.js';
import { type TakenIn, takeChange } from './take-in.js';
import { UndoneStates } from './undone-states.js';

/** Brings up to date what follows from typing; `before` is the briefing when it was so last. Pure. */
export type Settle = (now: Briefing, before: Briefing) => Briefing;

/** Milliseconds without an edit after which typing counts as a new step for undo. */
const typingPause = 1_200;

export class OpenBriefing {
  #history = $state.raw() as Steps;
  /** What typing left behind its text, such as where annotations stand; `null` when nothing. */
  #unsettled: { readonly settle: Settle; readonly before: Briefing } | null = null;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #undone: UndoneStates;
  readonly #whenUndone = new WeakMap<StepName, () => void>();
  readonly #saving: Saving;
  readonly #closing = new AbortController();
  /** What was mended on opening; the next save writes that. */
  readonly mended: readonly Mending[];
  readonly #texts: TextsOfSources;
  /** How many changes from elsewhere have come in. */
  #cameIn = 0;
  /** The briefing as the latest of them left it. */
  #afterCameIn: Briefing | null = null;
  /** Entries that somebody works on here: what others remove of them stays. */
  holding: () => Iterable<Id> = () => [];
  readonly #onCameIn: ((what: TakenIn) => void)[] = [];
  /** What undo would take back, in words; `null` for nothing. */
  readonly undoLabel: string | null = $derived.by(() => wordsOfNext(this.#history, 'past'));
  readonly redoLabel: string | null = $derived.by(() => wordsOfNext(this.#history, 'future'));

  /**
   * @param left what an earlier visit has left of this very state; `null` for nothing.
   * @param author who records entries now; `null` while that is not known.
   */
  constructor(
    loaded: Loaded,
    readonly disk: BriefingDisk,
    left: LeftBriefing | null = null,
    private readonly author: () => Author | null = () => null
  ) {
    const { briefing, mended } = mendBriefing(loaded.briefing);
    this.#history = left ? pause(left.history) : startHistory(briefing);
    this.#undone = new UndoneStates(left?.undone);
    this.#undone.follow(this.#history);
    this.mended = mended;
    this.#texts = new TextsOfSources(loaded.texts, briefing.sources);
    this.#saving = new Saving(left ?? loaded, this.#history.present, disk, {
      briefing: () => {
        this.#settle();
        return this.briefing;
      },
      undone: (isLast) => this.#undone.due(this.#history, isLast),
      onKept: (state) => this.#undone.kept(state),
      takeIn: (elsewhere) => this.#takeIn(elsewhere)
    });
  }

  get briefing(): Briefing {
    return this.#history.present;
  }

  /** The verbatim text of every source, by its hash; also of those that were taken out since. */
  get texts(): Readonly<Record<TextHash, string>> {
    return this.#texts.all;
  }

  /** Of a source that an edit is about to add. The library must hold the text already. */
  addText(hash: string, text: string): void {
    this.#texts.add(hash, text);
  }

  /** Whether the text of a source is nowhere to be had; `false` also while it is still looked for. */
  lacksText(source: Source): boolean {
    return this.#texts.lacks(source);
  }

  /**
   * Looks in the library for the texts of sources that are not here: an import may have brought them, or
   * a merge, undo, redo or somebody else a source. What is not saved yet is saved for it.
   */
  async readMissingTexts(): Promise<void> {
    const sources = () => this.briefing.sources;
    if (this.#texts.missing(sources()).length === 0 || !(await this.flush())) return;
    await this.#texts.readMissing(sources(), () => this.disk.readTexts(this.briefing.id));
  }

  get saveState(): SaveState {
    return this.#saving.state;
  }

  /** Aborts when the briefing is left: what was offered for it is to go away then. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  /** @param mergeKey edits in a row with the same key are one step for undo, such as typing in one field. */
  edit(name: StepName, change: (briefing: Briefing) => Briefing, mergeKey?: string): void {
    this.#settle();
    this.#record(name, change, mergeKey ?? null);
  }

  /**
   * An edit for every key. What follows from it may wait until somebody rests on it: a save, an
   * undo, another edit or a pause. `settle` is asked for then, and the last one speaks for all.
   */
  type(
    name: StepName,
    change: (briefing: Briefing) => Briefing,
    mergeKey: string,
    settle: Settle
  ): void {
    if (this.#history.openKey !== mergeKey) this.#settle();
    const before = this.#unsettled?.before ?? this.briefing;
    this.#record(name, change, mergeKey);
    this.#unsettled = { settle, before };
  }

  /**
   * An edit of which the person is offered to take back just that, also after others.
   *
   * @param restore puts back into `now` what the edit took from `before`; leaves alone what is there.
   * @returns how it is taken back: by undo while it is the latest step, else by a step of its own.
   */
  editWithWayBack(
    name: StepName,
    change: (briefing: Briefing) => Briefing,
    restore: (now: Briefing, before: Briefing) => Briefing
  ): WayBack {
    this.#settle();
    const before = this.briefing;
    this.edit(name, change);
    return {
      take: () => {
        if (this.isLatest(name) && this.undo().kind === 'moved') return;
        this.edit(named.takenBack(name), (now) => restore(now, before));
      },
      onUndone: (then) => this.#whenUndone.set(name, then)
    };
  }

  /**
   * An edit that was only the beginning of something that the person may leave.
   *
   * @returns withdraws it as if it had never been, no step being left of it; false when others came after it.
   */
  editForNow(name: StepName, change: (briefing: Briefing) => Briefing): () => boolean {
    this.#settle();
    const before = this.#history;
    const cameIn = this.#cameIn;
    this.edit(name, change);
    return () => {
      this.#settle();
      if (!this.isLatest(name)) return false;
      if (this.#cameIn === cameIn) this.#become({ ...before, openKey: null });
      else if (this.undo().kind === 'moved') this.#become({ ...this.#history, future: [] });
      else return false;
      return true;
    };
  }

  /** Whether undo would take back this very step. */
  isLatest(name: StepName): boolean {
    return this.#history.past.at(-1)?.what === name;
  }

  /** Whether redo would bring back this very step. */
  isNext(name: StepName): boolean {
    return this.#history.future[0]?.what === name;
  }

  /** The next edit starts a new step for undo, also with the same merge key. */
  endTyping(): void {
    this.#settle();
    this.#history = pause(this.#history);
  }

  readonly undo = (): MovedStep => this.#moveLatest('back');
  readonly redo = (): MovedStep => this.#moveLatest('again');

  /** Takes back the latest step of a field, and nothing else, whatever came after it. */
  readonly undoIn = (field: FieldKey): MovedInField => this.#moveLatestIn(field, 'back');
  readonly redoIn = (field: FieldKey): MovedInField => this.#moveLatestIn(field, 'again');

  /** Whether anything was done in a field that can be undone or redone in it. */
  hasStepsIn(field: FieldKey): boolean {
    const { past, future } = this.#history;
    return [...past, ...future].some(({ what }) => what.fields.includes(field));
  }

  /** Told of every change that comes in from elsewhere, before it is drawn. */
  onCameIn(tell: (what: TakenIn) => void): void {
    this.#onCameIn.push(tell);
  }

  /** Main has saved a change of others. */
  takeIn(news: SavedElsewhere): void {
    this.#saving.takeIn(news);
  }

  /** As `takeIn`, of what the library holds by now. Resolves to whether everything is safe on disk. */
  takeLatest(): Promise<boolean> {
    return this.#saving.takeLatest();
  }

  /** Whether an entry is as a change from elsewhere has just left it. */
  isFromElsewhere(card: Card): boolean {
    return this.#afterCameIn?.cards.includes(card) ?? false;
  }

  readonly readChanges = () => this.disk.readChanges?.(this.briefing.id);
  readonly followPeople: BriefingDisk['followPeople'] = (...to) => this.disk.followPeople?.(...to);
  /** Saves what is not saved yet. Resolves to whether everything is safe on disk now. */
  flush(): Promise<boolean> {
    return this.#saving.flush();
  }

  /** Tries again after a failed save. */
  retry(): Promise<boolean> {
    return this.#saving.retry();
  }

  /** What a later visit goes on from; `null` when something is not saved. */
  get left(): LeftBriefing | null {
    const safe = this.#saving.safe;
    return safe && { ...safe, history: this.#history, undone: this.#undone };
  }

  /** The briefing is left: from now on it neither changes nor saves. `flush` first. */
  close(): void {
    this.#closing.abort();
    this.#saving.close();
    clearTimeout(this.#pauseTimer);
  }

  #record(name: StepName, change: (briefing: Briefing) => Briefing, mergeKey: string | null): void {
    const [by, changed] = [this.author(), change(this.briefing)];
    const signed = by ? signNewEntries(this.briefing, changed, by) : changed;
    this.#become(record(this.#history, signed, name, mergeKey), name);
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = setTimeout(() => this.endTyping(), typingPause);
  }

  #moveLatest(way: 'back' | 'again'): MovedStep {
    this.#settle();
    const steps = this.#history[stepsTowards(way)];
    const index = way === 'back' ? steps.length - 1 : 0;
    const step = steps[index];
    if (!step) return { kind: 'nothing' };
    const history = grounded(this.#history, stepsTowards(way), index);
    const next = way === 'back' ? undo(history) : redo(history);
    // What others brought may rest on what the step would take away.
    const isBroken = step.since && mendBriefing(next.present).mended.length > 0;
    const tangled = this.#leaveTangled(index, way, isBroken);
    if (tangled) return { kind: 'tangled', tangled };
    const before = this.#history;
    const moved = this.#move(step, next, way);
    if (moved) return { kind: 'moved', moved };
    // It changes nothing now: the next one is meant.
    return this.#history === before ? { kind: 'nothing' } : this.#moveLatest(way);
  }

  #moveLatestIn(field: FieldKey, way: 'back' | 'again'): MovedInField {
    this.#settle();
    const steps = this.#history[stepsTowards(way)];
    const isOfField = ({ what }: HistoryStep<Briefing, StepName>) => what.fields.includes(field);
    const index = way === 'back' ? steps.findLastIndex(isOfField) : steps.findIndex(isOfField);
    const tangled = this.#leaveTangled(index, way);
    if (tangled) return { kind: 'tangled', tangled };
    const move = way === 'back' ? undoAt : redoAt;
    const next = move(grounded(this.#history, stepsTowards(way), index), index, rebaseField(field));
    if (this.#passes(next)) return this.#moveLatestIn(field, way);
    return this.#moveInField(steps[index], next, way);
  }

  #leaveTangled(index: number, way: 'back' | 'again', isBroken = false): Tangled | null {
    const left = leaveTangled(this.#history, index, way, isBroken);
    if (!left) return null;
    this.#history = left.history;
    this.#undone.follow(this.#history);
    return left.tangled;
  }

  #takeIn(elsewhere: Elsewhere): boolean {
    const taken = takeChange(this.briefing, elsewhere, this.holding(), this.author());
    this.#history = takeIn(this.#history, taken.briefing, elsewhere.authors, rebaseBriefing);
    this.#undone.takeIn(this.#history);
    this.#cameIn += 1;
    this.#afterCameIn = taken.briefing;
    for (const tell of this.#onCameIn) tell({ ...elsewhere, ...taken });
    // Not before the saving of it has gone on.
    void Promise.resolve().then(() => this.readMissingTexts());
    return !taken.isKept && taken.clashes === 0;
  }

  /** Goes past a step that changes nothing now, such as writing the same words again: the next one is meant. */
  #passes(next: Steps | null): boolean {
    if (next?.present !== this.briefing) return false;
    this.#become(next);
    return true;
  }

  #moveInField(
    step: HistoryStep<Briefing, StepName> | undefined,
    next: Steps | null,
    way: 'back' | 'again'
  ): MovedInField {
    if (!step) return { kind: 'nothing' };
    const moved = next && this.#move(step, next, way);
    if (moved) return { kind: 'moved', moved };
    return { kind: 'entangled', words: step.what.words(step.state, step.state) };
  }

  #move(
    step: HistoryStep<Briefing, StepName> | undefined,
    next: Steps,
    way: 'back' | 'again'
  ): Moved | null {
    const from = this.briefing;
    this.#become(next);
    const now = this.briefing;
    if (!step || now === from) return null;
    if (way === 'back') this.#whenUndone.get(step.what)?.();
    const [before, after] = way === 'back' ? [now, from] : [from, now];
    return { step: step.what, words: step.what.words(before, after), from };
  }

  /** No step of its own: it belongs to the typing. */
  #settle(): void {
    const unsettled = this.#unsettled;
    if (!unsettled) return;
    this.#unsettled = null;
    this.#become({
      ...this.#history,
      present: unsettled.settle(this.briefing, unsettled.before)
    });
  }

  #become(history: Steps, by: StepName | null = null): void {
    if (history === this.#history || this.closed.aborted) return;
    const { present } = this.#history;
    const changed = history.present !== present;
    this.#history = history;
    this.#undone.follow(history, by);
    if (!changed) return;
    this.#saving.changed();
    if (history.present.sources === present.sources) return;
    if (this.#texts.hasToLook(history.present.sources)) void this.readMissingTexts();
  }
}
