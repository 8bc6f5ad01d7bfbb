/** What is new about a suggestion, in a word or two. */
import { titleOfSource } from '../briefing/source.js';
import { counted } from '../text/joined-words.js';
import type { News, NewsKind } from './news.js';

/** Of one, and of many in a choice. */
export const newsWords: Readonly<Record<NewsKind, readonly [one: string, many: string]>> = {
  differs: ['differs', 'Differs'],
  'new-actor': ['new actor', 'New actor'],
  new: ['new', 'New'],
  repeats: ['repeats', 'Repeats']
};

/** Such as “known from 3 briefings”, or “repeats The Gazette of 3 May, same origin”. */
export function newsInWords(news: News): string {
  if (news.is === 'new-actor' && news.briefings > 0) {
    return `known from ${counted(news.briefings, 'briefing')}`;
  }
  if (news.is !== 'repeats') return newsWords[news.is][0];
  if (news.from === 'same-source') return 'repeats this source';
  // What rests on no source says nothing of origins.
  if (news.source === null) return 'repeats what is known';
  const origin = news.from === 'same-origin' ? 'same origin' : 'another origin';
  return `repeats ${titleOfSource(news.source)}, ${origin}`;
}
