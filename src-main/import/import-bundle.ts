/** Bundle → stored briefing: what an export as JSON takes out comes back in. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Bundle, bundleSchema, migrateBundle } from '../domain/briefing/bundle.js';
import { type Id, newId } from '../domain/base/values.js';
import { maxBundleBytes, maxBundleDepth } from '../domain/base/limits.js';
import { beyondLimits } from '../domain/mend/beyond-limits.js';
import { mendBriefing } from '../domain/mend/mend-briefing.js';
import { mendedInWords } from '../domain/mend/mendings.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { TextHash } from '../domain/briefing/source.js';
import { quoted } from '../domain/terms/terms.js';
import { readRegularFile } from '../disk/regular-file.js';
import type { Library } from '../store/library.js';

/** By the name's ending. */
export function isBundle(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}

/** A bundle that holds together, within the limits. */
export interface ReadBundle {
  readonly bundle: Bundle;
  /** What of it was mended, in words; `null` when nothing was. */
  readonly mended: string | null;
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
  const limit = { most: maxBundleBytes, what: 'a briefing as JSON' };
  return readBundles(basename(path), await readRegularFile(path, limit));
}

/** A bundle, or a list of some: what a book is as JSON. */
export function readBundles(name: string, bytes: Uint8Array): readonly ReadBundle[] {
  const data = parseJson(name, bytes);
  if (!Array.isArray(data)) return [bundleFrom(name, data)];
  if (data.length === 0) throw notABundle(name, 'it is an empty list');
  return data.map((each) => bundleFrom(name, each));
}

export function readBundle(name: string, bytes: Uint8Array): ReadBundle {
  return bundleFrom(name, parseJson(name, bytes));
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
  const { schema, briefing: given, texts } = parsed.data;
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
  return { bundle: { schema, briefing, texts: named }, mended: mendedInWords(what, mended) };
}

/** Resolves once the briefing is safe on disk. One that the library has already enters once more, under a new id. */
export async function importBundle(library: Library, { briefing, texts }: Bundle): Promise<Id> {
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

function parseJson(name: string, bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new ExpectedFailure('empty-file', `${name} is empty.`);
  let text: string;
  try {
    // A byte order mark is dropped: JSON has none.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notABundle(name, 'it is not valid UTF-8');
  }
  if (depthOf(text) > maxBundleDepth) {
    throw notABundle(name, `it is nested deeper than ${maxBundleDepth} levels`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notABundle(name, 'it is not valid JSON');
  }
}

/** The most brackets that stand open at once, those in strings not counted. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i];
    if (mark === '"') inString = !inString;
    else if (inString) i += mark === '\\' ? 1 : 0;
    else if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth);
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return deepest;
}

function notABundle(name: string, why: string): ExpectedFailure {
  return new ExpectedFailure(
    'not-a-bundle',
    `${name} is no briefing of Standpoint (“${bundleSchema}”)${why ? `: ${why}` : ''}.`
  );
}
