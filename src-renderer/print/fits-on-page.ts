/** Whether a document of one page would have one, before it is printed. */
import type { Paper } from '../../src-main/domain/publication/edition.js';

/** Width and height between the margins of page-rule.ts, in millimetres. */
const inside: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210 - 2 * 18, 297 - 20 - 22],
  Letter: [215.9 - 2 * 18, 279.4 - 20 - 22]
};
/** CSS pixels (1/96 inch). */
const perMillimetre = 96 / 25.4;

/** Lays `element` out at the width of the page, which a window has not. */
export function fitsOnPage(element: HTMLElement | null, paper: Paper): boolean {
  if (!element) return true;
  const [width, height] = inside[paper];
  element.style.width = `${width}mm`;
  const tall = element.getBoundingClientRect().height;
  element.style.width = '';
  return tall <= height * perMillimetre;
}
