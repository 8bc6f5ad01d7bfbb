/** Finds in a worker that is ended when it takes too long, or when another search overtakes it. Knows no component. */
import type { FindQuery, Match } from '../../src-main/domain/finding/find-in-texts.js';
import { TaskWorker, type Port } from '../ui/task-worker.js';

/** `null` when another request came before the answer. */
export type Find = (request: FindRequest) => Promise<FindAnswer | null>;

export function createFinder(startWorker: () => Port, limitMs = 2_000): Find {
  const worker = new TaskWorker<FindRequest, FindAnswer>(startWorker, limitMs, (message) => ({
    kind: 'failed',
    reason:
      message === null
        ? `Finding this took longer than ${limitMs / 1_000} seconds. Make it simpler.`
        : `Finding this failed (${message}).`
  }));
  return (request) => {
    worker.giveUp();
    return new Promise((settle) => worker.run(request, settle));
  };
}

/** A text as it is written; the worker knows what its reader sees. */
export interface SearchedText {
  readonly format: 'text' | 'markdown';
  readonly source: string;
}

export interface FindRequest {
  readonly texts: readonly SearchedText[];
  readonly query: FindQuery;
}

export type FindAnswer =
  | { readonly kind: 'found'; readonly matches: readonly Match[]; readonly cut: boolean }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
