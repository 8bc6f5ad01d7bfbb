/** From an article's bytes to a briefing that is safe on disk: read, draft, compose, write, sync. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArticle } from '../src-main/article/read-article.js';
import { composeBriefing } from '../src-main/draft/compose-briefing.js';
import { regroupArticle } from '../src-main/draft/regroup-article.js';
import { openLibrary } from '../src-main/store/open-library.js';
import { rowOf, type Row } from './median.js';

const sample = resolve(import.meta.dirname, '../resources/samples/alaska-summit.txt');
const bytes = readFileSync(sample);
const words = bytes.toString('utf8').split(/\s+/).length;

export const title = `an article of ${words} words to a saved briefing`;

export async function measure(runs = 51): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-bench-'));
  const library = await openLibrary(join(folder, 'library'));
  const drafting: number[] = [];
  const whole: number[] = [];
  try {
    for (let i = 0; i < runs; i++) {
      const begun = performance.now();
      const article = readArticle('article.txt', bytes);
      const draft = regroupArticle(article);
      drafting.push(performance.now() - begun);
      const { briefing, texts } = composeBriefing(article, { as: 'cards', draft }, new Date());
      await library.create(briefing, texts);
      whole.push(performance.now() - begun);
    }
  } finally {
    await library.close();
    rmSync(folder, { recursive: true });
  }
  return [rowOf('read and regroup', 'ms', drafting), rowOf('to a saved briefing', 'ms', whole)];
}
