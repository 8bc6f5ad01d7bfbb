/** Drafting: how much of what a careful reader marks is found, against the naive way, and how long it takes. */
import { draftArticle } from '../src-main/draft/draft-article.js';
import { annotatedArticles } from './drafting/articles.js';
import { type Measure, qualityOf } from './drafting/quality.js';
import { rates } from './drafting/score.js';
import { median } from './median.js';

export const title =
  'quality in per cent on articles that we wrote and annotated ourselves, and CPU milliseconds once warm';

export function measure(runs = 9) {
  const articles = annotatedArticles();
  const tuned = qualityOf(articles.filter(({ heldOut }) => !heldOut));
  const heldOut = qualityOf(articles.filter((article) => article.heldOut));
  const quality = (Object.keys(tuned) as Measure[]).map((what) => {
    const [a, b] = [rates(tuned[what]), rates(heldOut[what])];
    return {
      what,
      'tuned P': a.precision,
      'tuned R': a.recall,
      'tuned F1': a.f1,
      'held-out P': b.precision,
      'held-out R': b.recall,
      'held-out F1': b.f1
    };
  });
  const words = articles
    .map(({ article }) => article.text)
    .join('\n\n')
    .split(/(?<=\s)/);
  const timed = [600, 10_000].map((count) => {
    const text = Array.from({ length: count }, (_, i) => words[i % words.length]).join('');
    const article = { name: 'timed.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
    const spent = Array.from({ length: runs }, () => {
      const begun = process.cpuUsage();
      draftArticle(article);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1_000;
    });
    return {
      what: `CPU ms for ${count} words`,
      median: Math.round(median(spent)),
      min: Math.round(Math.min(...spent))
    };
  });
  return [...quality, ...timed];
}
