/**
 * Lints in a worker, one check at a time; of the wishes that come meanwhile the last one counts. A
 * check that takes too long is ended, and said so. Knows no component.
 */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { diffBriefing, type Change } from '../../src-main/domain/briefing/change.js';
import type { PartialDate } from '../../src-main/domain/base/partial-date.js';
import type { Finding } from '../../src-main/domain/lint/finding.js';
import type { TextHash } from '../../src-main/domain/briefing/source.js';

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

type Port = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export function createLinter(startWorker: () => Port, limitMs = 20_000): Linter {
  let worker: Port | null = null;
  /** What the worker holds. */
  let sent: Pick<Job, 'briefing' | 'texts'> | null = null;
  let waiting: Job | null = null;
  let giveUp: (() => void) | null = null;

  function run(job: Job): void {
    const port = (worker ??= startWorker());
    const finish = (answer: LintAnswer | null, ends: boolean): void => {
      clearTimeout(limit);
      giveUp = null;
      if (ends) {
        port.terminate();
        worker = sent = null;
      }
      job.settle(answer);
      const next = waiting;
      waiting = null;
      if (next) run(next);
    };
    const fail = (reason: string) => finish({ kind: 'failed', reason }, true);
    const limit = setTimeout(
      () =>
        fail(
          `The linter took longer than ${limitMs / 1_000} seconds over this briefing and was stopped; what it found before is shown.`
        ),
      limitMs
    );
    giveUp = () => finish(null, true);
    port.onmessage = ({ data }: MessageEvent<LintAnswer>) => finish(data, false);
    port.onerror = ({ message }) => fail(`The linter failed (${message || 'no worker'}).`);
    port.postMessage(requestFor(job, sent));
    sent = job;
  }

  return {
    lint: (briefing, texts, today) =>
      new Promise((settle) => {
        const job = { briefing, texts, today, settle };
        if (!giveUp) return run(job);
        waiting?.settle(null);
        waiting = job;
      }),
    close() {
      waiting?.settle(null);
      waiting = null;
      if (giveUp) giveUp();
      else worker?.terminate();
      worker = sent = null;
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
  | { readonly kind: 'found'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
