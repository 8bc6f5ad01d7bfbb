/** Files by their paths → briefings in the library: those that carry a briefing, and articles. */
import type { Imported } from './api.js';
import { readArticleFile } from './article/read-article-file.js';
import { importAll } from './import-article.js';
import { importCarried, readCarriedFile } from './import-carried.js';
import type { Library } from './store/library.js';

/** One after the other; what cannot be read is refused with its sentence, the rest goes on. */
export async function importPaths(library: Library, paths: readonly string[]): Promise<Imported> {
  const parts: Imported[] = [];
  for (const path of paths) {
    parts.push(
      (await importCarried(library, () => readCarriedFile(path))) ??
        (await importAll(library, [() => readArticleFile(path)]))
    );
  }
  return {
    ids: parts.flatMap(({ ids }) => ids),
    refused: parts.flatMap(({ refused }) => refused),
    missing: parts.flatMap(({ missing }) => missing ?? []),
    mended: parts.flatMap(({ mended }) => mended ?? []),
    copies: parts.flatMap(({ copies }) => copies ?? [])
  };
}
