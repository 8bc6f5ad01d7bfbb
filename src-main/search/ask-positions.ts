/** Answers who holds which position over the library, from the index alone. */
import type {
  AcrossAnswer,
  AcrossPosition,
  AcrossQuery
} from '../domain/ledger/across-briefings.js';
import { type Id, lastDayOf, type PartialDate } from '../domain/base/values.js';
import { type CellHistory, positionInPeriod } from '../domain/ledger/position-report.js';
import { type Condition, joined } from './find-briefings.js';
import type { Database } from './index-file.js';
import {
  actorCondition,
  anything,
  IndexGroups,
  issueCondition,
  type Said,
  wordingCondition
} from './name-conditions.js';

type Answer = Omit<AcrossAnswer, 'known' | 'reading'>;

/**
 * At most `limit` positions; `null`: all. Only those in the briefings of these numbers, and in those of
 * `within`; `null`: in all.
 */
export function askPositions(
  db: Database,
  { actor, issue, isWording, stance, asOf, briefing }: AcrossQuery,
  said: Said,
  limit: number | null,
  nums: readonly number[] | null = null,
  within: readonly Id[] | null = null
): Answer {
  const named = isWording ? wordingCondition : issueCondition;
  const where = joined([
    inForce(asOf),
    actor === null ? anything : actorCondition(db, actor, said, briefing),
    issue === null ? anything : named(db, issue, said, briefing),
    stance === null ? anything : { sql: 'stance = ?', values: [stance] },
    briefing === null ? anything : withinCondition([briefing]),
    nums === null
      ? withinCondition(within)
      : {
          sql: `ledger IN (SELECT ledger.key FROM briefing JOIN ledger ON ledger.id = briefing.id
            WHERE num IN (${nums.join(', ')}))`,
          values: []
        }
  ]);
  const groups = new IndexGroups(db, 'actor', said);
  const counts = db.all(
    `SELECT actor AS key, ${groups.ledger} AS ledger, count(*) AS count FROM period
      WHERE ${where.sql} GROUP BY 1, 2`,
    [...where.values]
  );
  return {
    ...readPositions(db, where, asOf, limit ?? -1, groups, counts),
    total: counts.reduce((sum, { count }) => sum + (count as number), 0)
  };
}

function withinCondition(within: readonly Id[] | null): Condition {
  if (within === null) return anything;
  return {
    sql: 'ledger IN (SELECT key FROM ledger WHERE id IN (SELECT value FROM json_each(?)))',
    values: [JSON.stringify(within)]
  };
}

/** In force at the end of the day; `null`: as last known. `}` is after every day and before `never`. */
export function inForce(day: PartialDate | null): Condition {
  const last = day === null ? '}' : lastDayOf(day);
  return { sql: 'first <= ? AND past > ?', values: [last, last] };
}

/**
 * Latest first, on one day by briefing and its matrix: the order in which the periods were written.
 * @param others the actors of all that was found, to be counted with those that are read.
 */
function readPositions(
  db: Database,
  where: Condition,
  day: PartialDate | null,
  limit: number,
  groups: IndexGroups,
  others: readonly Record<string, unknown>[]
): Pick<Answer, 'positions' | 'actors'> {
  // The day of the last that is told comes from an index alone. Only what is as late is put in order by
  // briefing, which has to be looked up for each.
  const last =
    limit > 0 &&
    db.get(`SELECT since FROM period WHERE ${where.sql} ORDER BY since DESC LIMIT 1 OFFSET ?`, [
      ...where.values,
      limit - 1
    ]);
  const since = last ? (last['since'] as string) : '';
  const rows = db.all(
    `SELECT briefing.id, briefing.title, cell.history, period.entry, reports, origins,
        period.actor AS key, ${groups.ledger.replaceAll('ledger', 'period.ledger')} AS ledger FROM
       (SELECT period.rowid AS number FROM period JOIN ledger ON ledger.key = ledger
         WHERE ${where.sql} AND since >= ? ORDER BY since DESC, ledger.id, period.rowid LIMIT ?)
       JOIN period ON period.rowid = number JOIN cell ON cell.key = period.cell
       JOIN ledger ON ledger.key = period.ledger JOIN briefing ON briefing.id = ledger.id
       ORDER BY since DESC, ledger.id, period.rowid`,
    [...where.values, since, limit]
  );
  const numbers = new Map<string, number>();
  const whose = groups.groupsOf([...rows, ...others]).map(({ group }) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const positions = rows.flatMap(
    ({ id, title, history, entry, reports, origins }, i): readonly AcrossPosition[] => {
      const position = positionInPeriod(
        JSON.parse(history as string) as CellHistory,
        {
          entry: entry as number,
          corroboration: { reports: reports as number, origins: origins as number }
        },
        day
      );
      const briefing = { id: id as Id, title: title as string };
      return position ? [{ briefing, who: whose[i] ?? 0, position }] : [];
    }
  );
  return { positions, actors: numbers.size };
}
