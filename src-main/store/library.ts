/**
 * The library: all briefings of one person, a folder on disk. Says what may be done with briefings,
 * and in what order; how bytes become safe is the business of the modules that it calls.
 */
import type { OpenBriefing } from '../api.js';
import { Briefing, summarise, type Summary } from '../domain/briefing.js';
import { applyChange, type Change } from '../domain/change.js';
import type { Id } from '../domain/id.js';
import { currentSchema } from '../domain/migrations.js';
import { ExpectedFailure } from '../domain/result.js';
import type { TextHash } from '../domain/source.js';
import { BriefingFiles } from './briefing-files.js';
import { checkLibrary } from './check.js';
import { diskFailure } from './disk-failure.js';
import { disk, type FileSystem } from './file-system.js';
import type { Finding } from './finding.js';
import { type OpenedFolder, openToRead, openToWrite } from './open-folder.js';
import { scanSummaries } from './scan-summaries.js';
import { isOn, moveBriefing } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { whereWrong } from './stored-briefing.js';
import { Summaries } from './summaries.js';
import { readText, storeText } from './texts.js';
import { Turns } from './turns.js';

export interface LibraryOptions {
  /** Takes no lock and writes nothing, so that a library that is open elsewhere can be read. */
  readonly readOnly?: boolean;
  readonly fs?: FileSystem;
  readonly now?: () => Date;
}

/**
 * Expected failures are thrown as `ExpectedFailure`: `no-briefing`, `stale-revision`,
 * `read-only-library`, `disk-full` and others, each with a sentence. After a failure the
 * library holds the state from before the call.
 */
export interface Library {
  /** The folder's canonical path. */
  readonly folder: string;
  /** True when this opening made the library. */
  readonly isNew: boolean;
  /** What was found damaged or mended since the library was opened, oldest first. */
  readonly findings: readonly Finding[];
  /** Latest change first. Briefings that cannot be read are left out, and are in `findings`. */
  list(): Promise<readonly Summary[]>;
  /** Resolves once the briefing and its texts are safe on disk, at revision 1. */
  create(briefing: Briefing, texts: Readonly<Record<TextHash, string>>): Promise<void>;
  /** A source whose text is damaged or missing has no entry in `texts`, and is in `findings`. */
  open(id: Id): Promise<OpenBriefing>;
  /** Returns the new revision once the change is safe on disk. Fails with `stale-revision` when `baseRevision` is not the latest. */
  save(id: Id, baseRevision: number, change: Change): Promise<number>;
  /** Moves the briefing to the bin, from where `restore` brings it back. */
  delete(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  /** Reads and verifies every file. With `repair` it also mends what it can; nothing is thrown away. */
  check(repair?: boolean): Promise<readonly Finding[]>;
  /** Waits for what is being written, then lets go of the library. */
  close(): Promise<void>;
}

/**
 * Opens the library in `folder`, making it first unless `readOnly`. Throws `library-in-use`,
 * `no-library` or `not-a-library` where it cannot.
 */
export async function openLibrary(
  folder: string,
  { readOnly = false, fs = disk, now = () => new Date() }: LibraryOptions = {}
): Promise<Library> {
  const opened = await (readOnly ? openToRead(folder, fs) : openToWrite(folder, fs)).catch(
    (error: unknown) => {
      throw diskFailure(error, folder, 'the library was not opened');
    }
  );
  return serveLibrary(opened, readOnly, fs, now);
}

function serveLibrary(
  { root, isNew, lock }: OpenedFolder,
  readOnly: boolean,
  fs: FileSystem,
  now: () => Date
): Library {
  const findings = new Map<string, Finding>();
  const folder: StoreFolder = {
    root,
    fs,
    readOnly,
    report: (finding) => findings.set(`${finding.code} ${finding.file}`, finding)
  };
  const files = new BriefingFiles(folder);
  const turns = new Turns();
  const summaries = new Summaries(() => scanSummaries(folder, files, turns));
  let closed = false;

  /** `what` says, if the disk fails, what did not happen. */
  async function reading<T>(what: string, job: () => Promise<T>): Promise<T> {
    if (closed) throw new Error('The library has been closed');
    try {
      return await job();
    } catch (error) {
      throw diskFailure(error, root, what);
    }
  }

  /** Jobs on one briefing run one after the other. */
  function writing<T>(id: Id, what: string, job: () => Promise<T>): Promise<T> {
    return reading(what, () => {
      if (!readOnly) return turns.run(id, job);
      const message = `The library in ${root} was opened for reading only, so ${what}.`;
      throw new ExpectedFailure('read-only-library', message);
    });
  }

  return {
    folder: root,
    isNew,
    get findings() {
      return [...findings.values()];
    },

    list: () => reading('its briefings could not be listed', () => summaries.list()),

    create: (briefing, texts) =>
      writing(briefing.id, 'the briefing was not saved', async () => {
        if ((await isOn(folder, 'b', briefing.id)) || (await isOn(folder, 'bin', briefing.id))) {
          throw taken(briefing.id);
        }
        const valid = validated(briefing);
        for (const { text } of valid.sources) {
          const verbatim = texts[text];
          if (verbatim === undefined) throw new Error(`The source text ${text} was not given`);
          await turns.run(text, () => storeText(folder, text, verbatim));
        }
        await files.write(valid.id, { revision: 1, schema: currentSchema, briefing: valid });
        summaries.put(summarise(valid));
      }),

    open: (id) =>
      reading('the briefing could not be read', async () => {
        const { briefing, revision } = await turns.run(id, () => files.read(id));
        const texts: Record<TextHash, string> = {};
        for (const { text } of briefing.sources) {
          const verbatim = await readText(folder, text);
          if (verbatim !== null) texts[text] = verbatim;
        }
        return { briefing, revision, texts };
      }),

    save: (id, baseRevision, change) =>
      writing(id, 'the change was not saved', async () => {
        const { briefing, revision, schema } = await files.read(id);
        if (schema > currentSchema) throw newer(briefing);
        if (baseRevision !== revision) throw stale(briefing, baseRevision, revision);
        const next = validated(applyChange(briefing, change, now()));
        await files.write(id, { revision: revision + 1, schema: currentSchema, briefing: next });
        summaries.put(summarise(next));
        return revision + 1;
      }),

    delete: (id) =>
      writing(id, 'the briefing was not deleted', async () => {
        if (!(await isOn(folder, 'b', id))) throw missing(id, 'in this library');
        await moveBriefing(folder, id, 'b', 'bin');
        files.forget(id);
        summaries.remove(id);
      }),

    restore: (id) =>
      writing(id, 'the briefing was not restored', async () => {
        if (await isOn(folder, 'b', id)) throw taken(id);
        const stored = await files.peek(id, 'bin');
        if (!stored) throw missing(id, 'in the bin');
        await moveBriefing(folder, id, 'bin', 'b');
        summaries.put(summarise(stored.briefing));
      }),

    check: (repair = false) =>
      reading('the check was not finished', async () => {
        if (repair && readOnly) throw new Error('A library opened for reading cannot be repaired');
        const found = await checkLibrary(folder, turns, repair);
        if (repair) summaries.forget();
        return found;
      }),

    async close() {
      closed = true;
      await turns.idle();
      await lock?.release();
    }
  };
}

function validated(briefing: Briefing): Briefing {
  const parsed = Briefing.safeParse(briefing);
  if (parsed.success) return parsed.data;
  throw new ExpectedFailure(
    'invalid-briefing',
    `“${briefing.title}” cannot be saved as it is (${whereWrong(parsed.error)}). What was saved before is intact.`
  );
}

function stale(briefing: Briefing, base: number, latest: number): ExpectedFailure {
  return new ExpectedFailure(
    'stale-revision',
    `“${briefing.title}” has changed elsewhere: the change rests on revision ${base}, the latest is ${latest}. Nothing was overwritten.`
  );
}

function newer(briefing: Briefing): ExpectedFailure {
  return new ExpectedFailure(
    'newer-schema',
    `“${briefing.title}” was written by a newer Standpoint and can only be read here. Update Standpoint to edit it.`
  );
}

function taken(id: Id): ExpectedFailure {
  return new ExpectedFailure(
    'briefing-exists',
    `The library has a briefing ${id} already; it was left as it is.`
  );
}

function missing(id: Id, where: string): ExpectedFailure {
  return new ExpectedFailure('no-briefing', `There is no briefing ${id} ${where}.`);
}
