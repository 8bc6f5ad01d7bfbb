/**
 * A position on words that are selected in a source, in a few keys: what the draft of the source knows of them
 * is filled in. Recording it is one step; leaving it leaves nothing behind. Knows no DOM.
 */
import { tick } from 'svelte';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { type Source, textOfSource } from '../../../src-main/domain/briefing/source.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { identityMap } from '../../../src-main/domain/markdown/source-map.js';
import { type Acceptance, usualAcceptance } from '../../../src-main/domain/news/accept-news.js';
import type { News } from '../../../src-main/domain/news/news.js';
import {
  newsOnWords,
  type PositionOnWords,
  recordOnWords,
  wordsAt
} from '../../../src-main/domain/news/record-on-words.js';
import { offerIssues } from '../../../src-main/domain/suggestions/coding/offer-issues.js';
import {
  noWordsOfText,
  wordsOfText
} from '../../../src-main/domain/suggestions/coding/words-of-text.js';
import { findActor, type Ground, groundOf } from '../../../src-main/domain/suggestions/enter.js';
import {
  nobody,
  type Speaker,
  whoSpeaks
} from '../../../src-main/domain/suggestions/who-speaks.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import { stanceWords } from '../../../src-main/domain/terms/terms.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import { mapOf } from '../../markdown/map-markdown.js';
import {
  type GivenPosition,
  nothingGiven,
  type OtherTake,
  quickPosition,
  quickProblems,
  type QuickPositionActions,
  type QuickPositionFacts,
  wholeForm,
  type WordsRead
} from '../../positions/forms/quick-position.js';
import type { PositionForm } from '../../positions/forms/position-form.js';
import { named } from '../open/step-names.js';
import { EntryForm, type FormBasis, type FormNeeds } from './entry-form.svelte.js';
import type { Voice } from './messages.svelte.js';
import type { SuggestionDesk } from './suggestion-desk.svelte.js';

/** What it knows of the source that is shown. */
type Reading = Pick<SuggestionDesk, 'drafting' | 'draftOf' | 'rows' | 'index' | 'look'>;

const recordedAs: Readonly<Record<Acceptance, string>> = {
  supersedes: ', superseding what was in force',
  contested: ', contested',
  apart: ''
};

export class QuickPositionDesk
  extends EntryForm<GivenPosition>
  implements QuickPositionFacts, QuickPositionActions
{
  /** By which the margin knows its place. */
  readonly id: Id = newId();
  /** Whether there is a margin beside the text that it can stand in. */
  hasMargin = $state(false);

  readonly #given = $derived.by(() => this.form ?? nothingGiven);
  readonly #selection = $derived.by(() => this.basis?.selection ?? null);
  readonly #source = $derived.by(() => this.#sourceOf(this.#selection?.target.id));
  readonly #draftedText = $derived.by(() => this.#draftedTextOf(this.#source));
  readonly #place = $derived.by(() =>
    this.#selection && this.#source ? this.#placeIn(this.#source, this.#selection.span) : null
  );
  readonly #speaker = $derived.by(() =>
    this.#source && this.#place ? this.#speakerAt(this.#source, this.#place) : nobody
  );
  readonly #wordsOfText = $derived.by(() => {
    const draft = this.#source && this.suggestions.draftOf(this.#source.id);
    if (!draft) return noWordsOfText;
    return wordsOfText(this.#suggestionsOf(this.#source.id), this.#draftedText, draft.topics);
  });
  readonly read: WordsRead = $derived.by(() => {
    const speaker = this.#speaker;
    const words = this.#selection ? wordsAt(this.#selection.text, this.#selection.span) : '';
    const name = this.#given.actor ?? speaker.name;
    const said = {
      ...{ words, place: this.#place },
      actor: findActor(this.open.briefing, name.trim(), speaker.drafted)?.id ?? null,
      drafted: this.#given.actor === null ? (speaker.position?.issue ?? null) : null
    };
    const offered = offerIssues(said, this.open.briefing, this.#wordsOfText);
    return { words, speaker, offered, source: this.#source };
  });
  readonly quick = $derived.by(() => quickPosition(this.read, this.#given));
  readonly names: readonly string[] = $derived.by(() => {
    const { actors } = this.open.briefing;
    const drafted = (this.#source && this.suggestions.draftOf(this.#source.id)?.actors) ?? [];
    const others = drafted.filter(
      (actor) => actor.type !== 'place' && !findActor(this.open.briefing, actor.name, actor)
    );
    return [...actors, ...others].map(({ name }) => name);
  });
  readonly #ground: Ground | null = $derived.by(() => {
    if (!this.#selection || !this.#source) return null;
    const { id } = this.#source;
    return groundOf(id, this.#selection.text, this.#suggestionsOf(id));
  });
  readonly #onWords = $derived.by(() =>
    this.#selection ? this.#positionOn(this.#selection.span) : null
  );
  readonly news: News | null = $derived.by(() => {
    const { actor, issue } = this.quick;
    if (!this.#onWords || !this.#ground || actor.trim() === '' || issue.trim() === '') return null;
    return newsOnWords(this.suggestions.index, this.#onWords, this.#ground);
  });
  readonly as: Acceptance = $derived.by(() => this.#given.as ?? usualAcceptance(this.news));

  constructor(
    needs: FormNeeds,
    private readonly voice: Voice,
    private readonly suggestions: Reading,
    /** Opens the whole form. */
    private readonly openWhole: (basis: FormBasis, form: PositionForm) => void,
    /** On the words that are selected. */
    private readonly takeSelected: (what: OtherTake) => void
  ) {
    super(needs);
  }

  get reading(): number | null {
    const { drafting } = this.suggestions;
    return drafting.state === 'under-way' ? drafting.done : null;
  }

  get unread(): string {
    const { drafting } = this.suggestions;
    if (drafting.state === 'failed') return drafting.sentence;
    const language = this.#source && this.suggestions.draftOf(this.#source.id)?.language;
    const isReadWhole = language?.suggestions && language.code === 'en';
    return isReadWhole ? '' : (language?.reason ?? '');
  }

  /** Words are selected in the source that is shown: who speaks there may be asked next. */
  prepare(): void {
    this.suggestions.look({ quietly: true });
  }

  /** @param basis words of the source that is shown. */
  startOn(basis: FormBasis): void {
    this.prepare();
    this.begin(nothingGiven, basis);
  }

  give(given: Partial<GivenPosition>): void {
    if (this.basis) this.begin({ ...this.#given, ...given }, this.basis);
  }

  record(): void {
    const [ground, on, news, as] = [this.#ground, this.#onWords, this.news, this.as];
    const isReady = Object.keys(quickProblems(this.quick)).length === 0;
    if (!this.basis || !ground || !on || !isReady) return;
    const id = newId();
    this.enter(named.position(id), [this.basis.annotation.id], (b) =>
      recordOnWords(b, on, ground, news, as, id)
    );
    const { actor, stance, issue } = on;
    this.voice.say(`Recorded: ${actor}, ${stanceWords[stance]}, ${issue}${recordedAs[as]}.`);
  }

  more(): void {
    const { basis } = this;
    if (!basis) return;
    const form = wholeForm(this.quick, this.read, basis.annotation.id, this.as);
    this.begin(null);
    this.openWhole(basis, form);
  }

  takeAs(what: OtherTake): void {
    this.cancel();
    // By then the words are selected again.
    void tick().then(() => this.takeSelected(what));
  }

  /** The whole form of other words, with who speaks there and when, as far as that is known. */
  formOn({ id, target }: Annotation): PositionForm {
    const source = this.#sourceOf(target.id);
    const { quote, position } = target.selectors;
    const words = wordsAt(quote.exact, { start: 0, end: quote.exact.length });
    const speaker = !position
      ? nobody
      : source
        ? this.#speakerAt(source, this.#placeIn(source, position))
        : this.#namedAt(this.textOf(target.id) ?? '', position);
    const read: WordsRead = { words, speaker, offered: [], source };
    return wholeForm(quickPosition(read, nothingGiven), read, id, 'apart');
  }

  #suggestionsOf(source: Id): readonly Suggestion[] {
    if (!this.suggestions.draftOf(source)) return [];
    return this.suggestions.rows.map(({ suggestion }) => suggestion);
  }

  #sourceOf(id: Id | undefined): Source | null {
    return this.open.briefing.sources.find((each) => each.id === id) ?? null;
  }

  #draftedTextOf(source: Source | null): string {
    return (source && textOfSource(source, this.open.texts)) ?? '';
  }

  #namedAt(text: string, place: Range): Speaker {
    return whoSpeaks(null, text, place, this.open.briefing.actors);
  }

  /** In the text that was drafted; `null` where nothing of the span stands there. */
  #placeIn(source: Source, span: Range): Range | null {
    const text = this.#draftedTextOf(source);
    const { map } = source.format === 'markdown' ? mapOf(text) : { map: identityMap(text.length) };
    return map.toSource(span);
  }

  /** Nobody as long as the source is being read: a name in the sentence may not be who speaks. */
  #speakerAt(source: Source, place: Range | null): Speaker {
    if (this.suggestions.drafting.state === 'under-way' || !place) return nobody;
    const drafted = this.suggestions.draftOf(source.id);
    return whoSpeaks(drafted, this.#draftedTextOf(source), place, this.open.briefing.actors);
  }

  #positionOn(place: Range): PositionOnWords | null {
    const { actor, issue, stance, condition, said } = this.quick;
    const { drafted, direct } = this.#speaker;
    if (!stance) return null;
    return { actor, drafted, issue, stance, condition, said, direct, place };
  }
}
