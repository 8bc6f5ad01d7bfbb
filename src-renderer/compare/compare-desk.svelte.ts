/** What was asked to be compared and what came of it, kept while one briefing is open. Knows no DOM. */
import type { ChangeSection } from '../../src-main/domain/compare/told-changes.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { Version, VersionKey } from '../../src-main/domain/briefing/version.js';
import {
  type CompareRequest,
  emptyRequest,
  problemOf,
  runComparison,
  type Compared,
  type States
} from './compare-request.js';

export class CompareDesk {
  #of: Id | null = null;
  #request = $state.raw(emptyRequest);
  #versions = $state.raw<readonly Version[]>([]);
  #compared = $state.raw<Compared | null>(null);
  #problem = $state('');
  /** Of which changes are shown; `null` for all. */
  section = $state<ChangeSection | null>(null);
  /** The place in the list that the keys begin from. */
  current = $state(0);

  /** `sentenceFor` says in words what kept a state from being read. */
  constructor(
    private readonly states: States,
    private readonly sentenceFor: (error: unknown) => string
  ) {}

  get request(): CompareRequest {
    return this.#request;
  }

  /** Newest first. */
  get versions(): readonly Version[] {
    return this.#versions;
  }

  /** `null` before the first, and after one that failed. */
  get compared(): Compared | null {
    return this.#compared;
  }

  /** A sentence; empty while there is none. */
  get problem(): string {
    return this.#problem;
  }

  /**
   * The dialog opens on a briefing. It is compared with the version at once, if one is
   * given; else what was compared of it before is compared anew.
   */
  async begin(of: Id, version: VersionKey | null = null): Promise<void> {
    if (this.#of !== of) {
      this.#of = of;
      this.#request = emptyRequest;
      this.#compared = null;
      this.#problem = '';
    }
    try {
      this.#versions = await this.states.versions(of);
      if (version) {
        this.ask({ ...emptyRequest, version });
        await this.compare();
      } else if (this.#compared) await this.#run(of);
    } catch (error) {
      this.#problem = this.sentenceFor(error);
    }
  }

  /** What was compared answers another question then, and goes. */
  ask(part: Partial<CompareRequest>): void {
    const names = Object.keys(part) as (keyof CompareRequest)[];
    if (names.every((name) => part[name] === this.#request[name])) return;
    this.#request = { ...this.#request, ...part };
    this.#compared = null;
    this.#problem = '';
  }

  async compare(): Promise<void> {
    const of = this.#of;
    this.#compared = null;
    this.#problem = problemOf(this.#request) ?? '';
    if (!of || this.#problem) return;
    this.section = null;
    this.current = 0;
    await this.#run(of);
  }

  async #run(of: Id): Promise<void> {
    const request = this.#request;
    try {
      const compared = await runComparison(of, request, this.states);
      // A slow answer to an earlier request must not replace a later one.
      if (request === this.#request && of === this.#of) this.#compared = compared;
    } catch (error) {
      this.#compared = null;
      this.#problem = this.sentenceFor(error);
    }
  }
}
