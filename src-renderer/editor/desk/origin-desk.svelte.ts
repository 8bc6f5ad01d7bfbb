/** Which sources of the open briefing may share an origin, and what the person says of it. Knows no DOM. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { titleOfSource } from '../../../src-main/domain/briefing/source.js';
import type { SharedPair } from '../../../src-main/domain/origins/find-origins.js';
import type { OriginProposal } from '../../../src-main/domain/origins/group-sources.js';
import {
  joinOrigins,
  nameOrigin,
  originProposals,
  partOrigins,
  takeFromOrigin
} from '../../../src-main/domain/origins/join-origins.js';
import type { TextComparer } from '../../sources/compare-in-worker.js';
import type { OriginActions, OriginsOfSources, PassagePair } from '../../sources/origin-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';

export class OriginDesk implements OriginsOfSources, OriginActions {
  #pairs = $state.raw<readonly SharedPair[] | null>(null);
  #problem = $state<string | null>(null);
  /** The sources that were asked about last, by id and text. */
  #asked = '';

  // In two steps, so that typing, which changes none of them, stops at the first.
  readonly sources = $derived.by(() => this.open.briefing.sources);
  readonly origins = $derived.by(() => this.open.briefing.origins);
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly proposals: readonly OriginProposal[] | null = $derived.by(() => {
    if (this.#pairs === null) return null;
    return originProposals({ sources: this.sources, dismissals: this.#dismissals }, this.#pairs);
  });

  constructor(
    private readonly open: OpenBriefing,
    private readonly comparer: TextComparer,
    readonly showSource: (source: Id) => void
  ) {}

  get problem(): string | null {
    return this.#problem;
  }

  /** Compares the sources, unless it has compared these. What was found before stays until then. */
  async look(): Promise<void> {
    const { sources } = this;
    const asked = sources.map(({ id, text }) => `${id} ${text}`).join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    const answer = await this.comparer.pairs(
      sources.map(({ id, text }) => ({ id, text, words: this.open.texts[text] ?? '' }))
    );
    if (answer?.kind === 'pairs') {
      this.#pairs = answer.pairs;
      this.#problem = null;
    } else if (answer?.kind === 'failed') this.#problem = answer.reason;
  }

  confirm({ pairs: [{ one, other, agencies }] }: OriginProposal): void {
    this.open.edit(named.originsJoined(this.#titleOf(one), this.#titleOf(other)), (b) =>
      joinOrigins(b, [one, other], agencies[0])
    );
  }

  part({ pairs }: OriginProposal): void {
    const [{ one, other }] = pairs;
    this.open.edit(named.originsParted(this.#titleOf(one), this.#titleOf(other)), (b) =>
      partOrigins(
        b,
        pairs.map((pair) => [pair.one, pair.other] as const)
      )
    );
  }

  join(sources: readonly Id[]): void {
    const [one = '', other = ''] = sources.map((id) => this.#titleOf(id));
    this.open.edit(named.originsJoined(one, other), (b) => joinOrigins(b, sources));
  }

  takeOut(source: Id): void {
    this.open.edit(named.originTaken(source), (b) => takeFromOrigin(b, source));
  }

  rename(origin: Id, name: string): void {
    this.open.edit(named.originNamed(name), (b) => nameOrigin(b, origin, name));
  }

  async passagesOf({
    one,
    other
  }: Pick<SharedPair, 'one' | 'other'>): Promise<readonly PassagePair[] | null> {
    const answer = await this.comparer.passages(this.#textOf(one), this.#textOf(other));
    if (answer?.kind === 'failed') this.#problem = answer.reason;
    return answer?.kind === 'passages' ? answer.passages : null;
  }

  #textOf(id: Id): string {
    const source = this.sources.find((each) => each.id === id);
    return (source && this.open.texts[source.text]) ?? '';
  }

  #titleOf(id: Id): string {
    const source = this.sources.find((each) => each.id === id);
    return source ? titleOfSource(source) : '';
  }
}
