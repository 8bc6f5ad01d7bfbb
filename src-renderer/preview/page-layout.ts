/** Where the pages of a document lie in the preview, one below the other, and which are in sight. */

/** In points, 1/72 inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** To the widest page, to the largest, or a share of the size on paper: 1 is as large as the paper. */
export type Zoom = 'width' | 'page' | number;

/** CSS pixels. */
interface PageLayout {
  readonly pages: readonly PlacedPage[];
  readonly width: number;
  readonly height: number;
}

/** CSS pixels from the top of the first page's margin. */
export interface PlacedPage extends PageSize {
  readonly top: number;
}

/** A page, from 0, and how far into it, as a share of its height. */
export interface PagePlace {
  readonly page: number;
  readonly share: number;
}

/** A page, from 0, and a point on it, in points from its left and its top. */
export interface PointOnPage {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** CSS pixels a point, when the paper is shown in its own size. */
export const fullSize = 96 / 72;
/** CSS pixels around each page. */
export const gap = 16;
const zooms = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** CSS pixels a point; `width` and `height` are those of the view. */
export function scaleOf(zoom: Zoom, sizes: readonly PageSize[], view: PageSize): number {
  if (typeof zoom === 'number') return zoom * fullSize;
  const widest = Math.max(1, ...sizes.map(({ width }) => width));
  const toWidth = (view.width - 2 * gap) / widest;
  const highest = Math.max(1, ...sizes.map(({ height }) => height));
  const toPage = Math.min(toWidth, (view.height - 2 * gap) / highest);
  const wanted = zoom === 'width' ? toWidth : toPage;
  return Math.min(Math.max(wanted, zooms[0] * fullSize), zooms[zooms.length - 1]! * fullSize);
}

/** The next larger or smaller of the usual sizes; the largest and the smallest stay. */
export function nextZoom(scale: number, step: 1 | -1): number {
  const now = scale / fullSize;
  // A scale that was rounded on its way counts as the zoom that it is.
  const near = 0.005;
  if (step === 1) return zooms.find((zoom) => zoom > now + near) ?? zooms[zooms.length - 1]!;
  return zooms.findLast((zoom) => zoom < now - near) ?? zooms[0];
}

export function layOut(sizes: readonly PageSize[], scale: number): PageLayout {
  let top = gap;
  const pages = sizes.map(({ width, height }) => {
    const placed = { top, width: width * scale, height: height * scale };
    top += placed.height + gap;
    return placed;
  });
  return { pages, width: Math.max(0, ...pages.map(({ width }) => width)) + 2 * gap, height: top };
}

/** Pixels of one picture: more cost a window its memory, and nobody sees them. */
const mostPixels = 32_000_000;

/**
 * In which resolution to draw a page.
 *
 * @param placed in CSS pixels.
 * @param scale CSS pixels a point.
 * @param ratio device pixels a CSS pixel.
 * @returns device pixels a point.
 */
export function pixelsAPoint(placed: PageSize, scale: number, ratio: number): number {
  const most = Math.sqrt(mostPixels / (placed.width * placed.height));
  return scale * Math.min(ratio, most);
}

/** Pages of which anything is in sight; from 0, end-exclusive. */
export function pagesInSight(
  { pages }: PageLayout,
  scrollTop: number,
  viewHeight: number
): { readonly start: number; readonly end: number } {
  const first = pages.findIndex(({ top, height }) => top + height > scrollTop);
  const start = first < 0 ? pages.length : first;
  const after = pages.findIndex(
    ({ top }, index) => index >= start && top >= scrollTop + viewHeight
  );
  return { start, end: after < 0 ? pages.length : after };
}

/**
 * The page that the person is on: the one that shows most, but the one that was gone to (`current`)
 * as long as it is wholly in sight, since several may be.
 */
export function pageAt(
  layout: PageLayout,
  current: number,
  scrollTop: number,
  viewHeight: number
): number {
  const shown = (page: number): number => {
    const { top, height } = layout.pages[page] ?? { top: 0, height: 0 };
    return Math.min(top + height, scrollTop + viewHeight) - Math.max(top, scrollTop);
  };
  const height = layout.pages[current]?.height;
  if (height !== undefined && shown(current) > height - 1) return current;
  const { start, end } = pagesInSight(layout, scrollTop, viewHeight);
  let most = Math.max(0, Math.min(start, layout.pages.length - 1));
  for (let page = start; page < end; page += 1) if (shown(page) > shown(most)) most = page;
  return most;
}

/** What is at the top of the view. */
export function placeAt({ pages }: PageLayout, scrollTop: number): PagePlace {
  const page = Math.max(
    0,
    pages.findLastIndex(({ top }) => top - gap <= scrollTop)
  );
  const { top, height } = pages[page] ?? { top: 0, height: 1 };
  return { page, share: (scrollTop - top) / height };
}

/** Where to scroll so that `place` is at the top of the view; a document that has grown shorter ends there. */
export function scrollTopOf({ pages }: PageLayout, { page, share }: PagePlace): number {
  const placed = pages[Math.min(page, pages.length - 1)];
  return placed ? Math.max(0, placed.top + share * placed.height) : 0;
}

/** The place of a page's own top, with the margin above it. */
export function topOfPage({ pages }: PageLayout, page: number): PagePlace {
  return { page, share: -gap / (pages[page]?.height ?? gap) };
}

/** Where to scroll so that `point` is in sight, with words around it; `null` where it is. */
export function scrollTopFor(
  { pages }: PageLayout,
  { page, y }: PointOnPage,
  scale: number,
  view: { readonly scrollTop: number; readonly height: number }
): number | null {
  const placed = pages[page];
  if (!placed) return null;
  const top = placed.top + y * scale;
  const isSeen = top >= view.scrollTop + gap && top <= view.scrollTop + 0.75 * view.height;
  return isSeen ? null : Math.max(0, top - view.height / 4);
}
