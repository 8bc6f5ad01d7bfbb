/**
 * What pdf.js tells of a page only when it is asked how to draw it: its fonts' names, its rules, and
 * whether it shows a picture.
 */
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Rule } from './piece.js';
import { hearWarnings } from './tame-pdfjs.js';

export type LoadedPage = Awaited<
  ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>
>;

export interface Drawing {
  readonly rules: readonly Rule[];
  readonly picture: boolean;
}

/** Points: what is drawn thinner is a rule. */
const thickest = 3;
/** Points: what is shorter is a tick, a bullet, a part of a letter. */
const shortest = 8;

/** Makes sure that `isBold` knows the fonts of these items, which are known after a drawing that uses them. */
export async function loadFonts(page: LoadedPage, items: readonly object[]): Promise<void> {
  const isNew = items.some(
    (item) =>
      'fontName' in item &&
      typeof item.fontName === 'string' &&
      item.fontName !== '' &&
      !page.commonObjs.has(item.fontName)
  );
  if (isNew) await readDrawing(page);
}

export function isBold(page: LoadedPage, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const { name } = page.commonObjs.get(font) as { readonly name?: unknown };
  // The last are the bold fonts of TeX, and of URW's Times.
  return typeof name === 'string' && /bold|black|heavy|demi|CMBX|SFBX|-Medi\b/i.test(name);
}

export async function readDrawing(page: LoadedPage): Promise<Drawing> {
  const { OPS } = await getResolvedPDFJS();
  let picture = false;
  hearWarnings((warning) => {
    if (warning.includes('Image exceeded maximum allowed size')) picture = true;
  });
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const outer: Matrix[] = [];
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operation, i) => {
    const args = argsArray[i] as readonly unknown[] | null;
    if (operation === OPS.save) outer.push(now);
    else if (operation === OPS.restore) now = outer.pop() ?? now;
    else if (operation === OPS.transform) now = multiply(now, args as unknown as Matrix);
    else if (operation === OPS.constructPath && args?.[0] !== OPS.endPath) {
      for (const path of (args?.[1] ?? []) as readonly (ArrayLike<number> | null)[]) {
        if (path) rules.push(...rulesIn(path, now));
      }
    }
  });
  return { rules, picture };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5]
  ];
}

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0];

/** Straight lines, and areas so thin that they are seen as one; the edges of a larger area are none. */
function rulesIn(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = [];
  let points: (readonly [number, number])[] = [];
  const end = () => {
    rules.push(...ruleOf(points));
    points = [];
  };
  for (let i = 0; i < path.length;) {
    const step = path[i] ?? 0;
    const count = lengths[step] ?? 0;
    if (step === 0) end();
    if (step === 2 || step === 3) return [];
    if (count === 2) {
      const [x, y] = [path[i + 1] ?? 0, path[i + 2] ?? 0];
      points.push([
        matrix[0] * x + matrix[2] * y + matrix[4],
        matrix[1] * x + matrix[3] * y + matrix[5]
      ]);
    }
    i += 1 + count;
  }
  end();
  return rules;
}

function ruleOf(points: readonly (readonly [number, number])[]): Rule[] {
  if (points.length < 2) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, end, y, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [end - x, top - y];
  if (height <= thickest && width >= shortest) {
    return [{ x, end, y: (y + top) / 2, top: (y + top) / 2 }];
  }
  if (width <= thickest && height >= shortest) {
    return [{ x: (x + end) / 2, end: (x + end) / 2, y, top }];
  }
  // The frame of a cell, drawn in one go.
  if (points.length < 4 || points.length > 5) return [];
  return [
    { x, end, y, top: y },
    { x, end, y: top, top },
    { x, end: x, y, top },
    { x: end, end, y, top }
  ];
}
