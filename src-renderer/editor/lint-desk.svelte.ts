/** What the linter finds in the open briefing, looked for whenever nothing else is to be done. */
import type { Briefing } from '../../src-main/domain/briefing.js';
import type { Finding } from '../../src-main/domain/lint/finding.js';
import {
  byPlaceOf,
  lintBriefing,
  withoutDismissed
} from '../../src-main/domain/lint/lint-briefing.js';
import { today } from '../../src-main/domain/partial-date.js';
import { dismissFinding, recallFindings } from './judgement-edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';

/** Milliseconds after an edit: whoever types is not corrected in the middle of a word. */
const quiet = 500;

export class LintDesk {
  #all = $state.raw<readonly Finding[]>([]);
  #checked: Briefing | null = null;

  constructor(private readonly open: OpenBriefing) {}

  readonly findings = $derived.by(() => withoutDismissed(this.#all, this.open.briefing.dismissals));
  readonly byPlace = $derived.by(() => byPlaceOf(this.findings));
  readonly dismissed = $derived.by(
    () => this.open.briefing.dismissals.filter(({ of }) => of === 'finding').length
  );

  /** Asks for a check of the briefing as it stands. Returns what takes the wish back. */
  request(briefing: Briefing): () => void {
    if (this.#checked === briefing) return () => undefined;
    let idle = 0;
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(() => this.#check(briefing), { timeout: 2_000 });
      },
      this.#checked ? quiet : 0
    );
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }

  dismiss(finding: Finding): void {
    this.open.edit('Dismiss finding', (b) => dismissFinding(b, finding));
  }

  recall(): void {
    this.open.edit('Show dismissed findings', recallFindings);
  }

  #check(briefing: Briefing): void {
    this.#checked = briefing;
    this.#all = lintBriefing(briefing, this.open.texts, today());
  }
}
