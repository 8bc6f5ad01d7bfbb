/** Where a window opens again: where it was, unless the screen that it was on has gone. Pure. */

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** By so much of its upper edge a window can still be taken and moved. */
const grip = { width: 100, height: 20 };

/** @param screens the parts of the screens that windows may have; none where the host does not tell. */
export function placeOnScreen(
  bounds: Rectangle,
  screens: readonly Rectangle[]
): Partial<Rectangle> {
  const { x, y, width, height } = bounds;
  const isInReach = screens.some(
    (screen) =>
      shared(x, width, screen.x, screen.width) >= Math.min(grip.width, width) &&
      shared(y, grip.height, screen.y, screen.height) >= grip.height
  );
  if (screens.length === 0 || isInReach) return bounds;
  // The system finds a place; one that was made for a large screen must fit.
  return {
    width: Math.min(width, Math.max(...screens.map((screen) => screen.width))),
    height: Math.min(height, Math.max(...screens.map((screen) => screen.height)))
  };
}

/** How much two stretches have in common. */
function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}
