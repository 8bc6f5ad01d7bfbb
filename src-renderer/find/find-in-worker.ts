/** Finds in a worker that is ended when it takes too long, or when another search overtakes it. Knows no component. */
import type { FindQuery, Match } from '../../src-main/domain/finding/find-in-texts.js';

/** `null` when another request came before the answer. */
export type Find = (request: FindRequest) => Promise<FindAnswer | null>;

type Port = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export function createFinder(startWorker: () => Port, limitMs = 2_000): Find {
  let worker: Port | null = null;
  let giveUp: (() => void) | null = null;

  return (request) => {
    giveUp?.();
    return new Promise((resolve) => {
      const port = (worker ??= startWorker());
      const settle = (answer: FindAnswer | null, ends: boolean) => {
        clearTimeout(limit);
        giveUp = null;
        if (ends) {
          port.terminate();
          worker = null;
        }
        resolve(answer);
      };
      const fail = (reason: string) => settle({ kind: 'failed', reason }, true);
      const limit = setTimeout(
        () => fail(`Finding this took longer than ${limitMs / 1_000} seconds. Make it simpler.`),
        limitMs
      );
      giveUp = () => settle(null, true);
      port.onmessage = ({ data }: MessageEvent<FindAnswer>) => settle(data, false);
      port.onerror = ({ message }) => fail(`Finding this failed (${message || 'no worker'}).`);
      port.postMessage(request);
    });
  };
}

/** A text as it is written; the worker knows what its reader sees. */
export interface Searched {
  readonly format: 'text' | 'markdown';
  readonly source: string;
}

export interface FindRequest {
  readonly texts: readonly Searched[];
  readonly query: FindQuery;
}

export type FindAnswer =
  | { readonly kind: 'found'; readonly matches: readonly Match[]; readonly cut: boolean }
  | {
      readonly kind: 'failed';
      /** A sentence for the person. */
      readonly reason: string;
    };
