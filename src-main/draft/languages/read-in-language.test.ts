/**
 * Measures the rules of German and French on short reports of our own making, which were marked before the
 * rules were written. The floors keep what was reached; they say nothing of the news.
 */
import { expect, test } from 'vitest';
import type { Draft } from '../../domain/suggestions/draft.js';
import { draftArticle } from '../draft-article.js';
import { frenchTexts } from './testing/french-texts.js';
import { germanTexts } from './testing/german-texts.js';
import type { MarkedText } from './testing/texts.js';

function draftOf(text: string): Draft {
  return draftArticle({ name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) });
}

/** Of each layer what was marked and found, as comparable words. */
function layersOf({ text, said, names, dates, figures }: MarkedText) {
  const draft = draftOf(text);
  const saidIn = draft.attributions.map(({ source, content }) => ({
    source: source?.text ?? '-',
    words: content.map((each) => each.text).join(' ')
  }));
  const known = draft.actors.filter(({ type }) => type !== 'place');
  return {
    said: {
      marked: said.map(([source, words]) =>
        saidIn.some((each) => each.source === source && each.words.includes(words))
          ? null
          : `${source}: ${words}`
      ),
      extra: saidIn
        .filter((each) => !said.some(([s, w]) => s === each.source && each.words.includes(w)))
        .map((each) => `${each.source}: ${each.words}`)
    },
    names: compare(
      names.map((each) => each.join(' ')),
      known.map(({ name, type }) => `${name} ${type}`)
    ),
    dates: compare(
      dates.map((each) => each.join(' = ')),
      draft.dates.map((each) => `${each.text} = ${each.value}`)
    ),
    figures: compare(
      figures.map((each) => each.join(' ')),
      draft.figures.map((each) => `${each.text} ${each.value} ${each.unit}`)
    )
  };
}

function compare(marked: readonly string[], found: readonly string[]) {
  return {
    marked: marked.map((each) => (found.includes(each) ? null : each)),
    extra: found.filter((each) => !marked.includes(each))
  };
}

test.each([
  ['German', germanTexts],
  ['French', frenchTexts]
])('%s', (_, texts) => {
  const all = texts.map(layersOf);
  for (const layer of ['said', 'names', 'dates', 'figures'] as const) {
    const marked = all.flatMap((each) => each[layer].marked);
    const missed = marked.filter((each) => each !== null);
    const extra = all.flatMap((each) => each[layer].extra);
    expect.soft({ layer, missed, extra }).toEqual({ layer, missed: [], extra: [] });
  }
});
