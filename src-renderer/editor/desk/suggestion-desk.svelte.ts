/**
 * Work on the suggestions of the sources: their drafts, what is shown of them, which suggestion is current,
 * and what each act does to the open briefing. All that is done is done to the source that is shown; the queue
 * shows another one when it goes on there. Knows no DOM. Over 300 lines because each act rests on
 * which suggestion is current.
 */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { textOfSource } from '../../../src-main/domain/briefing/source.js';
import type { Id, PartialDate } from '../../../src-main/domain/base/values.js';
import {
  acceptKnowing,
  type Acceptance,
  usualAcceptance
} from '../../../src-main/domain/news/accept-news.js';
import type { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import { isCodable } from '../../../src-main/domain/news/triage.js';
import { acceptAll } from '../../../src-main/domain/suggestions/accept.js';
import { addAsEvidence } from '../../../src-main/domain/suggestions/add-evidence.js';
import { type Ground, groundOf } from '../../../src-main/domain/suggestions/enter.js';
import type { FieldValues } from '../../../src-main/domain/suggestions/fields.js';
import {
  settle,
  settlementsOf,
  takeUpAgain
} from '../../../src-main/domain/suggestions/settled.js';
import { speakingIn } from '../../../src-main/domain/suggestions/speaking.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import {
  type Drafter,
  type Drafting,
  isPlainlyLikely,
  type KindFilter,
  type ListedSuggestion,
  type NewsFilter,
  type QueuePart,
  type SuggestionActions,
  type Suggestions
} from '../../suggestions/suggestion-actions.js';
import { kindTitles, tellAccepted } from '../../suggestions/suggestion-words.js';
import { setSource } from '../edits/edits.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named, type StepName } from '../open/step-names.js';
import { CodingDesk, type CodedPart } from './coding-desk.svelte.js';
import { DraftingState } from './drafting-state.svelte.js';
import type { Voice } from './messages.svelte.js';
import { actorsBeside, mergeInBriefing, splitInBriefing } from './suggested-actors.js';
import { SuggestionLists } from './suggestion-lists.svelte.js';

/** What was decided on suggestions. */
type Judged = Pick<Briefing, 'dismissals' | 'actors' | 'sources'>;

export class SuggestionDesk implements Suggestions, SuggestionActions {
  readonly #drafts: DraftingState;
  #seen: Id | null = null;
  /** The source with which the queue begins. */
  #first = $state<Id | null>(null);
  #key = $state<string | null>(null);
  /** Where the current suggestion stood: the next one takes its place when it goes. */
  #index = $state(0);
  #kind = $state<KindFilter>('coding');
  newsKind = $state<NewsFilter>('all');
  withSettled = $state(false);

  // What only typing changes is not looked at again.
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #lists: SuggestionLists;
  readonly coding: CodingDesk;
  readonly #withText = $derived.by(() =>
    this.#sources.filter((source) => textOfSource(source, this.open.texts) !== null)
  );
  readonly #source = $derived.by(
    () => this.#sources.find(({ id }) => id === this.sourceId()) ?? null
  );
  readonly #listed = $derived.by(() =>
    this.#source && this.drafting.state === 'ready'
      ? this.#lists.of(this.#source, this.drafting.draft)
      : null
  );
  readonly #suggestions = $derived.by(() => this.#listed?.suggestions ?? []);
  /** All, the settled ones too. */
  readonly rows: readonly ListedSuggestion[] = $derived.by(() =>
    this.#source && this.#listed ? this.#lists.rowsOf(this.#source.id, this.#listed) : []
  );
  /** Of the other sources that are drafted, all, the settled ones too. */
  readonly others: readonly CodedPart[] = $derived.by(() =>
    this.#withText.flatMap((source) => {
      const draft = source.id === this.#source?.id ? null : this.#drafts.of(source.id);
      return draft ? [this.#lists.partOf(source, draft)] : [];
    })
  );
  readonly all = $derived.by(() => [...this.rows, ...this.others.flatMap(({ rows }) => rows)]);
  /** Whom M offers beside those of the article. */
  readonly otherActors = $derived.by(() => actorsBeside(this.#suggestions, this.#actors));
  /** What was chosen, as long as the source that is shown has any of that kind, or nothing else. */
  readonly kind: KindFilter = $derived.by(() => {
    const read = this.rows.length > 0 ? this.rows : this.all;
    return read.some((row) => this.#isChosen(row)) ? this.#kind : 'all';
  });
  readonly shown: readonly ListedSuggestion[] = $derived.by(() => {
    const [source, draft] = [this.source, this.drafted];
    return source && draft
      ? this.#shownOf({ source, draft, rows: this.rows }, this.withSettled)
      : [];
  });
  readonly parts: readonly QueuePart[] = $derived.by(() => {
    const first = this.#withText.filter(({ id }) => id === this.#first);
    const others = this.#withText.filter(({ id }) => id !== this.#first);
    return [...first, ...others].flatMap((source) => {
      if (source.id === this.#source?.id) return [{ source, rows: this.shown }];
      const part = this.others.find((each) => each.source === source.id);
      const open = part
        ? this.#shownOf(part, false).filter((row) => row.settlement === 'open')
        : [];
      return open.length > 0 ? [{ source, rows: open }] : [];
    });
  });
  readonly reading = $derived.by(() => {
    const done = this.#withText.filter(({ id }) => this.#drafts.of(id)).length;
    return this.#drafts.isReading ? { done, of: this.#withText.length } : null;
  });
  readonly currentIndex: number = $derived.by(() => {
    const at = this.shown.findIndex(({ suggestion }) => suggestion.key === this.#key);
    return at >= 0 ? at : Math.max(0, Math.min(this.#index, this.shown.length - 1));
  });
  readonly current: ListedSuggestion | null = $derived.by(
    () => this.shown[this.currentIndex] ?? null
  );
  readonly speaking: readonly Range[] = $derived.by(() => {
    if (!this.#listed || !this.current) return [];
    const { judged, map } = this.#listed;
    const said = speakingIn(judged, this.current.suggestion);
    return said.flatMap((range) => map.toRendered(range) ?? []);
  });

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    private readonly drafter: Drafter,
    /** The source that is shown. */
    private readonly sourceId: () => Id | null,
    /** Shows another one beside the queue. */
    private readonly showSource: (id: Id) => void = () => undefined,
    private readonly offerUndo: (text: string, step: StepName) => void = (text) => voice.say(text)
  ) {
    this.#lists = new SuggestionLists(open);
    this.#drafts = new DraftingState(open, drafter);
    this.coding = new CodingDesk(this, voice);
  }

  get drafting(): Drafting {
    return this.#drafts.now;
  }

  /** What was drafted; `null` until it is. */
  get drafted(): Draft | null {
    return this.#listed?.judged ?? null;
  }

  /** Of the source, as it was drafted. */
  get text(): string {
    return (this.#source && this.open.texts[this.#source.text]) ?? '';
  }

  get source(): Id | null {
    return this.#source?.id ?? null;
  }

  get index(): NewsIndex {
    return this.#lists.index;
  }

  get briefing(): Briefing {
    return this.open.briefing;
  }

  /** With whom the person said to be one; `null` while there is none. */
  draftOf(source: Id): Draft | null {
    return source === this.#seen && source === this.#source?.id ? this.drafted : null;
  }

  get published(): PartialDate | null {
    return this.#source?.published ?? null;
  }

  async draft({
    asEnglish,
    quietly = false
  }: { asEnglish?: boolean; quietly?: boolean } = {}): Promise<void> {
    const source = this.#source;
    if (!source || textOfSource(source, this.open.texts) === null) return;
    const isReady = await this.#drafts.draft(source, asEnglish);
    if (isReady && !quietly) this.voice.say(`${this.shown.length} suggestions.`);
  }

  cancel(): void {
    this.drafter.cancel();
  }

  /**
   * Drafts the source that is shown now, unless it is drafted, and then the others. `quietly`: says nothing of it,
   * and leaves the others.
   */
  look({ quietly = false } = {}): void {
    const source = this.sourceId();
    if (source !== this.#seen) {
      this.#begin(source);
      this.#first = source;
    }
    const isNew = this.drafting.state === 'none';
    // A filter must not hide what the people of an article say that just came in.
    const showsThem = ['coding', 'all', 'position', 'statement'].includes(this.#kind);
    if (isNew && this.others.length > 0 && !showsThem) this.#kind = 'coding';
    const drafted = isNew ? this.draft({ quietly }) : Promise.resolve();
    if (!quietly) void drafted.then(() => this.#drafts.readAll(this.#withText));
  }

  #begin(source: Id | null): void {
    this.#drafts.show(source);
    this.#key = null;
    this.#index = 0;
    this.#seen = source;
  }

  async setPublished(published: PartialDate): Promise<void> {
    const source = this.#source;
    if (!source) return;
    this.open.edit(named.source(source.id, 'published'), (b) =>
      setSource(b, source.id, { published })
    );
    await this.draft();
  }

  filter({ kind, news }: { readonly kind?: KindFilter; readonly news?: NewsFilter }): void {
    this.#kind = kind ?? this.#kind;
    this.newsKind = news ?? this.newsKind;
    this.#key = null;
    this.#index = 0;
    if (this.rows.some((row) => this.#isChosen(row))) return;
    for (const { source, rows } of this.others) {
      const row = rows.find((each) => each.settlement === 'open' && this.#isChosen(each));
      if (row) return this.goTo(source, row.suggestion.key);
    }
  }

  #isChosen({ suggestion }: ListedSuggestion): boolean {
    if (this.#kind === 'coding') return isCodable(suggestion);
    return this.#kind === 'all' || suggestion.kind === this.#kind;
  }

  goTo(source: Id, key: string): void {
    if (source !== this.#source?.id) {
      this.showSource(source);
      this.#begin(source);
    }
    this.#moveToKey(key);
  }

  #moveToKey(key: string): void {
    this.moveTo(this.shown.findIndex(({ suggestion }) => suggestion.key === key));
  }

  moveTo(index: number): void {
    const way = index < 0 ? -1 : index >= this.shown.length ? 1 : 0;
    const beside = way === 0 ? undefined : this.#partBeside(way);
    const row = beside?.rows.at(way < 0 ? -1 : 0);
    if (beside && row) return this.goTo(beside.source.id, row.suggestion.key);
    this.#index = Math.max(0, Math.min(index, this.shown.length - 1));
    this.#key = this.shown[this.#index]?.suggestion.key ?? null;
  }

  #partBeside(way: 1 | -1): QueuePart | undefined {
    return this.parts[this.parts.findIndex(({ source }) => source.id === this.#source?.id) + way];
  }

  /** To the first that is open now, by an undo, and was settled before. */
  leadToReopened(before: Judged): void {
    const source = this.#source?.id;
    if (!source) return;
    const settled = settlementsOf(this.#suggestions, before, source, this.open.texts);
    const isBack = ({ suggestion: { key }, settlement }: ListedSuggestion) =>
      settlement === 'open' && (settled.get(key) ?? 'open') !== 'open';
    if (!this.shown.some(isBack) && this.rows.some(isBack))
      this.filter({ kind: 'all', news: 'all' });
    const index = this.shown.findIndex(isBack);
    if (index >= 0) this.moveTo(index);
  }

  accept(values: FieldValues = {}, as?: Acceptance): void {
    const news = this.current?.news ?? null;
    const done = as ?? usualAcceptance(news);
    this.act(
      (title) => named.suggestionsAccepted([title]),
      (suggestion) => tellAccepted(suggestion, done),
      (b, suggestion, ground) => acceptKnowing(b, suggestion, ground, news, done, values)
    );
  }

  addAsEvidence(): void {
    const news = this.current?.news;
    if (news?.is !== 'repeats') return;
    const { id } = news.known.entry;
    this.act(
      named.suggestionAddedAsEvidence,
      ({ title }) => `Added as evidence: ${title}`,
      (b, suggestion, ground) => addAsEvidence(b, suggestion, id, ground)
    );
  }

  acceptLikely(): void {
    const ground = this.ground;
    const kind = this.current?.suggestion.kind;
    if (!ground || !kind) return;
    const likely = this.rows
      .filter((row) => row.suggestion.kind === kind && isPlainlyLikely(row))
      .map(({ suggestion }) => suggestion);
    const many = `likely ${kindTitles[kind].toLowerCase()}`;
    if (likely.length === 0) return this.voice.say(`None of the ${many} is open.`);
    const step = named.suggestionsAccepted(likely.map(({ title }) => title));
    this.open.edit(step, (b) => acceptAll(b, likely, ground));
    this.offerUndo(`Accepted ${likely.length} ${many}.`, step);
  }

  dismiss(): void {
    this.act(
      named.suggestionDismissed,
      ({ title }) => `Dismissed: ${title}`,
      (b, suggestion, ground) => settle(b, suggestion, ground.source, 'dismissed', ground.now)
    );
  }

  reopen(): void {
    const row = this.current;
    const ground = this.ground;
    if (!row || row.settlement === 'open' || !ground) return;
    this.open.edit(named.suggestionReopened(row.suggestion.title), (b) =>
      takeUpAgain(b, row.suggestion, ground.source, this.open.texts)
    );
    this.voice.say(`Reopened: ${row.suggestion.title}`);
  }

  mergeInto(actor: string): void {
    const suggestion = this.current?.suggestion;
    const drafted = this.#suggestions.flatMap((s) => (s.kind === 'actor' ? [s.actor] : []));
    const into = [...drafted, ...this.#actors].find(({ id }) => id === actor);
    if (suggestion?.kind !== 'actor' || !into || !this.ground) return;
    mergeInBriefing(this.open, this.voice, this.ground, suggestion.actor, into);
  }

  splitOff(alias: string): void {
    const suggestion = this.current?.suggestion;
    if (suggestion?.kind !== 'actor' || !this.ground) return;
    splitInBriefing(this.open, this.voice, this.ground, suggestion.actor, alias);
  }

  /** On the current suggestion, while it is open; then the next is current, of those that are coded the next open one. */
  act(
    name: (title: string) => StepName,
    tell: (suggestion: Suggestion) => string,
    change: (briefing: Briefing, suggestion: Suggestion, ground: Ground) => Briefing
  ): void {
    const row = this.current;
    const ground = this.ground;
    if (!row || !ground || row.settlement !== 'open') return;
    const index = this.currentIndex;
    const keyOf = ({ suggestion }: ListedSuggestion) => suggestion.key;
    const after = this.shown.slice(index + 1).map(keyOf);
    this.open.edit(name(row.suggestion.title), (b) => change(b, row.suggestion, ground));
    // What is known by now may have moved others up or down.
    const isNext = ({ settlement }: ListedSuggestion) =>
      this.kind !== 'coding' || settlement === 'open';
    const keys = this.shown.filter(isNext).map(keyOf);
    const next = after.find((key) => keys.includes(key));
    // At the end of all, one that was passed over.
    const [first] = this.kind === 'coding' && !this.#partBeside(1) ? keys : [];
    const to = next ?? first;
    if (to !== undefined) this.#moveToKey(to);
    else this.moveTo(this.kind === 'coding' ? this.shown.length : index);
    this.voice.say(tell(row.suggestion));
  }

  #shownOf(part: CodedPart, withSettled: boolean): readonly ListedSuggestion[] {
    if (this.kind === 'coding') return this.coding.seenOf(part, withSettled);
    return part.rows.filter(
      ({ suggestion, settlement, news }) =>
        (this.kind === 'all' || suggestion.kind === this.kind) &&
        (this.newsKind === 'all' || news?.is === this.newsKind) &&
        (withSettled || settlement === 'open')
    );
  }

  /** On what the suggestions of the source are accepted; as of now. */
  get ground(): Ground | null {
    const source = this.#source?.id;
    return source ? groundOf(source, this.#listed?.rendered ?? '', this.#suggestions) : null;
  }
}
