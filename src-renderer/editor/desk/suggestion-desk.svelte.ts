/**
 * Work on the suggestions of one source: the draft, what is shown of it, which suggestion is current,
 * and what each act does to the open briefing. Knows no DOM. Over 300 lines because each act rests on
 * which suggestion is current.
 */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { textOfSource } from '../../../src-main/domain/briefing/source.js';
import type { Id, PartialDate } from '../../../src-main/domain/base/values.js';
import { mapMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { identityMap } from '../../../src-main/domain/markdown/source-map.js';
import {
  acceptKnowing,
  type Acceptance,
  usualAcceptance
} from '../../../src-main/domain/news/accept-news.js';
import { newsOrder } from '../../../src-main/domain/news/news.js';
import type { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import { isCodable } from '../../../src-main/domain/news/triage.js';
import { acceptAll, tellAccepted } from '../../../src-main/domain/suggestions/accept.js';
import { addAsEvidence } from '../../../src-main/domain/suggestions/add-evidence.js';
import { type Ground, groundOf } from '../../../src-main/domain/suggestions/enter.js';
import type { FieldValues } from '../../../src-main/domain/suggestions/fields.js';
import {
  mergeSuggestedActors,
  splitActor,
  withJudgedActors
} from '../../../src-main/domain/suggestions/judged-actors.js';
import { listSuggestions } from '../../../src-main/domain/suggestions/list-suggestions.js';
import {
  type Settlement,
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
  type SuggestionActions,
  type Suggestions
} from '../../suggestions/suggestion-actions.js';
import { kindTitles } from '../../suggestions/suggestion-words.js';
import { setSource } from '../edits/edits.js';
import { foldName } from '../../../src-main/domain/text/fold-name.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named, type StepName } from '../open/step-names.js';
import { CodingDesk } from './coding-desk.svelte.js';
import { DraftingState } from './drafting-state.svelte.js';
import { KnownState } from './known-state.svelte.js';
import type { Voice } from './messages.svelte.js';

/** What was decided on suggestions. */
type Judged = Pick<Briefing, 'dismissals' | 'actors' | 'sources'>;

const orderOf = ({ news }: ListedSuggestion) => newsOrder[news?.is ?? 'new'];

/** What its message adds to that it was accepted. */
const acceptedAs: Readonly<Record<Acceptance, string>> = {
  supersedes: ', superseding what was in force',
  contested: ', contested',
  apart: ''
};

export class SuggestionDesk implements Suggestions, SuggestionActions {
  readonly #drafts: DraftingState;
  #seen: Id | null = null;
  #key = $state<string | null>(null);
  /** Where the current suggestion stood: the next one takes its place when it goes. */
  #index = $state(0);
  #kind = $state<KindFilter>('coding');
  newsKind = $state<NewsFilter>('all');
  withSettled = $state(false);

  // What only typing changes is not looked at again.
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #known: KnownState;
  readonly coding: CodingDesk;
  readonly #source = $derived.by(
    () => this.#sources.find(({ id }) => id === this.sourceId()) ?? null
  );
  readonly #text = $derived.by(() => (this.#source && this.open.texts[this.#source.text]) ?? '');
  /** The text that annotations refer to, and the way to it from the one that was drafted. */
  readonly #rendered = $derived.by(() =>
    this.#source?.format === 'markdown'
      ? mapMarkdown(this.#text)
      : { text: this.#text, map: identityMap(this.#text.length) }
  );
  readonly #drafted = $derived.by(() => {
    const source = this.#source?.id;
    const drafting = this.#drafts.now;
    if (drafting.state !== 'ready' || !source) return null;
    return withJudgedActors(drafting.draft, this.#dismissals, source);
  });
  readonly #suggestions = $derived.by(() => {
    if (!this.#drafted) return [];
    const { map } = this.#rendered;
    return listSuggestions(this.#drafted, this.#text, (range) => map.toRendered(range));
  });
  readonly #settled = $derived.by(() => {
    const judged = { dismissals: this.#dismissals, actors: this.#actors, sources: this.#sources };
    return this.#source ? this.#settlements(this.#source.id, judged) : null;
  });
  /** All, the settled ones too. */
  readonly rows: readonly ListedSuggestion[] = $derived.by(() => {
    const source = this.#source?.id;
    if (!source) return [];
    return this.#suggestions
      .map((suggestion): ListedSuggestion => {
        const settlement = this.#settled?.get(suggestion.key) ?? 'open';
        const news = settlement === 'open' ? this.#known.index.of(suggestion, source) : null;
        return { suggestion, settlement, news };
      })
      .sort((a, b) => orderOf(a) - orderOf(b));
  });
  /** Whom M offers beside those of the article. */
  readonly otherActors = $derived.by(() => {
    const listed = this.#suggestions.flatMap((s) =>
      s.kind === 'actor' ? [foldName(s.actor.name)] : []
    );
    return this.#actors
      .filter(({ name }) => !listed.includes(foldName(name)))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  });
  /** What was chosen, as long as the source has any of that kind. */
  readonly kind: KindFilter = $derived.by(() => {
    const isChosen = ({ suggestion }: ListedSuggestion) =>
      this.#kind === 'coding' ? isCodable(suggestion) : suggestion.kind === this.#kind;
    return this.rows.some(isChosen) ? this.#kind : 'all';
  });
  readonly shown: readonly ListedSuggestion[] = $derived.by(() => {
    if (this.kind === 'coding') return this.coding.shown;
    return this.rows.filter(
      ({ suggestion, settlement, news }) =>
        (this.kind === 'all' || suggestion.kind === this.kind) &&
        (this.newsKind === 'all' || news?.is === this.newsKind) &&
        (this.withSettled || settlement === 'open')
    );
  });
  readonly currentIndex: number = $derived.by(() => {
    const at = this.shown.findIndex(({ suggestion }) => suggestion.key === this.#key);
    return at >= 0 ? at : Math.max(0, Math.min(this.#index, this.shown.length - 1));
  });
  readonly current: ListedSuggestion | null = $derived.by(
    () => this.shown[this.currentIndex] ?? null
  );

  readonly speaking: readonly Range[] = $derived.by(() => {
    if (!this.#drafted || !this.current) return [];
    const { map } = this.#rendered;
    return speakingIn(this.#drafted, this.current.suggestion).flatMap(
      (range) => map.toRendered(range) ?? []
    );
  });

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    private readonly drafter: Drafter,
    /** The source that is shown. */
    private readonly sourceId: () => Id | null
  ) {
    this.#known = new KnownState(open);
    this.#drafts = new DraftingState(open, drafter);
    this.coding = new CodingDesk(this, voice);
  }

  get drafting(): Drafting {
    return this.#drafts.now;
  }

  /** What was drafted; `null` until it is. */
  get drafted(): Draft | null {
    return this.#drafted;
  }

  /** Of the source, as it was drafted. */
  get text(): string {
    return this.#text;
  }

  get source(): Id | null {
    return this.#source?.id ?? null;
  }

  get index(): NewsIndex {
    return this.#known.index;
  }

  get briefing(): Briefing {
    return this.open.briefing;
  }

  /** With whom the person said to be one; `null` while there is none. */
  draftOf(source: Id): Draft | null {
    return source === this.#seen && source === this.#source?.id ? this.#drafted : null;
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

  /** Drafts the source that is shown now, unless it is the one that was drafted last. `quietly`: says nothing of it. */
  look({ quietly = false } = {}): void {
    const source = this.sourceId();
    if (source !== this.#seen) {
      this.#drafts.forget();
      this.#key = null;
      this.#index = 0;
      this.#seen = source;
    }
    if (this.drafting.state === 'none') void this.draft({ quietly });
  }

  async setPublished(published: PartialDate): Promise<void> {
    const source = this.#source;
    if (!source) return;
    this.open.edit(named.source(source.id, 'published'), (b) =>
      setSource(b, source.id, { published })
    );
    await this.draft();
  }

  showKind(kind: KindFilter): void {
    this.#kind = kind;
    this.#key = null;
    this.#index = 0;
  }

  showNews(kind: NewsFilter): void {
    this.newsKind = kind;
    this.#key = null;
    this.#index = 0;
  }

  moveToKey(key: string): void {
    this.moveTo(this.shown.findIndex(({ suggestion }) => suggestion.key === key));
  }

  moveTo(index: number): void {
    this.#index = Math.max(0, Math.min(index, this.shown.length - 1));
    this.#key = this.shown[this.#index]?.suggestion.key ?? null;
  }

  /** To the first that is open now, by an undo, and was settled before. */
  leadToReopened(before: Judged): void {
    const source = this.#source?.id;
    if (!source) return;
    const settled = this.#settlements(source, before);
    const isBack = ({ suggestion: { key }, settlement }: ListedSuggestion) =>
      settlement === 'open' && (settled.get(key) ?? 'open') !== 'open';
    if (!this.shown.some(isBack) && this.rows.some(isBack)) {
      this.#kind = 'all';
      this.newsKind = 'all';
    }
    const index = this.shown.findIndex(isBack);
    if (index >= 0) this.moveTo(index);
  }

  accept(values: FieldValues = {}, as?: Acceptance): void {
    const news = this.current?.news ?? null;
    const done = as ?? usualAcceptance(news);
    this.act(
      (title) => named.suggestionsAccepted([title]),
      (suggestion) => `${tellAccepted(suggestion)}${acceptedAs[done]}`,
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
    if (likely.length > 0) {
      const titles = likely.map(({ title }) => title);
      this.open.edit(named.suggestionsAccepted(titles), (b) => acceptAll(b, likely, ground));
    }
    const many = `${likely.length} likely ${kindTitles[kind].toLowerCase()}`;
    this.voice.say(likely.length > 0 ? `Accepted ${many}.` : `None of the ${many} is open.`);
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
    this.voice.say(`Open again: ${row.suggestion.title}`);
  }

  mergeInto(actor: string): void {
    const suggestion = this.current?.suggestion;
    const drafted = this.#suggestions.flatMap((s) => (s.kind === 'actor' ? [s.actor] : []));
    const into = [...drafted, ...this.#actors].find(({ id }) => id === actor);
    const ground = this.ground;
    if (suggestion?.kind !== 'actor' || !into || !ground) return;
    const { source, now } = ground;
    this.open.edit(named.suggestedActorsMerged(suggestion.actor.name, into.name), (b) =>
      mergeSuggestedActors(b, source, suggestion.actor, into, now)
    );
    this.voice.say(`${suggestion.actor.name} and ${into.name} are one.`);
  }

  splitOff(alias: string): void {
    const suggestion = this.current?.suggestion;
    const ground = this.ground;
    if (suggestion?.kind !== 'actor' || !ground) return;
    const { source, now } = ground;
    this.open.edit(named.suggestedActorSplit(alias, suggestion.actor.name), (b) =>
      splitActor(b, source, suggestion.actor, alias, now)
    );
    this.voice.say(`${alias} is someone else than ${suggestion.actor.name}.`);
  }

  /** On the current suggestion, while it is open; then the next is current, of those that are coded the next open one. */
  act(
    name: (title: string) => StepName,
    tell: (suggestion: Suggestion) => string,
    change: (
      briefing: OpenBriefing['briefing'],
      suggestion: Suggestion,
      ground: Ground
    ) => OpenBriefing['briefing']
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
    // One that is coded may have been passed over.
    const [first] = this.kind === 'coding' ? keys : [];
    const to = next ?? first;
    if (to === undefined) this.moveTo(index);
    else this.moveToKey(to);
    this.voice.say(tell(row.suggestion));
  }

  #settlements(source: Id, judged: Judged): ReadonlyMap<string, Settlement> {
    return settlementsOf(this.#suggestions, judged, source, this.open.texts);
  }

  /** On what the suggestions of the source are accepted; as of now. */
  get ground(): Ground | null {
    const source = this.#source?.id;
    return source ? groundOf(source, this.#rendered.text, this.#suggestions) : null;
  }
}
