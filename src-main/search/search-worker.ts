/** The thread of the index: neither reading the library nor a search may hold up the window. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import type { SearchAnswer } from '../domain/search/answer.js';
import { BriefingReader, type Listed } from './briefing-reader.js';
import { endWhenTold } from '../workers/end-thread.js';
import { connect } from './rpc.js';
import { SearchIndex } from './search-index.js';

export interface SearchWorkerData {
  /** `null`: in memory. */
  readonly file: string | null;
  readonly root: string;
  readonly texts: string;
}

/** One that is to be indexed: as it is at hand, or to be read from its file. */
export interface ToPut extends Listed {
  readonly file: string;
  readonly briefing: Briefing | null;
}

type OfIndex = 'reconcile' | 'remove' | 'complete' | 'positions' | 'matrix' | 'names' | 'close';

export interface SearchThread extends Pick<SearchIndex, OfIndex> {
  readonly [name: string]: (...args: never[]) => unknown;
  readonly put: (entries: readonly ToPut[]) => Promise<void>;
  readonly find: (
    text: string,
    typing: boolean,
    limit: number,
    within: readonly Id[] | null
  ) => Promise<SearchAnswer>;
}

/** What the thread asks the program. */
export interface SearchProgram {
  readonly [name: string]: (...args: never[]) => unknown;
  /** `null` when there is no such briefing, or it cannot be read. */
  readonly read: (id: Id) => Promise<Briefing | null>;
}

if (!parentPort) throw new Error('The index runs in a worker thread only');
const port = parentPort;
const { file, root, texts } = workerData as SearchWorkerData;
const index = new SearchIndex(file);
const reader = new BriefingReader({ root, texts, ask: (id) => call('read', id) });

const thread: SearchThread = {
  reconcile: (library) => index.reconcile(library),
  async put(entries) {
    const read = await Promise.all(
      entries.map(async ({ briefing, ...listed }) => {
        const readable = briefing ? await reader.give(briefing) : await reader.read(listed);
        return readable && { ...listed, ...readable, stamp: readable.briefing.modifiedAt };
      })
    );
    const there = read.filter((each) => each !== null);
    const gone = entries.filter(({ id }) => !there.some(({ briefing }) => briefing.id === id));
    index.put(there);
    index.remove(gone.map(({ id }) => id));
  },
  remove: (ids) => index.remove(ids),
  find: (text, typing, limit, within) =>
    index.find(text, { typing, limit, within, read: reader.read }),
  complete: (filter, typed) => index.complete(filter, typed),
  positions: (query, said, limit, within) => index.positions(query, said, limit, within),
  matrix: (query, said) => index.matrix(query, said),
  names: (query, said) => index.names(query, said),
  close: () => index.close()
};

endWhenTold(port);
const { call } = connect<SearchProgram>(port, thread);
