/** Finds the weekday or the like that nobody can place without knowing of which day the article is. */
import type { Draft } from '../../src-main/domain/suggestions/draft.js';

/** The first such words, as the article writes them; `null` when there are none. */
export function unknownDay(dates: Draft['dates']): string | null {
  const unplaced = dates.find(({ anchor, value }) => anchor === 'none' && value === null);
  return unplaced?.text ?? null;
}
