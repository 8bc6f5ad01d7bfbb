/** Answers who holds which position over the library, from the index alone. */
import type {
  AcrossAnswer,
  AcrossPosition,
  AcrossQuery
} from '../domain/ledger/across-briefings.js';
import { type Id, lastDayOf, type PartialDate } from '../domain/base/values.js';
import { type CellHistory, positionInPeriod } from '../domain/ledger/position-report.js';
import { foldName } from '../domain/text/fold-name.js';
import type { Filters } from '../domain/search/query.js';
import { type Condition, joined } from './find-briefings.js';
import type { Database } from './index-file.js';

type Answer = Omit<AcrossAnswer, 'reading'>;

/** At most `limit` positions; `null`: all. */
export function askPositions(db: Database, query: AcrossQuery, limit: number | null): Answer {
  const where = joined([
    inForce(query.asOf),
    actorCondition(db, query.actor),
    issueCondition(db, query.issue),
    query.stance === null ? anything : { sql: 'stance = ?', values: [query.stance] }
  ]);
  return answer(db, where, query.asOf, limit);
}

/**
 * Who holds the stances that a search asks for, as last known, in the briefings of these numbers;
 * `nums` is `null` where only actors, issues and stances are asked for.
 */
export function askHolders(
  db: Database,
  { stance, actor, issue }: Filters,
  nums: readonly number[] | null,
  limit: number
): Answer {
  const where = joined([
    inForce(null),
    { sql: `stance IN (${stance.map((each) => `'${each}'`).join(', ')})`, values: [] },
    ...actor.map((words) => facetCondition(db, 'actor', words)),
    ...issue.map((words) => facetCondition(db, 'issue', words)),
    nums === null
      ? anything
      : {
          sql: `ledger IN (SELECT ledger.key FROM briefing JOIN ledger ON ledger.id = briefing.id
            WHERE num IN (${nums.join(', ')}))`,
          values: []
        }
  ]);
  return answer(db, where, null, limit);
}

const anything: Condition = { sql: '', values: [] };

function answer(
  db: Database,
  where: Condition,
  day: PartialDate | null,
  limit: number | null
): Answer {
  const counts = db.all(
    `SELECT main, sum(count) AS count FROM
       (SELECT actor, count(*) AS count FROM period WHERE ${where.sql} GROUP BY actor)
       JOIN actor ON actor.key = actor GROUP BY main`,
    [...where.values]
  );
  return {
    positions: readPositions(db, where, day, limit ?? -1),
    total: counts.reduce((sum, { count }) => sum + (count as number), 0),
    actors: counts.length
  };
}

/** In force at the end of the day; `null`: as last known. `}` is after every day and before `never`. */
export function inForce(day: PartialDate | null): Condition {
  const last = day === null ? '}' : lastDayOf(day);
  return { sql: 'first <= ? AND past > ?', values: [last, last] };
}

/** Latest first, on one day by briefing and its matrix. */
function readPositions(
  db: Database,
  where: Condition,
  day: PartialDate | null,
  limit: number
): readonly AcrossPosition[] {
  const rows = db.all(
    `SELECT briefing.id, briefing.title, cell.history, period.entry, reports, origins FROM
       (SELECT period.rowid AS number FROM period JOIN ledger ON ledger.key = ledger
         WHERE ${where.sql} ORDER BY since DESC, ledger.id, cell LIMIT ?)
       JOIN period ON period.rowid = number JOIN cell ON cell.key = period.cell
       JOIN ledger ON ledger.key = period.ledger JOIN briefing ON briefing.id = ledger.id
       ORDER BY since DESC, ledger.id, period.cell`,
    [...where.values, limit]
  );
  return rows.flatMap(({ id, title, history, entry, reports, origins }) => {
    const position = positionInPeriod(
      JSON.parse(history as string) as CellHistory,
      {
        entry: entry as number,
        corroboration: { reports: reports as number, origins: origins as number }
      },
      day
    );
    return position ? [{ briefing: { id: id as Id, title: title as string }, position }] : [];
  });
}

/**
 * Of every actor that bears the name, and of all that bear another name of these: so “US” finds what
 * another briefing says of the “United States”, if one knows both.
 */
function actorCondition(db: Database, name: string | null): Condition {
  if (name === null) return anything;
  const keys = db.all(
    `SELECT DISTINCT other.actor AS key FROM actor_name AS wanted
       JOIN actor_name AS of_same ON of_same.actor = wanted.actor
       JOIN actor_name AS other ON other.name = of_same.name
       WHERE wanted.name = ?`,
    [foldName(name)]
  );
  return among('actor', keys);
}

/** Every issue whose wording holds each of the words somewhere. */
function issueCondition(db: Database, wording: string | null): Condition {
  if (wording === null) return anything;
  const words = foldName(wording).split(' ');
  const keys = db.all(
    `SELECT key FROM issue WHERE ${words.map(() => 'instr(wording, ?)').join(' AND ')}`,
    words
  );
  return among('issue', keys);
}

/** As the filters of a search find a name: by whole words, the last as a beginning. */
function facetCondition(
  db: Database,
  table: 'actor' | 'issue',
  words: readonly string[]
): Condition {
  const sql = `SELECT key FROM ${table} WHERE instr(facet, ?)`;
  return among(table, db.all(sql, [` ${words.join(' ')}`]));
}

function among(column: string, keys: readonly Record<string, unknown>[]): Condition {
  return { sql: `${column} IN (${keys.map(({ key }) => Number(key)).join(', ')})`, values: [] };
}
