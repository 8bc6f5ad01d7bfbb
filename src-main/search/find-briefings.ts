/** Which briefings a query finds in the index, the best first, and which of their rows. */
import type { Id } from '../domain/base/values.js';
import type { Query, Term, RowKind, Filters } from '../domain/search/query.js';
import type { Database } from './index-file.js';
import {
  numOfRow,
  readRowNumber,
  type RowName,
  rowsOfNum,
  kindNumber,
  kindOfRow
} from './briefing-rows.js';

/** Only the newest matches are ranked, so that a common word costs no more in a great library. */
const mostRanked = 2_000;
/** Rows shown of one briefing are chosen among this many. */
const mostRowsLookedAt = 5_000;

export interface FoundNums {
  /** The best first. */
  readonly nums: readonly number[];
  /** True when older matches were left out. */
  readonly capped: boolean;
  /** What `findRows` begins with: the rows of a single term, which are all of each briefing in `nums` but the oldest. */
  readonly rows: readonly RowName[];
}

export const nothingFound: FoundNums = { nums: [], capped: false, rows: [] };

/** A find in these counts for more than one in the middle of a text. */
const weights: Partial<Record<RowKind, number>> = {
  title: 4,
  'bottom line': 2,
  tag: 2,
  actor: 1.5,
  issue: 1.5,
  source: 0.7
};

/** FTS5's words for a term. Folded words hold letters and digits only, so nothing needs escaping. */
function matchOf({ words, prefix }: Term): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}

/** `within` holds the briefings that are looked through; `null`: all. */
export function findNums(
  db: Database,
  { terms, filters }: Query,
  within: readonly Id[] | null
): FoundNums {
  if (terms.length === 0) return newestNums(db, filters, within);
  const where = joined([
    filterCondition(filters, numOfRow),
    kindCondition(filters),
    withinCondition(within, numOfRow)
  ]);
  const and = andOf(where);
  const rows = scoredRows(db, terms, where);
  const scores = new Map<number, number>();
  for (const { name, score } of rows) {
    const weighted = score * (weights[name.kind] ?? 1);
    // Several rows make a briefing better, but never as much as one good one.
    const other = scores.get(name.num);
    const better = Math.max(weighted, other ?? 0);
    scores.set(name.num, better + 0.05 * Math.min(weighted, other ?? 0));
  }
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || b - a).map(([num]) => num);
  const capped = rows.length === mostRanked;
  if (terms.length === 1) return { nums: ranked, capped, rows: rows.map(({ name }) => name) };
  // More than anybody looks through; to look for others costs most where words are common.
  if (capped) return { nums: ranked, capped, rows: [] };

  // Then those that hold all terms, but in no row together.
  const others = db.all(
    `SELECT DISTINCT ${numOfRow} AS num FROM words WHERE words MATCH ? ${and}
      ${terms
        .slice(1)
        .map(() => `AND ${numOfRow} IN (SELECT ${numOfRow} FROM words WHERE words MATCH ? ${and})`)
        .join(' ')}
      ORDER BY num DESC LIMIT ${mostRanked}`,
    [
      matchOf(terms[0] as Term),
      ...where.values,
      ...terms.slice(1).flatMap((term) => [matchOf(term), ...where.values])
    ]
  ) as { num: number }[];
  const spread = others.map(({ num }) => num).filter((num) => !scores.has(num));
  return { nums: [...ranked, ...spread], capped: others.length === mostRanked, rows: [] };
}

/**
 * The newest rows that hold all terms. To score them, FTS5 counts all rows that hold each: that is
 * left out where they are too many for the word to tell rows apart.
 */
function scoredRows(
  db: Database,
  terms: readonly Term[],
  where: Condition
): readonly { readonly name: RowName; readonly score: number }[] {
  const values = [terms.map(matchOf).join(' AND '), ...where.values];
  const find = (score: string) =>
    db
      .all(
        `SELECT rowid AS number, ${score} AS score FROM words
          WHERE words MATCH ? ${andOf(where)} ORDER BY rowid DESC LIMIT ${mostRanked}`,
        values
      )
      .map(({ number, score }) => ({
        name: readRowNumber(number as number),
        score: score as number
      }));
  const rows = find('1.0');
  if (rows.length === mostRanked) return rows;
  if (terms.length > 1 && terms.some((term) => isCommon(db, term))) return rows;
  return find('-bm25(words, 4.0, 1.0)');
}

function isCommon(db: Database, term: Term): boolean {
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ${mostRanked})`;
  return db.get(sql, [matchOf(term)])?.['count'] === mostRanked;
}

function andOf({ sql }: Condition): string {
  return sql === '' ? '' : `AND ${sql}`;
}

/** The rows of these briefings, all among `found`, that hold any of the terms; none without terms. */
export function findRows(
  db: Database,
  query: Query,
  nums: readonly number[],
  found: FoundNums['rows']
): readonly RowName[] {
  const oldest = found.at(-1)?.num;
  if (oldest === undefined) return lookUpRows(db, query, nums);
  const wanted = new Set(nums);
  return [
    ...found.filter(({ num }) => num !== oldest && wanted.has(num)),
    ...lookUpRows(
      db,
      query,
      nums.filter((num) => num === oldest)
    )
  ];
}

function lookUpRows(
  db: Database,
  { terms, filters }: Query,
  nums: readonly number[]
): readonly RowName[] {
  if (terms.length === 0 || nums.length === 0) return [];
  const where = joined([
    {
      sql: `rowid BETWEEN ? AND ?`,
      values: [rowsOfNum(Math.min(...nums))[0], rowsOfNum(Math.max(...nums))[1]]
    },
    { sql: `${numOfRow} IN (${nums.join(', ')})`, values: [] },
    kindCondition(filters)
  ]);
  const rows = db.all(
    `SELECT rowid AS number FROM words WHERE words MATCH ? AND ${where.sql} LIMIT ${mostRowsLookedAt}`,
    [terms.map(matchOf).join(' OR '), ...where.values]
  ) as { number: number }[];
  return rows.map(({ number }) => readRowNumber(number));
}

/** Whether any row holds the term. */
export function occurs(db: Database, term: Term): boolean {
  return db.get('SELECT rowid FROM words WHERE words MATCH ? LIMIT 1', [matchOf(term)]) !== null;
}

function newestNums(
  db: Database,
  filters: Query['filters'],
  within: readonly Id[] | null
): FoundNums {
  const where = joined([
    filterCondition(filters, 'num'),
    holdsCondition(filters, 'num'),
    withinCondition(within, 'num')
  ]);
  const and = where.sql === '' ? '' : `WHERE ${where.sql}`;
  const rows = db.all(`SELECT num FROM briefing ${and} ORDER BY num DESC`, [...where.values]);
  return { nums: rows.map(({ num }) => num as number), capped: false, rows: [] };
}

/** The filters of a query as conditions on the number of a briefing. Pure. */
export interface Condition {
  /** Empty when nothing is asked for, else to be joined with AND. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** `num` is the SQL for the number of a briefing. Kinds are no business of it: see `kindCondition`. */
function filterCondition(filters: Filters, num: string): Condition {
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
function kindCondition({ kind }: Filters): Condition {
  if (kind.length === 0) return { sql: '', values: [] };
  return { sql: `${kindOfRow} IN (${kind.map(kindNumber).join(', ')})`, values: [] };
}

/** Briefings that hold any of the kinds that are asked for. */
function holdsCondition({ kind }: Filters, num: string): Condition {
  if (kind.length === 0) return { sql: '', values: [] };
  const kinds = kind.map(kindNumber).join(', ');
  return { sql: `${num} IN (SELECT num FROM holds WHERE kind IN (${kinds}))`, values: [] };
}

/** Only these briefings; `null`: all. `num` is the SQL for the number of a briefing. */
function withinCondition(within: readonly Id[] | null, num: string): Condition {
  if (within === null) return { sql: '', values: [] };
  return {
    sql: `${num} IN (SELECT num FROM briefing WHERE id IN (SELECT value FROM json_each(?)))`,
    values: [JSON.stringify(within)]
  };
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
