/** Makes of a report what others make of it: copies, cut, reordered, with sentences of their own. */
import { sentencesOfLines } from '../../src-main/domain/text/sentences.js';

/** A number from 0 to below 1; the same sequence for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const sentencesOf = (text: string): readonly string[] =>
  sentencesOfLines(text).map(({ start, end }) => text.slice(start, end));

/** Another headline, nothing else. */
export function withHeadline(sentences: readonly string[], headline: string): string {
  return [headline, ...sentences.slice(1)].join(' ');
}

/** What fits: the first half. */
export function cut(sentences: readonly string[]): string {
  return sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ');
}

/** Blocks of three sentences in another order. */
export function reordered(sentences: readonly string[], random: Random): string {
  const blocks = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, i) =>
    sentences.slice(i * 3, i * 3 + 3)
  );
  return shuffled(blocks, random).flat().join(' ');
}

/** A share of the sentences, chosen by chance, gives way to sentences of other reports. */
export function replaced(
  sentences: readonly string[],
  share: number,
  others: readonly string[],
  random: Random
): string {
  const chosen = chooseShare(sentences.length, share, random);
  return sentences
    .map((sentence, i) =>
      chosen.has(i) ? (others[Math.floor(random() * others.length)] ?? '') : sentence
    )
    .join(' ');
}

/** A share of the sentences is reworded: the order of its halves, and one word in four. */
export function reworded(sentences: readonly string[], share: number, random: Random): string {
  const chosen = chooseShare(sentences.length, share, random);
  return sentences.map((sentence, i) => (chosen.has(i) ? reword(sentence) : sentence)).join(' ');
}

function reword(sentence: string): string {
  const words = sentence.split(' ');
  const middle = Math.floor(words.length / 2);
  return [...words.slice(middle), ...words.slice(0, middle)]
    .map((word, i) => (i % 4 === 1 ? `new${word.length}` : word))
    .join(' ');
}

function chooseShare(count: number, share: number, random: Random): ReadonlySet<number> {
  const places = shuffled(
    Array.from({ length: count }, (_, i) => i),
    random
  );
  return new Set(places.slice(0, Math.round(count * share)));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
