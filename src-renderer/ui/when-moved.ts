/** Does it where the pointer itself moves: a list that opens under a pointer at rest is told of a move as well. */
export function whenMoved(act: () => void): (event: PointerEvent) => void {
  return ({ movementX, movementY }) => {
    if (movementX !== 0 || movementY !== 0) act();
  };
}
