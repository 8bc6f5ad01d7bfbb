/** Does what a library is asked, in the order in which it is safe; how bytes become safe is the business of the modules that it calls. */
import { summarise } from '../domain/briefing.js';
import { applyChange } from '../domain/change.js';
import type { Id } from '../domain/id.js';
import { currentSchema } from '../domain/migrations.js';
import type { TextHash } from '../domain/source.js';
import { BriefingFiles } from './briefing-files.js';
import { checkLibrary } from './check.js';
import { Checkpoints } from './checkpoint.js';
import { diskFailure } from './disk-failure.js';
import type { FileSystem } from './file-system.js';
import type { Finding } from './finding.js';
import type { Library } from './library.js';
import * as failures from './library-failures.js';
import { Log } from './log.js';
import type { OpenedFolder } from './open-folder.js';
import { mendLog, readLog } from './read-log.js';
import { recoverBriefings, setLogAside } from './recover.js';
import { Reserve } from './reserve.js';
import { scanSummaries } from './scan-summaries.js';
import { isOn, moveBriefing } from './shelf.js';
import type { StoreFolder } from './store-folder.js';
import { Summaries } from './summaries.js';
import { readText, storeText } from './texts.js';
import { Turns } from './turns.js';

export async function serveLibrary(
  { root, isNew, lock }: OpenedFolder,
  readOnly: boolean,
  fs: FileSystem,
  now: () => Date
): Promise<Library> {
  const findings = new Map<string, Finding>();
  const folder: StoreFolder = {
    root,
    fs,
    readOnly,
    report: (finding) => findings.set(`${finding.code} ${finding.file}`, finding),
    settle: (code, file) => findings.delete(`${code} ${file}`)
  };
  const turns = new Turns();
  const { files, log, checkpoints } = await open(folder, turns).catch(async (error: unknown) => {
    await lock?.release();
    throw error;
  });
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
  function writing<T>(id: string, what: string, job: () => Promise<T>): Promise<T> {
    return reading(what, async () => {
      if (readOnly) throw failures.readOnlyLibrary(root, what);
      const result = await turns.run(id, job);
      checkpoints?.schedule();
      return result;
    });
  }

  async function isHere(id: Id): Promise<boolean> {
    return files.isUnsettled(id) || (await isOn(folder, 'b', id));
  }

  return {
    folder: root,
    isNew,
    readOnly,
    get findings() {
      return [...findings.values()];
    },

    list: () => reading('its briefings could not be listed', () => summaries.list()),

    create: (briefing, texts) =>
      writing(briefing.id, 'the briefing was not saved', async () => {
        if ((await isHere(briefing.id)) || (await isOn(folder, 'bin', briefing.id))) {
          throw failures.taken(briefing.id);
        }
        const valid = failures.validBriefing(briefing);
        for (const { text } of valid.sources) {
          const verbatim = texts[text];
          if (verbatim === undefined) throw new Error(`The source text ${text} was not given`);
          await turns.run(text, () => storeText(folder, text, verbatim));
        }
        await files.write(valid.id, { revision: 1, schema: currentSchema, briefing: valid });
        summaries.put(summarise(valid));
      }),

    addTexts: async (texts) => {
      for (const [hash, text] of Object.entries(texts)) {
        await writing(hash, 'the text was not saved', () => storeText(folder, hash, text));
      }
    },

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
        if (schema > currentSchema) throw failures.newer(briefing);
        if (baseRevision !== revision) throw failures.stale(briefing, baseRevision, revision);
        const next = applyChange(briefing, failures.validChange(briefing, change), now());
        await files.write(id, { revision: revision + 1, schema: currentSchema, briefing: next });
        summaries.put(summarise(next));
        return revision + 1;
      }),

    delete: (id) =>
      writing(id, 'the briefing was not deleted', async () => {
        if (!(await isHere(id))) throw failures.missing(id, 'in this library');
        await files.settle(id, () => Promise.resolve());
        await log?.append({ id, touched: true });
        await moveBriefing(folder, id, 'b', 'bin');
        files.forget(id);
        summaries.remove(id);
      }),

    restore: (id) =>
      writing(id, 'the briefing was not restored', async () => {
        if (await isHere(id)) throw failures.taken(id);
        const stored = await files.peek(id, 'bin');
        if (!stored) throw failures.missing(id, 'in the bin');
        await log?.append({ id, touched: true });
        await moveBriefing(folder, id, 'bin', 'b');
        summaries.put(summarise(stored.briefing));
      }),

    check: (repair = false) =>
      reading('the check was not finished', async () => {
        if (repair && readOnly) throw new Error('A library opened for reading cannot be repaired');
        await checkpoints?.run();
        const found = await checkLibrary(folder, turns, repair);
        if (repair) summaries.forget();
        return found;
      }),

    checkpoint: () =>
      reading('the latest changes stay in the log', async () => {
        await checkpoints?.run();
      }),

    async close() {
      closed = true;
      try {
        await turns.idle();
        await checkpoints?.runOrTell();
        checkpoints?.stop();
        await log?.close();
      } finally {
        await lock?.release();
      }
    }
  };
}

interface Parts {
  readonly files: BriefingFiles;
  /** `null` in a library that is only read. */
  readonly log: Log | null;
  readonly checkpoints: Checkpoints | null;
}

async function open(folder: StoreFolder, turns: Turns): Promise<Parts> {
  const history = await readLog(folder);
  if (folder.readOnly) {
    const files = new BriefingFiles(folder, null, history.records);
    await recoverBriefings(folder, files, history);
    (await mendLog(folder, history.damaged, false)).forEach(folder.report);
    return { files, log: null, checkpoints: null };
  }
  const reserve = new Reserve(folder);
  const log = new Log(folder, reserve, history);
  const files = new BriefingFiles(folder, log, history.records);
  const steps = {
    before: () => Promise.resolve(),
    after: () => Promise.resolve(),
    atEnd: () => reserve.restock()
  };
  const hasOld = history.segments.length > 1 || history.records.size > 0;
  const checkpoints = new Checkpoints(folder, log, files, turns, steps, hasOld);
  const trouble = await recoverBriefings(folder, files, history);
  if (trouble !== 'none') {
    for (const id of files.unsettled) await files.settle(id, () => Promise.resolve());
    (await mendLog(folder, history.damaged, true)).forEach(folder.report);
    if (trouble === 'gap') await setLogAside(folder, history);
    log.startAnew();
  }
  if (hasOld) checkpoints.schedule();
  return { files, log, checkpoints };
}
