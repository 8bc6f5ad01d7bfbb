/**
 * What later sources brought, on its way into the cards: which words are offered at which card, and what the person
 * does with them. Knows no DOM.
 */
import { inOneLine } from '../../../src-main/domain/text/in-one-line.js';
import { quotedPositions } from '../../../src-main/domain/anchoring/quoted-positions.js';
import type { WordsOfSources } from '../../../src-main/domain/anchoring/lines-in-sources.js';
import { keepEntries } from '../../../src-main/domain/base/map-entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Card, Dismissal, Position } from '../../../src-main/domain/briefing/entries.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import {
  type CardWords,
  wordsOfEntries,
  wordsOfSuggestion
} from '../../../src-main/domain/suggestions/card-words.js';
import {
  cardFor,
  declineWords,
  offerWords,
  type ReadCard
} from '../../../src-main/domain/suggestions/offer-words.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import type { ListedSuggestion } from '../../suggestions/suggestion-actions.js';
import { type Source, titleOfSource } from '../../../src-main/domain/briefing/source.js';
import type { TextDrafter } from '../../suggestions/suggestion-actions.js';
import { addWords } from '../edits/add-words.js';
import { draftInto } from '../edits/draft-into.js';
import { notDraftedIn, withoutDraftOf } from '../../../src-main/domain/suggestions/later-drafts.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named, type StepName } from '../open/step-names.js';
import type { CardDesk } from './card-desk.svelte.js';
import { offerWayBack, type Messages } from './messages.svelte.js';
import type { SourceWords } from './source-words.svelte.js';

/** The suggestions of the source that is shown. */
interface Suggested {
  readonly source: Id | null;
  readonly rows: readonly ListedSuggestion[];
}

export class WordDesk {
  /** For which a card is being chosen. */
  choosing = $state.raw<CardWords | null>(null);
  // In two steps, so that typing stops at the first.
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #annotations = $derived.by(() => this.open.briefing.annotations);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #issues = $derived.by(() => this.open.briefing.issues);
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly #cards = $derived.by(() => this.open.briefing.cards);
  readonly #lineDrafted = $derived.by(() => this.open.briefing.bottomLineDraftedSentences);
  readonly #bottomLine = $derived.by(() => this.open.briefing.bottomLine);
  readonly #recorded: readonly CardWords[] = $derived.by(() =>
    wordsOfEntries(
      {
        sources: this.#sources,
        annotations: this.#annotations,
        actors: this.#actors,
        positions: this.#positions,
        statements: this.#statements,
        figures: this.#figures
      },
      (source) => this.words.textOf(source)
    )
  );
  /** What the draft is sure of and the briefing does not know. */
  readonly #suggested: readonly CardWords[] = $derived.by(() =>
    this.suggestions.rows.flatMap(({ suggestion, settlement, news }) => {
      const isNew = settlement === 'open' && news?.is !== 'repeats';
      return (isNew && suggestion.grade === 'likely' && this.#wordsOf(suggestion)) || [];
    })
  );
  readonly #offers = $derived.by(() => {
    const brought = this.#sources.length < 2 ? [] : [...this.#recorded, ...this.#suggested];
    return offerWords(
      brought.length === 0 ? [] : this.#cards.map((card) => this.#read(card)),
      this.#bottomLine,
      brought,
      {
        actors: this.#actors,
        issues: this.#issues,
        annotations: this.#annotations,
        dismissals: this.#dismissals,
        sources: this.#sources
      }
    );
  });
  readonly #known = new WeakMap<
    Card,
    { readonly in: WordsOfSources | null } & Pick<ReadCard, 'text'> & {
        readonly lines: ReturnType<SourceWords['find']>;
      }
  >();

  constructor(
    private readonly open: OpenBriefing,
    private readonly cards: CardDesk,
    private readonly words: SourceWords,
    private readonly suggestions: Suggested,
    private readonly messages: Messages,
    private readonly drafter: TextDrafter
  ) {}

  /** Sources whose draft is not in the text yet, the latest first. */
  readonly later: readonly Source[] = $derived.by(() =>
    notDraftedIn({
      ...{ sources: this.#sources, dismissals: this.#dismissals, cards: this.#cards },
      bottomLineDraftedSentences: this.#lineDrafted
    })
  );
  /** The source whose draft is being taken into the text. */
  draftingIn = $state.raw<Id | null>(null);

  /** Takes the draft of a source into the text, in one step, and whether it did. One at a time. */
  async draftIn(source: Source): Promise<boolean> {
    if (this.draftingIn !== null) return false;
    this.draftingIn = source.id;
    try {
      // The drafter reads the source from disk.
      await this.open.flush();
      const briefing = this.open.briefing.id;
      const { id, published } = source;
      const parts = await this.drafter.partsOf({ briefing, source: id, published });
      if (this.open.closed.aborted || !this.later.some((each) => each.id === id)) return false;
      this.open.endTyping();
      if (draftInto(this.open.briefing, source, parts) === null) {
        const title = quoted(titleOfSource(source));
        this.messages.show(
          `A card or the bottom line has no room for the draft of ${title}. Nothing was added.`
        );
        return false;
      }
      const step = named.draftedIn(titleOfSource(source));
      this.open.edit(step, (b) => draftInto(b, source, parts) ?? b);
      const told = `The draft of ${quoted(titleOfSource(source))} is in the text, unreviewed until you confirm it.`;
      this.messages.show(told);
      return true;
    } catch (error) {
      this.messages.show((error as Error).message);
      return false;
    } finally {
      this.draftingIn = null;
    }
  }

  /** It is offered no more. */
  declineDraft(source: Source): void {
    const declined = withoutDraftOf(source);
    this.#decline(named.draftDeclined(titleOfSource(source)), declined);
  }

  /** What is offered at a card. */
  offersAt(card: Id): readonly CardWords[] {
    return this.#offers.get(card) ?? [];
  }

  /** In one step, at the end of the card; false where that has no room for them. */
  add(card: Id, words: CardWords): boolean {
    const day = words.day === null ? '' : personsDates.inShort(words.day);
    if (addWords(this.open.briefing, card, words, day) === null) {
      this.cards.refuseLength();
      return false;
    }
    this.open.endTyping();
    this.open.edit(named.wordsAdded(card, words.words), (b) => addWords(b, card, words, day) ?? b);
    this.choosing = null;
    const heading = this.#cards.find(({ id }) => id === card)?.heading || 'without heading';
    this.messages.show(`Added to the card ${quoted(heading)}, unreviewed until you confirm it.`);
    return true;
  }

  /** They are offered nowhere any more. */
  decline(card: Id, words: CardWords): void {
    this.#decline(named.wordsDeclined(words.words), declineWords(card, words));
  }

  #decline(step: StepName, declined: Dismissal): void {
    const wayBack = this.open.editWithWayBack(
      step,
      (b) => ({ ...b, dismissals: [...b.dismissals, declined] }),
      (b) => ({ ...b, dismissals: keepEntries(b.dismissals, ({ id }) => id !== declined.id) })
    );
    offerWayBack(this.open, this.messages, 'This is no longer offered.', wayBack);
  }

  /** Asks into which card they go; false where the briefing has none. */
  choose(words: CardWords): boolean {
    if (this.#cards.length === 0) return false;
    this.choosing = words;
    return true;
  }

  /** The card that they belong to most likely: by what it says, else the current one, else the first. */
  likeliestCard(words: CardWords): Id | null {
    const cards = this.#cards.map((card) => this.#read(card));
    const known = { actors: this.#actors, issues: this.#issues, annotations: this.#annotations };
    return cardFor(words, cards, known) ?? this.cards.current ?? this.#cards[0]?.id ?? null;
  }

  /** Of what is selected in a source; `null` of words of a card. */
  ofSelection({ target, text, span }: TextSelection): CardWords | null {
    const source = this.#sources.find(({ id }) => id === target.id);
    if (!source) return null;
    return {
      words: inOneLine(text.slice(span.start, span.end)),
      speaker: '',
      day: source.published,
      source: source.id,
      actor: null,
      issue: null
    };
  }

  /** Of a suggestion of the source that is shown; `null` of what says nothing that a card can quote. */
  ofSuggestion({ suggestion }: Pick<ListedSuggestion, 'suggestion'>): CardWords | null {
    return this.#wordsOf(suggestion);
  }

  /** Of the evidence of a position; `null` where that is in no source. */
  ofPosition(position: Position): CardWords | null {
    const alone = { positions: [position], statements: [], figures: [] };
    const known = { sources: this.#sources, annotations: this.#annotations, actors: this.#actors };
    return wordsOfEntries({ ...known, ...alone }, (source) => this.words.textOf(source))[0] ?? null;
  }

  #wordsOf(suggestion: ListedSuggestion['suggestion']): CardWords | null {
    const source = this.#sources.find(({ id }) => id === this.suggestions.source);
    const text = source && this.words.textOf(source.id);
    if (!source || text === null || text === undefined) return null;
    const known = { actors: this.#actors, issues: this.#issues };
    return wordsOfSuggestion(suggestion, { ...source, text }, known);
  }

  #read(card: Card): ReadCard {
    const { words } = this.words;
    let known = this.#known.get(card);
    if (known?.in !== words) {
      const { text } = renderMarkdown(card.body);
      known = { in: words, text, lines: this.words.find(text) };
      this.#known.set(card, known);
    }
    const ledger = { positions: this.#positions, annotations: this.#annotations };
    return { card, text: known.text, quoted: quotedPositions(card.id, known.lines, ledger) };
  }
}
