/** Where the pointer was last, in pixels of the screen, and whether its last event led away from there. */
let last: { x: number; y: number } | null = null;
let isMove = false;

// `movementX` is no sign: a window that changes its size gives the pointer at rest a movement.
addEventListener(
  'pointermove',
  ({ screenX: x, screenY: y }) => {
    isMove = last !== null && (last.x !== x || last.y !== y);
    last = { x, y };
  },
  { capture: true }
);

/** Does it where the pointer itself moves: a list that opens under a pointer at rest is told of a move as well. */
export function whenMoved(act: (event: PointerEvent) => void): (event: PointerEvent) => void {
  return (event) => {
    if (isMove) act(event);
  };
}
