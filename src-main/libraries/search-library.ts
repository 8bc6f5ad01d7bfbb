/** Search and library brought together: what the index may know of a library, and where it lies. */
import { join } from 'node:path';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { type BriefingLookup, BriefingReader } from '../search/briefing-reader.js';
import { SearchIndex } from '../search/search-index.js';
import type { Said } from '../search/name-conditions.js';
import type { SearchedLibrary } from '../search/start-search.js';
import type { Library } from '../store/library.js';
import { briefingPath, keptPath, shownPath } from '../store/paths.js';

/** The index's file in a library's folder. */
export function indexFile({ folder }: Library): string {
  return join(folder, 'search.sqlite');
}

/** `file` is `null` for an index in memory. */
export function searched(library: Library, file: string | null): SearchedLibrary {
  const { folder } = library;
  return {
    file,
    root: folder,
    texts: keptPath(folder, 'texts', ''),
    // Every save sets it, so it changes with the briefing, and the list has it without reading.
    list: async () =>
      (await library.list()).map(({ id, modifiedAt }) => ({ id, stamp: modifiedAt })),
    fileOf: (id) => shownPath(folder, briefingPath(folder, 'b', id)),
    said: async () => {
      const { joined, parted } = (await library.register()).register;
      return { joined, parted };
    },
    collections: async () => (await library.register()).register.collections,
    read: (id) => readBriefing(library, id)
  };
}

/** Brings the index up to date in this process, and asks it once. */
export async function askIndex<T>(
  library: Library,
  file: string | null,
  ask: (index: SearchIndex, said: Said, read: BriefingLookup) => T | Promise<T>
): Promise<T> {
  const { root, texts, list, fileOf, said, read } = searched(library, file);
  const reader = new BriefingReader({ root, texts, ask: read });
  const index = new SearchIndex(file);
  try {
    const listed = await list();
    const stamps = new Map(listed.map(({ id, stamp }) => [id, stamp]));
    const missing = index.reconcile(listed);
    for (let i = 0; i < missing.length; i += 32) {
      const entries = [];
      for (const id of missing.slice(i, i + 32)) {
        const known = { id, stamp: stamps.get(id) ?? '', file: fileOf(id) };
        const readable = await reader.read(known);
        if (readable)
          entries.push({ ...readable, file: known.file, stamp: readable.briefing.modifiedAt });
      }
      index.put(entries);
    }
    return await ask(index, await said(), reader.read);
  } finally {
    index.close();
  }
}

async function readBriefing(library: Library, id: Id): Promise<Briefing | null> {
  try {
    return (await library.open(id)).briefing;
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
