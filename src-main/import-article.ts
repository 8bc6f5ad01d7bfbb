/** Article → draft → stored briefing: the one way in, for the window and the command line. */
import { readArticle } from './article/read-article.js';
import type { Imported } from './api.js';
import type { Article } from './domain/article.js';
import type { Id } from './domain/id.js';
import { ExpectedFailure } from './domain/result.js';
import { composeBriefing } from './draft/compose-briefing.js';
import { regroupInWorker } from './draft/draft-in-worker.js';
import type { Library } from './store/library.js';

/** Resolves once the briefing is safe on disk. */
export async function importArticle(
  library: Pick<Library, 'create'>,
  article: Article
): Promise<Id> {
  const regrouped = await regroupInWorker(article);
  const { briefing, texts } = composeBriefing(article, regrouped, new Date());
  await library.create(briefing, texts);
  return briefing.id;
}

/** Text without a file, such as the clipboard's. */
export function articleFromText(text: string, format: Article['format']): Article {
  const ending = format === 'markdown' ? 'md' : 'txt';
  return readArticle(`Pasted text.${ending}`, new TextEncoder().encode(text));
}

/** Imports one after the other; what cannot be read is refused with its sentence, the rest goes on. */
export async function importAll(
  library: Library,
  articles: readonly (() => Promise<Article> | Article)[]
): Promise<Imported> {
  const ids: Id[] = [];
  const refused: string[] = [];
  const missing: string[] = [];
  for (const read of articles) {
    try {
      const article = await read();
      ids.push(await importArticle(library, article));
      missing.push(...(article.missing ?? []));
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      refused.push(error.message);
    }
  }
  return { ids, refused, missing };
}
