/** Puts the sample briefing and the sample article into a library that has just been made. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArticleFile } from './article/read-article-file.js';
import { Bundle } from './domain/bundle.js';
import { importArticle } from './import-article.js';
import type { Library } from './store/library.js';

/** Does nothing to a library that is not new: deleted samples stay deleted. */
export async function seedLibrary(library: Library, samples: string): Promise<void> {
  if (!library.isNew) return;
  for (const name of (await readdir(samples)).sort().reverse()) {
    const path = join(samples, name);
    if (name.endsWith('.json')) {
      const { briefing, texts } = Bundle.parse(JSON.parse(await readFile(path, 'utf8')));
      await library.create(briefing, texts);
    } else if (/\.(txt|md)$/.test(name)) {
      await importArticle(library, await readArticleFile(path));
    }
  }
}
