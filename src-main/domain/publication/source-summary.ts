/** What a briefing rests on, counted and graded, in plain words: the source summary statement of page one. */
import type { Briefing } from '../briefing/briefing.js';
import { positionStatuses } from '../briefing/entries.js';
import { gradeOf, notGraded, type Source } from '../briefing/source.js';
import { firstDayOf } from '../base/values.js';
import { countOrigins } from '../ledger/corroboration.js';
import { positionsAsOf } from '../ledger/ledger.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { foldName } from '../text/fold-name.js';
import { joinedByCommas } from '../text/joined-words.js';

/** Words behind what they tell. */
export interface Labelled {
  readonly label: string;
  readonly words: string;
}

/** Empty for a briefing without sources. */
export function sourceSummaryOf(briefing: Briefing, words: PrintedWords): readonly Labelled[] {
  const { pageOne } = words;
  const sources = reliedOn(briefing);
  if (sources.length === 0) return [];
  const days = sources
    .flatMap(({ published }) => published ?? [])
    .sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && words.date(day));
  const held = positionsAsOf(briefing.positions, null);
  const statuses = positionStatuses.flatMap((status) => {
    const count = held.filter((position) => position.status === status).length;
    return count > 0 ? [pageOne.known[status](count)] : [];
  });
  const listedToo = briefing.sources.length - sources.length;
  const unquoted = held.filter(({ evidence }) => evidence.length === 0).length;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [
      pageOne.countOfSources,
      [countInWords(sources, words), ...(listedToo > 0 ? [pageOne.listedToo(listedToo)] : [])]
    ],
    [pageOne.grades, gradesIn(sources, words)],
    [pageOne.published, first === '' ? [] : [first === last ? first : words.span(first, last)]],
    [
      pageOne.positionsInForce,
      [...statuses, ...(unquoted > 0 ? [pageOne.withoutQuote(unquoted)] : [])]
    ]
  ];
  return lines.flatMap(([label, told]) =>
    told.length > 0 ? [{ label, words: told.join(`${words.semicolon} `) }] : []
  );
}

/** A reference that nothing quotes is not what a briefing rests on; where nothing is quoted, all are told. */
function reliedOn({ sources, annotations }: Briefing): readonly Source[] {
  const quoted = new Set(
    annotations.flatMap(({ target: { type, id } }) => (type === 'source' ? [id] : []))
  );
  const found = sources.filter(({ id }) => quoted.has(id));
  return found.length > 0 ? found : sources;
}

/** That no source is known to repeat another does not make them independent, so nothing is said of that. */
function countInWords(sources: readonly Source[], words: PrintedWords): string {
  const { reports, origins } = countOrigins(sources);
  if (reports !== origins) return words.pageOne.sourcesOfOrigins(reports, origins);
  const outlets = new Set(sources.map(({ publisher }) => foldName(publisher)));
  const areOfOne = reports > 1 && outlets.size === 1 && !outlets.has('');
  return joinedByCommas(
    [words.sources(reports), areOfOne ? words.pageOne.ofOneOutlet : ''],
    words.comma
  );
}

/** The best first; those that cannot be judged last. */
function gradesIn(
  sources: readonly Source[],
  { pageOne, reliability, credibility }: PrintedWords
): readonly string[] {
  const byGrade = new Map<string, Source[]>();
  for (const source of sources) {
    const grade = gradeOf(source);
    byGrade.set(grade, [...(byGrade.get(grade) ?? []), source]);
  }
  return [...byGrade]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([grade, graded]) => {
      const [one] = graded;
      if (!one || grade === notGraded) return pageOne.notGraded(graded.length);
      return pageOne.graded(
        graded.length,
        grade,
        reliability[one.reliability],
        credibility[one.credibility]
      );
    });
}
