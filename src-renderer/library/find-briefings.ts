/** Search by title: every word typed must stand in it, whatever the case and the accents. */
import type { Summary } from '../../src-main/domain/briefing/briefing.js';
import { foldText } from '../ui/fold-text.js';

/** Keeps the order. An empty query finds all. */
export function findBriefings(briefings: readonly Summary[], query: string): readonly Summary[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return briefings;
  return briefings.filter((briefing) => {
    const title = foldText(briefing.title);
    return words.every((word) => title.includes(word));
  });
}
