/** What the drafts of the open briefing's sources suggest, what was decided on each, and what is new about it. Knows no DOM. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import { paragraphStarts } from '../../../src-main/domain/markdown/paragraph-starts.js';
import {
  mapMarkdown,
  renderedWords,
  renderText
} from '../../../src-main/domain/markdown/render-markdown.js';
import { identityMap, type SourceMap } from '../../../src-main/domain/markdown/source-map.js';
import { newsOrder } from '../../../src-main/domain/news/news.js';
import type { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import { withJudgedActors } from '../../../src-main/domain/suggestions/judged-actors.js';
import { listSuggestions } from '../../../src-main/domain/suggestions/list-suggestions.js';
import { settlementsOf } from '../../../src-main/domain/suggestions/settled.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import type { ListedSuggestion } from '../../suggestions/suggestion-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { CodedPart } from './coding-desk.svelte.js';
import { KnownState } from './known-state.svelte.js';

/** The suggestions of one draft. */
export interface ListedOfDraft {
  readonly dismissals: Briefing['dismissals'];
  /** With the actors that the person said to be one, or two. */
  readonly judged: Draft;
  readonly suggestions: readonly Suggestion[];
  /** The text that annotations refer to, and the way to it from the one that was drafted. */
  readonly rendered: string;
  readonly map: SourceMap;
  /** Where they begin in that text. */
  readonly paragraphs: readonly number[];
}

const orderOf = ({ news }: ListedSuggestion) => newsOrder[news?.is ?? 'new'];

export class SuggestionLists {
  readonly #kept = new WeakMap<Draft, ListedOfDraft>();
  readonly #known: KnownState;
  // What only typing changes is not looked at again.
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #sources = $derived.by(() => this.open.briefing.sources);

  constructor(private readonly open: OpenBriefing) {
    this.#known = new KnownState(open);
  }

  get index(): NewsIndex {
    return this.#known.index;
  }

  /** What a source has, as the person judged its actors; found once until she judges others. */
  of(source: Source, draft: Draft): ListedOfDraft {
    const dismissals = this.#dismissals;
    const kept = this.#kept.get(draft);
    if (kept?.dismissals === dismissals) return kept;
    const text = this.open.texts[source.text] ?? '';
    const { text: rendered, html } = renderText(text, source.format);
    const map = source.format === 'markdown' ? mapMarkdown(text).map : identityMap(text.length);
    const judged = withJudgedActors(draft, dismissals, source.id);
    const suggestions = listSuggestions(
      judged,
      text,
      (range) => map.toRendered(range),
      source.format === 'markdown' ? renderedWords : undefined
    );
    const listed = {
      ...{ dismissals, judged, suggestions, rendered, map },
      paragraphs: paragraphStarts(html)
    };
    this.#kept.set(draft, listed);
    return listed;
  }

  partOf(source: Source, draft: Draft): CodedPart {
    const listed = this.of(source, draft);
    return {
      source: source.id,
      draft: listed.judged,
      rows: this.rowsOf(source.id, listed)
    };
  }

  rowsOf(source: Id, { suggestions, paragraphs }: ListedOfDraft): readonly ListedSuggestion[] {
    const judged = { dismissals: this.#dismissals, actors: this.#actors, sources: this.#sources };
    const settled = settlementsOf(suggestions, judged, source, this.open.texts);
    return suggestions
      .map((suggestion): ListedSuggestion => {
        const settlement = settled.get(suggestion.key) ?? 'open';
        const news = settlement === 'open' ? this.index.of(suggestion, source) : null;
        const at = suggestion.place?.start;
        const before = paragraphs.filter((start) => at !== undefined && start <= at).length;
        return { suggestion, settlement, news, paragraph: before > 0 ? before : null };
      })
      .sort((a, b) => orderOf(a) - orderOf(b));
  }
}
