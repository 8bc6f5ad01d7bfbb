/**
 * The copies of one file: itself, its backup, and what an interrupted save left. Says which are
 * good, reads only, and never falls back to an empty default.
 */
import { basename, dirname, join } from 'node:path';
import { DamagedFile } from './envelope.js';
import { type FileSystem, namesIn, readIfThere } from '../disk/file-system.js';
import { backupOf, isTemporaryOf, writeDurably } from '../disk/write-durably.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { Finding } from './finding.js';
import { shownPath } from './paths.js';
import { quarantine, type StoreFolder } from './store-folder.js';
import type { StoredBriefing } from './stored-briefing.js';

export interface FileCopy<T> {
  readonly path: string;
  readonly kind: 'main' | 'backup' | 'temporary';
  readonly bytes: Uint8Array;
  /** `null` when the copy is damaged. */
  readonly value: T | null;
  /** How the damage shows; `null` when the copy is good. */
  readonly damage: string | null;
}

/** Turns bytes into a value or throws `DamagedFile`. */
type Decode<T> = (bytes: Uint8Array) => T;

/** `null` when there is no such file. */
export async function readCopy<T>(
  path: string,
  kind: FileCopy<T>['kind'],
  decode: Decode<T>,
  fs: FileSystem
): Promise<FileCopy<T> | null> {
  const bytes = await readIfThere(path, fs);
  if (bytes === null) return null;
  try {
    return { path, kind, bytes, value: decode(bytes), damage: null };
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return { path, kind, bytes, value: null, damage: error.message };
  }
}

/** Every copy that is there, the file itself first. */
export async function readCopies<T>(
  path: string,
  decode: Decode<T>,
  fs: FileSystem
): Promise<readonly FileCopy<T>[]> {
  const folder = dirname(path);
  const temporaries = (await namesIn(folder, fs)).filter((name) =>
    isTemporaryOf(basename(path), name)
  );
  const copies = [
    await readCopy(path, 'main', decode, fs),
    await readCopy(backupOf(path), 'backup', decode, fs)
  ];
  for (const name of temporaries) {
    copies.push(await readCopy(join(folder, name), 'temporary', decode, fs));
  }
  return copies.filter((copy) => copy !== null);
}

/** The file itself if it is good, else the newest good copy, the backup before others of its age. */
export function bestCopy<T extends { readonly revision: number }>(
  copies: readonly FileCopy<T>[]
): (FileCopy<T> & { readonly value: T }) | null {
  let best: (FileCopy<T> & { readonly value: T }) | null = null;
  for (const copy of copies) {
    if (copy.value === null) continue;
    const good = { ...copy, value: copy.value };
    if (good.kind === 'main') return good;
    if (!best || good.value.revision > best.value.revision) best = good;
  }
  return best;
}

/**
 * Says what is wrong with the copies of one briefing and, when asked, mends it: the newest good copy
 * takes the file's place, damaged copies go to quarantine, what an interrupted save left is removed.
 */
type BriefingCopy = FileCopy<StoredBriefing>;

/** Nothing good and nothing bad but what an unfinished first save left is no loss: it was never reported as saved. */
export async function mendCopies(
  folder: StoreFolder,
  path: string,
  copies: readonly BriefingCopy[],
  mend: boolean
): Promise<readonly Finding[]> {
  const best = bestCopy(copies);
  const damaged = copies.filter((copy) => copy.damage !== null && copy.kind !== 'temporary');
  const aside: string[] = [];
  if (mend) {
    for (const copy of damaged) aside.push(await quarantine(folder, copy.path));
    if (best && best.kind !== 'main') await writeDurably(path, best.bytes, folder.fs);
    for (const copy of copies) {
      if (copy.kind === 'temporary') await folder.fs.rm(copy.path, { force: true });
    }
  }
  const file = shownPath(folder.root, path);
  const at = (finding: Omit<Finding, 'file' | 'mended'>): Finding => ({
    ...finding,
    file,
    mended: mend
  });
  const where = mend && aside.length ? ` The damaged copy lies in ${aside.join(' and ')}.` : '';
  const findings: Finding[] = [];
  if (!best && damaged.length) {
    findings.push(
      at({
        code: 'lost-briefing',
        message: `The briefing in ${file} is damaged (${reasons(damaged)}) and has no good copy.${where}`
      })
    );
  } else if (best && best.kind !== 'main') {
    findings.push(at({ code: 'damaged-briefing', message: restored(best, damaged, mend) + where }));
  } else if (damaged.length) {
    findings.push(
      at({
        code: 'damaged-backup',
        message: `The backup of ${nameOf(best)} is damaged (${reasons(damaged)}); the briefing itself is good.${where}`
      })
    );
  }
  if (copies.some((copy) => copy.kind === 'temporary')) {
    findings.push(
      at({
        code: 'leftover',
        message: `An interrupted save left a file beside ${file}${mend ? '; it was removed' : ''}.`
      })
    );
  }
  if (best && best.value.schema > currentSchema) {
    findings.push({ ...newerBriefing(file, best.value), mended: false });
  }
  return findings;
}

/** Told whenever such a briefing is opened: it can be read, and is never written. */
export function newerBriefing(file: string, { briefing }: StoredBriefing): Finding {
  return {
    code: 'newer-briefing',
    file,
    message: `“${briefing.title}” was written by a newer Standpoint. It can be read here but not changed; update Standpoint to edit it.`,
    mended: false
  };
}

function restored(
  best: BriefingCopy & { readonly value: StoredBriefing },
  damaged: readonly BriefingCopy[],
  mended: boolean
): string {
  const state = best.kind === 'backup' ? 'its backup' : 'an interrupted save';
  const why = damaged.some((copy) => copy.kind === 'main')
    ? `is damaged (${reasons(damaged)})`
    : 'has lost its file';
  const saved = best.value.briefing.modifiedAt.slice(0, 16).replace('T', ' ');
  const what = mended ? `${state} was put in its place` : `${state} is good`;
  return `${nameOf(best)} ${why}; ${what}, as saved at ${saved} UTC.`;
}

function nameOf(copy: BriefingCopy | null): string {
  return `“${copy?.value?.briefing.title ?? ''}”`;
}

function reasons(copies: readonly BriefingCopy[]): string {
  return copies.map((copy) => copy.damage).join('; ');
}
