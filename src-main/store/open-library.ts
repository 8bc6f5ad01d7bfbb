/** Opens a library: its folder, its jobs, its findings and its end. */
import type { Id } from '../domain/base/values.js';
import { diskFailure } from '../disk/disk-failure.js';
import { disk } from '../disk/file-system.js';
import { briefingJobs } from './briefing-jobs.js';
import { checkBeside, checkLibrary } from './check.js';
import { findHolder } from './list/find-holder.js';
import { type Finding, isOfLog } from './finding.js';
import { networkDisk, type OpenedFolder, openToRead, openToWrite } from './open-folder.js';
import type { Library, LibraryOptions } from './library.js';
import { openParts } from './open-parts.js';
import { readOnlyLibrary } from './library-failures.js';
import { restoreBackup } from './backup/restore-backup.js';
import { registerJobs } from './register.js';
import { isUntouched, markedSamples } from './samples.js';
import type { StoreFolder } from './store-folder.js';
import { versionJobs } from './versions/version-jobs.js';
import { writeBackup } from './backup/write-backup.js';

/**
 * Opens the library in `folder`, making it first unless `readOnly`. Throws `library-in-use`,
 * `no-library` or `not-a-library` where it cannot.
 */
export async function openLibrary(
  folder: string,
  {
    readOnly = false,
    amongOthers = false,
    fs = disk,
    now = () => new Date(),
    author = () => null,
    onFinding = () => undefined
  }: LibraryOptions = {}
): Promise<Library> {
  try {
    const opened = await (readOnly ? openToRead(folder, fs) : openToWrite(folder, fs, amongOthers));
    return await serveLibrary(opened, { readOnly, fs, now, author, onFinding });
  } catch (error) {
    throw diskFailure(error, folder, 'the library was not opened');
  }
}

async function serveLibrary(
  { root, isNew, lock }: OpenedFolder,
  { readOnly, fs, now, author, onFinding }: Omit<Required<LibraryOptions>, 'amongOthers'>
): Promise<Library> {
  const findings = new Map<string, Finding>();
  const folder: StoreFolder = {
    root,
    fs,
    readOnly,
    report(finding) {
      findings.set(`${finding.code} ${finding.file}`, finding);
      onFinding(finding);
    },
    settle: (code, file) => findings.delete(`${code} ${file}`)
  };
  const parts = await openParts(folder, now, author).catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  if (lock?.finding) folder.report(lock.finding);
  const remote = await networkDisk(folder);
  if (remote) folder.report(remote);
  const { summaries, checkpoints, reading } = parts;

  return {
    folder: root,
    isNew,
    readOnly,
    get findings() {
      return [...findings.values()];
    },
    list: () => reading('its briefings could not be listed', () => summaries.list()),
    revisions: () =>
      reading('its briefings could not be listed', async () => {
        const entries = await summaries.entries();
        return new Map(entries.map(({ summary, revision }) => [summary.id, revision]));
      }),
    untouchedSamples: () =>
      reading('its samples could not be listed', async () => {
        const untouched = new Set<Id>();
        for (const id of await markedSamples(folder)) {
          if (await isUntouched(folder, parts.files, id)) untouched.add(id);
        }
        return untouched;
      }),
    heldBy: (text) =>
      reading('it was not found out who holds the article', () => findHolder(parts, text)),
    ...briefingJobs(parts),
    ...versionJobs(parts),
    ...registerJobs(parts),

    backUp: (target, stop) =>
      reading('the backup was not written', async () => {
        await checkpoints?.run();
        return writeBackup(parts, target, stop);
      }),

    restoreBackup: (source, stop) =>
      reading('the backup was not restored', async () => {
        if (readOnly) throw readOnlyLibrary(root, 'nothing was restored');
        return restoreBackup(parts, source, stop);
      }),

    check: (repair = false) =>
      reading('the check was not finished', async () => {
        if (repair && readOnly) throw new Error('A library opened for reading cannot be repaired');
        await checkpoints?.run();
        const found = readOnly ? await checkBeside(folder, now) : await checkLibrary(parts, repair);
        // What opening has mended is no finding any more.
        const open = [...findings.values()].filter((each) => isOfLog(each) && !each.mended);
        return [...open, ...found];
      }),

    checkpoint: () =>
      reading('the latest changes stay in the log', async () => {
        await checkpoints?.run();
      }),

    async close() {
      try {
        await parts.close();
      } finally {
        lock?.release();
      }
    }
  };
}
