/** Words of the library's list: how long ago something happened, and what a hit of a search is called. */
import { PartialDate } from '../../src-main/domain/base/values.js';
import { personsDates } from '../dates/persons-dates.svelte.js';
import type { RowKind } from '../../src-main/domain/search/query.js';

const steps: readonly (readonly [
  limit: number,
  unit: Intl.RelativeTimeFormatUnit,
  seconds: number
])[] = [
  [3_600, 'minute', 60],
  [86_400, 'hour', 3_600],
  [7 * 86_400, 'day', 86_400]
];
// Made once: to make one takes longer than to ask it a hundred times.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** "3 hr. ago" within a week, then the date, as the person has dates shown. */
export function tellTime(moment: string, now = new Date()): string {
  const then = new Date(moment);
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1_000);
  if (seconds < 60) return 'just now';
  const step = steps.find(([limit]) => seconds < limit);
  if (step) return relative.format(-Math.floor(seconds / step[2]), step[1]);
  const [year, month, date] = [then.getFullYear(), then.getMonth() + 1, then.getDate()];
  const padded = [month, date].map((number) => String(number).padStart(2, '0'));
  return personsDates.inShort(PartialDate.parse([year, ...padded].join('-')));
}

/** Such as “Fact”, “Bottom line” or, for an annotation, “Note”. */
export function rowWords(kind: RowKind): string {
  const name = kind === 'annotation' ? 'note' : kind.replace('card: ', '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
