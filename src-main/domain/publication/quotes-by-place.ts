/** From where the quotes of a page come, each place once, where they stand beside the claims themselves. */
import type { Note } from './number-notes.js';
import { placeInWords } from './place-in-words.js';

export interface QuotesOfPlace {
  /** Without a full stop. */
  readonly place: string;
  /** Such as “1–4, 7”. */
  readonly numbers: string;
}

/** In the order of their first numbers. */
export function quotesByPlace(notes: readonly Note[]): readonly QuotesOfPlace[] {
  const places = new Map<string, number[]>();
  for (const { number, place } of notes) {
    const words = placeInWords(place);
    places.set(words, [...(places.get(words) ?? []), number]);
  }
  return [...places].map(([place, numbers]) => ({ place, numbers: inRanges(numbers) }));
}

/** `numbers` rise. */
function inRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last.to + 1 === number) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
