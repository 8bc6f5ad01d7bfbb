/**
 * Drafting: how much of what a careful reader marks is found, against the naive way, and how long it takes.
 *
 * On articles that we wrote and annotated ourselves, and, with `--corpus DIR`, on open texts that other
 * people annotated (docs/open-texts.md). A fifth of these is set aside, and scored only with `--set-aside`.
 */
import { draftArticle } from '../src-main/draft/draft-article.js';
import { annotatedArticles } from './drafting/articles.js';
import { type Layer, layersOf, sumOf } from './drafting/layers.js';
import { citationsFound, citingSentencesIn } from './drafting/citing-sentences.js';
import { filesOf, isOfSentences, isSetAside, openTextsOf } from './drafting/open-texts.js';
import { qualityOf } from './drafting/quality.js';
import { type Count, rates } from './drafting/score.js';
import { offeredStances, stancePassages, stanceSentences } from './drafting/stance-passages.js';
import { median } from './median.js';

export const title =
  'quality in per cent, each row naming its data, and CPU milliseconds once warm';

interface Options {
  /** A folder of open texts with annotations. */
  readonly corpus?: string | undefined;
  /** Scores the fifth that no rule was made for, in place of the other four. */
  readonly 'set-aside'?: boolean | undefined;
}

export function measure(runs = 9, options: Options = {}) {
  return [...qualityOnOurs(), ...qualityOnOpenTexts(options), ...speed(runs)];
}

function qualityOnOurs() {
  const articles = annotatedArticles();
  const tuned = articles.filter(({ heldOut }) => !heldOut);
  const heldOut = articles.filter((article) => article.heldOut);
  return [
    ...rowsOf(`${tuned.length} of our articles, tuned on`, qualityOf(tuned)),
    ...rowsOf(`${heldOut.length} of our articles, held out`, qualityOf(heldOut))
  ];
}

function qualityOnOpenTexts({ corpus, 'set-aside': setAside = false }: Options) {
  if (corpus === undefined) {
    console.log(
      'Without --corpus DIR the quality on texts that other people annotated is left out.'
    );
    return [];
  }
  const texts = openTextsOf(corpus).filter((text) => isSetAside(text) === setAside);
  const which = setAside ? 'the fifth set aside' : 'four fifths';
  const genres = [...new Set(texts.map(({ genre }) => genre))].sort();
  const ofGenres = genres.map((genre) => {
    const own = texts.filter((text) => text.genre === genre);
    return { heading: `F1 of ${own.length} ${genre}`, counts: layersOf(own) };
  });
  const all = sumOf(ofGenres.map(({ counts }) => counts));
  const rows: object[] = rowsOf(`${texts.length} open texts, ${which}`, all).map((row) => ({
    ...row,
    ...Object.fromEntries(
      ofGenres.map(({ heading, counts }) => [heading, rates(counts[row.what as Layer]).f1])
    )
  }));
  for (const file of filesOf(corpus).filter(isOfSentences)) {
    const all = citingSentencesIn(file);
    const sentences = all.filter((each) => isSetAside(each) === setAside);
    rows.push(...rowsOf(`${sentences.length} sentences, ${which}`, citationsFound(sentences)));
    const withStances = all.filter((each) => isSetAside(each, 'third') === setAside);
    const data = `sentences of news that we marked, ${setAside ? 'the third set aside' : 'two thirds'}`;
    const offered = offeredStances(withStances, stanceSentences());
    rows.push(...rowsOf(data, { 'offered stances': offered }));
  }
  const offered = offeredStances(texts, stancePassages());
  rows.push(...rowsOf('passages of open texts that we marked', { 'offered stances': offered }));
  return rows;
}

function rowsOf(data: string, counts: Readonly<Record<string, Count>>) {
  return Object.entries(counts)
    .filter(([, { marked }]) => marked > 0)
    .map(([what, count]) => ({ data, what, ...rates(count), marked: count.marked }));
}

function speed(runs: number) {
  const words = annotatedArticles()
    .map(({ article }) => article.text)
    .join('\n\n')
    .split(/(?<=\s)/);
  return [600, 10_000].map((count) => {
    const text = Array.from({ length: count }, (_, i) => words[i % words.length]).join('');
    const article = { name: 'timed.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
    const spent = Array.from({ length: runs }, () => {
      const begun = process.cpuUsage();
      draftArticle(article);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1_000;
    });
    return {
      data: `${count} words of our articles`,
      what: 'CPU ms',
      median: Math.round(median(spent)),
      min: Math.round(Math.min(...spent))
    };
  });
}
