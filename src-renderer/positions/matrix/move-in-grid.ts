/** Keyboard movement in a grid (https://www.w3.org/WAI/ARIA/apg/patterns/grid/). */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the key leads, kept inside the grid; `null` for a key that does not move. */
export function moveInGrid(
  from: Place,
  key: string,
  size: {
    readonly rows: number;
    readonly columns: number;
    /** Rows that a page moves by. */
    readonly page: number;
  },
  withControl: boolean
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) };
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return withControl ? last : { row, column: last.column };
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: Math.min(last.row, row + size.page), column };
    default:
      return null;
  }
}
