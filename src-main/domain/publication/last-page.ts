/**
 * What is done about a last page that is nearly empty: the document is set a little smaller, so that what
 * stands there finds room before it, or a little larger, so that more of it does. Pure.
 */

export interface LastPage {
  /** The share of its height that is used, from 0 to 1. */
  readonly filled: number;
  /** How many pages run on to it, itself included, since the last one that lies another way. */
  readonly pages: number;
}

const leastFilled = 0.25;
/** Running text of 10 points at the least, and notes of 8. */
const smallest = 0.955;
/** More would be taken for large print. */
const largest = 1.035;
/**
 * How much of a page is to stay free at the end, and how much of the last one is to be filled, as far as
 * that can be had: pages break where paragraphs and rows allow it, so an exact aim would miss.
 */
const spares = [0.2, 0.15, 0.1, 0.05, 0.02];
const fillings = [0.42, 0.37, 0.32, 0.28];

/** By which the document is to be set larger or smaller; `null` where nothing is to be done, or can be. */
export function scaleFor({ filled, pages }: LastPage): number | null {
  if (pages < 2 || filled >= leastFilled) return null;
  const full = pages - 1;
  const scaleTo = (length: number) => Math.sqrt(length / (full + filled));
  const scales = [
    ...spares.map((spare) => scaleTo(full - spare)),
    ...fillings.map((filling) => scaleTo(full + filling))
  ];
  const scale = scales.find((each) => each >= smallest && each <= largest);
  return scale === undefined ? null : Math.round(scale * 1_000) / 1_000;
}

/** Which of two printings is to be kept: the shorter one, else that with the fuller last page. */
export function isBetter(one: LastPage, other: LastPage): boolean {
  return one.pages === other.pages ? one.filled > other.filled : one.pages < other.pages;
}

export function isSparse({ filled, pages }: LastPage): boolean {
  return pages > 1 && filled < leastFilled;
}
