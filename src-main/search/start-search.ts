/**
 * Search as the program has it: keeps a thread with the index, brings that up to date in the
 * background, and asks it. The thread reads the files itself, so that the program stays free.
 */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type {
  AcrossAnswer,
  AcrossQuery,
  LibraryMatrix,
  MatrixQuery
} from '../domain/ledger/across-briefings.js';
import type { SearchAnswer } from '../domain/search/answer.js';
import type { LibraryNames, NamesQuery } from '../domain/suggestions/library-names.js';
import type { NameFilter } from './facets.js';
import type { Said } from './name-conditions.js';
import type { Register } from '../domain/ledger/register.js';
import { endThread } from '../workers/end-thread.js';
import { connect } from './rpc.js';
import type { Listed } from './briefing-reader.js';
import type { SearchProgram, SearchThread, SearchWorkerData, ToPut } from './search-worker.js';
import startSearchWorker from './search-worker?nodeWorker';

/** What search needs of a library. */
export interface SearchedLibrary extends SearchWorkerData {
  readonly list: () => Promise<readonly Listed[]>;
  /** Where a briefing lies, relative to `root`. */
  readonly fileOf: (id: Id) => string;
  /** Which names are one. */
  readonly said: () => Promise<Said>;
  readonly collections: () => Promise<Register['collections']>;
  /** `null` when there is no such briefing, or it cannot be read. */
  readonly read: (id: Id) => Promise<Briefing | null>;
}

export interface Progress {
  readonly read: number;
  readonly of: number;
}

export interface Search {
  /**
   * What is not read yet it does not find, and says so in `reading`; what was changed last it finds.
   * `collection` is `null` for the whole library, and so is one that is there no more.
   */
  find(text: string, typing: boolean, limit: number, collection: Id | null): Promise<SearchAnswer>;
  complete(filter: NameFilter, typed: string): Promise<readonly string[]>;
  /** As `find`, of the positions of all briefings. */
  positions(query: AcrossQuery, limit: number): Promise<AcrossAnswer>;
  matrix(query: MatrixQuery): Promise<LibraryMatrix>;
  /** How the other briefings name whom and what a draft tells of; what is not read yet is not known. */
  names(query: NamesQuery): Promise<LibraryNames>;
  /** A briefing was made, saved, deleted or brought back. */
  changed(id: Id): void;
  /** Stops reading what is not in the index yet, until `resume`. */
  pause(): void;
  resume(): void;
  /** Resolves once all that the library holds is in the index; a pause holds it up. */
  upToDate(): Promise<void>;
  close(): Promise<void>;
}

interface SearchOptions {
  /** Told now and then while the index is read, and with `null` at its end and after a change was put in. */
  readonly onProgress?: (progress: Progress | null) => void;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** Briefings read by the thread in one go: a search waits for no more than these. */
const batch = 8;
/** Milliseconds after which a change is put in: by then the next letters are typed. */
const settle = 400;
/** Milliseconds that the thread has to close its file; one that is cut off is mended when it is opened again. */
const patience = 3_000;

export function startSearch(
  library: SearchedLibrary,
  { onProgress = () => undefined, startWorker = startSearchWorker }: SearchOptions = {}
): Search {
  const { file, root, texts } = library;
  const worker = startWorker({ workerData: { file, root, texts } satisfies SearchWorkerData });
  worker.unref();
  const program: SearchProgram = { read: (id) => library.read(id) };
  const { call, failAll } = connect<SearchThread>(worker, program);
  const dirty = new Set<Id>();
  let missing: Id[] = [];
  let stamps = new Map<Id, string>();
  let progress: Progress | null = null;
  let paused = false;
  let closed = false;
  let reading: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let fault: Error | null = null;

  worker.on('error', (error) => {
    fault = error;
    failAll(error);
  });
  worker.on('exit', () => {
    fault ??= new Error('The thread of the index has ended');
    failAll(fault);
  });

  const reconciled = reconcile();
  // Whoever searches is told; that nobody has searched yet is no fault of the program.
  reconciled.catch(() => undefined);

  async function reconcile(): Promise<void> {
    const listed = await library.list();
    stamps = new Map(listed.map(({ id, stamp }) => [id, stamp]));
    missing = [...(await call('reconcile', listed))];
    tell(missing.length > 0 ? { read: 0, of: missing.length } : null);
    if (!paused) resume();
  }

  function resume(): void {
    paused = false;
    reading = reading.then(readMissing);
    reading.catch(() => undefined);
  }

  async function readMissing(): Promise<void> {
    while (missing.length > 0 && !paused && !closed) {
      const ids = missing.splice(0, batch);
      await call(
        'put',
        ids.map((id) => toPut(id, stamps.get(id) ?? '', null))
      );
      const of = progress?.of ?? missing.length;
      tell(missing.length > 0 ? { read: of - missing.length, of } : null);
    }
  }

  function tell(next: Progress | null): void {
    progress = next;
    onProgress(next);
  }

  function toPut(id: Id, stamp: string, briefing: Briefing | null): ToPut {
    return { id, stamp, briefing, file: library.fileOf(id) };
  }

  async function putChanged(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const ids = [...dirty];
    dirty.clear();
    if (ids.length === 0) return;
    const gone: Id[] = [];
    const put: ToPut[] = [];
    for (const id of ids) {
      const briefing = await library.read(id);
      if (briefing) put.push(toPut(id, briefing.modifiedAt, briefing));
      else gone.push(id);
    }
    if (put.length > 0) await call('put', put);
    if (gone.length > 0) await call('remove', gone);
  }

  async function briefingsOf(collection: Id | null): Promise<readonly Id[] | null> {
    if (collection === null) return null;
    const found = (await library.collections()).find(({ id }) => id === collection);
    return found?.briefings ?? null;
  }

  async function asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      if (fault) throw fault;
      await reconciled;
      await putChanged();
      return await ask();
    } catch (error) {
      console.error('The search index failed:', error);
      throw new ExpectedFailure(
        'search-failed',
        'The search index could not be read. The library itself is not touched by this; Standpoint makes the index anew when it is started again.'
      );
    }
  }

  return {
    find: (text, typing, limit, collection) =>
      asking(async () => {
        const within = await briefingsOf(collection);
        return {
          ...(await call('find', text, typing, limit, within)),
          reading: progress
        };
      }),
    complete: (filter, typed) => asking(() => call('complete', filter, typed)),
    positions: (query, limit) =>
      asking(async () => ({
        ...(await call(
          'positions',
          query,
          await library.said(),
          limit,
          await briefingsOf(query.collection)
        )),
        reading: progress
      })),
    matrix: (query) =>
      asking(async () => ({
        ...(await call('matrix', query, await library.said())),
        reading: progress
      })),
    names: (query) => asking(async () => call('names', query, await library.said())),
    changed(id) {
      dirty.add(id);
      // What was asked before it settled is to be asked again.
      const put = () => putChanged().then(() => tell(progress));
      timer ??= setTimeout(() => void put().catch(() => undefined), settle).unref();
    },
    pause: () => void (paused = true),
    resume,
    upToDate: () => asking(() => reading),
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      // A thread that has failed has nothing left to close.
      const over = new Promise<void>((resolve) => void setTimeout(resolve, patience).unref());
      if (!fault) await Promise.race([call('close').catch(() => undefined), over]);
      await endThread(worker);
    }
  };
}
