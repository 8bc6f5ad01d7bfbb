/**
 * Looks for words in one briefing by reading through it. Pure.
 * All words must occur, anywhere in the briefing; where they do decides the rank.
 */
import type { Briefing } from '../domain/briefing.js';
import { fold } from './fold.js';

export const places = [
  'title',
  'bottom line',
  'tag',
  'heading',
  'actor',
  'quote',
  'note',
  'card'
] as const;
export type Place = (typeof places)[number];

export interface Hit {
  /** The best place in which a word was found. */
  readonly place: Place;
  /** The words around the first find there, on one line. */
  readonly snippet: string;
  /** Greater is better; a title counts for more than all the rest. */
  readonly rank: number;
}

/** `words` as `wordsOf` gives them. `null` when one of them occurs nowhere. */
export function searchBriefing(briefing: Briefing, words: readonly string[]): Hit | null {
  const wanted = new Set(words);
  let best: { place: Place; text: string } | null = null;
  let rank = 0;
  for (const [place, text] of textsOf(briefing)) {
    const folded = fold(text).text;
    const found = words.filter((word) => folded.includes(word));
    if (found.length === 0) continue;
    best ??= { place, text };
    for (const word of found) if (wanted.delete(word)) rank += rankOf(place);
  }
  if (!best || wanted.size > 0) return null;
  return { place: best.place, snippet: snippetOf(best.text, words), rank };
}

/** The best place first. */
function textsOf(briefing: Briefing): readonly (readonly [Place, string])[] {
  const { cards, actors, annotations } = briefing;
  return [
    ['title', briefing.title],
    ['bottom line', briefing.bottomLine],
    ...briefing.tags.map((tag) => ['tag', tag] as const),
    ...annotations.flatMap(({ tags }) => tags.map((tag) => ['tag', tag] as const)),
    ...cards.map(({ heading }) => ['heading', heading] as const),
    ...actors.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((each) => ['actor', each] as const)
    ),
    ...annotations.map(({ target }) => ['quote', target.selectors.quote.exact] as const),
    ...annotations.map(({ note }) => ['note', note] as const),
    ...cards.map(({ body }) => ['card', body] as const)
  ];
}

function rankOf(place: Place): number {
  return place === 'title' ? 1_000 : places.length - places.indexOf(place);
}

/** UTF-16 units shown before and after the first find. */
const [before, after] = [40, 120];

function snippetOf(text: string, words: readonly string[]): string {
  const folded = fold(text);
  const finds = words.map((word) => folded.text.indexOf(word)).filter((at) => at >= 0);
  const at = folded.offsets[Math.min(...finds)] ?? 0;
  const start = at <= before ? 0 : wordStart(text, at - before);
  const end = at + after >= text.length ? text.length : wordEnd(text, at + after);
  const cut = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
}

function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + before).search(/\s/);
  return space < 0 ? onCharacter(text, near) : near + space + 1;
}

function wordEnd(text: string, near: number): number {
  const space = text.slice(near).search(/\s/);
  return space < 0 || space > before ? onCharacter(text, near) : near + space;
}

/** Never between the halves of a surrogate pair. */
function onCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}
