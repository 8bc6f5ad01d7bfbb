/** What the linter finds in the open briefing, looked for when the person pauses. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  type LintFinding,
  byPlaceOf,
  withoutDismissed
} from '../../../src-main/domain/lint/finding.js';
import { today } from '../../../src-main/domain/base/values.js';
import type { Linter, SourceTexts } from '../../lint/lint-in-worker.js';
import { dismissFinding, recallFindings } from '../edits/edits.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';

/** Milliseconds after an edit: whoever types is not corrected in the middle of a word. */
const quiet = 500;

export class LintDesk {
  #all = $state.raw<readonly LintFinding[]>([]);
  #problem = $state<string | null>(null);
  #checked = $state(false);
  #asked: { readonly briefing: Briefing; readonly texts: SourceTexts } | null = null;

  constructor(
    private readonly open: OpenBriefing,
    private readonly linter: Linter
  ) {
    open.closed.addEventListener('abort', () => linter.close());
  }

  // In two steps, so that typing, which changes neither, stops at the first.
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly findings = $derived.by(() => withoutDismissed(this.#all, this.#dismissals));
  readonly byPlace = $derived.by(() => byPlaceOf(this.findings));
  readonly dismissed = $derived.by(
    () => this.#dismissals.filter(({ of }) => of === 'finding').length
  );

  /** Whether a check has ended: before, that there are no findings says nothing. */
  get checked(): boolean {
    return this.#checked;
  }

  /** Why the last check has no result, in a sentence; `null` when it has one. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Asks for a check of the briefing as it stands. Returns what takes the wish back. */
  request(briefing: Briefing): () => void {
    const { texts } = this.open;
    if (this.#asked?.briefing === briefing && this.#asked.texts === texts) return () => undefined;
    const timer = setTimeout(() => void this.#check(briefing), this.#asked ? quiet : 0);
    return () => clearTimeout(timer);
  }

  dismiss(finding: LintFinding): void {
    this.open.edit(named.findingDismissed(finding.words), (b) => dismissFinding(b, finding));
  }

  recall(): void {
    this.open.edit(named.findingsRecalled(), recallFindings);
  }

  async #check(briefing: Briefing): Promise<void> {
    const { texts } = this.open;
    this.#asked = { briefing, texts };
    const answer = await this.linter.lint(briefing, texts, today());
    if (!answer) return;
    this.#checked = true;
    this.#problem = answer.kind === 'failed' ? answer.reason : null;
    if (answer.kind === 'found') this.#all = answer.findings;
  }
}
