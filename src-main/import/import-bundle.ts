/** Bundle → stored briefing: what an export as JSON or Standpoint file takes out comes back in. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Bundle, migrateBundle } from '../domain/briefing/bundle.js';
import { isStandpointFile } from '../domain/briefing/briefing-file.js';
import { type Id, newId } from '../domain/base/values.js';
import { maxBundleBytes, maxStandpointBytes } from '../domain/base/limits.js';
import { beyondLimits } from '../domain/mend/beyond-limits.js';
import { mendBriefing } from '../domain/mend/mend-briefing.js';
import { mendedInWords } from '../domain/mend/mendings.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { type Source, type TextHash, titleOfSource } from '../domain/briefing/source.js';
import type { Profile } from '../domain/publication/edition.js';
import { quoted } from '../domain/terms/terms.js';
import { readRegularFile } from '../disk/regular-file.js';
import type { Library } from '../store/library.js';
import { notABundle, parseBundleJson } from './parse-json.js';
import { unpackStandpoint } from './unpack-standpoint.js';

/** A bundle that holds together, within the limits. */
export interface ReadBundle {
  readonly bundle: Bundle;
  /** What of it was mended, in words; `null` when nothing was. */
  readonly mended: string | null;
  /** The files that its texts were read from, as far as they came along. JSON carries none. */
  readonly originals: Readonly<Record<TextHash, Uint8Array>>;
  /** A sentence for each of these that should have come along and did not. */
  readonly missing: readonly string[];
  /** For whom it was written. */
  readonly profile: Profile;
}

/** As `readBundlesFile`, of a file that is to hold one briefing. */
export async function readBundleFile(path: string): Promise<ReadBundle> {
  const [bundle, ...more] = await readBundlesFile(path);
  if (bundle && more.length === 0) return bundle;
  throw new ExpectedFailure(
    'not-one',
    `${basename(path)} holds ${more.length + 1} briefings, where one is wanted.`
  );
}

/** One or more. Throws an `ExpectedFailure` for whatever keeps the file from being a bundle. */
export async function readBundlesFile(path: string): Promise<readonly ReadBundle[]> {
  const limit = isStandpointFile(path)
    ? { most: maxStandpointBytes, what: 'a Standpoint file' }
    : { most: maxBundleBytes, what: 'a briefing as JSON' };
  return readBundles(basename(path), await readRegularFile(path, limit));
}

/** A bundle, or several: what a book is as JSON or as a Standpoint file. */
export async function readBundles(name: string, bytes: Uint8Array): Promise<readonly ReadBundle[]> {
  if (isStandpointFile(name)) {
    const unpacked = await unpackStandpoint(name, bytes);
    return unpacked.map(({ data, profile, originals }) => {
      const read = bundleFrom(name, data);
      return { ...read, profile, ...originalsOf(name, read.bundle.briefing.sources, originals) };
    });
  }
  const data = parseBundleJson(name, bytes);
  if (!Array.isArray(data)) return [bundleFrom(name, data)];
  if (data.length === 0) throw notABundle(name, 'it is an empty list');
  return data.map((each) => bundleFrom(name, each));
}

export function readBundle(name: string, bytes: Uint8Array): ReadBundle {
  return bundleFrom(name, parseBundleJson(name, bytes));
}

/**
 * Also checks that every source has its text, and that the text is the one that its hash names; texts
 * that no source names are left out. What contradicts itself in the briefing is mended.
 */
function bundleFrom(name: string, data: unknown): ReadBundle {
  const parsed = Bundle.safeParse(migrateBundle(data));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notABundle(name, issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : '');
  }
  const { schema, briefing: given, texts, behind } = parsed.data;
  const beyond = beyondLimits(given, texts);
  if (beyond !== null) {
    const message = `${name} was not taken in: ${quoted(given.title)} ${beyond}.`;
    throw new ExpectedFailure('too-large', message);
  }
  const named: Record<TextHash, string> = {};
  for (const { text, title } of given.sources) {
    const verbatim = texts[text];
    if (verbatim === undefined) throw notABundle(name, `the text of “${title}” is missing`);
    if (createHash('sha256').update(verbatim).digest('hex') !== text) {
      throw notABundle(name, `the text of “${title}” is not the one that was exported`);
    }
    named[text] = verbatim;
  }
  const { briefing, mended } = mendBriefing(given);
  const what = `${quoted(given.title)} in ${name}`;
  return {
    bundle: { schema, briefing, texts: named, ...(behind && { behind }) },
    mended: mendedInWords(what, mended),
    originals: {},
    missing: [],
    profile: 'full'
  };
}

/** Those that the sources name; files that none names are left out. */
function originalsOf(
  name: string,
  sources: readonly Source[],
  given: ReadonlyMap<string, Uint8Array>
): Pick<ReadBundle, 'originals' | 'missing'> {
  const originals: Record<TextHash, Uint8Array> = {};
  const missing: string[] = [];
  for (const source of sources) {
    if (!source.original) continue;
    const bytes = given.get(source.original.hash);
    if (bytes) originals[source.original.hash] = bytes;
    else {
      const title = quoted(titleOfSource(source));
      missing.push(`The original file of ${title} is not in ${name}. Its text is whole.`);
    }
  }
  return { originals, missing };
}

/** Resolves once the briefing is safe on disk. One that the library has already enters once more, under a new id. */
export async function importBundle(
  library: Library,
  { bundle: { briefing, texts }, originals }: Pick<ReadBundle, 'bundle' | 'originals'>
): Promise<Id> {
  await library.addOriginals(originals);
  try {
    await library.create(briefing, texts);
    return briefing.id;
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'briefing-exists')) throw error;
    const copy = { ...briefing, id: newId() };
    await library.create(copy, texts);
    return copy.id;
  }
}
