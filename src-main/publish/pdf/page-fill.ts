/** How much of a document's last page is used: what its structure owns, without running heads and feet. */
import type { LastPage } from '../../domain/publication/last-page.js';
import type { ContentStream } from './content-stream.js';
import type { OpenedPdf } from './opened-pdf.js';
import type { PageContent } from './page-content.js';

/** Points between the edge of a page and its words, as page-rule.ts has them. */
const margins = { top: 20 * (72 / 25.4), bottom: 22 * (72 / 25.4) };

export function lastPageOf({ pages }: Pick<OpenedPdf, 'pages'>): LastPage {
  const last = pages.at(-1);
  if (!last) return { filled: 1, pages: 0 };
  const { width, height } = last.page.getSize();
  const isLikeIt = ({ page }: PageContent) => {
    const size = page.getSize();
    return size.width === width && size.height === height;
  };
  const other = pages.findLastIndex((page) => !isLikeIt(page));
  const lowest = lowestIn(last.content) ?? height;
  const filled = (height - margins.top - lowest) / (height - margins.top - margins.bottom);
  return { filled: Math.min(1, Math.max(0, filled)), pages: pages.length - 1 - other };
}

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `one`, then `other` (ISO 32000-1, 8.3.4). */
function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [p, q, r, s, t, u] = other;
  return [
    a * p + b * r,
    a * q + b * s,
    c * p + d * r,
    c * q + d * s,
    e * p + f * r + t,
    e * q + f * s + u
  ];
}

/** Points above the page's lower edge of the lowest line of text; `null` for a page without any. */
export function lowestIn({ lines, sequences }: ContentStream): number | null {
  const owned = new Set<number>();
  for (const { begin, end } of sequences) {
    for (let line = begin; line <= end; line += 1) owned.add(line);
  }
  const saved: Matrix[] = [];
  let page = identity;
  let text = identity;
  let lowest: number | null = null;
  lines.forEach((line, number) => {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    if (operator === 'q') saved.push(page);
    else if (operator === 'Q') page = saved.pop() ?? identity;
    else if (operator === 'cm') page = times(matrixIn(line), page);
    else if (operator === 'BT') text = identity;
    else if (operator === 'Tm') text = matrixIn(line);
    else if (operator === 'Td') text = times([1, 0, 0, 1, ...pairIn(line)], text);
    else if ((operator === 'Tj' || operator === 'TJ') && owned.has(number)) {
      const [, , , , , y] = times(text, page);
      lowest = lowest === null ? y : Math.min(lowest, y);
    }
  });
  return lowest;
}

function matrixIn(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(' ').map(Number);
  return [a, b, c, d, e, f];
}

function pairIn(line: string): readonly [number, number] {
  const [x = 0, y = 0] = line.split(' ').map(Number);
  return [x, y];
}
