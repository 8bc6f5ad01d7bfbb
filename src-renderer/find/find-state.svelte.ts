/** What is being looked for in the open briefing, what was found, and which match is the current one. Knows no DOM. */
import type { FindQuery, Match } from '../../src-main/domain/finding/find-in-texts.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { Find } from './find-in-worker.js';
import type { BriefingText, FindPlace } from './texts-of-briefing.js';

interface PlacedMatch {
  readonly place: FindPlace;
  /** In the text as it is shown, UTF-16 units, end-exclusive. */
  readonly start: number;
  readonly end: number;
}

export class FindState {
  #open = $state(false);
  #query = $state.raw<FindQuery>({
    words: '',
    isExpression: false,
    wholeWords: false,
    matchCase: false
  });
  #matches = $state.raw<readonly PlacedMatch[]>([]);
  #current = $state(-1);
  #cut = $state(false);
  #problem = $state<string | null>(null);
  /** Grows by one whenever the person goes to a match, so that it is brought into sight. */
  #visit = $state(0);

  constructor(private readonly find: Find) {}

  get open(): boolean {
    return this.#open;
  }

  get query(): FindQuery {
    return this.#query;
  }

  get matches(): readonly PlacedMatch[] {
    return this.#matches;
  }

  get current(): PlacedMatch | null {
    return this.#matches[this.#current] ?? null;
  }

  get visit(): number {
    return this.#visit;
  }

  /** Why nothing can be said of the query, as a sentence; `null` when something can. */
  get problem(): string | null {
    return this.#problem;
  }

  /** "3 of 17", for the person. */
  get tally(): string {
    if (this.#query.words === '' || this.#problem) return '';
    const { length } = this.#matches;
    if (length === 0) return 'Nothing found';
    const of = `${length.toLocaleString('en')}${this.#cut ? ' and more' : ''}`;
    return `${(this.#current + 1).toLocaleString('en')} of ${of}`;
  }

  show(): void {
    this.#open = true;
  }

  close(): void {
    this.#open = false;
    this.#matches = [];
    this.#current = -1;
  }

  ask(part: Partial<FindQuery>): void {
    this.#query = { ...this.#query, ...part };
  }

  /**
   * Looks again, for a new query or because the briefing changed.
   *
   * @param from the card or source where the person is: the first match from there on is the current one.
   */
  async search(texts: readonly BriefingText[], from: Id | null, goes: boolean): Promise<void> {
    const query = this.#query;
    const plain = texts.map(({ format, source }) => ({ format, source }));
    const answer = await this.find({ texts: plain, query });
    if (!answer || !this.#open) return;
    const isFound = answer.kind === 'found';
    const before = this.current;
    this.#problem = isFound ? null : answer.reason;
    this.#cut = isFound && answer.cut;
    this.#matches = isFound ? answer.matches.map((match) => placed(match, texts)) : [];
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Never changed once it is made.
    const order = new Map(texts.map(({ place }, index) => [keyOf(place), index]));
    const start = startOf(before, from, texts, order);
    const at = this.#matches.findIndex((match) => isFrom(match, start, order));
    this.#current = this.#matches.length === 0 ? -1 : Math.max(0, at);
    if (goes && this.current) this.#visit += 1;
  }

  /** To the next match, or the one before; behind the last comes the first. */
  step(by: 1 | -1): void {
    const { length } = this.#matches;
    if (length === 0) return;
    this.#current = (this.#current + by + length) % length;
    this.#visit += 1;
  }
}

function placed({ text, start, end }: Match, texts: readonly BriefingText[]): PlacedMatch {
  const place = texts[text]?.place ?? { what: 'title', id: null };
  return { place, start, end };
}

function keyOf({ what, id }: FindPlace): string {
  return `${what}:${id ?? ''}`;
}

interface Start {
  readonly text: number;
  readonly offset: number;
}

/** Where the last match was, else the first text of where the person is. */
function startOf(
  before: PlacedMatch | null,
  from: Id | null,
  texts: readonly BriefingText[],
  order: ReadonlyMap<string, number>
): Start {
  const known = before && order.get(keyOf(before.place));
  if (before && known != null) return { text: known, offset: before.start };
  return {
    text: Math.max(
      0,
      texts.findIndex(({ place }) => place.id === from)
    ),
    offset: 0
  };
}

function isFrom(match: PlacedMatch, start: Start, order: ReadonlyMap<string, number>): boolean {
  const text = order.get(keyOf(match.place)) ?? 0;
  return text > start.text || (text === start.text && match.start >= start.offset);
}
