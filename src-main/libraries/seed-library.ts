/** Puts the sample briefing and the sample article into a library that has just been made. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readArticleFile } from '../article/read-article.js';
import type { Id } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { importArticle } from '../import/import-article.js';
import { isBriefingFile } from '../domain/briefing/briefing-file.js';
import { readBundleFile } from '../import/import-bundle.js';
import type { Library } from '../store/library.js';

/** Does nothing to a library that is not new: deleted samples stay deleted. */
export async function seedLibrary(library: Library, samples: string): Promise<void> {
  if (!library.isNew) return;
  for (const name of (await readdir(samples)).sort().reverse()) {
    const path = join(samples, name);
    if (isBriefingFile(name)) {
      const { bundle, originals } = await readBundleFile(path);
      const { briefing, texts } = bundle;
      await library.addOriginals(originals);
      // As if changed today, so that the finished briefing is the first that a new user sees. All else
      // stays, or the same sample that is opened from a file would differ from it.
      await library.createSample({ ...briefing, modifiedAt: new Date().toISOString() }, texts);
    } else if (/\.(txt|md)$/.test(name)) {
      const create: Library['create'] = (...made) => library.createSample(...made);
      const addOriginals: Library['addOriginals'] = (made) => library.addOriginals(made);
      // Drafting would hold up the first start.
      await importArticle({ create, addOriginals }, await readArticleFile(path), { as: 'cards' });
    }
  }
}

async function readSample(samples: string): ReturnType<typeof readBundleFile> {
  const name = (await readdir(samples)).find(isBriefingFile);
  if (name === undefined) throw new Error(`There is no sample briefing in ${samples}`);
  return readBundleFile(join(samples, name));
}

/** Brings the finished sample briefing back, also from the bin; one that is there stays as it is. */
export async function addSample(library: Library, samples: string): Promise<Id> {
  const { bundle, originals } = await readSample(samples);
  const { briefing, texts } = bundle;
  await library.addOriginals(originals);
  for (const bring of [() => library.create(briefing, texts), () => library.restore(briefing.id)]) {
    try {
      await bring();
      break;
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.code !== 'briefing-exists') throw error;
    }
  }
  return briefing.id;
}
