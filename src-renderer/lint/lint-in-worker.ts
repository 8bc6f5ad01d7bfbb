/**
 * Lints in a worker, one check at a time; of the wishes that come meanwhile the last one counts. A
 * check that takes too long is ended, and said so. Knows no component.
 */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { diffBriefing, type Change } from '../../src-main/domain/change/change.js';
import type { PartialDate } from '../../src-main/domain/base/values.js';
import type { LintFinding } from '../../src-main/domain/lint/finding.js';
import type { TextHash } from '../../src-main/domain/briefing/source.js';
import { TaskWorker, type Port } from '../ui/task-worker.js';

export interface Linter {
  /** `null` when another wish came before this one's turn, or the linter was closed. Never rejects. */
  lint(briefing: Briefing, texts: SourceTexts, today: PartialDate): Promise<LintAnswer | null>;
  /** Ends the worker. */
  close(): void;
}

interface Job {
  readonly briefing: Briefing;
  readonly texts: SourceTexts;
  readonly today: PartialDate;
  readonly settle: (answer: LintAnswer | null) => void;
}

export function createLinter(startWorker: () => Port, limitMs = 20_000): Linter {
  /** What the worker holds. */
  let sent: Pick<Job, 'briefing' | 'texts'> | null = null;
  let waiting: Job | null = null;
  const worker = new TaskWorker<LintRequest, LintAnswer>(startWorker, limitMs, (message) => {
    sent = null;
    const late = `The linter took longer than ${limitMs / 1_000} seconds over this briefing and was stopped; what it found before is shown.`;
    return { kind: 'failed', reason: message === null ? late : `The linter failed (${message}).` };
  });

  function run(job: Job): void {
    const request = requestFor(job, sent);
    sent = job;
    worker.run(request, (answer) => {
      job.settle(answer);
      const next = waiting;
      waiting = null;
      if (next) run(next);
    });
  }

  return {
    lint: (briefing, texts, today) =>
      new Promise((settle) => {
        const job = { briefing, texts, today, settle };
        if (!worker.isBusy) return run(job);
        waiting?.settle(null);
        waiting = job;
      }),
    close() {
      waiting?.settle(null);
      waiting = null;
      worker.close();
      sent = null;
    }
  };
}

function requestFor(
  { briefing, texts, today }: Job,
  sent: Pick<Job, 'briefing' | 'texts'> | null
): LintRequest {
  return sent?.briefing.id === briefing.id && sent.texts === texts
    ? { kind: 'change', change: diffBriefing(sent.briefing, briefing), today }
    : { kind: 'whole', briefing, texts, today };
}

/** Of the sources, by hash. */
export type SourceTexts = Readonly<Record<TextHash, string>>;

/** A briefing crosses whole once; after that, what an edit changed. */
export type LintRequest = { readonly today: PartialDate } & (
  | { readonly kind: 'whole'; readonly briefing: Briefing; readonly texts: SourceTexts }
  | { readonly kind: 'change'; readonly change: Change }
);

export type LintAnswer =
  | { readonly kind: 'found'; readonly findings: readonly LintFinding[] }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
