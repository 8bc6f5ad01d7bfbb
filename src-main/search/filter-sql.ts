/** The filters of a query as conditions on the number of a briefing. Pure. */
import type { Filters } from '../domain/search/query.js';
import { kindNumber, kindOfRow } from './briefing-rows.js';

export interface Condition {
  /** Empty when nothing is asked for, else to be joined with AND. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** `num` is the SQL for the number of a briefing. Kinds are no business of it: see `kindCondition`. */
export function filterCondition(filters: Filters, num: string): Condition {
  const all: Condition[] = [
    ...(['actor', 'issue', 'tag'] as const).flatMap((filter) =>
      filters[filter].map((words) => ({
        sql: `${num} IN (SELECT named.num FROM name JOIN named ON named.name = name.key
          WHERE name.filter = '${filter}' AND instr(name.folded, ?))`,
        values: [beginning(words)]
      }))
    ),
    ...filters.date.map(({ first, last }) => ({
      sql: `${num} IN (SELECT num FROM day WHERE first <= ? AND last >= ?)`,
      values: [last, first]
    })),
    ...(filters.stance.length > 0 ? [onePosition(filters, num)] : [])
  ];
  return joined(all);
}

/** Rows of the kinds that are asked for. */
export function kindCondition({ kind }: Filters): Condition {
  if (kind.length === 0) return { sql: '', values: [] };
  return { sql: `${kindOfRow} IN (${kind.map(kindNumber).join(', ')})`, values: [] };
}

/** Briefings that hold any of the kinds that are asked for. */
export function holdsCondition({ kind }: Filters, num: string): Condition {
  if (kind.length === 0) return { sql: '', values: [] };
  const kinds = kind.map(kindNumber).join(', ');
  return { sql: `${num} IN (SELECT num FROM holds WHERE kind IN (${kinds}))`, values: [] };
}

export function joined(conditions: readonly Condition[]): Condition {
  const some = conditions.filter(({ sql }) => sql !== '');
  return {
    sql: some.map(({ sql }) => sql).join(' AND '),
    values: some.flatMap(({ values }) => values)
  };
}

/** A stance is somebody's, on something: the actor and issue asked for must be those of the same position. */
function onePosition({ stance, actor, issue }: Filters, num: string): Condition {
  const has = (column: string, words: readonly (readonly string[])[]) => ({
    sql: words.map(() => `instr(${column}, ?)`).join(' AND '),
    values: words.map(beginning)
  });
  const { sql, values } = joined([
    { sql: `stance IN (${stance.map((each) => `'${each}'`).join(', ')})`, values: [] },
    has('actor', actor),
    has('issue', issue)
  ]);
  return { sql: `${num} IN (SELECT num FROM position WHERE ${sql})`, values };
}

/** Whole words but the last, which need only begin so: what `foldName` made is between spaces. */
function beginning(words: readonly string[]): string {
  return ` ${words.join(' ')}`;
}
