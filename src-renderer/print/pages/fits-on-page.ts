/** Whether a document of one page would have one, before it is printed. */
import type { Paper } from '../../../src-main/domain/publication/edition.js';
import { usualMargins, type Margins } from './page-rule.js';

/** Width and height, in millimetres. */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4]
};
/** CSS pixels (1/96 inch). */
const perMillimetre = 96 / 25.4;

/** Lays `element` out at the width of the page, which a window has not. */
export function fitsOnPage(
  element: HTMLElement | null,
  paper: Paper,
  { top, side, bottom }: Margins = usualMargins
): boolean {
  if (!element) return true;
  const [width, height] = sizes[paper];
  element.style.width = `${width - 2 * side}mm`;
  const tall = element.getBoundingClientRect().height;
  element.style.width = '';
  return tall <= (height - top - bottom) * perMillimetre;
}
