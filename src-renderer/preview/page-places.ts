/** What of a briefing stands where on its pages, both ways. */
import type { PlacedPart } from '../../src-main/domain/publication/page-look.js';
import type { PageSize, PointOnPage } from './page-layout.js';

/** The first of these, the best first, that has a place; `null`: none has. */
export function findPart(
  places: readonly PlacedPart[],
  wanted: readonly string[]
): PlacedPart | null {
  for (const each of wanted) {
    const place = places.find(({ of }) => of === each);
    if (place) return place;
  }
  return null;
}

/**
 * What begins last before a point, in the order of the document; `null`: nothing does. What begins in the second
 * half of the line stands in a column of its own, and is not before what is at the left of it.
 */
export function partBefore(
  places: readonly PlacedPart[],
  { page, x, y }: PointOnPage,
  { width }: PageSize
): PlacedPart | null {
  const isBefore = (place: PlacedPart) =>
    place.page < page ||
    (place.page === page && place.y <= y && (place.x < width / 2 || place.x <= x));
  return places.findLast(isBefore) ?? null;
}
