/** Opens what a library is made of, and recovers on the way; the jobs on it lie in the files beside. */
import type { Id } from '../domain/base/values.js';
import type { Author } from '../domain/briefing/author.js';
import { BriefingFiles } from './briefing-files.js';
import { Checkpoints } from './log/checkpoint.js';
import { diskFailure } from '../disk/disk-failure.js';
import * as failures from './library-failures.js';
import { Log, Reserve } from './log/log.js';
import { mendLog, readLog } from './log/read-log.js';
import { recoverBriefings, setLogAside } from './log/recover.js';
import { Manifest } from './list/manifest.js';
import { entryOf, scanShard } from './list/scan-shard.js';
import { isOn } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { Summaries } from './list/summaries.js';
import { Turns } from '../disk/turns.js';
import { Versions } from './versions/versions.js';

export interface Parts {
  readonly folder: StoreFolder;
  readonly files: BriefingFiles;
  readonly turns: Turns;
  readonly versions: Versions;
  readonly summaries: Summaries;
  /** `null` in a library that is only read, as is `checkpoints`. */
  readonly log: Log | null;
  readonly checkpoints: Checkpoints | null;
  readonly now: () => Date;
  /** Runs a job that only reads. `what` says, if the disk fails, what did not happen. */
  readonly reading: <T>(what: string, job: () => Promise<T>) => Promise<T>;
  /** Runs a job once the earlier ones on that briefing, or that text, have ended. */
  readonly writing: <T>(key: string, what: string, job: () => Promise<T>) => Promise<T>;
  /** Whether it is in the library, and not in the bin. */
  readonly isHere: (id: Id) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export async function openParts(
  folder: StoreFolder,
  now: () => Date,
  author: () => Author | null = () => null
): Promise<Parts> {
  const turns = new Turns();
  const versions = new Versions(folder, now, author);
  const { files, log, checkpoints, manifest, summaries } = await openFiles(folder, turns, versions);
  let closed = false;

  async function reading<T>(what: string, job: () => Promise<T>): Promise<T> {
    if (closed) throw new Error('The library has been closed');
    try {
      return await job();
    } catch (error) {
      throw diskFailure(error, folder.root, what);
    }
  }

  return {
    folder,
    files,
    turns,
    versions,
    summaries,
    log,
    checkpoints,
    now,
    reading,
    writing: (key, what, job) =>
      reading(what, async () => {
        if (folder.readOnly) throw failures.readOnlyLibrary(folder.root, what);
        const result = await turns.run(key, job);
        checkpoints?.schedule();
        return result;
      }),
    isHere: async (id) => files.isUnsettled(id) || (await isOn(folder, 'b', id)),
    async close() {
      closed = true;
      await turns.idle();
      await checkpoints?.runOrTell();
      checkpoints?.stop();
      if (!folder.readOnly) await keepSnapshot(manifest, folder);
      await log?.close();
    }
  };
}

type Opened = Pick<Parts, 'files' | 'log' | 'checkpoints' | 'summaries'> & {
  readonly manifest: Manifest;
};

async function openFiles(folder: StoreFolder, turns: Turns, versions: Versions): Promise<Opened> {
  const history = await readLog(folder);
  const reserve = new Reserve(folder);
  const log = folder.readOnly ? null : new Log(folder, reserve, history);
  const files = new BriefingFiles(folder, log, history.records);
  const manifest = new Manifest(folder, (shard) => scanShard(folder, files, shard));
  const summaries = new Summaries(manifest);
  const before = versions.beforeOverwrite.bind(versions);

  const trouble = await recoverBriefings(folder, files, history);
  for (const id of history.records.keys()) {
    const entry = await entryOf(files, id);
    if (entry) summaries.put(entry);
    else summaries.remove(id);
  }
  if (!log) {
    (await mendLog(folder, history.damaged, false)).forEach(folder.report);
    return { files, log, checkpoints: null, manifest, summaries };
  }
  if (trouble !== 'none') {
    for (const id of files.unsettled) await files.settle(id, (filed) => before(id, filed));
    await summaries.settle();
    (await mendLog(folder, history.damaged, true)).forEach(folder.report);
    if (trouble === 'gap') await setLogAside(folder, history);
    log.startAnew();
  }
  const steps = {
    before,
    isBehind: () => summaries.hasPending,
    after: () => summaries.settle(),
    atEnd: async () => {
      await keepSnapshot(manifest, folder, 'checkpoint');
      await reserve.restock();
    }
  };
  const hasOld = history.segments.length > 1 || history.records.size > 0;
  const checkpoints = new Checkpoints(folder, log, files, turns, steps, hasOld);
  if (hasOld) checkpoints.schedule();
  return { files, log, checkpoints, manifest, summaries };
}

/** Without it the next start takes longer, and misses nothing. */
async function keepSnapshot(
  manifest: Manifest,
  folder: StoreFolder,
  when: 'checkpoint' | 'close' = 'close'
): Promise<void> {
  try {
    await manifest.writeSnapshot(when);
  } catch (error) {
    if (diskFailure(error, folder.root, '') === error) throw error;
  }
}
