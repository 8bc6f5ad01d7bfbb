/**
 * Briefings that come back in a PDF of ours, or as a bundle. One that the library lacks enters as it is; of one that
 * it holds already the file is a copy, to be merged with what is there.
 */
import { basename } from 'node:path';
import type { AlreadyHeld, Imported, ReturnedCopy } from '../domain/program/imported.js';
import { limitOf } from '../article/read-article.js';
import { diffBriefing } from '../domain/change/change.js';
import type { Id } from '../domain/base/values.js';
import { maxPdfBytes } from '../domain/base/limits.js';
import { isBriefingFile } from '../domain/briefing/briefing-file.js';
import { mendBriefing } from '../domain/mend/mend-briefing.js';
import { holdSameContent, mergeBriefings } from '../domain/merge/merge-briefings.js';
import { applyProfile } from '../domain/publication/profile.js';
import { ExpectedFailure, nullOn } from '../domain/base/result.js';
import { endsImport } from './import-article.js';
import {
  importBundle,
  readBundle,
  type ReadBundle,
  readBundles,
  readBundlesFile
} from './import-bundle.js';
import { readBundlesInWorker } from '../publish/pdf/bundles-in-worker.js';
import { keepSharedState, stateBehind } from '../publish/shared-states.js';
import { readRegularFile } from '../disk/regular-file.js';
import type { Library } from '../store/library.js';

/** A briefing that a file carries. */
interface Carried extends ReadBundle {
  readonly name: string;
}

/** In the order of the file; none where it carries no briefing. Throws where one was tampered with. */
export async function readCarried(
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal
): Promise<readonly Carried[]> {
  if (isBriefingFile(name)) return namedAs(name, await readBundles(name, bytes));
  if (!isPdf(name) || bytes.length > maxPdfBytes) return [];
  const attached = await readBundlesInWorker(bytes, { signal }).catch((error: unknown) => {
    if (error instanceof ExpectedFailure) throw error;
    // Not a PDF, or too broken: whoever reads PDFs as articles says so.
    return [];
  });
  if (attached.some(({ genuine }) => !genuine)) {
    throw new ExpectedFailure(
      'tampered',
      `${name} carries a briefing that is not the one it was made with: its checksum does not fit. Nothing was imported.`
    );
  }
  return attached.map((each) => ({
    name,
    ...readBundle(name, each.bytes),
    profile: each.profile ?? 'full'
  }));
}

/** As `readCarried`. A file that cannot be read carries nothing: whoever reads articles says why. */
export async function readCarriedFile(
  path: string,
  signal?: AbortSignal
): Promise<readonly Carried[]> {
  if (isBriefingFile(path)) return namedAs(basename(path), await readBundlesFile(path));
  if (!isPdf(path)) return [];
  const bytes = await readRegularFile(path, limitOf(basename(path))).catch((error: unknown) => {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  });
  return bytes ? readCarried(basename(path), bytes, signal) : [];
}

function namedAs(name: string, read: readonly ReadBundle[]): readonly Carried[] {
  return read.map((each) => ({ name, ...each }));
}

/** A briefing that came in. */
interface BroughtIn {
  readonly id: Id;
  /** `false` for one that the library held already. */
  readonly isNew: boolean;
  /** `null` where there is nothing to merge. */
  readonly copy: ReturnedCopy | null;
}

/** Resolves once the briefing, or of a copy the texts and originals that the library lacked, are safe on disk. */
export async function bringIn(library: Library, carried: Carried): Promise<BroughtIn> {
  const { bundle, name, profile } = carried;
  const theirs = bundle.briefing;
  const held = await library.open(theirs.id).catch(nullOn('no-briefing'));
  if (!held) {
    const id = await importBundle(library, carried);
    await keepSharedState(library.folder, { ...theirs, id });
    return { id, isNew: true, copy: null };
  }
  // Mended likewise: what is amiss in both is no change.
  const seen = (briefing: typeof theirs) =>
    mendBriefing(applyProfile({ ...bundle, briefing, texts: {} }, profile).briefing).briefing;
  if (holdSameContent(seen(held.briefing), theirs))
    return { id: theirs.id, isNew: false, copy: null };
  await library.keepVersion(theirs.id, 'import', '');
  await library.addTexts(bundle.texts);
  await library.addOriginals(carried.originals);
  const base = await stateBehind(library.folder, theirs, bundle.behind ?? []);
  return { id: theirs.id, isNew: false, copy: { name, theirs, base: base && seen(base) } };
}

/**
 * For the window, which merges as an edit that can be undone. `null` when the file carries no briefing.
 * Stopped by the signal it throws as long as nothing has come in; then it comes in whole.
 */
export async function importCarried(
  library: Library,
  read: () => Promise<readonly Carried[]>,
  signal?: AbortSignal
): Promise<Imported | null> {
  const brought: BroughtIn[] = [];
  const held: AlreadyHeld[] = [];
  const refused: string[] = [];
  const mended: string[] = [];
  const missing: string[] = [];
  try {
    const carried = await read();
    if (carried.length === 0) return null;
    signal?.throwIfAborted();
    for (const each of carried) {
      const came = await bringIn(library, each);
      if (came.isNew || came.copy) brought.push(came);
      else held.push(heldAs(each));
      if (each.mended !== null) mended.push(each.mended);
      missing.push(...each.missing);
    }
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    // What came in before is not to go untold.
    if (endsImport(error) && brought.length === 0) throw error;
    refused.push(error.message);
  }
  return {
    ids: brought.map(({ id }) => id),
    held,
    refused,
    mended,
    ...(missing.length > 0 && { missing }),
    copies: brought.flatMap(({ copy }) => copy ?? [])
  };
}

function heldAs({ name, bundle }: Carried): AlreadyHeld {
  const { id, title } = bundle.briefing;
  return { name, id, title, importedAt: null };
}

/** For the command line, which has nobody to ask. Returns how much there is to settle. */
export async function mergeIntoLibrary(library: Library, { theirs, base }: ReturnedCopy) {
  const { briefing, revision } = await library.open(theirs.id);
  const merge = mergeBriefings(base, briefing, theirs);
  await library.save(theirs.id, revision, diffBriefing(briefing, merge.briefing));
  await keepSharedState(library.folder, theirs);
  return merge.clashes.length;
}

function isPdf(name: string): boolean {
  return name.toLowerCase().endsWith('.pdf');
}
