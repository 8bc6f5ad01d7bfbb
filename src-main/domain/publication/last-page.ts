/**
 * What is done about a last page that is nearly empty: the document is set a little larger, so
 * that more stands there. Pure.
 */

export interface LastPage {
  /** The share of its height that is used, from 0 to 1. */
  readonly filled: number;
  /** How many pages run on to it, itself included, since the last one that lies another way. */
  readonly pages: number;
}

const leastFilled = 0.25;
/**
 * The scales that may be taken. Running text has 10 points at the least, which are its usual size; above 10.9
 * it would be taken for large print. Below the first no page takes a line less.
 */
const scales = Array.from({ length: 79 }, (_, index) => (1_012 + index) / 1_000);
/** Shares of the last page. Pages break where paragraphs and rows allow it, so the aim is far from the edges. */
const aim = 0.6;
const bearable = { least: 0.28, most: 0.98 };
/** What a change of type by a tenth weighs against a last page that is off the aim by all of it. */
const weightOfChange = 0.3;

/** By which the document is to be set larger; `null` where nothing is to be done, or can be. */
export function scaleFor({ filled, pages }: LastPage): number | null {
  if (!isSparse({ filled, pages })) return null;
  const tried = scales.flatMap((scale) => {
    // Lines get shorter as they get lower.
    const length = (pages - 1 + filled) * scale ** 2;
    // No page more.
    const end = length - (pages - 1);
    if (end < bearable.least || end > bearable.most) return [];
    const change = Math.abs(scale - 1) * 10 * weightOfChange;
    return [{ scale, cost: Math.abs(end - aim) + change }];
  });
  return tried.sort((a, b) => a.cost - b.cost)[0]?.scale ?? null;
}

/** Which of two printings is to be kept: the shorter one, else that with the fuller last page. */
export function isBetter(one: LastPage, other: LastPage): boolean {
  return one.pages === other.pages ? one.filled > other.filled : one.pages < other.pages;
}

export function isSparse({ filled, pages }: LastPage): boolean {
  return pages > 1 && filled < leastFilled;
}
