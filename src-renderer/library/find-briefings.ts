/** Which briefings the library lists: found by title, put in order, and beside what a search answers. Pure. */
import type { Summary } from '../../src-main/domain/briefing/briefing.js';
import { foldName } from '../../src-main/domain/text/fold-name.js';
import type { SearchAnswer, SearchGroup } from '../../src-main/domain/search/answer.js';

/** Folded once for all the keys that are typed. */
const foldedTitles = new WeakMap<Summary, string>();

function foldedTitle(briefing: Summary): string {
  const known = foldedTitles.get(briefing);
  if (known !== undefined) return known;
  const folded = foldName(briefing.title);
  foldedTitles.set(briefing, folded);
  return folded;
}

interface Found {
  readonly words: readonly string[];
  readonly briefings: readonly Summary[];
}

/** What was found last in a list: a word that is typed on is found among these only. */
const lastFound = new WeakMap<readonly Summary[], Found>();

/** Every word typed must stand in the title, however it is spelt. Keeps the order. An empty query finds all. */
export function findBriefings(briefings: readonly Summary[], query: string): readonly Summary[] {
  const words = foldName(query).split(' ').filter(Boolean);
  if (words.length === 0) return briefings;
  const last = lastFound.get(briefings);
  const isNarrower = last?.words.every((old) => words.some((word) => word.includes(old)));
  const found = (last && isNarrower ? last.briefings : briefings).filter((briefing) => {
    const title = foldedTitle(briefing);
    return words.every((word) => title.includes(word));
  });
  lastFound.set(briefings, { words, briefings: found });
  return found;
}

export const orders = {
  modified: 'Latest change',
  created: 'Newest',
  title: 'Title'
} as const;
export type Order = keyof typeof orders;

const letters = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By title, the same list is put in order once: letters of many languages are slow to compare. */
const sortedByTitle = new WeakMap<readonly Summary[], readonly Summary[]>();

/** `briefings` come latest change first; equals stay in that order. */
export function sortBriefings(briefings: readonly Summary[], order: Order): readonly Summary[] {
  switch (order) {
    case 'modified':
      return briefings;
    case 'created':
      return briefings.toSorted((a, b) =>
        a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0
      );
    case 'title': {
      const sorted = sortedByTitle.get(briefings) ?? sortByTitle(briefings);
      sortedByTitle.set(briefings, sorted);
      return sorted;
    }
  }
}

/** What has no title yet comes last. */
function sortByTitle(briefings: readonly Summary[]): readonly Summary[] {
  const [untitled, titled] = [true, false].map((isEmpty) =>
    briefings.filter(({ title }) => (title.trim() === '') === isEmpty)
  ) as [Summary[], Summary[]];
  return [...titled.sort((a, b) => letters.compare(a.title, b.title)), ...untitled];
}

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
