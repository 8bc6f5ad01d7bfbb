/** Which sources of a briefing have no draft in its text yet. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { type Dismissal, newDismissal } from '../briefing/entries.js';
import { type Source, titleOfSource } from '../briefing/source.js';
import type { PartialDate } from '../base/values.js';
import { dateInWords } from '../terms/terms.js';

/** The rule of a dismissal that says: the draft of this source is in the text, or is not needed there. */
const rule = 'drafted in';

/**
 * The sources whose draft is neither in the text nor set aside, the latest first; none of a briefing in which no draft
 * stands. The first that came is the one that a draft was made of.
 */
export function notDraftedIn({
  sources,
  dismissals,
  cards,
  bottomLineDraftedSentences: written
}: Pick<
  Briefing,
  'sources' | 'dismissals' | 'cards' | 'bottomLineDraftedSentences'
>): readonly Source[] {
  if (!written && !cards.some(({ drafted }) => drafted)) return [];
  const settled = new Set(dismissals.flatMap((each) => (each.rule === rule ? [each.about] : [])));
  const [, ...later] = inOrder(sources);
  return later
    .filter(({ id, updates }) => updates === null && !settled.has(id))
    .sort(latestSourceFirst);
}

/** As they came. */
export function inOrder(sources: readonly Source[]): readonly Source[] {
  return sources.toSorted((a, b) => (a.importedAt < b.importedAt ? -1 : 1));
}

/** That the draft of the source is offered no more. */
export function withoutDraftOf(source: Source, now = new Date()): Dismissal {
  return newDismissal('suggestion', { about: source.id, rule, words: titleOfSource(source) }, now);
}

/** By the day of the article, and on one day the later import first. */
export function latestSourceFirst(one: Source, other: Source): number {
  const [a, b] = [one, other].map(
    ({ published, importedAt }) => `${published ?? importedAt.slice(0, 10)} ${importedAt}`
  );
  return a! > b! ? -1 : a! < b! ? 1 : 0;
}

/** What stands before a drafted line: whose it is, where that is known, and the day of its article, which may not be that of the words. */
export function underReport(label: string, day: PartialDate): string {
  return label === '' ? `Reported ${dateInWords(day)}` : `${label}, reported ${dateInWords(day)}`;
}
