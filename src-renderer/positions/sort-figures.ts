/** The order in which figures are listed. Pure. */
import type { Figure } from '../../src-main/domain/briefing/entries.js';
import { firstDayOf } from '../../src-main/domain/base/values.js';

export type FigureColumn = 'value' | 'measures' | 'date' | 'actor';

export interface FigureOrder {
  readonly by: FigureColumn;
  readonly descending: boolean;
}

/**
 * As they were recorded for `null`. What has no date or no giver stands last, whichever way; equals
 * stay as they were recorded.
 */
export function sortFigures(
  figures: readonly Figure[],
  order: FigureOrder | null,
  nameOf: (figure: Figure) => string
): readonly Figure[] {
  if (!order) return figures;
  const keyOf = (figure: Figure): string | number | null => {
    if (order.by === 'value') return figure.value;
    if (order.by === 'date') return figure.date && firstDayOf(figure.date);
    return (order.by === 'actor' ? nameOf(figure) : figure.measures) || null;
  };
  const sign = order.descending ? -1 : 1;
  return figures
    .map((figure) => ({ figure, key: keyOf(figure) }))
    .toSorted(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * String(a).localeCompare(String(b), 'en');
    })
    .map(({ figure }) => figure);
}

/** Up, then down, then as they were recorded. */
export function nextOrder(order: FigureOrder | null, by: FigureColumn): FigureOrder | null {
  if (order?.by !== by) return { by, descending: false };
  return order.descending ? null : { by, descending: true };
}
