/** Where the box of the tour stands beside what it points at, never over it. Pure; CSS pixels of the window. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Between the box and what it points at, and to the edge of the window. */
const gap = 14;
const edge = 8;

/**
 * The upper left corner of the box: on the first side with room for it, below first. Where none has,
 * and where there is nothing to point at, it stands in the corner that is farthest from it.
 *
 * @param target `null` for nothing.
 */
export function placeBox(target: Box | null, box: Size, window: Size): { x: number; y: number } {
  const right = window.width - box.width - edge;
  const bottom = window.height - box.height - edge;
  if (!target) return { x: Math.max(edge, right), y: Math.max(edge, bottom) };
  const within = (value: number, most: number) => Math.max(edge, Math.min(value, most));
  const x = within(target.x, right);
  const y = within(target.y, bottom);
  const sides = [
    { x, y: target.y + target.height + gap },
    { x, y: target.y - gap - box.height },
    { x: target.x + target.width + gap, y },
    { x: target.x - gap - box.width, y }
  ];
  const fits = sides.find(
    (side) => side.x >= edge && side.x <= right && side.y >= edge && side.y <= bottom
  );
  if (fits) return fits;
  const isLeft = target.x + target.width / 2 < window.width / 2;
  const isAbove = target.y + target.height / 2 < window.height / 2;
  return { x: isLeft ? Math.max(edge, right) : edge, y: isAbove ? Math.max(edge, bottom) : edge };
}
