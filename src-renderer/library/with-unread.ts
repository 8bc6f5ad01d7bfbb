/** What a search shows while its index is still being read: also what the titles alone tell. Pure. */
import type { Summary } from '../../src-main/domain/briefing/briefing.js';
import type { SearchAnswer, SearchGroup } from '../../src-main/domain/search/answer.js';
import { findBriefings } from './find-briefings.js';

/** Titles that are added at most. */
const most = 20;

/** The groups of the answer, then briefings that it may not have read and whose title holds the words. */
export function withUnread(
  answer: SearchAnswer | null,
  briefings: readonly Summary[],
  query: string
): readonly SearchGroup[] {
  if (!answer) return [];
  if (!answer.reading) return answer.groups;
  const there = new Set(answer.groups.map(({ id }) => id));
  const byTitle = findBriefings(briefings, query).filter(({ id }) => !there.has(id));
  return [
    ...answer.groups,
    ...byTitle.slice(0, most).map(({ id, title, modifiedAt }) => ({
      id,
      title: { text: title, marks: [] },
      modifiedAt,
      hits: [],
      more: 0
    }))
  ];
}
