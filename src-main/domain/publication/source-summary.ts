/** What a briefing rests on, counted and graded, in plain words: the source summary statement of page one. */
import type { Briefing } from '../briefing/briefing.js';
import { positionStatuses } from '../briefing/entries.js';
import { gradeOf, type Source } from '../briefing/source.js';
import { firstDayOf } from '../base/values.js';
import { countOrigins } from '../ledger/corroboration.js';
import { positionsAsOf } from '../ledger/ledger.js';
import { credibilityWords, dateInWords, reliabilityWords } from '../terms/terms.js';

/** Words behind what they tell. */
export interface Labelled {
  readonly label: string;
  readonly words: string;
}

/** The fixed words of the statement: whole, never made of pieces. */
const words = {
  sources: 'Sources',
  grades: 'Grades',
  published: 'Published',
  positions: 'Positions in force',
  one: 'one source',
  each: (sources: number) => `${sources} sources, each of its own origin`,
  oneOrigin: (sources: number) => `${sources} sources of one origin, which say no more than one`,
  several: (sources: number, origins: number) =>
    `${sources} sources of ${origins} origins; those of one origin say no more than one`,
  grade: (grade: string, count: number, reliability: string, credibility: string) =>
    `${count} graded ${grade} (${reliability}; ${credibility})`,
  notGraded: (count: number) => `${count} not graded`,
  days: (first: string, last: string) => `${first} to ${last}`,
  status: {
    stated: (count: number) => `${count} stated by the actor`,
    reported: (count: number) => `${count} reported by others`,
    inferred: (count: number) => `${count} inferred from conduct`,
    denied: (count: number) => `${count} denied by the actor`
  },
  noQuote: (count: number) => `${count} without a quote`
} as const;

/** Empty for a briefing without sources. */
export function sourceSummaryOf(briefing: Briefing): readonly Labelled[] {
  const { sources, positions, date } = briefing;
  if (sources.length === 0) return [];
  const days = sources
    .flatMap(({ published }) => published ?? [])
    .sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && dateInWords(day));
  const held = positionsAsOf(positions, date);
  const statuses = positionStatuses.flatMap((status) => {
    const count = held.filter((position) => position.status === status).length;
    return count > 0 ? [words.status[status](count)] : [];
  });
  const unquoted = held.filter(({ evidence }) => evidence.length === 0).length;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.sources, [countInWords(sources)]],
    [words.grades, gradesIn(sources)],
    [words.published, first === '' ? [] : [first === last ? first : words.days(first, last)]],
    [words.positions, [...statuses, ...(unquoted > 0 ? [words.noQuote(unquoted)] : [])]]
  ];
  return lines.flatMap(([label, told]) =>
    told.length > 0 ? [{ label, words: told.join('; ') }] : []
  );
}

function countInWords(sources: readonly Source[]): string {
  const { reports, origins } = countOrigins(sources);
  if (reports === 1) return words.one;
  if (reports === origins) return words.each(reports);
  return origins === 1 ? words.oneOrigin(reports) : words.several(reports, origins);
}

/** The best first; those that cannot be judged last. */
function gradesIn(sources: readonly Source[]): readonly string[] {
  const byGrade = new Map<string, Source[]>();
  for (const source of sources) {
    const grade = gradeOf(source);
    byGrade.set(grade, [...(byGrade.get(grade) ?? []), source]);
  }
  return [...byGrade]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([grade, graded]) => {
      const [one] = graded;
      if (!one || grade === 'F6') return words.notGraded(graded.length);
      return words.grade(
        grade,
        graded.length,
        reliabilityWords[one.reliability],
        credibilityWords[one.credibility]
      );
    });
}
