/** The orders in which the library can be listed. */
import type { Summary } from '../../src-main/domain/briefing/briefing.js';

export const orders = {
  modified: 'Latest change',
  created: 'Newest',
  title: 'Title'
} as const;
export type Order = keyof typeof orders;

const letters = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** `briefings` come latest change first; equals stay in that order. */
export function sortBriefings(briefings: readonly Summary[], order: Order): readonly Summary[] {
  switch (order) {
    case 'modified':
      return briefings;
    case 'created':
      return briefings.toSorted((a, b) =>
        a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0
      );
    case 'title':
      // What has no title yet comes last.
      return briefings.toSorted(
        (a, b) =>
          Number(a.title.trim() === '') - Number(b.title.trim() === '') ||
          letters.compare(a.title, b.title)
      );
  }
}
