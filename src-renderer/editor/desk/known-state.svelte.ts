/** What the open briefing knows, prepared for being asked what is new; made anew only when that changes. */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

export class KnownState {
  // What only typing changes is not looked at again.
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #issues = $derived.by(() => this.open.briefing.issues);
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #annotations = $derived.by(() => this.open.briefing.annotations);
  #lastQuotes: readonly Annotation[] = [];
  /** Annotations of sources, the same while only their notes and the like change. */
  readonly #quotes = $derived.by(() => {
    const quotes = this.#annotations.filter(({ target }) => target.type === 'source');
    const isSame =
      quotes.length === this.#lastQuotes.length &&
      quotes.every(({ target }, i) => target === this.#lastQuotes[i]?.target);
    return isSame ? this.#lastQuotes : (this.#lastQuotes = quotes);
  });
  readonly index: NewsIndex = $derived.by(
    () =>
      new NewsIndex({
        sources: this.#sources,
        actors: this.#actors,
        issues: this.#issues,
        positions: this.#positions,
        statements: this.#statements,
        figures: this.#figures,
        annotations: this.#quotes
      })
  );

  constructor(private readonly open: OpenBriefing) {}
}
