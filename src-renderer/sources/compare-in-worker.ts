/**
 * Compares the texts of sources in a worker, one question after the other; of the questions which of
 * them share words the last one counts. Knows no component.
 */
import type { SharedPair, SourceToCompare } from '../../src-main/domain/origins/find-origins.js';
import { TaskWorker, type Port } from '../ui/task-worker.js';
import type { PassagePair } from './origin-actions.js';

export interface TextComparer {
  /** `null` when another question came before this one's turn, or the comparer was closed. Never rejects. */
  pairs(sources: readonly SourceToCompare[]): Promise<ComparisonAnswer | null>;
  passages(one: string, other: string): Promise<ComparisonAnswer | null>;
  /** Ends the worker. */
  close(): void;
}

export type ComparisonTask =
  | { readonly kind: 'pairs'; readonly sources: readonly SourceToCompare[] }
  | { readonly kind: 'passages'; readonly one: string; readonly other: string };

export type ComparisonAnswer =
  | { readonly kind: 'pairs'; readonly pairs: readonly SharedPair[] }
  | { readonly kind: 'passages'; readonly passages: readonly PassagePair[] }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };

export function createTextComparer(startWorker: () => Port, limitMs = 20_000): TextComparer {
  const worker = new TaskWorker<ComparisonTask, ComparisonAnswer>(
    startWorker,
    limitMs,
    (message) => ({
      kind: 'failed',
      reason:
        message === null
          ? `Comparing the sources took longer than ${limitMs / 1_000} seconds and was stopped. Sources can still be joined by hand.`
          : `The sources could not be compared (${message}). They can still be joined by hand.`
    })
  );
  let last: Promise<unknown> = Promise.resolve();
  let latest: ComparisonTask | null = null;
  let isClosed = false;

  function ask(task: ComparisonTask): Promise<ComparisonAnswer | null> {
    const turn = last.then(() => {
      if (isClosed || (task.kind === 'pairs' && task !== latest)) return null;
      return new Promise<ComparisonAnswer | null>((settle) => worker.run(task, settle));
    });
    last = turn;
    return turn;
  }

  return {
    pairs(sources) {
      const task: ComparisonTask = { kind: 'pairs', sources };
      latest = task;
      return ask(task);
    },
    passages: (one, other) => ask({ kind: 'passages', one, other }),
    close() {
      isClosed = true;
      worker.close();
    }
  };
}
