/**
 * Brings the files up to what the log holds, in the background, and then lets go of the log. Costs by
 * the briefings that were changed, never by how many there are. Failing, it loses nothing: the log
 * stays until main file and second copy hold what it holds.
 */
import { join } from 'node:path';
import type { Id } from '../../domain/base/values.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { BriefingFiles } from '../briefing-files.js';
import { diskFailure } from '../../disk/disk-failure.js';
import type { Envelope } from '../envelope.js';
import { namesIn } from '../../disk/file-system.js';
import type { Log } from './log.js';
import { segmentOfFile } from '../paths.js';
import type { StoreFolder } from '../store-folder.js';
import type { Turns } from '../../disk/turns.js';

/** Milliseconds without an edit after which the log is settled. */
const pause = 2_000;
/** Bytes of log that are settled even while edits go on. */
const mostLogged = 4 * 1024 * 1024;

interface CheckpointSteps {
  /** Before a file is overwritten; `filed` is what it held. */
  readonly before: (id: Id, filed: Envelope | null) => Promise<void>;
  /** Whether there is something to bring up to date besides what the log holds. */
  readonly isBehind: () => boolean;
  /** Once the files of all that was changed are safe. */
  readonly after: () => Promise<void>;
  /** Once the log has been let go of. */
  readonly atEnd: () => Promise<void>;
}

export class Checkpoints {
  readonly #folder: StoreFolder;
  readonly #log: Log;
  readonly #files: BriefingFiles;
  readonly #turns: Turns;
  readonly #steps: CheckpointSteps;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #hasOld: boolean;

  /** @param hasOld the log holds what an earlier run has left. */
  constructor(
    folder: StoreFolder,
    log: Log,
    files: BriefingFiles,
    turns: Turns,
    steps: CheckpointSteps,
    hasOld: boolean
  ) {
    this.#folder = folder;
    this.#log = log;
    this.#files = files;
    this.#turns = turns;
    this.#steps = steps;
    this.#hasOld = hasOld;
  }

  /** Soon, once no edit comes for a while; at once when the log has grown long. Failing is told to the folder. */
  schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.runOrTell(),
      this.#log.bytes > mostLogged ? 0 : pause
    ).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Resolves once all that was saved before the call lies in its files. Rejects when the disk does not take it. */
  async run(): Promise<void> {
    this.stop();
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = this.#run();
    try {
      await this.#running;
      this.#folder.settle('unfinished-checkpoint', 'log');
    } finally {
      this.#running = null;
    }
  }

  async runOrTell(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      const what = 'the latest changes stay in the log, from where they are read at the next start';
      const failure = diskFailure(error, this.#folder.root, what);
      if (!(failure instanceof ExpectedFailure)) throw failure;
      this.#folder.report({
        code: 'unfinished-checkpoint',
        file: 'log',
        message: failure.message,
        mended: false
      });
    }
  }

  async #run(): Promise<void> {
    if (!this.#hasOld && this.#log.bytes === 0 && !this.#steps.isBehind()) return;
    this.#hasOld = true;
    const full = await this.#log.rotate();
    const failures: unknown[] = [];
    for (const id of this.#files.unsettled) {
      const settled = this.#turns.run(id, () =>
        this.#files.settle(id, (filed) => this.#steps.before(id, filed))
      );
      await settled.catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    await this.#steps.after();
    await this.#removeSegments(full);
    this.#hasOld = false;
    await this.#steps.atEnd();
  }

  /** The oldest first: a segment's end is known from the one after it. */
  async #removeSegments(upTo: number): Promise<void> {
    const { root, fs } = this.#folder;
    for (const name of await namesIn(root, fs)) {
      const segment = segmentOfFile(name);
      if (segment !== null && segment <= upTo) await fs.rm(join(root, name), { force: true });
    }
  }
}
